"""Tables in plain text whose cells only spaces part: which lines are rows, which head them, and what the cells are."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from itertools import accumulate, pairwise

from ingest.formats.flat_text import CLOSED, QUESTION
from ingest.formats.paged_text import Row
from ingest.formats.table_rows import YEAR
from ingest.official_numbers import MONTHS

CAPTION = re.compile(r"Tabel \d{1,2}\b(?![ \t]+[a-zà-ÿ])")
FIGURE = r"[-–+]?(?:€ ?)?\d[\d.,]*(?: ?%)?"
# So nobody writes a telephone number, a time, a day "03" or the last figure of a sentence.
AMOUNT = re.compile(r"[-–+]?(?:€ ?)?(?:0|[1-9]\d*)(?:\.\d{3})*(?:,\d+|\.\d)?(?: ?%)?")
EMPTY = re.compile(r"[-–]")  # an empty cell, or the sign of the figure behind it: nobody can tell
FLAT_CELL = re.compile(rf"{FIGURE}|{EMPTY.pattern}")
FLAT_ROW = re.compile(rf"(?P<label>\S.*?)(?P<figures>(?:[ \t]+(?:{FLAT_CELL.pattern})){{2,}})")
YEARS = re.compile(rf"(?P<label>.*?)(?P<years>(?:(?:^|[ \t]+){YEAR.pattern}(?!\S)){{2,}})")
# Before a word with a capital these make it a name within a phrase, not the next column.
SMALL_WORDS = frozenset(
    "aan bij de den der door een en het in met naar of om op over te ten ter tot uit van voor".split()
)
LEAST_ROWS = 2
LEAST_COLUMNS = 3
SPACED = re.compile(r"\S(?:\S| (?=\S))*")  # a cell of a table whose columns stand below each other
MOST_HEADS = 4  # lines above the rows, its caption among them
MOST_OF_HEAD = 2  # lines of the names of columns
MOST_BETWEEN = 10  # years from one column to the next: counts may look like years
LONGEST_ROW = 200  # characters
# Of the longest line of a text that was broken into lines: no sentence was broken off in a shorter one.
BROKEN_OFF = 0.5


def flat_rows(text: str) -> dict[int, Row]:
    """Where the lines of flat tables start: a caption, heads, and rows below each other that end in as many figures.

    What heads the rows is a numbered caption, a line that ends in years, or one that names a column for each figure
    and one for what the rows are about, each with a capital.
    """
    lines = [line.strip() for line in text.split("\n")]
    lengths = [len(line) for line in text.split("\n")]
    starts = [*accumulate((length + 1 for length in lengths), initial=0)]
    counts = [_counts(line) for line in lines]
    short = BROKEN_OFF * max((length for length in lengths if length <= LONGEST_ROW), default=0)
    rows: dict[int, Row] = {}
    at = 0
    while at < len(lines):
        first = end = at
        below_years = at > 0 and bool(years_of(lines[at - 1])[1])
        is_wrapped = below_years and not counts[at] and _is_wrapped(lines[at : at + 2])
        shared = counts[at + 1] if is_wrapped else counts[at]
        rests: set[int] = set()
        while end < len(lines):
            if shared & counts[end]:
                shared &= counts[end]
            elif (end > first or below_years) and _is_wrapped(lines[end : end + 2]) and shared & counts[end + 1]:
                rests.add(end + 1)
            else:
                break
            end += 1
        if first < end and years_of(lines[first])[1] and _heads(lines, first, shared, short) == first:
            first += 1
        if end - first >= LEAST_ROWS and (head := _first_head(lines, first, shared, short)) < first:
            for line in range(head, end):
                kind = (Row.HEAD if line < first else Row.BODY) | (Row.BODY if line > head else Row.OPENS)
                kind |= Row.GOES_ON if line in rests else Row.BODY
                rows[text.index(lines[line], starts[line])] = kind
        at = max(end, at + 1)
    return {**_aligned(text), **rows}


def _aligned(text: str) -> dict[int, Row]:
    """Where the lines of tables start whose columns begin or end below each other, whatever their cells hold.

    Three columns at least: two are the lines of a letterhead, "Datum    4 mei 2026", too.
    """
    lines = text.split("\n")
    starts = [*accumulate((len(line) + 1 for line in lines), initial=0)]
    cells = [*map(_spans, lines)]
    rows: dict[int, Row] = {}
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and len(cells[end]) >= LEAST_COLUMNS - (end == at):
            end += 1
        if end - at > LEAST_ROWS and _is_aligned(cells[at:end]):
            for line in range(at, end):
                rows[starts[line] + cells[line][0][0]] = Row.OPENS | Row.HEAD if line == at else Row.BODY
        at = max(end, at + 1)
    return rows


def _spans(line: str) -> list[tuple[int, int]]:
    """Where the cells of a line begin and end that two spaces or more set apart."""
    if len(line) > LONGEST_ROW or "|" in line or "\t" in line:
        return []
    return [one.span() for one in SPACED.finditer(line)]


def _is_aligned(lines: Sequence[Sequence[tuple[int, int]]]) -> bool:
    """Whether all lines have as many cells, the first one fewer at most, and each column but the first is even."""
    head, *rows = lines
    width = len(rows[0])
    if any(len(row) != width for row in rows) or not width - 1 <= len(head) <= width:
        return False
    columns = zip(*(line[-(width - 1) :] for line in lines), strict=True)
    return all(any(max(edge) - min(edge) <= 1 for edge in zip(*column, strict=True)) for column in columns)


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Whether the words of a row fill the first of two lines and go on in the next, before its figures."""
    words, rest = [*lines, "", ""][:2]
    runs_on = words[:1].isupper() and rest[:1].islower() and not CLOSED.search(words)
    return runs_on and "|" not in words and len(words) < len(rest)


