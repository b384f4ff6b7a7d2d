"""Runs of a PDF page put together into lines, and lines into cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from ingest.formats.characters import lowered, raised
from ingest.formats.pdf_runs import PART_GAP, Cell, Run

RAISED = 0.8  # a footnote mark is set smaller than four fifths of the text that it hangs on
CELL_GAP = 1.5  # of the line height: the least space between two cells of a table
LIST_MARK = re.compile(r"(?:[•▪–—\-*o]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)°])")
MARK = re.compile(r"[\d*†]{1,3}(?:[, ]+\d{1,3})*|[+−–-]\d{1,3}")
FIGURE_END = re.compile(r"\d[.,;:%]?$")
MEASURE_END = re.compile(r"(?<![^\W\d_])[kcdm]?m$")  # what a raised 2 or 3 makes a surface or a volume of
LOWERED_DIGITS = frozenset("₀₁₂₃₄₅₆₇₈₉")
INDEX = re.compile(r"\d{1,2}")


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line of a column."""

    cells: tuple[Cell, ...]
    baseline: float
    height: float
    bold: bool
    marked: bool = False  # it opens with a raised mark: the text of a footnote
    rows: tuple[tuple[str, ...], ...] = ()  # of a ruled table, which stands here as one line
    heads: int = 0  # of its rows, the first ones, where they alone are set in bold
    runs: tuple[Run, ...] = field(default=(), compare=False)  # what it was put together from
    slanted: bool = False

    @property
    def left(self) -> float:
        """Where its first glyph starts."""
        return self.cells[0].left

    @property
    def right(self) -> float:
        """Where its last glyph ends."""
        return self.cells[-1].right

    @property
    def text(self) -> str:
        """All of it, its gaps closed to a space."""
        return " ".join(cell.text for cell in self.cells)

    @property
    def pieces(self) -> tuple[Cell, ...]:
        """The cells, parted wherever the gap is wider than a space; a ruled table is one."""
        if not self.runs:
            return self.cells
        pieces: list[Cell] = []
        for position, (run, glue) in enumerate(zip(self.runs, _glues(self.runs), strict=True)):
            if not position:
                pieces.extend(run.parts)
                continue
            apart = glue == " " and run.left - self.runs[position - 1].right > PART_GAP * self.height
            _put(pieces, run.parts[0], None if apart else glue)
            pieces.extend(run.parts[1:])
        return tuple(pieces)


def lines_of(runs: Iterable[Run]) -> list[Line]:
    """Put runs together into lines, from the top down."""
    rows: list[list[Run]] = []
    # The largest first: a small raised mark then finds the line that it belongs to.
    for run in sorted(runs, key=lambda run: (-round(run.height, 1), -run.baseline, run.left)):
        fitting = [row for row in rows if _overlap(row[0], run) >= 0.5]
        if fitting:
            max(fitting, key=lambda row: _overlap(row[0], run)).append(run)
        else:
            rows.append([run])
    return sorted((_line(sorted(row, key=lambda run: run.left)) for row in rows), key=lambda line: -line.baseline)


def _overlap(row: Run, run: Run) -> float:
    """How much of a run's height lies within that of a row, from 0 to 1."""
    if abs(run.baseline - row.baseline) > RAISED * run.height:
        return 0.0
    return (min(row.top, run.top) - max(row.bottom, run.bottom)) / max(run.height, 0.1)


def _line(runs: Sequence[Run]) -> Line:
    host = _host(runs)
    runs = _in_small_digits(runs, host)
    cells: list[Cell] = []
    for run, glue in zip(runs, _glues(runs), strict=True):
        _put(cells, Cell(run.text, run.left, run.right), glue)
    marked = len(runs) > 1 and _is_raised(runs[0], host) and MARK.fullmatch(runs[0].text) is not None
    level = [run for run in runs if not _is_raised(run, host)]
    bold, slanted = all(run.bold for run in level), all(run.slanted for run in level)
    return Line(tuple(cells), host.baseline, host.height, bold, marked, runs=tuple(runs), slanted=slanted)


def _in_small_digits(runs: Sequence[Run], host: Run) -> list[Run]:
    """The same runs: what is glued to a figure or a measure in raised digits, what is lowered in lowered ones."""
    written = list(runs)
    for position, (last, run) in enumerate(pairwise(runs), 1):
        if run.left - last.right >= 0.5 * host.height or _is_raised(last, host):
            continue
        if _is_raised(run, host) and MARK.fullmatch(run.text):
            power = run.text in ("2", "3") and MEASURE_END.search(last.text)
            if power or FIGURE_END.search(last.text):
                written[position] = replace(run, text=raised(run.text))
        elif _is_lowered(run, last, host):
            written[position] = replace(run, text=lowered(run.text))
    return written


def _is_lowered(run: Run, last: Run, host: Run) -> bool:
    """Whether figures stand a little below the line, against the letter before them."""
    small = run.height < RAISED * host.height and run.baseline < host.baseline - 0.05 * host.height
    close = run.left - last.right < 0.2 * host.height and last.text[-1:].isalpha()
    return small and close and INDEX.fullmatch(run.text) is not None


def _host(runs: Sequence[Run]) -> Run:
    """The run that gives a line its place; marks are raised above it."""
    return max(runs, key=lambda run: (round(run.height, 1), len(run.text)))


def _glues(runs: Sequence[Run]) -> list[str | None]:
    """What stands before each run of a line, as ``_glue`` tells; nothing before the first."""
    host = _host(runs)
    glues: list[str | None] = [None]
    start = 0  # of the cell so far
    for position in range(1, len(runs)):
        cell = runs[position - 1].text if position - 1 == start else ""
        listed = LIST_MARK.fullmatch(cell) is not None
        glues.append(_glue(runs[position - 1], runs[position], host, opening=position == 1, listed=listed))
        start = position if glues[-1] is None else start
    return glues


def _put(cells: list[Cell], cell: Cell, glue: str | None) -> None:
    """Write a cell on to the last one, or put it beside that where there is no glue."""
    if glue is None:
        cells.append(cell)
    else:
        cells[-1] = Cell(cells[-1].text + glue + cell.text, cells[-1].left, max(cells[-1].right, cell.right))


def _glue(last: Run, run: Run, host: Run, *, opening: bool, listed: bool) -> str | None:
    """What stands between two runs of a line: nothing, a space, or (None) the gap between two cells."""
    gap = run.left - last.right
    if opening and (listed or _is_raised(last, host)):
        return " "
    if (_is_raised(run, host) and gap < 0.5 * host.height) or (
        run.text[:1] in LOWERED_DIGITS and gap < 0.2 * host.height
    ):
        return ""
    if gap > CELL_GAP * host.height:
        return None
    return " " if gap > 0.1 * host.height else ""


def _is_raised(run: Run, host: Run) -> bool:
    return run.height < RAISED * host.height and run.baseline > host.baseline + 0.1 * run.height
