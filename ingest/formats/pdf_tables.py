"""Tables on a PDF page, written as rows: those with borders, and those that are only aligned."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import reduce
from itertools import pairwise

from ingest.formats.pdf_contents import LABEL, contents_end
from ingest.formats.pdf_lines import LIST_MARK, Line, lines_of
from ingest.formats.pdf_rules import Grid
from ingest.formats.pdf_runs import Cell, Run
from ingest.formats.table_rows import SHORT, holds_value, is_value, one_cell

LEAST_CELLS = 6  # two rows of three or three of two; a letter's "Datum" and "Betreft" are no table
FLUSH = 1.5  # points: cells that start so close under each other are set flush left
STEP = 2.5  # times the line height: a table has no wider step between two of its lines
CLOSER = 0.88  # of the least step between two rows of figures: lines that stand closer are of one row
BESIDE = 0.9  # of the line height: no two lines of text stand so close, so that one stands beside the other
ABOVE = 1.6  # times the line height: how far the first line of a head stands above the next one
ALIKE = 0.12  # of the line height: two lines of one head differ less
SIGNED = 9.0  # times the line height: room for a hand between an office and a name
Edges = tuple[float, float]  # left and right, in points
NAME = re.compile(r"(?:(?:[A-Za-z]{1,4}\. ?)+|[A-ZÀ-Ý][\w-]+ )(?:[a-z’']+ )*[A-ZÀ-Ý][\w’' -]+")  # of who signs
OFFICE = re.compile(r"(?i:(?:de |het )?(?:demissionair )?(?:minister|staatssecretaris))(?:-president)?\b")


def ruled_table(grid: Grid, runs: Sequence[Run]) -> Line | None:
    """The text inside a grid as rows, standing as one line where the grid has its top."""
    cells: dict[tuple[int, int], list[Run]] = {}
    for run in runs:
        cells.setdefault(grid.cell(run.left, run.baseline), []).append(run)
    written = {place: reduce(one_cell, (line.text for line in lines_of(inside))) for place, inside in cells.items()}
    if not written:
        return None
    across = range(len(grid.columns) - 1)
    numbers = [number for number in range(len(grid.rows) - 1) if any((number, column) in written for column in across)]
    rows = tuple(tuple(_row(grid, number, written)) for number in numbers)
    if len(written) == len(numbers):  # boxes under each other, as over words that were taken out
        return None
    bold = [
        {run.bold for (row, _), inside in cells.items() if row == number for run in inside} == {True}
        for number in numbers
    ]
    highest = max(runs, key=lambda run: run.baseline)
    words = "\n".join(" ".join(filter(None, row)) for row in rows)
    place = Cell(words, grid.columns[0], grid.columns[-1])
    return Line((place,), highest.baseline, highest.height, bold=False, rows=rows, heads=_bold_heads(bold))


def _bold_heads(bold: Sequence[bool]) -> int:
    """How many rows head a table by their type: the first ones, where they alone are set in bold; else 0."""
    heads = sum(bold)
    return heads if heads < len(bold) and all(bold[:heads]) else 0


def _row(grid: Grid, number: int, written: Mapping[tuple[int, int], str]) -> list[str]:
    """The cells of a row of a grid; one that is merged is told in each place, one over the whole width once."""
    homes = [grid.home(number, column) for column in range(len(grid.columns) - 1)]
    if len(set(homes)) == 1 and len(homes) > 1:
        return [written.get(homes[0], "")]
    texts = [written.get(home, "") for home in homes]
    return [
        text if home == (number, column) or len(text) <= SHORT else ""
        for column, (home, text) in enumerate(zip(homes, texts, strict=True))
    ]


def find_tables(lines: Sequence[Line]) -> dict[int, list[Line]]:
    """The tables among lines that have no borders: the index where each starts, and its lines cell by cell."""
    tables: dict[int, list[Line]] = {}
    start = end = 0
    while start < len(lines):
        if (listed := contents_end(lines, start)) > start:
            start = end = listed
            continue
        table = _parted_by_figures(_table(lines, start))
        if table:
            head = _head_above(lines[end:start], table)
            tables[start - len(head)] = [*head, *table]
            end = start + len(table)
        start += max(len(table), 1)
    return tables


def table_rows(lines: Sequence[Line], pitch: float) -> list[list[str]]:
    """Write the lines of a table as rows of cells.

    A line that leaves the first column empty goes on with the row above it, unless a wider
    step than that of running text parts the two. Where such steps part the rows, so does a
    line that fills nothing but the first column, and so does any line that stands closer to the one above it than two
    rows of figures do. A line with figures under all figures of the row above it is a row of the same group, and has
    the name of the group from that row.
    """
    columns = _columns(lines)
    grouped = _in_groups(lines, columns)
    steps = [above.baseline - line.baseline for above, line in pairwise(lines)]
    close = CLOSER * _step_of_rows(lines)
    wrapped = [False, *(step < close for step in steps)]
    loose = [True, *(step > 1.25 * pitch * line.height for step, line in zip(steps, lines[1:], strict=True))]
    spaced = any(loose[1:])
    rows: list[list[str]] = []
    for line, apart, goes_on in zip(lines, loose, wrapped, strict=True):
        filled = [_column(cell, columns) for cell in line.cells]
        group = _group(rows[-1], filled, line.cells) if grouped and rows and 0 not in filled else []
        if not (rows and goes_on) and (apart or group or (0 in filled and not (spaced and filled == [0]))):
            rows.append([*group, *[""] * (len(columns) - len(group))])
        for position, cell in zip(filled, line.cells, strict=True):
            rows[-1][position] = one_cell(rows[-1][position], cell.text)
    return rows


def signers(lines: Sequence[Line]) -> list[str]:
    """What several sign side by side, one below the other, a blank line between them; empty for any other table."""
    columns = _columns(lines)
    if not _names_offices(lines[0]) or len(columns) > len(lines[0].cells):
        return []
    apart: list[list[str]] = [[""] for _ in columns]
    for cell in (cell for line in lines for cell in line.cells):
        apart[_column(cell, columns)].append(cell.text)
    signed = all(NAME.fullmatch(column[-1]) for column in apart) and not any(
        is_value(cell.text) for line in lines for cell in line.cells
    )
    return [text for column in apart for text in column] if signed else []


def _names_offices(line: Line) -> bool:
    """Whether the first line of a table names in each cell the office of who signs."""
    return all(OFFICE.match(cell.text) for cell in line.cells)


def _step_of_rows(lines: Sequence[Line]) -> float:
    """The least step between two rows of figures that follow each other; 0 where none do."""
    told = [holds_value(cell.text for cell in line.cells) for line in lines]
    steps = [above.baseline - line.baseline for above, line in pairwise(lines)]
    return min((step for step, both in zip(steps, map(all, pairwise(told)), strict=True) if both), default=0.0)


def _in_groups(lines: Sequence[Line], columns: Sequence[Edges]) -> bool:
    """Whether the rows of figures come in groups of one size, the first row of each bearing its name.

    In other tables the name may stand in the middle of its group, so that nobody can tell whose the rows without one
    are. The last group may be a row of totals.
    """
    figures = [line for line in lines if sum(is_value(cell.text) for cell in line.cells) > 1]
    named = [at for at, line in enumerate(figures) if _column(line.cells[0], columns) == 0]
    sizes = [end - start for start, end in pairwise([*named, len(figures)])]
    return named[:1] == [0] and len({*sizes[:-1]}) < 2 and max(sizes) == sizes[0] > 1


def _group(above: Sequence[str], filled: Sequence[int], cells: Sequence[Cell]) -> list[str]:
    """The first cells of the row above, where a line that leaves them empty is a row of its own below it; else none.

    The rest of a cell that fills several lines brings no figures anew.
    """
    figures = [place for place, text in enumerate(above) if is_value(text)]
    told = [place for place, cell in zip(filled, cells, strict=True) if is_value(cell.text)]
    same = len(figures) > 1 and told == figures and set(filled) == {*range(filled[0], len(above))}
    return list(above[: filled[0]]) if same else []


def _table(lines: Sequence[Line], start: int) -> list[Line]:
    """The lines of the table that starts at a line; none if none starts there."""
    first = lines[start]
    if first.rows or len(first.cells) < 2:
        return []
    if LIST_MARK.fullmatch(first.cells[0].text):
        return []
    if len(first.cells) == 2 and LABEL.fullmatch(first.cells[0].text) and not _labels(lines[start + 1 : start + 2]):
        return []
    signature = _lines_down(lines, start, SIGNED) if _names_offices(first) else []
    if signature and signers(signature):
        return signature
    table = _lines_down(lines, start, STEP)
    return table if sum(len(line.cells) for line in table if len(line.cells) > 1) >= LEAST_CELLS else []


def _lines_down(lines: Sequence[Line], start: int, step: float) -> list[Line]:
    """The lines from one down that stand in its columns, no wider apart than a step; none if it stands alone."""
    table, last = [lines[start]], 1
    for line in lines[start + 1 :]:
        if line.rows:
            break
        ways = (line, _parted(line, table), _parted_between(line, _columns(table)))
        fitting = next((way for way in ways if _goes_on(table, way, step)), None)
        if fitting is None:
            break
        table.append(fitting)
        # Under the last row, text that leaves the first column empty still belongs to the table; other text does not.
        close = table[-2].baseline - fitting.baseline < BESIDE * fitting.height
        beside = last == len(table) - 1 and (close or _column(fitting.cells[0], _columns(table)) > 0)
        if len(fitting.cells) > 1 or beside:
            last = len(table)
    return table[:last] if last > 1 else []


def _labels(lines: Sequence[Line]) -> bool:
    """Whether a line, too, opens with what else stands in the narrow column before the text: then it is a column."""
    return any(LABEL.fullmatch(line.cells[0].text) for line in lines)


def _parted_by_figures(table: Sequence[Line]) -> list[Line]:
    """The same lines, each cell parted that stands in two columns of figures: no wide space may show between those."""
    wide = [line for line in table if len(line.cells) > 1]
    figures = [piece for line in wide for piece in line.pieces if is_value(piece.text)]
    edges = Counter(side for piece in figures for side in _sides(piece))
    columns = _spans(piece for piece in figures if any(edges[side] > 1 for side in _sides(piece)))
    return [_parted_between(line, columns) for line in table]


def _sides(piece: Cell) -> tuple[tuple[str, int], tuple[str, int]]:
    return ("left", round(piece.left)), ("right", round(piece.right))


def _parted_between(line: Line, columns: Sequence[Edges]) -> Line:
    """A line of several cells parted at the widest space between two pieces in different columns."""
    if len(line.cells) < 2:
        return line
    pieces = line.pieces
    starts = {cell.left for cell in line.cells}
    placed = [
        (at, within[0])
        for at, piece in enumerate(pieces)
        if len(within := [column for column, edges in enumerate(columns) if _overlap(piece, edges) > 0]) == 1
    ]
    for (last, one), (at, other) in pairwise(placed):
        if one != other and not any(piece.left in starts for piece in pieces[last + 1 : at + 1]):
            widest = max(range(last + 1, at + 1), key=lambda to: pieces[to].left - pieces[to - 1].right)
            starts.add(pieces[widest].left)
    return _cut(line, starts)


def _head_above(lines: Sequence[Line], table: Sequence[Line]) -> list[Line]:
    """The lines right above a table that are the beginning of its head: each cell stands in a column but the first.

    What stands beside the line below it, half a line up, may be the head of the first column.
    """
    columns = _columns(table)
    head: list[Line] = []
    first = len(lines)
    below = table[0]
    while first and not holds_value(cell.text for cell in below.cells):
        line = _parted_between(lines[first - 1], columns)
        step = line.baseline - below.baseline
        near = 0 < step <= ABOVE * below.height
        alike = line.bold == below.bold and abs(line.height - below.height) <= ALIKE * below.height
        places = [[at for at, edges in enumerate(columns) if _overlap(cell, edges) > 0] for cell in line.cells]
        own = [[0]] if step >= BESIDE * below.height else []
        if line.rows or not (near and alike) or any(len(place) != 1 or place in own for place in places):
            break
        head, below, first = [line, *head], line, first - 1
    return head


def _parted(line: Line, above: Sequence[Line]) -> Line:
    """A line parted at each wide space that a column of the lines above it starts after."""
    return _cut(line, {cell.left for other in above for cell in other.cells})


def _cut(line: Line, starts: Collection[float]) -> Line:
    """A line whose cells start where its pieces stand flush with one of these places."""
    cells: list[Cell] = []
    for piece in line.pieces:
        if cells and not any(abs(piece.left - start) <= FLUSH for start in starts):
            cells[-1] = Cell(f"{cells[-1].text} {piece.text}", cells[-1].left, piece.right)
        else:
            cells.append(piece)
    return replace(line, cells=tuple(cells)) if cells else line


def _goes_on(above: Sequence[Line], line: Line, step: float) -> bool:
    """Whether each cell of a line stands under one column of the lines above it, no more than a step down."""
    if not 0 <= above[-1].baseline - line.baseline <= step * line.height:
        return False
    columns = _columns(above)
    shared = [sum(_overlap(cell, column) > 0 for column in columns) for cell in line.cells]
    return max(shared) == 1 and sum(shared) >= min(len(line.cells), 2)


def _columns(lines: Sequence[Line]) -> list[Edges]:
    """The left and right edges of the columns, from left to right.

    Cells that stand under each other make a column, whether set flush left, flush right or centred.
    """
    return _spans(cell for line in lines for cell in line.cells)


def _spans(cells: Iterable[Cell]) -> list[Edges]:
    """The left and right edges of what stands under each other, from left to right."""
    columns: list[Edges] = []
    for cell in sorted(cells, key=lambda cell: cell.left):
        if columns and _overlap(cell, columns[-1]) > 0:
            columns[-1] = (columns[-1][0], max(columns[-1][1], cell.right))
        else:
            columns.append((cell.left, cell.right))
    return columns


def _column(cell: Cell, columns: Sequence[Edges]) -> int:
    return max(range(len(columns)), key=lambda position: _overlap(cell, columns[position]))


def _overlap(cell: Cell, column: Edges) -> float:
    """How much of the width of a column a cell shares; below 0, how far it stands beside it."""
    return min(cell.right, column[1]) - max(cell.left, column[0])