def figures_of(line: str) -> tuple[str, list[str]]:
    """What a row is about, and the figures and empty cells that it ends in; none of these where the line is no row."""
    if len(line) > LONGEST_ROW or "|" in line or not line or not (line[-1].isdigit() or line[-1] == "%"):
        return line, []
    row = FLAT_ROW.fullmatch(line)
    if row is None or (re.fullmatch(FIGURE, row["label"]) and not YEAR.fullmatch(row["label"])):
        return line, []
    label, cells = row["label"], FLAT_CELL.findall(row["figures"])
    if label.split()[-1].lower() in MONTHS and YEAR.fullmatch(cells[0]):
        label = f"{label} {cells.pop(0)}"
    figures = [cell for cell in cells if not EMPTY.fullmatch(cell)]
    return (label, cells) if len(figures) > 1 and all(map(AMOUNT.fullmatch, figures)) else (line, [])


def years_of(line: str) -> tuple[str, list[str]]:
    """What stands before the years that a line ends in, and those: two or more, or none where it heads no such rows.

    They rise or fall from column to column, and lie near each other.
    """
    found = YEARS.fullmatch(line) if len(line) <= LONGEST_ROW and line[-1:].isdigit() else None
    years = [year[0] for year in YEAR.finditer(found["years"])] if found else []
    steps = [int(after[:4]) - int(year[:4]) for year, after in pairwise(years)]
    up, down = (all(0 < way * step <= MOST_BETWEEN for step in steps) for way in (1, -1))
    return (found["label"], years) if found and (up or down) else (line, [])


def parted(heads: Sequence[str], rows: Sequence[str]) -> tuple[list[str], list[list[str]]]:
    """The cells of the line with the heads and of each row, where it is sure which figure stands below which head.

    It is where the last line above the rows ends in as many years as every row ends in figures, and no two rows are
    about the same: the figure behind "Groep" may be of its name.

    Args:
        heads: The lines above the rows.
        rows: The rows.

    Returns:
        The cells; nothing where the columns are not sure.
    """
    label, years = years_of(heads[-1]) if heads else ("", [])
    cells = [figures_of(row) for row in rows]
    told_apart = len({key for key, _ in cells}) == len(cells)
    if not years or not told_apart or any(len(figures) != len(years) for _, figures in cells):
        return _spaced(heads, rows)
    return [label.strip(), *years], [[key, *figures] for key, figures in cells]


def _spaced(heads: Sequence[str], rows: Sequence[str]) -> tuple[list[str], list[list[str]]]:
    """The cells that two spaces or more set apart, where each row has as many, and the last head, or one more."""
    cells = [SPACED.findall(row) for row in rows]
    head = SPACED.findall(heads[-1]) if heads else []
    width = len(cells[0]) if cells else 0
    if width < LEAST_COLUMNS or any(len(row) != width for row in cells) or not width - 1 <= len(head) <= width:
        return [], []
    return [*[""] * (width - len(head)), *head], cells


def _counts(line: str) -> Set[int]:
    """How many cells a line may end in: a dash is an empty one, or the sign of the next; empty where it is no row."""
    _, cells = figures_of(line)
    return {len(cells), sum(not EMPTY.fullmatch(cell) for cell in cells)} if cells else set()


def _first_head(lines: Sequence[str], first: int, counts: Set[int], short: float) -> int:
    """The first of the lines that head the rows from a line on; that line itself where nothing does."""
    for at in range(first - 1, max(first - 1 - MOST_HEADS, -1), -1):
        if not lines[at]:
            break
        if CAPTION.match(lines[at]):
            return at
    return _heads(lines, first, counts, short)


def _heads(lines: Sequence[str], first: int, counts: Set[int], short: float) -> int:
    """Where the heads of the columns start that stand right above the rows; the first row itself without them."""
    if first and years_of(lines[first - 1])[1]:
        return first - 1
    at = first - 1
    while at > 0 and first - at < MOST_OF_HEAD and lines[at] and not lines[at][0].isupper():
        at -= 1
    head = " ".join(lines[max(at, 0) : first])
    above = lines[at - 1] if at > 0 else ""
    apart = not above or CLOSED.search(above) or QUESTION.fullmatch(above) or len(above) < short
    runs_on = CLOSED.search(head) or head.endswith((",", "-"))
    is_head = head[:1].isupper() and _columns(head) - 1 in counts and not runs_on and "|" not in head
    return at if apart and is_head and all(lines[at:first]) else first


def _columns(head: str) -> int:
    """How many columns a line names, each with a capital; a name within a phrase is no column of its own."""
    words = head.split()
    within = [before.lower() in SMALL_WORDS or before.endswith(",") for before in ["", *words]]
    return sum(
        word[0].isupper() and word.lower() not in SMALL_WORDS and not inside
        for word, inside in zip(words, within, strict=False)
    )
