"""Tables in plain text whose cells only spaces part: which lines are rows, which head them, and what the cells are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from ingest.formats.flat_text import QUESTION
from ingest.formats.paged_text import Row
from ingest.formats.table_rows import YEAR

CAPTION = re.compile(r"Tabel \d{1,2}\b(?![ \t]+[a-zà-ÿ])")
FIGURE = r"(?:[-–+] ?)?(?:€ ?)?\d[\d.,]*(?: ?%)?"
FLAT_ROW = re.compile(rf"(?P<label>\S.*?)(?P<figures>(?:[ \t]+{FIGURE}){{2,}})")
YEARS = re.compile(rf"(?P<label>.*?)(?P<years>(?:(?:^|[ \t]+){YEAR.pattern}(?!\S)){{2,}})")
CLOSED = re.compile(r"[.!?:;][»”’\"')\]]*[\d⁰¹²³⁴-⁹]{0,3}$")
LEAST_ROWS = 2
MOST_HEADS = 4  # lines above the rows, its caption among them
MOST_OF_HEAD = 2  # lines of the names of columns
LONGEST_ROW = 200  # characters
SHORT = 0.5  # of the longest line of a text: no sentence was broken off there


def flat_rows(text: str) -> dict[int, Row]:
    """Where the lines of flat tables start: a caption, heads, and rows below each other that end in as many figures.

    What heads the rows is a numbered caption, a line that ends in years, or one that opens with a capital and names a
    column for each figure.
    """
    lines = [line.strip() for line in text.split("\n")]
    lengths = [len(line) for line in text.split("\n")]
    starts = [*accumulate((length + 1 for length in lengths), initial=0)]
    counts = [len(figures_of(line)[1]) for line in lines]
    full = max(lengths)
    rows: dict[int, Row] = {}
    at = 0
    while at < len(lines):
        first = end = at
        while end < len(lines) and counts[end] and counts[end] == counts[at]:
            end += 1
        while first < end and years_of(lines[first])[1]:
            first += 1
        if end - first >= LEAST_ROWS and (head := _first_head(lines, first, counts[at], full)) < first:
            for line in range(head, end):
                kind = (Row.HEAD if line < first else Row.BODY) | (Row.BODY if line > head else Row.OPENS)
                rows[text.index(lines[line], starts[line])] = kind
        at = max(end, at + 1)
    return rows


def figures_of(line: str) -> tuple[str, list[str]]:
    """What a row is about, and the figures that it ends in: two or more, or none where the line is no row."""
    if len(line) > LONGEST_ROW or "|" in line or not line or not (line[-1].isdigit() or line[-1] in "%.,"):
        return line, []
    row = FLAT_ROW.fullmatch(line)
    if row is None or (re.fullmatch(FIGURE, row["label"]) and not YEAR.fullmatch(row["label"])):
        return line, []
    return row["label"], re.findall(FIGURE, row["figures"])


def years_of(line: str) -> tuple[str, list[str]]:
    """What stands before the years that a line ends in, and those: two or more, or none where it heads no such rows."""
    found = YEARS.fullmatch(line) if len(line) <= LONGEST_ROW and line[-1:].isdigit() else None
    return (found["label"], [year[0] for year in YEAR.finditer(found["years"])]) if found else (line, [])


def parted(heads: Sequence[str], rows: Sequence[str]) -> tuple[list[str], list[list[str]]]:
    """The cells of the line with the heads and of each row, where it is sure which figure stands below which head.

    It is where the last line above the rows ends in as many years as every row ends in figures.

    Args:
        heads: The lines above the rows.
        rows: The rows.

    Returns:
        The cells; nothing where the columns are not sure.
    """
    label, years = years_of(heads[-1]) if heads else ("", [])
    cells = [figures_of(row) for row in rows]
    if not years or any(len(figures) != len(years) for _, figures in cells):
        return [], []
    return [label.strip(), *years], [[key, *figures] for key, figures in cells]


def _first_head(lines: Sequence[str], first: int, count: int, full: int) -> int:
    """The first of the lines that head the rows from a line on; that line itself where nothing does."""
    for at in range(first - 1, max(first - 1 - MOST_HEADS, -1), -1):
        if not lines[at]:
            break
        if CAPTION.match(lines[at]):
            return at
    head = first
    while head > 0 and years_of(lines[head - 1])[1]:
        head -= 1
    return head if head < first else _named_columns(lines, first, count, full)


def _named_columns(lines: Sequence[str], first: int, count: int, full: int) -> int:
    """Where the names of the columns start that stand right above the rows; the first row itself without them."""
    at = first - 1
    while at > 0 and first - at < MOST_OF_HEAD and lines[at] and not lines[at][0].isupper():
        at -= 1
    head = " ".join(lines[max(at, 0) : first])
    above = lines[at - 1] if at > 0 else ""
    apart = not above or CLOSED.search(above) or QUESTION.fullmatch(above) or len(above) < SHORT * full
    names = sum(word[0].isupper() for word in head.split())
    runs_on = CLOSED.search(head) or head.endswith((",", "-"))
    is_head = head[:1].isupper() and names >= count and not runs_on and "|" not in head
    return at if apart and is_head and all(lines[at:first]) else first
