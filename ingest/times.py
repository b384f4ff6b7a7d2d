"""Moments in a text: days, months, seasons and years, with or without the year that they need."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from ingest import relative_times
from ingest.flattened import flattened, pattern
from ingest.time_words import (
    LAST,
    MONTH,
    NEXT,
    PART,
    PART_NAMES,
    SHORT_MONTH,
    THIS_YEAR,
    YEAR,
    day_of,
    ends_stretch,
    limit_before,
    month_number,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A moment as it stands in a text; ``value`` is "" when the text alone does not tell which."""

    start: int
    end: int
    value: str  # "2023-02-17", "2024-08", "2035", "2024-Q1", "najaar 2023", "eind 2023-03", "2021/2022"
    limit: bool  # it is the last moment for something: "uiterlijk", "vóór"


WHICH = rf"(?:(?: (?:van )?{YEAR})|,? {LAST}|,? {NEXT}| (?:van )?{THIS_YEAR}\b)"  # year
DAY = pattern(rf"(?i)(?<![\d.,])\b(?P<day>\d{{1,2}}) {MONTH}{WHICH}?")
# "14, 15 en 16 maart": the first days of the list; the last is a day of its own.
LISTED_DAY = pattern(
    rf"(?i)(?<![\d.,-])\b(?P<day>\d{{1,2}})(?=(?:(?:, ?| en | of |, en |/|-| tot en met | t/m | tot )\d{{1,2}}){{1,6}} "
    rf"{MONTH}{WHICH}?)"
)
SHORT_DAY = pattern(rf"(?i)\b(?P<day>\d{{1,2}}) (?P<month>{SHORT_MONTH})\b\.? {YEAR}\b")
NUMERIC_DAY = pattern(r"(?<![\d-])(?P<day>\d{1,2})[-/](?P<month>\d{1,2})[-/](?P<year>(?:19|20)\d{2})(?![\d-])")
ISO_DAY = pattern(r"(?<![\w-])(?P<year>(?:19|20)\d{2})-(?P<month>\d{2})-(?P<day>\d{2})(?![\w-])")
MONTH_YEAR = pattern(rf"(?i)\b{PART}{MONTH}(?: van)? {YEAR}\b")
SCHOOL_YEAR = pattern(
    r"(?i)\b(?:(?P<part>begin|medio|eind|einde|halverwege)(?: van)?(?: het)? )?"
    r"(?P<name>school|studie|vergader|cursus)jaar "
    r"(?P<year>(?:19|20)\d{2}) ?[-/] ?(?P<second>(?:19|20)\d{2}|\d{2})(?!\d)"
)
YEARS = pattern(r"(?<![\w/-])(?P<year>(?:19|20)\d{2}) ?[-/] ?(?P<second>(?:19|20)\d{2}|\d{2})(?![\w/-])")
QUARTER = pattern(
    rf"(?i)\b(?P<which>eerste|tweede|derde|vierde|laatste|[1-4]e) (?:kwartaal|helft)(?: van)? {YEAR}\b"
    r"|\bQ(?P<quarter>[1-4])(?: van)?[ -](?P<later>(?:19|20)\d{2})\b"
)
BARE_QUARTER = pattern(
    r"(?i)\b(?:eerste|tweede|derde|vierde|laatste|[1-4]e|dit|komend|volgend|afgelopen|vorig) kwartaal\b"
)
PART_YEAR = pattern(rf"(?i)\b(?P<part>{PART_NAMES})(?: van)? {YEAR}\b")
PLAIN_YEAR = pattern(rf"(?<![\w/.-]){YEAR}(?![\w%]|[.,]\d|[/-]\d)")
MONTHS_IN_A_YEAR = 12
NO_YEARS = frozenset({date.min.year, date.max.year})  # of no day of writing: programs mean "no day"


def moments(text: str, reference: date | None) -> Iterator[Moment]:
    """The moments in a text, fuller forms first; they may overlap, and then the first one counts."""
    flat = flattened(text)
    if reference and reference.year in NO_YEARS:
        reference = None
    for form, meaning in MEANINGS:
        for match in form.finditer(flat):
            start = _begin(match)
            if form is PLAIN_YEAR and _alone(text, match):
                continue
            value = meaning(match, reference)
            if value is not None:
                yield Moment(start=start, end=match.end(), value=value, limit=_limited(match))


