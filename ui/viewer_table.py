"""Rows whose cells a paper keeps apart, "a | b", as a table that a screen reader can walk through."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ingest.document import Block
from ui.viewer_text import CELL_END, Drawn, Span

_YEAR = re.compile(r"(?:19|20)\d\d(?:[-/–](?:19|20)?\d\d)?")
_VALUE = re.compile(r"[€$<>~±+–-]?\s*\d[\d.,\s]*(?:%|‰|€|mln\.?|mld\.?)?|[–-]")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A row with the span of each of its cells; a cell may be empty."""

    block: Block
    cells: tuple[Span, ...]


def has_cells(text: str, blocks: Sequence[Block]) -> bool:
    """Whether the paper tells the cells of these rows apart."""
    return any(CELL_END.search(text, block.start, block.end) for block in blocks)


def tables(
    drawn: Drawn, blocks: Sequence[Block], above: Mapping[int, str], link: Callable[[Block], str]
) -> Iterator[str]:
    """Rows that follow each other as one table or more.

    Args:
        drawn: The text of the paper.
        blocks: The rows.
        above: What is told above a row, as HTML, by the start of the row.
        link: The permanent link to a row, as HTML.
    """
    rows = [_Row(block=block, cells=tuple(_cells(drawn.text, block))) for block in blocks]
    first = 0
    for at in range(1, len(rows) + 1):
        if at == len(rows) or _is_title(drawn.text, rows[at : at + 3]):
            yield _table(drawn, rows[first:at], above, link)
            first = at


def _table(drawn: Drawn, rows: Sequence[_Row], above: Mapping[int, str], link: Callable[[Block], str]) -> str:
    first = rows[0].block
    columns = max(len(row.cells) for row in rows)
    title, name = "", 'aria-label="Tabel"'
    if len(rows[0].cells) == 1 < columns:
        # Above the table rather than in it, where it would be scrolled out of sight with the table.
        words = f'<span id="tabel-{first.start}">{drawn.html(first.start, first.end)}</span>'
        title = f'<p class="tabelkop" id="t{first.start}">{words}{link(first)}</p>'
        name = f'aria-labelledby="tabel-{first.start}"'
        rows = rows[1:]
    has_head = _is_head(drawn.text, rows)
    lines = []
    for row in rows:
        if row.block is not first and (told := above.get(row.block.start)):
            lines.append(f'<tr><td colspan="{columns}">{told}</td></tr>')
        scope = "" if not has_head else "col" if row is rows[0] else "row"
        lines.append(_line(drawn, row, scope, columns, link(row.block)))
    # Wider than a narrow screen, it is scrolled by itself, with the keyboard too.
    table = f'<div class="tabel" role="group" {name} tabindex="0"><table {name}>{"".join(lines)}</table></div>'
    return above.get(first.start, "") + title + table


def _line(drawn: Drawn, row: _Row, scope: str, columns: int, link: str) -> str:
    """A row; its heads are all of its cells where ``scope`` is "col", and the first where it is "row"."""
    cells: list[str] = []
    wide = f' colspan="{columns}"' if len(row.cells) == 1 < columns else ""
    for start, end in row.cells:
        # A head is read out with every cell under it: it holds no link.
        last = link if (start, end) == row.cells[-1] and scope != "col" else ""
        heads = scope == "col" or (scope == "row" and not cells and not _is_value(drawn.text, start, end))
        is_head = heads and not wide and start < end  # an empty head is none
        tag, given = ("th", f' scope="{scope}"') if is_head else ("td", wide)
        cells.append(f"<{tag}{given}>{drawn.html(start, end)}{last}</{tag}>")
    return f'<tr id="t{row.block.start}">{"".join(cells)}</tr>'


def _cells(text: str, block: Block) -> Iterator[Span]:
    start = block.start
    for match in CELL_END.finditer(text, block.start, block.end):
        yield _trimmed(text, start, match.start())
        start = match.end()
    yield _trimmed(text, start, block.end)


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    left = start + len(words) - len(words.lstrip())
    return left, max(left, start + len(words.rstrip()))


def _is_title(text: str, rows: Sequence[_Row]) -> bool:
    """Whether the first of these rows is the title of a table of its own: one cell, above a head."""
    return len(rows) > 2 and len(rows[0].cells) == 1 and _is_head(text, rows[1:])


def _is_head(text: str, rows: Sequence[_Row]) -> bool:
    """Whether the first row holds no value, and the one below it does; where neither does, it cannot be told."""
    if len(rows) < 2 or len(rows[0].cells) < 2 or len(rows[1].cells) < 2:
        return False
    return not _holds_value(text, rows[0]) and _holds_value(text, rows[1])


def _holds_value(text: str, row: _Row) -> bool:
    return any(_is_value(text, *cell) for cell in row.cells)


def _is_value(text: str, start: int, end: int) -> bool:
    words = text[start:end]
    return bool(_VALUE.fullmatch(words)) and not _YEAR.fullmatch(words)
