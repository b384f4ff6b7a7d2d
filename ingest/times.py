"""Moments in a text: days, months, seasons and years, with or without the year that they need."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ingest.official_numbers import MONTHS


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A moment as it stands in a text; ``value`` is "" when the text alone does not tell which."""

    start: int
    end: int
    value: str  # "2023-02-17", "2024-08", "2035", "najaar 2023", "eind 2023-03", "2021/2022"
    limit: bool  # it is the last moment for something: "uiterlijk", "vóór"


MONTH = rf"(?P<month>{'|'.join(MONTHS)})"
PART_NAMES = r"begin|medio|half|halverwege|einde?"
PART = rf"(?:(?P<part>{PART_NAMES}|rond|omstreeks)(?: van)? )?"
YEAR = r"(?P<year>(?:19|20)\d{2})"
LAST = r"(?P<last>jl\b\.?|jongstleden|afgelopen|laatstleden|ll\.)"
NEXT = r"(?P<next>a\.s\.?|aanstaande|eerstkomende|komende)"
SEASON = (
    r"(?P<season>voorjaar|lente|zomer(?:reces|vakantie)?|najaar|herfst|winter|"
    r"kerst(?:reces|vakantie)?|meireces|herfstreces|krokusreces)"
)
THIS_SEASON = r"(?:(?P<this>dit|deze|afgelopen|vorige?|komende?|volgende?|het|de|in) )?"
THIS_YEAR = r"(?P<this>dit|vorig|afgelopen|komend|volgend) (?P<what>school|kalender|studie)?jaar"

DAY = re.compile(rf"\b(?P<day>\d{{1,2}}) {MONTH}(?:(?: (?:van )?{YEAR})|,? {LAST}|,? {NEXT})?", re.IGNORECASE)
NUMERIC_DAY = re.compile(r"\b(?P<day>\d{1,2})[-/](?P<month>\d{1,2})[-/](?P<year>(?:19|20)\d{2})\b")
MONTH_YEAR = re.compile(rf"\b{PART}{MONTH}(?: van)? {YEAR}\b", re.IGNORECASE)
SEASON_TIME = re.compile(rf"\b{PART}{THIS_SEASON}{SEASON}(?:(?: van)? {YEAR})?\b", re.IGNORECASE)
RELATIVE_YEAR = re.compile(rf"\b{PART}(?:{MONTH} (?:van )?)?{THIS_YEAR}\b", re.IGNORECASE)
PART_MONTH = re.compile(rf"\b(?P<part>{PART_NAMES}) {MONTH}\b", re.IGNORECASE)
PART_YEAR = re.compile(rf"\b(?P<part>{PART_NAMES}) {YEAR}\b", re.IGNORECASE)
PLAIN_YEAR = re.compile(rf"(?<![\w–/-]){YEAR}(?![\w%]|[.,]\d|[–/-]\d)")
LIMIT = re.compile(
    r"\b(?:uiterlijk(?: (?:op|in|per|voor|vóór|eind))?|v[oó][oó]r|tot(?: en met)?|binnen|niet later dan|"
    r"op zijn laatst(?: op)?) (?:de |het )?$",
    re.IGNORECASE,
)
LONGEST_LIMIT = 30  # characters
SAME_MONTH = timedelta(days=120)  # "eind maart" is the March nearest to the day of writing, if it is this near
SEASON_NAMES = {"lente": "voorjaar", "herfst": "najaar", "zomerreces": "zomer", "zomervakantie": "zomer"}
SEASON_ENDS = {"voorjaar": (6, 21), "zomer": (9, 1), "najaar": (12, 21), "winter": (3, 21), "kerst": (12, 25)}


def moments(text: str, reference: date | None) -> Iterator[Moment]:
    """The moments in a text, fuller forms first; they may overlap, and then the first one counts."""
    for pattern, meaning in MEANINGS:
        for match in pattern.finditer(text):
            if pattern is PLAIN_YEAR and _alone(text, match):
                continue
            value = meaning(match, reference)
            if value is not None:
                yield Moment(start=match.start(), end=match.end(), value=value, limit=_limited(match))


