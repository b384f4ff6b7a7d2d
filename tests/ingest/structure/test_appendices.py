"""Which papers a letter was sent with."""

from __future__ import annotations

import pytest

from tests.ingest.structure.made import parsed

LETTER = (
    "Geachte voorzitter,\n\nIk stuur uw Kamer twee rapporten over boten.{mark}\n\nHoogachtend,\n\n"
    "de minister van Verkeer,\nA. Proef\n"
)


@pytest.mark.parametrize("head", ["Bijlagen:", "Bijlagen", "Bijlage(n):"])
def test_a_list_of_annexes_tells_their_titles(head: str) -> None:
    parts = parsed(LETTER.format(mark="") + f"\n{head}\n\n1. Overzicht van de havens;\n2. Onderzoek naar de boten\n")
    assert [(one.number, one.title) for one in parts.appendices] == [
        ("1", "Overzicht van de havens"),
        ("2", "Onderzoek naar de boten"),
    ]


@pytest.mark.parametrize(
    ("note", "numbers"),
    [
        ("Raad voor Havens, Monitor 2024, bijlage B.", []),
        ("Zie bijlage 2.", ["2"]),
        ("Zie bijlagen 1 en 3 t/m 5.", ["1", "3", "4", "5"]),
        ("Zie bijlagen 2 tot en met 4, A en B.", ["2", "3", "4", "A", "B"]),
        ("Bijlage 3 bij deze brief.", ["3"]),
    ],
)
def test_the_annex_of_another_paper_is_none_of_the_letter(note: str, numbers: list[str]) -> None:
    parts = parsed(LETTER.format(mark="1") + f"\n1 {note}\n")
    assert [one.number for one in parts.appendices] == numbers
