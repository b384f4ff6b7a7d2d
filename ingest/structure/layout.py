"""From the lines of a file to canonical text, cut into units that stand on their own."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from ingest.formats.paged_text import PagedText, Row, Turn
from ingest.structure.captions import with_captions
from ingest.structure.drafts import Draft, Hints, drafts_of
from ingest.structure.footnote_lines import without_torn_marks
from ingest.structure.hyphens import joint, vocabulary
from ingest.structure.labels import labels_apart
from ingest.structure.letterhead import without_letterhead
from ingest.structure.lines import Dropped, Line, read_lines
from ingest.structure.numbered_heads import heads_apart
from ingest.structure.shapes import Shape
from ingest.structure.unmarked_items import with_unmarked_items
from ingest.structure.web_notes import without_signs


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A stretch of canonical text that looks like one thing.

    ``blank`` tells whether an empty line stood above it, ``lines`` how many lines it filled.
    ``heading``, ``turn`` and ``row`` are what the file says of it by mark-up or type, as in ``PagedText``.
    """

    start: int
    end: int
    shape: Shape
    number: str = ""
    bullet: str = ""
    blank: bool = False
    lines: int = 1
    page: int | None = None
    heading: int | None = None
    turn: Turn | None = None
    row: Row | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TornMark:
    """A footnote mark that stood on a line of its own, and the span of the line below it."""

    number: str
    at: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Canonical text, its units in order, and everything that the raw text had more."""

    text: str
    units: tuple[Unit, ...]
    dropped: tuple[Dropped, ...]
    torn: tuple[TornMark, ...]
    pages: tuple[tuple[int, int], ...] = ()  # where each page, or part of one, starts, and its number


def lay_out(paged: PagedText) -> Layout:
    """Join the lines of a file into canonical text.

    Within a unit a line break becomes a space, or nothing after a hyphen that only the
    line end needed; between units stands an empty line. Nothing else is changed.
    """
    lines, dropped = read_lines(paged)
    lines, letterhead = without_letterhead(lines)
    dropped += [Dropped(start=line.start, end=line.end, why="letterhead") for line in letterhead]
    lines, signs = without_signs(labels_apart(lines))
    lines, marks, torn_lines = without_torn_marks(lines)
    dropped += [*signs, *(Dropped(start=line.start, end=line.end, why="torn mark") for line in marks)]
    hints = Hints(
        headings=paged.headings, turns=paged.turns, rows=paged.rows, marks_rows=paged.marks_rows, notes=paged.notes
    )
    words = vocabulary(line.text for line in lines)
    drafts = with_unmarked_items(with_captions(heads_apart(drafts_of(lines, hints))))
    return _assembled(drafts, hints, words, dropped, torn_lines)


def _assembled(
    drafts: list[Draft], hints: Hints, words: Counter[str], dropped: list[Dropped], torn_lines: dict[int, str]
) -> Layout:
    pieces: list[str] = []
    units: list[Unit] = []
    torn: list[TornMark] = []
    pages: list[tuple[int, int]] = []
    length = 0
    for draft in drafts:
        if pieces:
            pieces.append("\n\n")
            length += 2
        text, places, mends = _joined(draft.lines, words)
        dropped += mends
        for line, place in zip(draft.lines, places, strict=True):
            if line.page is not None and (not pages or pages[-1][1] != line.page):
                pages.append((length + place, line.page))
        torn += [
            TornMark(number=torn_lines[line.start], at=length + place, end=length + place + len(line.text))
            for line, place in zip(draft.lines, places, strict=True)
            if line.start in torn_lines
        ]
        units.append(
            Unit(
                start=length,
                end=length + len(text),
                shape=draft.look.shape,
                number=draft.look.number,
                bullet=draft.look.bullet,
                blank=draft.lines[0].blanks > 0,
                lines=len(draft.lines),
                page=draft.lines[0].page,
                heading=hints.headings.get(draft.lines[0].start),
                turn=hints.turns.get(draft.lines[0].start),
                row=hints.rows.get(draft.lines[0].start),
            )
        )
        pieces.append(text)
        length += len(text)
    ordered = tuple(sorted(dropped, key=lambda stretch: stretch.start))
    return Layout(text="".join(pieces), units=tuple(units), dropped=ordered, torn=tuple(torn), pages=tuple(pages))


def _joined(lines: list[Line], words: Counter[str]) -> tuple[str, list[int], list[Dropped]]:
    """The text of a unit, where each of its lines starts in it, and the line ends taken off."""
    text, places, mends = lines[0].text, [0], []
    pieces = [text]
    length = len(text)
    for before, line in pairwise(lines):
        tail = pieces[-1] if len(pieces[-1]) > 200 else "".join(pieces[-3:])
        taken, between = joint(tail, line.text, words)
        if between and before.trailing > 1 and line.indented:
            between = "  "  # a stretch made unreadable where the line ended
        if taken:
            pieces[-1] = pieces[-1][:-taken]
            length -= taken
        if not between:  # what stands between the lines is gone, furniture of a page and all
            mends.append(Dropped(start=before.end - taken, end=line.start, why="line end"))
        pieces += [between, line.text]
        length += len(between)
        places.append(length)
        length += len(line.text)
    return "".join(pieces), places, mends
