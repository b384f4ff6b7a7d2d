"""In which order the text of a PDF page is read: margins apart, columns one after the other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from statistics import median

from ingest.formats.pdf_lines import Line, lines_of
from ingest.formats.pdf_runs import Cell, Run
from ingest.grounds import HOLE, is_ground

LEAST_LINES = 6  # of text on each side of a gutter
FILL = 0.7  # of the width of a column that its lines take; cells of a table are shorter
ALIKE = 0.5  # the width of a column in that of the other
FULL = 0.85  # of the width of a column: a line that ran on to the next
LEAST_FULL = 3  # such lines in a column of many short ones, as a debate has
CLEAR = 1.7  # of the height of the text: how far heads and feet of a page keep from its columns
MOST_EDGES = 3  # lines of such a head or foot
LEVEL = 0.5  # of the lines of a column: with more of them on the height of a line of the other, they may be rows
ASIDE = 0.25  # of the width of the text: how far to the right of the others a line begins that is none of it
MANY = 8  # lines for each that begins there; with fewer they may be a second column
SMALL = 0.9  # of the height of the text: notes are set smaller
NOTE = re.compile(r"(?P<number>\d{1,3})[).]?\s+\S")
OFF = 1.2  # points by which a label before the text may stand off the line that it belongs to
INDENT = 15.0  # points by which the first line of a paragraph is indented at most
APART = 3.0  # of the height of a line: how far a mark of its own keeps from other words in the margin
TRIED = 5  # places where most lines start, tried as the left edge of a second column


def column_of(runs: Sequence[Run], text_width: float) -> tuple[float, float] | None:
    """The left and right edge of the running text on a page; None where no line is wide enough to show them.

    One of many that begins far to the right of the others, as the name of a ministry beside its coat of arms, shows no
    edge.
    """
    wide = [run for run in runs if run.right - run.left >= 0.5 * text_width]
    usual = median(run.left for run in wide) if wide else 0.0
    near = [run for run in wide if run.left <= usual + ASIDE * text_width]
    wide = near if (len(wide) - len(near)) * MANY <= len(wide) else wide
    return (min(run.left for run in wide) - 2, max(run.right for run in wide) + 2) if wide else None


def part_margin(
    runs: Sequence[Run], text_width: float, elsewhere: tuple[float, float] | None = None
) -> tuple[list[Run], list[Run]]:
    """Part the runs of a page into the column of running text and what stands in its margins.

    Ministry letters carry date and reference beside the text. A run belongs to a margin if it
    stands beside the column and not on a line of it, as a cell of a table does. A page without a
    wide line, as one that holds no more than a signature, has its column where the other pages have it.
    """
    edges = column_of(runs, text_width) or elsewhere
    if edges is None:
        return list(runs), []
    left, right = edges
    column = [run for run in runs if run.right > left and run.left < right]
    beside = [run for run in runs if not (run.right > left and run.left < right)]
    if not column:
        return list(runs), []
    wide = [run for run in column if run.right - run.left >= 0.5 * text_width]
    usual = median(run.height for run in wide or column)
    # A raised mark stands on a line of its own, which words in the margin may happen to share.
    lined = [run for run in column if run.height >= SMALL * usual or not run.text.strip().isdigit()]
    baselines = {(round(run.baseline + shift), round(run.height / 2)) for run in lined for shift in (-0.5, 0.5)}
    in_line = [
        run
        for run in beside
        if (round(run.baseline), round(run.height / 2)) in baselines or (run.right <= left and _labels(run, column))
    ]
    kept = set(map(id, in_line))
    return column + in_line, [run for run in beside if id(run) not in kept]


def _labels(run: Run, column: Sequence[Run]) -> bool:
    """Whether words before the column stand in a line of it, a little off and of about its size."""
    return any(
        abs(run.baseline - other.baseline) <= OFF and abs(run.height - other.height) <= 0.2 * other.height
        for other in column
    )


def grounds_alone(margin: Sequence[Line]) -> list[Line]:
    """The lines of a margin that name the ground of a box in the text beside them; one near a label is its value."""
    others = [line for line in margin if not is_ground(line.text)]
    return [
        line
        for line in margin
        if is_ground(line.text) and all(abs(line.baseline - other.baseline) > APART * other.height for other in others)
    ]


def with_grounds(lines: Sequence[Line], grounds: Sequence[Line]) -> list[Line]:
    """The lines of a page with the grounds of its margin at their height: behind the box that they stand beside."""
    result = list(lines)
    for ground in grounds:
        middle = ground.baseline + ground.height / 2
        if (at := next((at for at, line in enumerate(result) if _has_box_at(line, middle)), None)) is not None:
            *cells, last = result[at].cells
            cell = Cell(f"{last.text} {ground.text}", last.left, last.right)
            result[at] = replace(result[at], cells=(*cells, cell), runs=())
        else:
            below = (at for at, line in enumerate(result) if line.baseline < ground.baseline)
            result.insert(next(below, len(result)), ground)
    return result


def _has_box_at(line: Line, height: float) -> bool:
    """Whether a line ends in a black box that reaches over a height on the page."""
    last = line.runs[-1] if line.runs else None
    return last is not None and last.text.endswith(HOLE) and last.bottom <= height <= last.top


def second_column(pages: Iterable[Sequence[Run]]) -> float | None:
    """The left edge of the second column on the first of these pages that has two; None if none has."""
    return next((gutter[0] for runs in pages if (gutter := _gutter(runs))), None)


def in_reading_order(runs: Sequence[Run], edge: float | None = None) -> list[Line]:
    """The lines of a page from the top down; where there are two columns, the left one first.

    Args:
        runs: What the page holds.
        edge: Where the second column starts on other pages: on the last one it may have a few lines only.
    """
    gutter = _gutter(runs) or (_ending(runs, edge) if edge else None)
    if gutter is None:
        return lines_of(runs)
    edge, high, low = gutter
    below = [run for run in runs if run.baseline < low]
    # Notes below the columns belong to the column that they stand under, if none runs across.
    if _called(runs, below) and not any(run.left < edge < run.right for run in below):
        low = min(run.baseline for run in below)
    within = [run for run in runs if low <= run.baseline <= high]
    sides = _sides(within, edge)
    texts, notes = zip(*(_notes_apart(in_reading_order(side)) for side in sides), strict=True)
    return [
        *in_reading_order([run for run in runs if run.baseline > high]),
        *(line for part in (*texts, *notes) for line in part),
        *in_reading_order([run for run in runs if run.baseline < low]),
    ]


def _called(runs: Sequence[Run], below: Sequence[Run]) -> bool:
    """Whether notes stand below the columns of a page: their numbers open the row of notes or are called for above."""
    numbers = {found["number"] for run in below if (found := NOTE.match(run.text))}
    numbers |= {run.text.strip() for run in below if run.text.strip().isdigit()}  # raised before its note
    highest = max((run.baseline for run in below), default=0.0)
    return "1" in numbers or any(run.baseline > highest and run.text.strip() in numbers for run in runs)


def _notes_apart(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """The text of a column and the notes at its foot: small lines, the first of which bears a number."""
    usual = median(line.height for line in lines)
    start = len(lines)
    while start and lines[start - 1].height < SMALL * usual:
        start -= 1
    first = next((at for at in range(start, len(lines)) if lines[at].marked or NOTE.match(lines[at].text)), len(lines))
    return lines[:first], lines[first:]


def _gutter(runs: Sequence[Run]) -> tuple[float, float, float] | None:
    """The left edge of a second column with its highest and lowest baseline; None if there is one column."""
    starts = Counter(round(run.left) for run in runs)
    for start, count in starts.most_common(TRIED):
        if count < LEAST_LINES:
            break
        for band in _bands(runs, edge := start - 1.0):
            band = _without_edges(band)
            if _is_columns(band, edge):
                return edge, max(run.baseline for run in band), min(run.baseline for run in band)
    return None


def _ending(runs: Sequence[Run], edge: float) -> tuple[float, float, float] | None:
    """The same where a second column, which starts where it does on other pages, ends after a few lines."""
    for band in map(_without_edges, _bands(runs, edge)):
        left, right = map(lines_of, _sides(band, edge))
        few = 0 < len(right) < LEAST_LINES <= len(left)
        if few and all(line.left - edge <= INDENT for line in right):
            return edge, max(run.baseline for run in band), min(run.baseline for run in band)
    return None


def _without_edges(band: list[Run]) -> list[Run]:
    """The runs of a band without the head above and the foot below its columns, which white space parts from both."""
    for sign in (1, -1):
        rows = sorted({sign * run.baseline for run in band})
        clear = CLEAR * median(run.height for run in band) if band else 0.0
        gaps = (at for at in range(min(MOST_EDGES, len(rows) - 1), 0, -1) if rows[at] - rows[at - 1] > clear)
        if at := next(gaps, 0):
            band = [run for run in band if sign * run.baseline >= rows[at]]
    return band


def _sides(runs: Sequence[Run], edge: float) -> tuple[list[Run], list[Run]]:
    """The runs left of an edge, and those that start on it or right of it."""
    return [run for run in runs if run.left < edge], [run for run in runs if run.left >= edge]


def _bands(runs: Sequence[Run], edge: float) -> list[list[Run]]:
    """Runs from the top down, parted where one runs across the edge."""
    bands: list[list[Run]] = [[]]
    for run in sorted(runs, key=lambda run: -run.baseline):
        if run.left < edge < run.right:
            bands.append([])
        else:
            bands[-1].append(run)
    return bands


def _is_columns(band: Sequence[Run], edge: float) -> bool:
    """Whether on both sides of an edge stands running text of much the same width."""
    sides = [*map(lines_of, _sides(band, edge))]
    if min(map(len, sides)) < LEAST_LINES or any(map(_are_figures, sides)):
        return False
    widths = [max(line.right for line in lines) - min(line.left for line in lines) for lines in sides]
    if min(widths) < ALIKE * max(widths):
        return False
    filled = [[(line.right - line.left) / width for line in lines] for lines, width in zip(sides, widths, strict=True)]
    if all(median(shares) >= FILL for shares in filled):
        return True
    return not _are_rows(*sides) and all(sum(share >= FULL for share in shares) >= LEAST_FULL for shares in filled)


def _are_figures(lines: Sequence[Line]) -> bool:
    """Whether most lines of a side hold no word, as the columns of a table do."""
    return 2 * sum(not any(map(str.isalpha, line.text)) for line in lines) > len(lines)


def _are_rows(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether most lines of the side with fewer stand level with a line of the other, as the cells of rows do."""
    fewer, more = sorted((left, right), key=len)
    level = [any(abs(line.baseline - other.baseline) <= OFF for other in more) for line in fewer]
    return sum(level) > LEVEL * len(level)
