"""The rows of tables with what heads them, so that each can be read alone."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from ingest.document import Block, BlockKind
from ingest.formats.paged_text import Row
from ingest.formats.table_rows import CELL_END
from ingest.structure.captions import SOURCE
from ingest.structure.layout import Layout


def with_heads(blocks: tuple[Block, ...], layout: Layout) -> tuple[Block, ...]:
    """The same blocks; each row below the heads of its table hangs on them, and on the caption right above them.

    A table without a head that goes on right below another of as many columns, as over the end of a page, has the
    heads of that.
    """
    kinds = {unit.start: unit.row for unit in layout.units if unit.row is not None}
    result = list(blocks)
    first: int | None = None  # where the heads of the table start
    end = width = 0
    for index, block in enumerate(blocks):
        kind = kinds.get(block.start)
        if block.kind is not BlockKind.TABLE or kind is None:
            first = None
            continue
        cells = len(CELL_END.findall(layout.text, block.start, block.end))
        opens = index == 0 or bool(kind & Row.OPENS)
        if opens or (kind & Row.HEAD and first is None):
            above = blocks[index - 1] if index and _is_caption(blocks[index - 1], kinds, layout.text) else None
            if above is not None:
                first, end = above.start, above.end
            elif kind & Row.HEAD:
                first = block.start
            elif cells != width:
                first = None
        if kind & Row.HEAD:
            end, width = block.end, cells
            continue
        if first is not None:
            result[index] = replace(block, context=(first, end))
    return tuple(result)


def _is_caption(block: Block, rows: Collection[int], text: str) -> bool:
    """Whether a block of a table is the line above it, which the file does not set as a row of cells."""
    words = text[block.start : block.end]
    is_line = block.kind is BlockKind.TABLE and block.start not in rows and not SOURCE.match(words)
    return is_line and not CELL_END.search(words)
