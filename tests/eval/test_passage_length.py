"""Passages cut shorter and longer, over invented papers."""

from __future__ import annotations

from pathlib import Path

from eval.items import load
from eval.passage_length import as_text, measure
from ingest.passages import LENGTHS, Lengths
from ingest.reading import read_folder

PAPERS = Path(__file__).parent.parent / "data" / "papers"
BUILTIN = Path(__file__).parent.parent.parent / "eval" / "sets" / "builtin.jsonl"


def test_shorter_passages_are_more_and_the_table_has_a_row_for_each_length() -> None:
    documents = read_folder(PAPERS).documents
    items = load(BUILTIN)[:3]
    short, usual = (measure(documents, items, lengths) for lengths in (Lengths(most=30, enough=10), LENGTHS))
    assert short.passages > usual.passages
    assert short.words < usual.words
    assert short.n == usual.n == 3
    table = as_text([short, usual])
    assert table.count("\n") == 4
    assert "| 30, 10 |" in table
