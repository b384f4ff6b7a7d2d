"""Ticked boxes say which; fields are labels with values."""

from __future__ import annotations

import pytest

from ingest.document import Block, BlockKind
from ingest.structure.parts import Parts
from tests.ingest.structure.made import parsed

FOOT = "\n\nHoogachtend,\n\nDe minister van Verkeer,\n\nA.B. Voorbeeld\n"


def letter(body: str) -> Parts:
    return parsed(f"Geachte voorzitter,\n\nIk stuur uw Kamer dit formulier.\n\n{body}{FOOT}")


def saying(parts: Parts, words: str) -> Block:
    return next(block for block in parts.blocks if words in parts.text[block.start : block.end])


@pytest.mark.parametrize(("ticked", "empty"), ["☒☐", "☑□", "✓☐", "\uf0fe\uf0a8", ("[x]", "[ ]")])
@pytest.mark.parametrize(
    "form", ["Vaart de boot? {} Ja {} Nee", "Vaart de boot?\n{} Ja\n{} Nee", "Vaart de boot?\n\n{} Ja\n\n{} Nee"]
)
def test_a_ticked_box_is_the_answer_and_an_empty_one_is_none(ticked: str, empty: str, form: str) -> None:
    parts = letter(form.format(empty, ticked))
    chosen, left = saying(parts, f"{ticked} Nee"), saying(parts, f"{empty} Ja")
    assert (chosen.kind, chosen.place) == (BlockKind.ANSWER, "aangekruist bij keuze 1")
    assert (left.kind, left.place) == (BlockKind.LIST_ITEM, "niet aangekruist bij keuze 1")
    for option in (chosen, left):
        assert parts.text[slice(*(option.context or (0, 0)))] == "Vaart de boot?"
    assert saying(parts, "Vaart de boot?").kind is BlockKind.QUESTION


def test_choices_are_numbered() -> None:
    parts = letter("Vaart zij? ☒ Ja ☐ Nee\n\nVaak? ☐ Ja ☒ Nee\n\nDat was alles.")
    assert [block.place for block in parts.blocks if block.kind is BlockKind.ANSWER] == [
        "aangekruist bij keuze 1",
        "aangekruist bij keuze 2",
    ]
    assert saying(parts, "Dat was").place == ""


def test_a_box_without_words_is_not_lost() -> None:
    parts = letter("Vaart de boot? ☒ Ja ☐\n\n☐ Nee")
    assert saying(parts, "☒ Ja").end == parts.text.index("☐") + 1


def test_a_tick_as_a_bullet_is_no_choice() -> None:
    parts = letter("Er varen boten:\n\n✓ naar het noorden;\n\n✓ naar het zuiden.")
    assert saying(parts, "noorden").kind is BlockKind.LIST_ITEM
    assert "aangekruist" not in saying(parts, "noorden").place


def test_fields_of_a_form_are_places() -> None:
    parts = letter("Aanvrager: Gemeente Proef\nSoort boot: veerboot\nAantal: 12\n\nDat was alles.")
    assert [block.place for block in parts.blocks if block.place.startswith("veld")] == [
        "veld Aanvrager",
        "veld Soort boot",
        "veld Aantal",
    ]


def test_one_line_with_a_colon_is_no_form() -> None:
    assert saying(letter("Mijn oordeel: de boot vaart."), "Mijn oordeel").place == ""
