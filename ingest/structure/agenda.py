"""Tables of dates and meetings whose lines the text has lost: each row is one block again."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from ingest.document import Block, BlockKind
from ingest.structure.line_ends import MONTH, ROW
from ingest.structure.parts import Piece
from ingest.structure.shapes import Shape
from ingest.time_words import SHORT_MONTH

DAY = r"(?:(?:ma|di|wo|do|vr|za|zo|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)\.?\s+)?"
# Dates that are no row by themselves, but are with another under them.
LOOSE = re.compile(
    rf"(?i:{DAY}(?:\d{{1,2}}[-/]\d{{1,2}}(?:[-/]\d{{2,4}})?|\d{{1,2}} (?:{MONTH}|{SHORT_MONTH})\.?(?: \d{{4}})?|"
    rf"week \d{{1,2}}|(?:begin|medio|eind) (?:{MONTH})(?: \d{{4}})?|(?:{MONTH}) \d{{4}}|"
    rf"(?:q|kwartaal )\d(?: \d{{4}})?))(?=\s|$)(?:\s+[A-Z0-9].*[^.:;?])?"
)
BARE = re.compile(
    rf"{DAY}[\d/ -]+(?:of|en)?[\d ]*(?:{MONTH})?(?: \d{{4}})?(?:\s+\d{{1,2}}[:.]\d{{2}}\S*)?", re.IGNORECASE
)
LONGEST_CELL = 110  # characters
NEAR = 6  # pieces between two loose dates of one table
COLUMNS = re.compile(r"(?:Datum|Wanneer|Moment|Week|Planning)\b", re.IGNORECASE)


def rows_of(pieces: list[Piece], closes: Callable[[str], bool]) -> tuple[range, ...]:
    """Which pieces are one row: a dated line with the cells that follow it; the names of the columns are one too."""
    dated = _dated(pieces)
    rows: list[range] = []
    index = 0
    while index < len(pieces):
        if index not in dated:
            if index + 1 in dated and _is_head(pieces[index]):
                rows.append(range(index, index + 1))
            index += 1
            continue
        end = index + 1
        # Dates that stand together, each without its cells, share the cells that follow.
        while end in dated and BARE.fullmatch(pieces[end - 1].text):
            end += 1
        while end < len(pieces) and end not in dated and _is_cell(pieces[end], closes):
            end += 1
        rows.append(range(index, end))
        index = end
    return tuple(rows)


def with_rows(blocks: list[Block], rows: tuple[range, ...]) -> list[Block]:
    """The same blocks, one for each piece, where those of a row are one block of a table."""
    begins = {row.start: row for row in rows}
    inside = {index for row in rows for index in row}
    return [
        _row(made, blocks[begins[index].stop - 1]) if index in begins else made
        for index, made in enumerate(blocks)
        if index in begins or index not in inside
    ]


def _dated(pieces: list[Piece]) -> frozenset[int]:
    """Where rows begin: a date with room for cells, or a looser one that does not stand alone."""
    loose = [
        at for at, each in enumerate(pieces) if each.shape in {Shape.TEXT, Shape.ITEM} and LOOSE.fullmatch(each.text)
    ]
    found = {at for at, each in enumerate(pieces) if each.shape is Shape.TEXT and ROW.match(each.text)}
    all_dates = found.union(loose)
    near = {at for at in loose if any(at + step in all_dates for step in range(-NEAR, NEAR + 1) if step)}
    return frozenset(at for at in found | near if len(pieces[at].text) < LONGEST_CELL * 2)


def _is_head(piece: Piece) -> bool:
    """Whether a line names the columns of a table: "Datum Overleg Opmerking"."""
    return bool(COLUMNS.match(piece.text)) and len(piece.text) < LONGEST_CELL and piece.text[-1] not in ".:;?"


def _is_cell(piece: Piece, closes: Callable[[str], bool]) -> bool:
    text = piece.text
    return (
        piece.shape in {Shape.TEXT, Shape.ITEM}
        and len(text) < LONGEST_CELL
        and text[-1] not in ".:;?"
        and not closes(text)
        and (text[0].isupper() or piece.shape is Shape.ITEM)
    )


def _row(first: Block, last: Block) -> Block:
    return replace(first, kind=BlockKind.TABLE, end=last.end, place="tabel", number="", context=None)
