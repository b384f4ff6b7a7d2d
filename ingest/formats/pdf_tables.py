"""Tables on a PDF page, written as rows: those with borders, and those that are only aligned."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.formats.pdf_lines import LIST_MARK, Cell, Line, lines_of
from ingest.formats.pdf_rules import Grid
from ingest.formats.pdf_runs import Run

LEAST_CELLS = 6  # two rows of three or three of two; a letter's "Datum" and "Betreft" are no table
STEP = 2.5  # times the line height: a table has no wider step between two of its lines


def ruled_table(grid: Grid, runs: Sequence[Run]) -> Line | None:
    """The text inside a grid as rows, standing as one line where the grid has its top."""
    cells: dict[tuple[int, int], list[Run]] = {}
    for run in runs:
        cells.setdefault(grid.cell(run.left, run.baseline), []).append(run)
    written = {place: " ".join(line.text for line in lines_of(inside)) for place, inside in cells.items()}
    numbers = sorted({row for row, _ in written})
    rows = [[written.get((row, column), "") for column in range(len(grid.columns) - 1)] for row in numbers]
    if not rows:
        return None
    text = tuple(" | ".join(row) for row in rows)
    highest = max(runs, key=lambda run: run.baseline)
    place = Cell("\n".join(text), grid.columns[0], grid.columns[-1])
    return Line((place,), highest.baseline, highest.height, bold=False, rows=text)


def find_tables(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """The spans of lines, start and end exclusive, that are tables."""
    spans: list[tuple[int, int]] = []
    start = 0
    while start < len(lines):
        end = _table_end(lines, start)
        if end is None:
            start += 1
        else:
            spans.append((start, end))
            start = end
    return spans


def table_rows(lines: Sequence[Line], pitch: float) -> list[str]:
    """Write the lines of a table as rows, their cells parted by an upright bar.

    A line that leaves the first column empty goes on with the row above it, unless a wider
    step than that of running text parts the two.
    """
    columns = _columns(lines)
    rows: list[list[str]] = []
    above: Line | None = None
    for line in lines:
        loose = above is not None and above.baseline - line.baseline > 1.25 * pitch * line.height
        filled = [_column(cell, columns) for cell in line.cells]
        if above is None or loose or 0 in filled:
            rows.append([""] * len(columns))
        for position, cell in zip(filled, line.cells, strict=True):
            rows[-1][position] = f"{rows[-1][position]} {cell.text}".strip()
        above = line
    return [" | ".join(row) for row in rows]


def _table_end(lines: Sequence[Line], start: int) -> int | None:
    """Where the table ends that starts at a line; None if none starts there."""
    if lines[start].rows or len(lines[start].cells) < 2 or LIST_MARK.fullmatch(lines[start].cells[0].text):
        return None
    end, last, cells = start + 1, start + 1, len(lines[start].cells)
    while end < len(lines) and _goes_on(lines[start:end], lines[end]):
        end += 1
        if len(lines[end - 1].cells) > 1:
            last = end
            cells += len(lines[end - 1].cells)
    return last if last - start > 1 and cells >= LEAST_CELLS else None


def _goes_on(above: Sequence[Line], line: Line) -> bool:
    """Whether each cell of a line stands under one column of the lines above it."""
    if line.rows or not 0 <= above[-1].baseline - line.baseline <= STEP * line.height:
        return False
    columns = _columns(above)
    shared = [sum(_overlap(cell, column) > 0 for column in columns) for cell in line.cells]
    return max(shared) == 1 and sum(shared) >= min(len(line.cells), 2)


def _columns(lines: Sequence[Line]) -> list[tuple[float, float]]:
    """The left and right edges of the columns, from left to right.

    Cells that stand under each other make a column, whether set flush left, flush right or centred.
    """
    columns: list[tuple[float, float]] = []
    for cell in sorted((cell for line in lines for cell in line.cells), key=lambda cell: cell.left):
        if columns and _overlap(cell, columns[-1]) > 0:
            columns[-1] = (columns[-1][0], max(columns[-1][1], cell.right))
        else:
            columns.append((cell.left, cell.right))
    return columns


def _column(cell: Cell, columns: Sequence[tuple[float, float]]) -> int:
    return max(range(len(columns)), key=lambda position: _overlap(cell, columns[position]))


def _overlap(cell: Cell, column: tuple[float, float]) -> float:
    """How much of the width of a column a cell shares; below 0, how far it stands beside it."""
    return min(cell.right, column[1]) - max(cell.left, column[0])
