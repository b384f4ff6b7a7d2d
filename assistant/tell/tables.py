"""A table of a paper as rows and columns: which cells are keys, which are heads, and what stands where they meet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.document import Block
from ingest.formats.flat_tables import figures_of, parted
from ingest.formats.table_rows import CELL_END, is_value

# Opens a row that is part of one above.
_PART = re.compile(r"\W*(?:[–—-]\s|w\.?v\.?\b|waarvan\b|daarvan\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row below the heads."""

    block: Block
    cells: tuple[str, ...]
    whole: str = ""  # the first cell of the row that it is a part of: "– waarvan op het water" below "Boten"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with heads of as many columns as its rows have."""

    caption: str  # the rows above the heads that have one cell
    heads: tuple[str, ...]  # of each column, those above each other put together
    rows: tuple[Row, ...]
    keys: int  # how many columns from the left say what a row is about

    def key(self, row: Row) -> str:
        """What a row is about, in the words of all its keys."""
        return ", ".join(dict.fromkeys(filter(None, [row.whole, *row.cells[: self.keys]])))


def table_of(text: str, blocks: Sequence[Block], above: str) -> Table | None:
    """The table that some rows make below their heads; None if the cells do not fit these.

    Args:
        text: Of the paper.
        blocks: All rows of the table but those that head it.
        above: The rows that head the table, as the paper has them.
    """
    heads = [line for line in above.splitlines() if line.strip()]
    told = [text[block.start : block.end] for block in blocks]
    flat, flat_cells = ([], []) if any(len(cut(line)) > 1 for line in [*heads, *told]) else parted(heads, told)
    lines = [*([line] for line in heads[:-1]), flat] if flat else [cut(line) for line in heads]
    wide = [line for line in lines if len(line) > 1]
    width = len(wide[0]) if wide else 0
    if not wide or any(len(line) != width for line in wide):
        return None
    rows: list[Row] = []
    whole = ""
    for block, cells in zip(blocks, map(tuple, flat_cells or map(cut, told)), strict=True):
        is_part = bool(_PART.match(cells[0]))
        whole = whole if is_part else cells[0]
        if len(cells) == width:
            rows.append(Row(block=block, cells=cells, whole=whole if is_part else ""))
    if not rows:
        return None
    return Table(
        caption=" ".join(line[0] for line in lines if len(line) == 1),
        heads=tuple(" ".join(dict.fromkeys(filter(None, column))) for column in zip(*wide, strict=True)),
        rows=tuple(rows),
        keys=_keys(rows),
    )


def cut(row: str) -> list[str]:
    """The cells of a row; one where only spaces part them."""
    return [cell.strip() for cell in CELL_END.split(row)]


def key_of(row: str) -> str:
    """What a row is about: its first cell, or what stands before its figures where only spaces part these."""
    first, *others = cut(row)
    return first if others else figures_of(first)[0]


def _keys(rows: Sequence[Row]) -> int:
    """The columns from the left in which most rows hold no figure, up to the first in which they do; at least one."""
    for column in range(1, len(rows[0].cells)):
        filled = [row.cells[column] for row in rows if row.cells[column]]
        if 2 * sum(map(is_value, filled)) >= len(filled):
            return column
    return 1
