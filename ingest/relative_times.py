"""Moments that need the day of writing: "dit najaar", "vorige maand", "begin volgend jaar"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from ingest.flattened import pattern
from ingest.time_words import MONTH, PART, PART_NAMES, THIS_YEAR, YEAR, limit_before, month_number, not_ahead

SEASON = (
    r"(?P<season>voorjaar|lente|zomer(?:reces|vakantie)?|najaar|herfst|winter|"
    r"kerst(?:reces|vakantie)?|meireces|meivakantie|herfst(?:reces|vakantie)|(?:krokus|voorjaars)(?:reces|vakantie))"
)
THIS_SEASON = r"(?:(?P<this>dit|deze|afgelopen|vorige?|komende?|aankomende?|volgende?|het|de|in) )?"
SEASON_TIME = pattern(rf"(?i)\b(?P<after>na )?{PART}{THIS_SEASON}{SEASON}(?:(?: van)? {YEAR})?\b")
RELATIVE_YEAR = pattern(rf"(?i)(?<!een\s)\b{PART}(?:{MONTH} (?:van )?)?{THIS_YEAR}\b")
END_OF_THE_YEAR = pattern(r"(?i)\b(?P<part>eind|einde|begin) van (?P<this>het) (?P<what>school|kalender|studie)?jaar\b")
PART_MONTH = pattern(rf"(?i)\b(?P<part>{PART_NAMES}) {MONTH}\b")
BARE_MONTH = pattern(
    rf"(?i)\b(?:in|vanaf|per|sinds|rond|tot|voor|vóór|tot en met|uiterlijk) {MONTH}\b(?! (?:jl|jongstleden|\d))"
)
NEAR_MONTH = pattern(
    rf"(?i)\b(?:(?P<this>afgelopen|vorige|deze|komende|aanstaande) {MONTH}"
    rf"|{MONTH.replace('month', 'before')} (?P<mark>jl\b\.?|jongstleden|a\.s\.?|aanstaande))"
)
RELATIVE_MONTH = pattern(r"(?i)\b(?P<this>deze|vorige|volgende|komende|afgelopen) (?P<what>maand|week)\b")
RELATIVE_QUARTER = pattern(
    rf"(?i)\b(?P<which>eerste|tweede|derde|vierde|laatste) (?:kwartaal|helft)(?: van)? {THIS_YEAR}\b"
)
SAME_MONTH = timedelta(days=120)  # "eind maart" is the March nearest to the day of writing, if it is this near
SEASON_NAMES = {
    "lente": "voorjaar",
    "herfst": "najaar",
    "zomerreces": "zomer",
    "zomervakantie": "zomer",
    "kerstvakantie": "kerst",
    "kerstreces": "kerst",
}
SEASON_ENDS = {
    "voorjaar": (6, 21),
    "zomer": (9, 1),
    "najaar": (12, 21),
    "winter": (3, 21),
    "kerst": (12, 25),
    "meireces": (5, 10),
    "meivakantie": (5, 10),
    "herfstreces": (10, 31),
    "herfstvakantie": (10, 31),
}
NUMBERS = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4}
SHIFTS = {"dit": 0, "het": 0, "vorig": -1, "afgelopen": -1, "komend": 1, "aankomend": 1, "volgend": 1}


def relative_year(match: re.Match[str], reference: date | None) -> str:
    """What "dit jaar", "eind van dit jaar", "oktober vorig jaar" and "vorig schooljaar" are."""
    if reference is None or (match["this"].lower() == "het" and not limit_before(match)):
        return ""  # "aan het eind van het jaar" may be said of every year
    fields = match.groupdict()
    shift = SHIFTS[match["this"].lower()]
    part = f"{match['part'].lower()} " if match["part"] else ""
    if match["what"] in {"school", "studie"}:
        begins = (reference.year if reference.month >= 8 else reference.year - 1) + shift
        return f"{part}{begins}/{begins + 1}"
    if match["this"].lower() == "afgelopen" and not (part or fields.get("month")):
        # "Het afgelopen jaar is er veel gebeurd": the twelve months before.
        return f"{_year_before(reference).isoformat()}/{reference.isoformat()}"
    year = reference.year + shift
    return part + (f"{year}-{month_number(match['month']):02}" if fields.get("month") else str(year))


def season(match: re.Match[str], reference: date | None) -> str:
    """What "dit najaar", "voor de zomer" and "na het zomerreces" are; "" when it may lie behind as well as ahead."""
    low = match["season"].lower()
    name = SEASON_NAMES.get(low, low)
    prefix = " ".join(each.lower() for each in (match["after"] and "na", match["part"]) if each)
    named = f"{prefix} {name}".strip()
    if match["year"]:
        return f"{named} {match['year']}"
    this = (match["this"] or "").lower()
    if reference is None:
        return ""
    if this in {"dit", "deze"}:
        return f"{named} {reference.year}"
    over = reference > date(reference.year, *SEASON_ENDS.get(name, (12, 31)))
    if this in {"afgelopen", "vorig", "vorige"}:
        return f"{named} {reference.year if over else reference.year - 1}"
    if this in {"", "het", "de", "in"} and (not (limit_before(match) or match["after"]) or not_ahead(match)):
        return ""
    return f"{named} {reference.year + 1 if over else reference.year}"


def month_nearby(match: re.Match[str], reference: date | None) -> str:
    """The nearest such month, when the day of writing is known and the month is not far from it."""
    if reference is None:
        return ""
    month = month_number(match["month"])
    nearest = min(
        (date(reference.year + shift, month, 15) for shift in (-1, 0, 1)), key=lambda day: abs(day - reference)
    )
    if abs(nearest - reference) > SAME_MONTH:
        return ""
    part = match.groupdict().get("part")
    return f"{part.lower()} {nearest.year}-{month:02}" if part else f"{nearest.year}-{month:02}"


def near_month(match: re.Match[str], reference: date | None) -> str:
    """Which month "afgelopen april", "april jl." or "komende maart" is."""
    if reference is None:
        return ""
    month = month_number(match["month"] or match["before"])
    word = (match["this"] or match["mark"]).lower()
    if word in {"afgelopen", "vorige"} or word.startswith(("jl", "jongst")):
        year = reference.year if month <= reference.month else reference.year - 1
    elif word == "deze":
        year = reference.year
    else:
        year = reference.year if month >= reference.month else reference.year + 1
    return f"{year}-{month:02}"


def relative_month(match: re.Match[str], reference: date | None) -> str:
    """What "vorige maand" is: a month; "volgende week" is the days from Monday to Sunday."""
    if reference is None:
        return ""
    shift = {"deze": 0, "vorige": -1, "afgelopen": -1, "volgende": 1, "komende": 1}[match["this"].lower()]
    if match["what"].lower() == "week":
        monday = reference - timedelta(days=reference.weekday()) + timedelta(weeks=shift)
        return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
    months = reference.year * 12 + reference.month - 1 + shift
    return f"{months // 12}-{months % 12 + 1:02}"


def relative_quarter(match: re.Match[str], reference: date | None) -> str:
    """Which part of a year "tweede kwartaal van dit jaar", "eerste helft van volgend jaar" is."""
    if reference is None or match["what"]:
        return ""
    year = reference.year + SHIFTS[match["this"].lower()]
    return f"{year}-{part_of_year(match['which'], match.group())}"


def part_of_year(which: str, words: str) -> str:
    """The "Q1" of a quarter, "H1" of a half."""
    halves = "helft" in words.lower()
    last = 2 if halves else 4
    number = last if which.lower() == "laatste" else NUMBERS.get(which.lower()) or int(re.sub(r"\D", "", which))
    return f"{'H' if halves else 'Q'}{number}"


def _year_before(day: date) -> date:
    # Of 29 February the day a year before is the 28th.
    return day.replace(year=day.year - 1, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=day.year - 1)
