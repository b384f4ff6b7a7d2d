"""What the reading of a paper's structure gives, and the steps that all kinds of paper share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from ingest.document import Appendix, Block, BlockKind, Kamervragen, Kind, Speaker
from ingest.formats.paged_text import PagedText
from ingest.official_numbers import MONTHS
from ingest.structure.layout import Layout, Unit
from ingest.structure.line_ends import SENTENCE_END
from ingest.structure.lines import Dropped
from ingest.structure.shapes import Shape
from ingest.time_words import day_of, month_number

DATE = rf"(?P<day>\d{{1,2}}) (?P<month>{'|'.join(MONTHS)}) (?P<year>\d{{4}})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """A paper as its own text tells it; "" or None where the text does not say."""

    kind: Kind
    text: str  # canonical
    blocks: tuple[Block, ...]
    pages: tuple[tuple[int, int], ...] = ()  # where each page, or part of one, starts, and its number
    dropped: tuple[Dropped, ...] = ()
    identifier: str = ""
    title: str = ""
    date: date | None = None
    sender: str = ""
    recipient: str = ""
    dossiers: tuple[str, ...] = ()
    url: str = ""
    summary_of: str = ""
    appendices: tuple[Appendix, ...] = ()
    kamervragen: Kamervragen | None = None


def plain_parts(paged: PagedText) -> Parts:
    """The paragraphs of a text and no more: what is left where reading its structure fails."""
    blocks = tuple(
        Block(
            kind=BlockKind.PARAGRAPH,
            start=match.start(),
            end=match.start() + len(match[0].rstrip()),
            page=paged.page_at(match.start()),
        )
        for match in re.finditer(r"\S(?:(?!\n\s*\n)[\s\S])*", paged.text)
    )
    return Parts(kind=Kind.ONBEKEND, text=paged.text, blocks=blocks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A unit with its words, and whether it goes on after footnotes or labels cut it in two."""

    unit: Unit
    text: str
    broken_from: int | None = None  # index of the piece that it goes on from

    @property
    def shape(self) -> Shape:
        """How it looks."""
        return self.unit.shape


def pieces_of(layout: Layout) -> list[Piece]:
    """The units with their words, and which of them are the second half of another."""
    pieces: list[Piece] = []
    body: int | None = None  # the last piece of running text
    between = False
    for index, unit in enumerate(layout.units):
        text = layout.text[unit.start : unit.end]
        broken = None
        if unit.shape is Shape.TEXT:
            if body is not None and between and _open(pieces[body].text, text):
                broken = body
            body, between = index, False
        elif unit.shape is Shape.ITEM:
            body, between = index, False
        elif unit.shape in {Shape.FOOTNOTE, Shape.LABEL}:
            between = True
        else:
            body, between = None, False
        pieces.append(Piece(unit=unit, text=text, broken_from=broken))
    return pieces


def _open(before: str, after: str) -> bool:
    if SENTENCE_END.search(before):
        return after[0].islower()
    return len(before) > 60 or after[0].islower()


def opening_of(piece: Piece, pieces: Sequence[Piece]) -> Piece:
    """The first part of what footnotes or labels cut in pieces; the piece itself where nothing did."""
    while piece.broken_from is not None:
        piece = pieces[piece.broken_from]
    return piece


def block(piece: Piece, kind: BlockKind, **more: object) -> Block:
    """A block over the whole of a piece."""
    made = Block(kind=kind, start=piece.unit.start, end=piece.unit.end, number=piece.unit.number, page=piece.unit.page)
    return replace(made, **more)  # type: ignore[arg-type]


def spoken(blocks: list[Block], speaker: Speaker) -> list[Block]:
    """The same blocks in the mouth of one speaker."""
    return [replace(each, speaker=speaker) for each in blocks]


def found_date(pattern: str, text: str) -> date | None:
    """The date in the first match of a pattern that holds ``DATE``; None without one."""
    match = re.search(pattern, text)
    return day_of(int(match["year"]), month_number(match["month"]), int(match["day"])) if match else None
