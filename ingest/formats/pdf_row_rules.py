"""Tables of which rules part the rows and nothing the columns: each rule ends where a cell does."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.formats.pdf_lines import Line, lines_of
from ingest.formats.pdf_rules import TOUCHING, Grid, Rule, merged, touching
from ingest.formats.pdf_runs import Run
from ingest.formats.pdf_tables import ABOVE, ALIKE, BESIDE
from ingest.formats.table_rows import is_value

LEAST_RULES = 4  # three may be those around a head and below the last row, with many rows between
NEAR = 2.5  # times the line height: how far the head of a table stands above the first rule


def row_grids(rules: Sequence[Rule], runs: Sequence[Run]) -> tuple[list[Grid], list[Run]]:
    """The grids that rules below each row make, and the runs of the page, parted where one fills several cells."""
    grids = []
    drawn = list(runs)
    for columns, stack in _stacks(rules):
        inside = {id(run): _parted(run, columns) for run in drawn if _is_within(run, columns)}
        cells = [cell for run in drawn for cell in inside.get(id(run), ())]
        if grid := _grid(columns, stack, cells):
            grids.append(grid)
            drawn = [
                part
                for run in drawn
                for part in (inside.get(id(run), [run]) if grid.holds(run.left, run.right, run.baseline) else [run])
            ]
    return grids, drawn


def _stacks(rules: Sequence[Rule]) -> list[tuple[tuple[float, ...], list[list[Rule]]]]:
    """Rules that are parted at the same places, those at one height together, from the top down."""
    stacks: list[tuple[tuple[float, ...], list[list[Rule]]]] = []
    for group in sorted(touching(rules), key=lambda group: -group[0].bottom):
        columns = merged(side for rule in group for side in (rule.left, rule.right))
        if len(columns) < 3 or any(rule.upright for rule in group):
            continue
        if stacks and _alike(stacks[-1][0], columns):
            stacks[-1][1].append(group)
        else:
            stacks.append((columns, [group]))
    return [stack for stack in stacks if len(stack[1]) >= LEAST_RULES]


def _alike(one: Sequence[float], other: Sequence[float]) -> bool:
    return len(one) == len(other) and all(abs(a - b) <= TOUCHING for a, b in zip(one, other, strict=True))


def _is_within(run: Run, columns: Sequence[float]) -> bool:
    return columns[0] - TOUCHING <= run.left and run.right <= columns[-1] + TOUCHING


def _parted(run: Run, columns: Sequence[float]) -> list[Run]:
    """A run, parted where one of its wider spaces lies over the edge of a column."""
    parts = [[run.parts[0]]]
    for last, part in pairwise(run.parts):
        if any(last.right - 1 <= edge <= part.left + 1 for edge in columns):
            parts.append([])
        parts[-1].append(part)
    if len(parts) == 1:
        return [run]
    return [
        replace(run, text=" ".join(part.text for part in row), left=row[0].left, right=row[-1].right, gaps=array("f"))
        for row in parts
    ]


def _grid(columns: tuple[float, ...], stack: Sequence[Sequence[Rule]], cells: Sequence[Run]) -> Grid | None:
    """The grid of the rows that rules part, with the head above the first rule; None if they part no rows."""
    heights = [group[0].bottom for group in stack]
    last = 0  # rule of the table: the words between it and the next one fill cells
    while last + 1 < len(stack) and _is_row(columns, _between(cells, heights[last + 1], heights[last])):
        last += 1
    if last + 1 < LEAST_RULES:
        return None
    head = _head(columns, heights[0], cells)
    rows = [*heights[last::-1], *([head] if head else [])]
    walls = [Rule(edge, rows[0], edge, rows[-1]) for edge in columns]
    return Grid(columns, tuple(rows), (*walls, *(rule for group in stack[: last + 1] for rule in group)))


def _between(cells: Sequence[Run], low: float, high: float) -> list[Run]:
    return [cell for cell in cells if low < cell.baseline < high]


def _column(cell: Run, columns: Sequence[float]) -> int | None:
    """The column in which words stand; None where they run over the edge of one."""
    within = (
        at
        for at, (left, right) in enumerate(pairwise(columns))
        if left - TOUCHING <= cell.left and cell.right <= right + TOUCHING
    )
    return next(within, None)


def _is_row(columns: Sequence[float], cells: Sequence[Run]) -> bool:
    """Whether words between two rules are one row: they fill cells, and no cell holds several figures."""
    places = [_column(cell, columns) for cell in cells]
    figures = [place for place, cell in zip(places, cells, strict=True) if is_value(cell.text)]
    return len(set(places)) > 1 and None not in places and len(figures) == len(set(figures))


def _head(columns: Sequence[float], rule: float, cells: Sequence[Run]) -> float | None:
    """How high the head of a table reaches that stands right above its first rule; None without one."""
    below: Line | None = None
    for line in reversed(lines_of(cell for cell in cells if cell.baseline > rule)):
        step = line.baseline - (below.baseline if below else rule)
        places = {_column(run, columns) for run in line.runs}
        lone = places == {0} and (below is None or step > BESIDE * line.height)
        if None in places or lone or step > (ABOVE if below else NEAR) * line.height:
            break
        if below and (below.bold != line.bold or abs(below.height - line.height) > ALIKE * below.height):
            break
        below = line
    return below.baseline + below.height if below else None
