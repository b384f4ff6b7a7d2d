"""Where a footnote starts among the lines, and how often a line is looked at to tell that."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from ingest.formats.paged_text import PagedText
from ingest.structure.footnote_lines import NoteLines
from ingest.structure.lines import Line, read_lines


class Watched(list[Line]):
    """Lines that count how often one of them is looked at."""

    looks = 0

    def __iter__(self) -> Iterator[Line]:
        self.looks += len(self)
        return super().__iter__()

    def __getitem__(self, at: Any) -> Any:
        self.looks += len(range(*at.indices(len(self)))) if isinstance(at, slice) else 1
        return super().__getitem__(at)


def lines_of(text: str) -> list[Line]:
    return read_lines(PagedText(text=text))[0]


def looks_at(text: str) -> int:
    """How often a line is looked at when every line is asked whether a first and a fourth footnote starts in it."""
    lines = Watched(lines_of(text))
    notes = NoteLines(lines)
    for last in (0, 3):
        for position in range(len(lines)):
            notes.number(position, last, in_notes=False)
    return lines.looks


@pytest.mark.parametrize(
    "text",
    [
        "De boot vaart.1\n1. Dienstregeling.\n",  # the notes behind all text
        "De boot vaart.1\n1 Dienstregeling.\n",  # a note right below its paragraph
        "3 Kade\n\n4 Steiger\n\n",  # numbered headings
        "1\nDienstregeling.\n\n",  # a number on a line of its own
    ],
)
def test_more_lines_take_as_many_looks_each(text: str) -> None:
    few, more, most = (looks_at(text * times) for times in (50, 100, 150))
    assert few < more
    assert most - more == more - few


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("De boot vaart.1 De kade is oud.2\n\n1. Dienstregeling.\n2. Nota.\n", [0, 1, 0]),
        ("De boot vaart.1 De kade is oud.2\n\n1. Dienstregeling.\n3. Nota.\n", [0, 0, 0]),
        ("De boot vaart.1\n\n1. Dienstregeling.\n2. Nota.\n", [0, 0, 0]),
        ("De boot vaart.1\n\n1. Dienstregeling.\n\nSlot.\n", [0, 0, 0]),
        ("De boot vaart.1\n1 Dienstregeling.\n", [0, 1]),
        ("De boot vaart.\n1 Dienstregeling.\n2 De boot vaart.1\n", [0, 0, 0]),
    ],
)
def test_the_first_note_is_known_by_its_mark_above_and_what_follows_below(text: str, found: list[int]) -> None:
    lines = lines_of(text)
    notes = NoteLines(lines)
    assert [notes.number(position, 0, in_notes=False) for position in range(len(lines))] == found
