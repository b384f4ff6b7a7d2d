"""Where a footnote starts among the lines, and how often a line is looked at to tell that."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from ingest.formats.paged_text import PagedText
from ingest.formats.text_pages import paged
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


FOOT = "Tweede Kamer, vergaderjaar 2018–2019, Aanhangsel {}"
ABOVE = f"De boot1 vaart.\n\n1 Zie de dienstregeling.\n{FOOT.format(1)}\nDe haven is niet\n"


@pytest.mark.parametrize(
    ("below", "noted"),
    [
        (f"2 Kamerstuk 12 345, nr. 6.\n{FOOT.format(2)}\nvol.", "2 Kamerstuk 12 345, nr. 6."),
        (f"2 Kamerstuk 12 345, nr. 6,\nbladzijde 4.\n{FOOT.format(2)}\nvol.", "2 Kamerstuk 12 345, nr. 6,"),
        (f"3 Kamerstuk 12 345, nr. 6.\n{FOOT.format(2)}\nvol.", ""),  # follows on none
        (f"2 Kamerstukken en de\n{FOOT.format(2)}\nnotulen.", ""),  # does not end with its page
        (f"2 Kamerstuk 12 345, nr. 6.\nDe boten varen.\nDe kade is oud.\nDe reder vaart.\n{FOOT.format(2)}\nA.", ""),
    ],
)
def test_the_next_note_at_the_foot_of_a_page_may_part_a_sentence(below: str, noted: str) -> None:
    lines = read_lines(paged(ABOVE + below + "\n" + FOOT.format(3)))[0]
    notes = NoteLines(lines)
    at = [line.text for line in lines].index("De haven is niet") + 1
    assert notes.number(at, 1, in_notes=False) == (2 if noted else 0)
    assert not noted or lines[at].text == noted