def _limited(match: re.Match[str]) -> bool:
    limit = LIMIT.search(match.string, max(0, match.start() - LONGEST_LIMIT), match.start())
    # "middelen voor 2023" is no limit.
    return bool(limit) and not (match.re is PLAIN_YEAR and limit is not None and limit.group().lower() == "voor ")


def _alone(text: str, match: re.Match[str]) -> bool:
    """Whether the figure fills its line: the number of an Aanhangsel, not a year."""
    return text[max(0, match.start() - 1) : match.start()] in {"", "\n"} and text[match.end() : match.end() + 1] in {
        "",
        "\n",
    }


def _day(match: re.Match[str], reference: date | None) -> str | None:
    fields = match.groupdict()
    month = int(match["month"]) if match["month"].isdigit() else MONTHS.index(match["month"].lower()) + 1
    day = int(match["day"])
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    year = int(match["year"]) if match["year"] else 0
    if not year and reference and (fields.get("last") or fields.get("next")):
        passed = (month, day) <= (reference.month, reference.day)
        if fields.get("last"):
            year = reference.year if passed else reference.year - 1
        else:
            year = reference.year + 1 if passed and (month, day) != (reference.month, reference.day) else reference.year
    if not year:
        return ""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _month(match: re.Match[str], _reference: date | None) -> str:
    month = MONTHS.index(match["month"].lower()) + 1
    value = f"{match['year']}-{month:02}"
    return f"{match['part'].lower()} {value}" if match["part"] else value


def _relative_year(match: re.Match[str], reference: date | None) -> str:
    if reference is None:
        return ""
    shift = {"dit": 0, "vorig": -1, "afgelopen": -1, "komend": 1, "volgend": 1}[match["this"].lower()]
    if match["what"] in {"school", "studie"}:
        begins = (reference.year if reference.month >= 8 else reference.year - 1) + shift
        return f"{begins}/{begins + 1}"
    year = reference.year + shift
    month = f"{year}-{MONTHS.index(match['month'].lower()) + 1:02}" if match["month"] else str(year)
    return f"{match['part'].lower()} {month}" if match["part"] else month


def _season(match: re.Match[str], reference: date | None) -> str:
    season = SEASON_NAMES.get(match["season"].lower(), match["season"].lower())
    if match["year"]:
        return f"{season} {match['year']}"
    this = (match["this"] or "").lower()
    # "in het najaar" may lie behind or ahead; "voor de zomer" lies ahead.
    ahead = _limited(match)
    if reference is None or (this in {"", "het", "de", "in"} and not ahead):
        return ""
    ends = date(reference.year, *SEASON_ENDS.get(season.removesuffix("reces").removesuffix("vakantie"), (12, 31)))
    over = reference > ends
    if this in {"afgelopen", "vorig", "vorige"}:
        return f"{season} {reference.year if over else reference.year - 1}"
    return f"{season} {reference.year + 1 if over else reference.year}"


def _part_of_month(match: re.Match[str], reference: date | None) -> str:
    """The nearest such month, within half a year, when the day of writing is known."""
    if reference is None:
        return ""
    month = MONTHS.index(match["month"].lower()) + 1
    nearest = min(
        (date(year, month, 15) for year in (reference.year - 1, reference.year, reference.year + 1)),
        key=lambda day: abs(day - reference),
    )
    if abs(nearest - reference) > SAME_MONTH:
        return ""
    return f"{match['part'].lower()} {nearest.year}-{month:02}"


def _part_of_year(match: re.Match[str], _reference: date | None) -> str:
    return f"{match['part'].lower()} {match['year']}"


def _year(match: re.Match[str], _reference: date | None) -> str:
    return match["year"]


MEANINGS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date | None], str | None]], ...] = (
    (DAY, _day),
    (NUMERIC_DAY, _day),
    (MONTH_YEAR, _month),
    (RELATIVE_YEAR, _relative_year),
    (SEASON_TIME, _season),
    (PART_MONTH, _part_of_month),
    (PART_YEAR, _part_of_year),
    (PLAIN_YEAR, _year),
)
