"""Text as a file holds it, with its pages, and why a file cannot be read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntFlag, StrEnum


class Reason(StrEnum):
    """Why a file gave no paper."""

    LEEG = "leeg"
    BINAIR = "binair"
    CODERING = "codering"
    TE_GROOT = "te groot"
    GEEN_TEKST = "geen tekst"
    SOORT = "soort bestand"
    BESCHADIGD = "beschadigd"
    WACHTWOORD = "wachtwoord"
    KOPPELING = "koppeling"
    ONLEESBAAR = "onleesbaar"
    VOORBLAD = "voorblad"
    FOUT = "fout in het programma"
    ONLEESBARE_LETTERS = "onleesbare letters"


class UnreadableFile(Exception):
    """A file that cannot be read as a paper, and why."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(f"{reason.value}: {detail}" if detail else reason.value)
        self.reason = reason
        self.detail = detail

    def __reduce__(self) -> tuple[type[UnreadableFile], tuple[Reason, str]]:
        return UnreadableFile, (self.reason, self.detail)


class Turn(StrEnum):
    """Whose turn a file says it is, where no label is printed."""

    QUESTION = "question"
    ANSWER = "answer"


class Row(IntFlag):
    """What a row of a table is besides a row."""

    BODY = 0
    OPENS = 1  # the first row of its table
    HEAD = 2  # it says what stands in the rows below it
    GOES_ON = 4  # it is the rest of the row above it, whose words filled a line


@dataclass(frozen=True, slots=True, kw_only=True)
class PagedText:
    """The text of a file, line by line as it stands there.

    ``page_starts`` holds the code point offset at which each page, or each of its parts, starts, rising,
    the first 0; empty when the file has no pages. ``page_numbers`` holds the number of the page of each of these,
    where they do not count on from 1: the notes of a page stand below what goes on over its foot. ``unread``
    holds the numbers of pages, from 1, that are pictures and could not be recognised; ``plain`` those of pages, or
    of blocks in a file without pages, whose fine reading failed: their words were read and no more.

    What the file says by mark-up, type or style, and its words do not, is kept by the
    offset at which a line starts: ``headings`` tells how deep a heading stands, 1 the
    outermost and 0 where only its bold type makes it one; ``turns`` tells which lines
    open a question or an answer; ``rows`` tells which lines are rows of tables, and
    ``marks_rows`` that no other line is one; ``notes`` tells which lines open a footnote, and no other line does
    unless it is None; ``furniture`` tells which lines are of the print and not of the paper.
    ``title`` is what the file's own record of particulars calls the paper, and ``identifier`` the number that it
    gives it, "" without one.
    """

    text: str
    page_starts: tuple[int, ...] = ()
    page_numbers: tuple[int, ...] = ()
    unread: tuple[int, ...] = ()
    plain: tuple[int, ...] = ()
    headings: Mapping[int, int] = field(default_factory=dict)
    turns: Mapping[int, Turn] = field(default_factory=dict)
    rows: Mapping[int, Row] = field(default_factory=dict)
    marks_rows: bool = False
    notes: tuple[int, ...] | None = None
    furniture: tuple[int, ...] = ()
    title: str = ""
    identifier: str = ""

    def __post_init__(self) -> None:
        rising = all(a <= b for a, b in zip(self.page_starts, self.page_starts[1:], strict=False))
        if self.page_starts and (self.page_starts[0] != 0 or not rising or self.page_starts[-1] > len(self.text)):
            raise ValueError(f"pages must start at 0 and rise within the text, not {self.page_starts}")

    def page_at(self, offset: int) -> int | None:
        """The number of the page that holds a place in the text, from 1; None in a file without pages."""
        started = bisect_right(self.page_starts, offset)
        return self.page_numbers[started - 1] if started and self.page_numbers else started or None


def joined(parts: Iterable[PagedText]) -> PagedText:
    """Several texts under each other as one, a blank line between them; their pages are counted no more."""
    text = ""
    unread: list[int] = []
    plain: list[int] = []
    headings: dict[int, int] = {}
    turns: dict[int, Turn] = {}
    rows: dict[int, Row] = {}
    for part in parts:
        text += "\n\n" if text else ""
        headings |= {len(text) + offset: level for offset, level in part.headings.items()}
        turns |= {len(text) + offset: whose for offset, whose in part.turns.items()}
        rows |= {len(text) + offset: kind for offset, kind in part.rows.items()}
        unread += part.unread
        plain += part.plain
        text += part.text
    return PagedText(text=text, unread=tuple(unread), plain=tuple(plain), headings=headings, turns=turns, rows=rows)
