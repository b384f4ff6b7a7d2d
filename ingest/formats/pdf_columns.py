"""In which order the text of a PDF page is read: margins apart, columns one after the other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from statistics import median

from ingest.formats.pdf_lines import Line, lines_of
from ingest.formats.pdf_runs import Run

LEAST_LINES = 6  # of text on each side of a gutter
FILL = 0.7  # of the width of a column that its lines take; cells of a table are shorter
ALIKE = 0.5  # the width of a column in that of the other
SMALL = 0.9  # of the height of the text: notes are set smaller
NOTE = re.compile(r"\d{1,3}[).]?\s+\S")
OFF = 1.2  # points by which a label before the text may stand off the line that it belongs to
TRIED = 5  # places where most lines start, tried as the left edge of a second column


def part_margin(runs: Sequence[Run], text_width: float) -> tuple[list[Run], list[Run]]:
    """Part the runs of a page into the column of running text and what stands in its margins.

    Ministry letters carry date and reference beside the text. A run belongs to a margin if it
    stands beside the column and not on a line of it, as a cell of a table does.
    """
    wide = [run for run in runs if run.right - run.left >= 0.5 * text_width]
    if not wide:
        return list(runs), []
    left = min(run.left for run in wide) - 2
    right = max(run.right for run in wide) + 2
    column = [run for run in runs if run.right > left and run.left < right]
    beside = [run for run in runs if not (run.right > left and run.left < right)]
    usual = median(run.height for run in wide)
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


def in_reading_order(runs: Sequence[Run]) -> list[Line]:
    """The lines of a page from the top down; where there are two columns, the left one first."""
    gutter = _gutter(runs)
    if gutter is None:
        return lines_of(runs)
    edge, high, low = gutter
    below = [run for run in runs if run.baseline < low]
    # Notes below the columns belong to the column that they stand under, if none runs across.
    if below and not any(run.left < edge < run.right for run in below):
        low = min(run.baseline for run in below)
    within = [run for run in runs if low <= run.baseline <= high]
    sides = [[run for run in within if (run.left < edge) is left] for left in (True, False)]
    texts, notes = zip(*(_notes_apart(in_reading_order(side)) for side in sides), strict=True)
    return [
        *in_reading_order([run for run in runs if run.baseline > high]),
        *(line for part in (*texts, *notes) for line in part),
        *in_reading_order([run for run in runs if run.baseline < low]),
    ]


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
            if _is_columns(band, edge):
                return edge, max(run.baseline for run in band), min(run.baseline for run in band)
    return None


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
    widths = []
    for side in ([run for run in band if run.left < edge], [run for run in band if run.left >= edge]):
        lines = lines_of(side)
        if len(lines) < LEAST_LINES:
            return False
        width = max(line.right for line in lines) - min(line.left for line in lines)
        if median(line.right - line.left for line in lines) < FILL * width:
            return False
        widths.append(width)
    return min(widths) >= ALIKE * max(widths)
