"""What a letterhead leaves in a paper: nothing but the reference of the paper itself."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.document import Block, BlockKind
from tests.ingest.structure.made import parsed

BODY = "Geachte voorzitter,\n\nMet deze brief informeer ik uw Kamer over de veerboten naar de eilanden.\n"
ADDRESS = "De voorzitter van de Tweede Kamer der Staten-Generaal\nPostbus 99\n9999 ZZ DEN HAAG\n\nDatum 3 mei 2031\n\n"


def told(head: str, body: str = BODY) -> list[tuple[str, Block]]:
    """The blocks of a letter with their words."""
    parts = parsed(f"{head}\n\n{body}")
    return [(parts.text[block.start : block.end], block) for block in parts.blocks]


@pytest.mark.parametrize(
    "line",
    [
        "Onze referentie\n5519084",
        "Ons kenmerk\n\n5519084",
        "Ons kenmerk PR-2031-77",
        "Kenmerk\n4187-10-J",
        "Onze referentie: VEN/2031/8",
        "Ons kenmerk\nDGV / 5519084",
    ],
)
def test_the_reference_of_the_paper_itself_is_a_line_that_can_be_quoted(line: str) -> None:
    others = "Uw brief\n2 mei 2031\nUw referentie\nEH-44\nBijlagen\n2\n\n"
    head = f"Directie Veren\nStraatweg 5\n1234 AB Urk\n{line}\n{others}"
    kept = [(words, block.kind) for words, block in told(head + ADDRESS) if block.place == "briefhoofd"]
    assert kept == [(" ".join(line.split()), BlockKind.PARAGRAPH)]
    words = " ".join(words for words, _ in told(head + ADDRESS))
    assert not any(lost in words for lost in ("Urk", "EH-44", "Bijlagen", "9999 ZZ"))


def test_the_reference_heads_nothing_in_a_letter_without_a_salutation() -> None:
    body = "Met deze brief informeer ik uw Kamer over de veerboten.\n\n1. De boten\n\nEr varen drie boten.\n"
    blocks = told(f"Onze referentie\n5519084\nBijlagen\n2\n\n> Retouradres Postbus 99 9999 ZZ Urk\n\n{ADDRESS}", body)
    assert all("referentie" not in heading for _, block in blocks for heading in block.path)


def test_who_refers_to_a_number_in_a_sentence_tells_no_reference_of_the_paper() -> None:
    blocks = told(ADDRESS, f"{BODY}\nKenmerk is dat de boot vaart.\n\nKenmerk 12-B\n")
    assert not [words for words, block in blocks if block.place == "briefhoofd"]


@pytest.mark.parametrize("value", ["–", "-", "geen", "2"])
def test_a_dash_behind_a_label_says_that_there_is_none_and_is_no_redaction(value: str) -> None:
    blocks = told(f"Onze referentie\n5519084\n\nUw referentie\nEH-44\n\nBijlagen\n{value}\n\n{ADDRESS}")
    assert all(block.kind is not BlockKind.REDACTION for _, block in blocks)
    assert "Bijlagen" not in [words for words, _ in blocks]


def test_a_return_address_alone_tells_that_there_is_a_letterhead() -> None:
    words = [words for words, _ in told(f"> Retouradres Postbus 99 9999 ZZ Den Haag\n\n{ADDRESS}")]
    assert words[:2] == ["De voorzitter van de Tweede Kamer der Staten-Generaal", "Datum 3 mei 2031"]


def test_a_return_address_says_nothing_of_a_paper_without_a_salutation() -> None:
    body = "Besluit\n\nIk maak dit openbaar.\n\nBijlage 1\n\nDe boot ligt aan de\nLangestraat 12\n"
    words = " ".join(words for words, _ in told("> Retouradres Postbus 99 9999 ZZ Urk\n\nDatum 3 mei 2031", body))
    assert "Bijlage 1" in words
    assert "Langestraat 12" in words
    assert "Retouradres" not in words


@pytest.mark.parametrize("below", ["Datum 3 mei 2031", "Datum\n3 mei 2031"])
def test_a_field_below_an_open_name_of_a_ministry_is_none_of_it(below: str) -> None:
    head = f"> Retouradres Postbus 99 9999 ZZ Urk\n\nMinisterie van Veren, Havens en\n{below}\n\n"
    assert parsed(f"{head}{BODY}").date == date(2031, 5, 3)


def test_a_reference_that_was_made_unreadable_is_none() -> None:
    blocks = told(f"Onze referentie\n5.1.2e\n\nUw referentie\nEH-44\n\n{ADDRESS}")
    assert not [words for words, block in blocks if block.place == "briefhoofd"]


def test_the_name_of_a_ministry_may_fill_two_lines() -> None:
    head = "Ministerie van Veren, Havens en\nSteigers\n\n> Retouradres Postbus 99 9999 ZZ Urk\n\n"
    assert "Steigers" not in " ".join(words for words, _ in told(head + ADDRESS))
