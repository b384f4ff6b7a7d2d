"""Questions and answers that a paper lays out as a table, in every form that has tables."""

from __future__ import annotations

import pytest

from ingest.document import BlockKind
from ingest.formats import docx, html
from ingest.formats.paged_text import PagedText
from ingest.formats.question_tables import asked_in
from ingest.structure import structure
from tests.ingest.formats.made_docx import make_raw_docx, paragraph

HEAD = (
    "12 345 Veerboten",
    "Nr. 6 LIJST VAN VRAGEN EN ANTWOORDEN",
    "Vastgesteld 4 december 2018",
    "De vaste commissie voor Eilanden heeft vragen voorgelegd aan de Minister van Water over de boot.",
)
ROWS = (("Nr", "Vraag", "Antwoord"), ("1", "Vaart de boot?", "De boot vaart."), ("2", "Hoe vaak?", "Twee keer."))


def in_docx() -> PagedText:
    rows = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in ROWS)
    table = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    return docx.read(make_raw_docx("".join(map(paragraph, HEAD)) + f"<w:tbl>{table}</w:tbl>"))


def in_html() -> PagedText:
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in ROWS)
    above = "".join(f"<p>{line}</p>" for line in HEAD)
    return html.read(f"<html><body>{above}<table>{rows}</table></body></html>".encode())


@pytest.mark.parametrize("form", [in_docx, in_html], ids=["docx", "html"])
def test_each_row_is_a_question_and_its_answer(form: object) -> None:
    assert callable(form)
    parts = structure(form())
    answers = [block for block in parts.blocks if block.kind is BlockKind.ANSWER]
    assert [(block.number, parts.text[block.start : block.end]) for block in answers] == [
        ("1", "De boot vaart."),
        ("2", "Twee keer."),
    ]
    assert [parts.text[slice(*block.context)] for block in answers if block.context] == [
        "1. Vaart de boot?",
        "2. Hoe vaak?",
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [["Nr", "Vraag", "Aantal"], ["1", "naar boten", "3"]],
        [["Nr", "Vraag", "Antwoord"], ["1", "Vaart de boot?", ""]],  # an answer is missing
        [["Nr", "Vraag", "Antwoord"], ["een", "Vaart de boot?", "Ja."]],
        [["Vraag", "Antwoord", "Bron"], ["Vaart de boot?", "Ja.", "De krant."]],
    ],
)
def test_another_table_stays_one(rows: list[list[str]]) -> None:
    assert asked_in(rows) == []


def test_rows_without_a_number_are_pairs_too() -> None:
    assert asked_in([["Vragen", "Antwoorden"], ["Vaart de boot?", "Ja."]]) == [("Vaart de boot?", "Ja.")]
