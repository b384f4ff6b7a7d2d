"""Rows of cells are drawn as tables: with heads where the values tell them, and with the quote still marked."""

import re
from collections.abc import Sequence
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.fire.hostile_words import WORDS as HOSTILE
from ingest.document import Block, BlockKind, Document, Kind, Source
from ui import viewer


def paper(*rows: str, pages: Sequence[int | None] = ()) -> Document:
    """A paper that is one run of rows."""
    blocks, at = [], 0
    for number, row in enumerate(rows):
        page = pages[number] if pages else None
        blocks.append(Block(kind=BlockKind.TABLE, start=at, end=at + len(row), page=page))
        at += len(row) + 2
    return Document(
        identifier="kst-12345-6",
        kind=Kind.KAMERBRIEF,
        title="De veerboot",
        text="\n\n".join(rows),
        source=Source(file="boot.txt", sha256="0"),
        blocks=tuple(blocks),
    )


def body(document: Document, spans: Sequence[tuple[int, int]] = ()) -> str:
    return viewer.page(document, spans).partition('<main id="tekst"')[2]


def cells(html: str, tag: str) -> list[str]:
    found = re.findall(rf"<{tag}\b[^>]*>(.*?)</{tag}>", html)
    return [unescape(re.sub(r'<a class="vast".*?</a>|<[^>]*>', "", cell)).strip() for cell in found]


SAILINGS = ("Haven | Tochten in 2021 | Tochten in 2022", "Noord | 12 | 14", "Zuid | 7 | –")


def test_rows_of_cells_are_a_table_with_its_heads() -> None:
    html = body(paper(*SAILINGS))
    assert html.count("<table") == 1
    assert re.findall(r'<th scope="(\w+)"', html) == ["col", "col", "col", "row", "row"]
    assert cells(html, "th") == ["Haven", "Tochten in 2021", "Tochten in 2022", "Noord", "Zuid"]
    assert cells(html, "td") == ["12", "14", "7", "–"]


def test_years_alone_are_a_head_and_amounts_are_not() -> None:
    html = body(paper("Haven | 2021 | 2022-2023", "Noord | € 1.250,50 | 12 %"))
    assert cells(html, "th") == ["Haven", "2021", "2022-2023", "Noord"]
    assert cells(html, "td") == ["€ 1.250,50", "12 %"]


@pytest.mark.parametrize(
    "rows",
    [
        ("Noord | 12", "Zuid | 14"),
        ("Haven | Beheerder", "Noord | de gemeente"),
        ("Haven | Beheerder",),
    ],
)
def test_no_head_is_made_up_where_the_values_do_not_tell_it(rows: tuple[str, ...]) -> None:
    html = body(paper(*rows))
    assert "<th" not in html
    assert len(cells(html, "td")) == 2 * len(rows)


def test_a_line_of_one_cell_above_a_head_is_the_title_of_a_table_of_its_own() -> None:
    html = body(paper("Tochten", *SAILINGS, "Reizigers", "Haven | 2021", "Noord | 900"))
    assert html.count("<table") == 2
    titles = re.findall(r'<span id="(tabel-\d+)">(.*?)</span>', html)
    assert [words for _, words in titles] == ["Tochten", "Reizigers"]
    assert all(f'<table aria-labelledby="{name}"' in html for name, _ in titles)


def test_a_line_of_one_cell_among_the_rows_stays_there_over_all_columns() -> None:
    html = body(paper(*SAILINGS, "Alleen in de zomer", "Oost | 3 | 4"))
    assert html.count("<table") == 1
    assert re.search(r'<td colspan="3">Alleen in de zomer', html)


def test_an_empty_cell_keeps_its_place() -> None:
    html = body(paper("Haven | 2021 | 2022", "Noord |  | 14"))
    assert cells(html, "td") == ["", "14"]


def test_a_page_that_begins_within_a_table_is_told_within_it() -> None:
    html = body(paper(*SAILINGS, pages=(3, 3, 4)))
    assert html.index("bladzijde 3") < html.index("<table") < html.index("bladzijde 4") < html.index("</table>")


def test_rows_whose_cells_are_not_told_apart_stay_a_list() -> None:
    html = body(paper("Datum Overleg", "3 mei Debat"))
    assert "<table" not in html
    assert html.count("<li>") == 2


def test_a_quote_is_marked_in_each_cell_and_numbered_once() -> None:
    document = paper(*SAILINGS)
    start = document.text.index("Noord")
    html = body(document, [(start, start + len("Noord | 12 | 14"))])
    assert cells(html, "mark") == ["gevonden passage 1 Noord", "12", "14"]
    assert html.count('id="citaat"') == 1


@given(st.integers(0, 60), st.integers(0, 60))
def test_a_quote_anywhere_in_a_table_is_reached_by_one_anchor_and_changes_no_word(one: int, other: int) -> None:
    document = paper(*SAILINGS)
    start, end = sorted((one, other))
    drawn = body(document, [(start, end)])
    assert drawn.count('id="citaat"') == ("<mark" in drawn)
    without_labels = re.sub(r'<span class="label">.*?</span> ', "", drawn)
    for tag in ("th", "td"):
        assert cells(without_labels, tag) == cells(body(document), tag)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_word_of_a_cell_becomes_a_tag(hostile: str) -> None:
    html = body(paper(f"{hostile} ", f"Haven | {hostile}", f"{hostile} | 12"))
    tags = {tag.lstrip("/") for tag in re.findall(r"<\s*([a-zA-Z!/][\w-]*)", html)}
    assert tags <= {
        "a",
        "body",
        "div",
        "html",
        "li",
        "main",
        "p",
        "span",
        "table",
        "td",
        "th",
        "tr",
        "ul",
    }
