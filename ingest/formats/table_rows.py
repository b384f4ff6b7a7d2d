"""Tables of any format as rows of cells: merged cells told in every row, and which rows are heads."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

MOST_COLUMNS = 64
SHORT = 80  # characters of a merged cell that is told in each of its rows; a longer one is told once
YEAR = re.compile(r"(?:19|20)\d\d(?:\s?[-/–]\s?(?:(?:19|20)?\d\d))?")
VALUE = re.compile(
    r"[(<>≥≤~±+–-]*\s?(?:€\s?|EUR\s?)?[–-]?\d[\d.,\s]*(?:[-–]\s?\d[\d.,]*)?\s?"
    r"(?:%|‰|procent|euro|EUR|mln\.?|mld\.?|miljoen|miljard|fte|uur|x)?\)?[⁰¹²³⁴-⁹*]*",
    re.IGNORECASE,
)
CELL_END = re.compile(r"[|\t]")  # parts the cells of a row; a text parts them by tabs
# What stands before the colon or the tab in the head of a letter.
OF_LETTER = re.compile(
    r"(?:datum|betreft|betr|onderwerp|aan|van|cc|(?:ons |uw )?kenmerk|(?:onze |uw )?referentie|bijlagen?|telefoon|tel|"
    r"e-?mail|contact\w*|behandeld door|doorkiesnummer|postadres|bezoekadres|zaaknummer|dossier\w*)\W*",
    re.IGNORECASE,
)
OPEN_RANGE = re.compile(r"\d[–-]$")
LEAST_LABELS = 2  # of a letterhead
LEAST_CELLS = 6  # in rows of two or more: "Datum" and "Betreft" with what they say make four


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell with how many columns and rows it covers."""

    text: str
    across: int = 1
    down: int = 1
    head: bool = False  # the file itself says that it heads a column


def spread(rows: Sequence[Sequence[Cell]]) -> list[list[str]]:
    """Rows in which every cell has a column of its own: a merged one is written in each place that it covers.

    A cell over the whole width stays one. Columns that nothing stands in are left out at the end.
    """
    places: defaultdict[int, dict[int, str]] = defaultdict(dict)
    whole: dict[int, str] = {}
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            while column in places[number]:
                column += 1
            words = " ".join(cell.text.split()).replace("|", "¦")
            across, down = min(max(cell.across, 1), MOST_COLUMNS), min(max(cell.down, 1), len(rows) - number)
            for below in range(down):
                for beside in range(across):
                    first = not below and not beside
                    places[number + below].setdefault(column + beside, words if first or len(words) <= SHORT else "")
            if across > 1 and len(row) == 1:
                whole[number] = words
            column += across
            if column >= MOST_COLUMNS:
                break
    filled = [column for row in places.values() for column, words in row.items() if words]
    width = max(filled, default=-1) + 1
    return [
        [whole[number]]
        if number in whole and len(places[number]) >= width
        else [places[number].get(column, "") for column in range(width)]
        for number in range(len(rows))
    ]


def one_cell(above: str, below: str) -> str:
    """The text of a cell and the line of it below that: "2023–" and "2024" are one range of years."""
    glue = "" if OPEN_RANGE.search(above) and below[:1].isdigit() else " "
    return f"{above}{glue}{below}".strip()


def is_value(text: str) -> bool:
    """Whether a cell holds a figure and nothing else; a year is a name of a row or column."""
    return bool(VALUE.fullmatch(text.strip())) and not YEAR.fullmatch(text.strip())


def holds_value(row: Iterable[str]) -> bool:
    """Whether a cell of a row is a figure."""
    return any(map(is_value, row))


def heads_of(rows: Sequence[Sequence[str]]) -> int:
    """How many rows head a table of which the file does not say it: those above the first figure.

    Where there is no figure at all, the first row of three columns or more is taken for its head.
    """
    for number, row in enumerate(rows):
        if holds_value(row):
            return number
    first = next((number for number, row in enumerate(rows) if len(row) > 1), len(rows))
    return first + 1 if first + 1 < len(rows) and len(rows[first]) > 2 and all(rows[first]) else 0


def is_letterhead(rows: Sequence[Sequence[str]]) -> bool:
    """Whether rows of two cells are the fields at the head of a letter: "Datum", "Betreft" and what they say.

    One such word alone may head a column: "Datum" above the days of a planning.
    """
    wide = [filled for row in rows if len(filled := [cell for cell in row if cell.strip()]) > 1]
    labels = sum(OF_LETTER.fullmatch(row[0].strip()) is not None for row in wide)
    return labels >= LEAST_LABELS and max(map(len, wide)) == 2


def is_table(rows: Sequence[Sequence[str]]) -> bool:
    """Whether rows are a table to a reader: word processors also lay out letterheads with them.

    A table has cells enough, or figures below a head without any.
    """
    tight = [[cell for cell in row if cell.strip()] for row in rows]
    wide = [row for row in tight if len(row) > 1]
    if is_letterhead(rows):
        return False
    if sum(map(len, wide)) >= LEAST_CELLS:
        return True
    return (
        len(wide) > 1
        and not any(re.search(r"\d{2}", cell) and not YEAR.search(cell) for cell in wide[0])
        and any(is_value(cell) for row in wide[1:] for cell in row[1:])
    )
