"""The table of particulars that zoek.officielebekendmakingen.nl has above a paper, as it is copied with the text.

Its cells stand next to each other, with nothing, tabs or bars between them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

BETWEEN = r"[\s|]*+"
DAY = r"\d{2}-\d{2}-\d{4}"
LABELS = (
    r"Datum (?:publicatie|vergadering|indiening|ontvangst|ondertekening)|Organisatie|Vergaderjaar|Vergadernummer|"
    r"Dossier- en ondernummer|Nummer"
)
HEADS = re.compile(rf"(?:{BETWEEN}(?:{LABELS})){{3,}}{BETWEEN}")
VALUES = re.compile(
    rf"{BETWEEN}(?:{DAY})?{BETWEEN}(?P<house>Tweede|Eerste) Kamer der Staten-Generaal{BETWEEN}"
    rf"(?P<from>\d{{4}})-(?P<until>\d{{4}}){BETWEEN}"
    r"(?:(?P<dossier>\d{5}(?:-\d{2})?(?:-(?:[IVXLCDM]+|[A-M]|\(?R\d{4}\)?))?),? "
    r"(?:nr\. (?P<number>\w{1,4}?(?:-[hn]\d)?)|(?P<letter>[A-Z]{1,3}))"
    rf"|nr\. (?P<meeting>\d{{1,3}}), item (?P<item>\d{{1,3}}?)|(?P<alone>\d{{1,4}}?)){BETWEEN}(?P<day>{DAY})?{BETWEEN}",
)
HEAD = 2500  # characters
SORT = r"Handeling(?:en)?|Kamerstuk(?:ken)?|Kamervra(?:ag|gen)(?: \([^()]{3,60}\))?|Aanhangsel(?: van de Handelingen)?"
WHOLE_SORT = re.compile(SORT)


def opens_table(lines: Sequence[str]) -> bool:
    """Whether the first of some lines is their row of values, the row of heads above that, or the sort above both."""
    return any(
        len(lines) >= len(rows) and all(row.fullmatch(line) for row, line in zip(rows, lines, strict=False))
        for rows in ((VALUES,), (HEADS, VALUES), (WHOLE_SORT, HEADS, VALUES))
    )


def identifier_in(raw: str) -> str:
    """The number that their values make: "kst-12345-7", "h-tk-20202021-58-7", "ah-tk-20202021-7"; "" without."""
    if (found := _values(raw)) is None:
        return ""
    if found["dossier"]:
        return f"kst-{found['dossier']}-{found['number'] or found['letter']}"
    house = "tk" if found["house"] == "Tweede" else "ek"
    if found["alone"]:  # of an Aanhangsel, or of a sort that is numbered otherwise
        named = any(
            "Aanhangsel" in sort for sort in map(str.strip, raw[:HEAD].splitlines()) if WHOLE_SORT.fullmatch(sort)
        )
        return f"ah-{house}-{found['from']}{found['until']}-{found['alone']}" if named else ""
    return f"h-{house}-{found['from']}{found['until']}-{found['meeting']}-{found['item']}"


def item_in(raw: str) -> str:
    """The number of the item of a meeting that the Handelingen report; "" for any other paper."""
    found = _values(raw)
    return found["item"] or "" if found else ""


def day_in(raw: str) -> str:
    """The day of the meeting as their last value gives it, "22-05-2019"; "" without one."""
    found = _values(raw)
    return found["day"] or "" if found else ""


def _values(raw: str) -> re.Match[str] | None:
    lines = (line.strip() for line in raw[:HEAD].splitlines())
    return next(filter(None, map(VALUES.fullmatch, lines)), None)
