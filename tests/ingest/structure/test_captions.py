"""Captions and sources of tables."""

from __future__ import annotations

import pytest

from ingest.document import Block, BlockKind
from ingest.formats.paged_text import PagedText, Row
from ingest.structure import structure

BODY = "De reder meldt dat de boten bij laag water niet kunnen varen en dat hij daarom wacht op de vloed."
TABLE = ("Haven | Boten", "Noord | 12", "Zuid | 9")


def read(above: str, below: str, head: Row = Row.HEAD) -> dict[str, Block]:
    """The blocks of a letter with a table between two other lines, by their words."""
    text = "\n\n".join(["Havens", BODY, above, "\n".join(TABLE), below, BODY])
    first, *others = (text.index(row) for row in TABLE)
    rows = {first: Row.OPENS | head, **dict.fromkeys(others, Row.BODY)}
    parts = structure(PagedText(text=text, rows=rows))
    return {parts.text[block.start : block.end]: block for block in parts.blocks}


@pytest.mark.parametrize(
    "caption",
    [
        "Tabel 1. Boten per haven",
        "Tabel 1: Boten per haven.",
        "Tabel 1 Boten per haven",
        "Tabel 2.1 Boten per haven",
        "Overzicht A. Boten",
    ],
)
@pytest.mark.parametrize("head", [Row.HEAD, Row.BODY])
def test_the_caption_of_a_table_is_a_row_of_it_and_heads_nothing_else(caption: str, head: Row) -> None:
    found = read(caption, "De reder telt zelf.", head)
    assert found[caption].kind is BlockKind.TABLE
    assert {block.path for words, block in found.items() if words != "Havens"} == {("Havens",)}
    row = found["Zuid | 9"].context
    assert row is not None
    assert row[0] == found[caption].start


@pytest.mark.parametrize("words", ["Tabel 1 laat zien hoeveel boten er liggen.", "Tabellen 1 en 2"])
def test_a_sentence_about_a_table_is_no_caption(words: str) -> None:
    assert read(words, "De reder telt zelf.")[words].kind is not BlockKind.TABLE


def test_a_table_that_is_named_above_other_text_has_no_caption() -> None:
    text = f"Havens\n\n{BODY}\n\nTabel 1. Boten per haven\n\n{BODY}"
    parts = structure(PagedText(text=text))
    assert BlockKind.TABLE not in {block.kind for block in parts.blocks}


@pytest.mark.parametrize("source", ["Bron: havenmeesters, mei 2021.", "Bronnen: de reder. Zonder de jachten."])
def test_the_source_of_a_table_stands_with_it_and_not_with_what_follows(source: str) -> None:
    found = read("Tabel 1. Boten per haven", source)
    assert found[source].kind is BlockKind.TABLE
    assert found[BODY].kind is BlockKind.PARAGRAPH


def test_a_source_that_is_named_elsewhere_is_text() -> None:
    found = read("Tabel 1. Boten per haven", "De reder telt zelf.\n\nBron: havenmeesters.")
    assert found["Bron: havenmeesters."].kind is BlockKind.PARAGRAPH


def test_a_caption_runs_on_with_the_day_that_it_breaks_off_before() -> None:
    found = read("Tabel 1. Boten per haven, stand op\n31 december", "De reder telt zelf.")
    assert found["Tabel 1. Boten per haven, stand op 31 december"].kind is BlockKind.TABLE
