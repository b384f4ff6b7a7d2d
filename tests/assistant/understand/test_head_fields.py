"""Which lines of the head or the foot of a paper a question asks for."""

import pytest

from assistant.understand.head_fields import DOSSIER, FIELDS, KENMERK, asked_fields


@pytest.mark.parametrize(
    ("folded", "names"),
    [
        ("wat is het kenmerk van de brief over de pont", ["Het kenmerk"]),
        ("onder welk dossiernummer staat de pont", ["Het dossiernummer"]),
        ("aan wie is de nota gericht", ["De geadresseerde"]),
        ("aan wie is de boot verkocht", []),
        ("wie was de griffier van het debat", ["De griffier"]),
        ("wie was de griffier van de rechtbank", []),
        ("hoe laat begon en eindigde het debat", ["De aanvang", "De sluiting"]),
        ("hoe laat begint de veerdienst", []),
        ("wat is een kenmerk van een goede veerman", []),
        ("wat zei de voorzitter in het debat", []),
    ],
)
def test_a_field_is_asked_for_of_a_paper_and_of_nothing_else(folded: str, names: list[str]) -> None:
    assert [field.name for field in asked_fields(folded)] == names


def test_three_fields_are_days() -> None:
    assert {field.name for field in FIELDS if field.is_day} == {
        "De uiterste beslisdatum",
        "De dag van ontvangst",
        "De dag van vaststelling",
    }


def test_no_two_fields_have_one_name() -> None:
    assert len({field.name for field in FIELDS}) == len(FIELDS)
    assert {KENMERK, DOSSIER} <= {*FIELDS}
