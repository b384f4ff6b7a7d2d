"""Decision notes by civil servants, with the parts that were made unreadable before publication."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.document import Block, BlockKind, Kind, Role, Speaker
from ingest.structure.layout import ROW, Layout
from ingest.structure.letter import date_of_letter, subject_of
from ingest.structure.notes import hung
from ingest.structure.outline import is_heading, outlined
from ingest.structure.parts import Parts, Piece, pieces_of, spoken
from ingest.structure.shapes import Shape

SECTIONS = re.compile(
    r"^(?:\d\.?\s+)?(?:Aanleiding|Geadviseerd besluit|Gevraagd besluit|Beslispunt(?:en)?|Kernpunten|"
    r"Samenvatting|Toelichting|Financi[eë]le gevolgen|Communicatie|Politieke context|Krachtenveld|"
    r"Informatie die niet openbaar gemaakt kan worden|Argumenten (?:voor|tegen)\b.*)\s*:?$",
    re.MULTILINE,
)
NAMES_ITSELF = re.compile(
    r"\bbeslisnota\b|^(?:TER )?BESLISSING\b|\bnota ter beslissing\b", re.IGNORECASE | re.MULTILINE
)
VERB = re.compile(r"\b(?:is|zijn|was|wordt|worden|heeft|hebben|kan|kunnen|zijn|doen|ontvangen)\b")
MOST_WORDS = 12  # in a heading that ends in a colon


def is_beslisnota(text: str) -> bool:
    """Whether the text has the sections that every decision note has."""
    sections = {match.group().strip() for match in SECTIONS.finditer(text)}
    return len(sections) >= 3 or (len(sections) >= 2 and bool(NAMES_ITSELF.search(text[:1500])))


def parse(layout: Layout) -> Parts:
    """Sections, lists, tables and redactions; everything is advice of civil servants."""
    pieces = pieces_of(layout)
    tables = _tables(pieces)

    def heads(all_pieces: list[Piece], index: int) -> bool:
        return index not in tables and (is_heading(all_pieces, index) or _heads_with_colon(all_pieces, index))

    blocks = outlined(pieces, heads)
    blocks = _after_tables([_row(each) if index in tables else each for index, each in enumerate(blocks)], pieces)
    return Parts(
        kind=Kind.BESLISNOTA,
        text=layout.text,
        blocks=tuple(hung(spoken(blocks, Speaker(role=Role.AMBTELIJK)), layout)),
        dropped=layout.dropped,
        title=subject_of(layout),
        date=date_of_letter(layout),
    )


def _row(made: Block) -> Block:
    return replace(made, kind=BlockKind.TABLE, place="tabel", context=None)


def _after_tables(blocks: list[Block], pieces: list[Piece]) -> list[Block]:
    """Text that begins in mid-sentence after a table is from another note: no heading above covers it."""
    result: list[Block] = []
    lost = False
    for before, made, piece in zip([None, *blocks], blocks, pieces, strict=False):
        if made.kind in {BlockKind.HEADING, BlockKind.TABLE}:
            lost = False
        elif before is not None and before.kind is BlockKind.TABLE:
            lost = piece.text[0].islower()
        result.append(replace(made, path=(), place="") if lost else made)
    return result


def _heads_with_colon(pieces: list[Piece], index: int) -> bool:
    """A heading of a note may end in a colon; a sentence that leads a list in has a verb."""
    piece = pieces[index]
    if piece.shape is not Shape.TEXT or not piece.text.endswith(":") or index + 1 == len(pieces):
        return False
    return piece.text[0].isupper() and len(piece.text.split()) <= MOST_WORDS and not VERB.search(piece.text)


def _tables(pieces: list[Piece]) -> frozenset[int]:
    """Which pieces are rows of a table of dates: from its head to the last short piece after a dated row."""
    rows: set[int] = set()
    for index, piece in enumerate(pieces):
        if index in rows or not ROW.match(piece.text):
            continue
        begin = index
        while begin and pieces[begin - 1].unit.lines == 1 and _short(pieces[begin - 1]) and begin > index - 2:
            begin -= 1
        end = index + 1
        while end < len(pieces) and (_short(pieces[end]) or ROW.match(pieces[end].text)):
            end += 1
        rows |= set(range(begin, end))
    return frozenset(rows)


def _short(piece: Piece) -> bool:
    text = piece.text
    return (
        piece.shape in {Shape.TEXT, Shape.ITEM}
        and len(text) < 110
        and text[-1] not in ".:;?"
        and not SECTIONS.match(text)
        and (text[0].isupper() or piece.shape is Shape.ITEM)
    )