def _begin(match: re.Match[str]) -> int:
    """Where a moment begins: a preposition before a bare month is no part of it."""
    return match.start("month") if match.re is relative_times.BARE_MONTH else match.start()


def _limited(match: re.Match[str]) -> bool:
    if match.re is relative_times.BARE_MONTH:
        return re.match(r"(?i)uiterlijk|voor|vóór|tot", match.group()) is not None
    limit = limit_before(match)
    if ends_stretch(match):
        return False
    # "middelen voor 2023" is no limit.
    return bool(limit) and not (match.re is PLAIN_YEAR and limit.strip() == "voor")


def _alone(text: str, match: re.Match[str]) -> bool:
    """Whether the figure fills its line: the number of an Aanhangsel, not a year."""
    before, after = text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]
    return before in {"", "\n"} and after in {"", "\n"}


def _day(match: re.Match[str], reference: date | None) -> str | None:
    fields = match.groupdict()
    month = int(match["month"]) if match["month"].isdigit() else month_number(match["month"])
    day = int(match["day"])
    if not 1 <= month <= MONTHS_IN_A_YEAR or not 1 <= day <= 31:
        return None
    year = int(match["year"]) if match["year"] else 0
    if not year and reference:
        year = _year_of(month, day, fields, reference)
    if not year:
        return ""
    found = day_of(year, month, day)
    return found.isoformat() if found else None


def _year_of(month: int, day: int, fields: dict[str, str | None], reference: date) -> int:
    """The year that "jl.", "a.s." or "dit jaar" gives a day; 0 without such a word."""
    passed = (month, day) <= (reference.month, reference.day)
    if fields.get("last"):
        return reference.year if passed else reference.year - 1
    if fields.get("next"):
        today = (month, day) == (reference.month, reference.day)
        return reference.year + 1 if passed and not today else reference.year
    this = fields.get("this")
    return reference.year + relative_times.SHIFTS[this.lower()] if this and not fields.get("what") else 0


def _month(match: re.Match[str], _reference: date | None) -> str:
    value = f"{match['year']}-{month_number(match['month']):02}"
    return f"{match['part'].lower()} {value}" if match["part"] else value


def _years(match: re.Match[str], _reference: date | None) -> str | None:
    """From year to year, "2021-2022" and "2021/22" as "2021/2022"; None when the second is no later year."""
    begins, second = match["year"], match["second"]
    ends = second if len(second) == len(begins) else begins[:2] + second
    if int(ends) <= int(begins):
        return None
    part = match.groupdict().get("part")
    return f"{part.lower()} {begins}/{ends}" if part else f"{begins}/{ends}"


def _quarter(match: re.Match[str], _reference: date | None) -> str:
    if match["quarter"]:
        return f"{match['later']}-Q{match['quarter']}"
    return f"{match['year']}-{relative_times.part_of_year(match['which'], match.group())}"


def _unknown(_match: re.Match[str], _reference: date | None) -> str:
    return ""


def _part_of_year(match: re.Match[str], _reference: date | None) -> str:
    return f"{match['part'].lower()} {match['year']}"


def _year(match: re.Match[str], _reference: date | None) -> str:
    return match["year"]


MEANINGS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date | None], str | None]], ...] = (
    (DAY, _day),
    (LISTED_DAY, _day),
    (SHORT_DAY, _day),
    (NUMERIC_DAY, _day),
    (ISO_DAY, _day),
    (MONTH_YEAR, _month),
    (SCHOOL_YEAR, _years),
    (QUARTER, _quarter),
    (relative_times.RELATIVE_QUARTER, relative_times.relative_quarter),
    (BARE_QUARTER, _unknown),
    (relative_times.RELATIVE_YEAR, relative_times.relative_year),
    (relative_times.END_OF_THE_YEAR, relative_times.relative_year),
    (relative_times.SEASON_TIME, relative_times.season),
    (relative_times.NEAR_MONTH, relative_times.near_month),
    (relative_times.PART_MONTH, relative_times.month_nearby),
    (relative_times.RELATIVE_MONTH, relative_times.relative_month),
    (relative_times.BARE_MONTH, relative_times.month_nearby),
    (PART_YEAR, _part_of_year),
    (YEARS, _years),
    (PLAIN_YEAR, _year),
)
