"""The words that Dutch papers tell time with."""

from __future__ import annotations

import re
from datetime import date

from ingest.official_numbers import MONTHS

SHORT_MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
SHORT_MONTH = "|".join((*SHORT_MONTHS, "sept"))
MONTH = rf"(?P<month>{'|'.join(MONTHS)})"
PART_NAMES = r"begin|medio|midden|half|halverwege|einde?|in de loop van"
PART = rf"(?:(?P<part>{PART_NAMES}|rond|omstreeks)(?: van)? )?"
YEAR = r"(?P<year>(?:19|20)\d{2})"
LAST = r"(?P<last>jl\b\.?|jongstleden|afgelopen|laatstleden|ll\.)"
NEXT = r"(?P<next>a\.s\.?|aanstaande|eerstkomende|komende)"
THIS_YEAR = r"(?P<this>dit|vorig|afgelopen|komend|volgend|aankomend) (?P<what>school|kalender|studie|begrotings)?jaar"
LIMIT = re.compile(
    r"\b(?:uiterlijk(?: (?:op|in|per|voor|vóór|eind))?|v[oó][oó]r|tot(?: en met)?|binnen|niet later dan|"
    r"op zijn laatst(?: op)?) {1,4}(?:de |het )?$",
    re.IGNORECASE,
)
LONGEST_LIMIT = 30  # characters
# "van 1 april tot en met 15 mei": the second is the end of a stretch, no last day for something.
STRETCH = re.compile(rf"(?:\d{{4}}|\b(?:{'|'.join(MONTHS)})) {{1,4}}tot(?: en met)? {{1,4}}$")
NOT_AHEAD = re.compile(
    r"\b(?:jaarlijks\w*|(?:elk|ieder) jaar|telkens|heb|hebben|heeft|had|hadden|was|waren|werd|werden|zijn \w+ ge\w+)\b",
    re.IGNORECASE,
)
SENTENCE_END = re.compile(r"[.?!;]")
SAME_SENTENCE = 150  # characters on either side in which a verb tells whether it is past


def limit_before(match: re.Match[str]) -> str:
    """The words before a moment that make it the last one for something; "" if there are none."""
    limit = LIMIT.search(match.string, max(0, match.start() - LONGEST_LIMIT), match.start())
    return limit.group().lower() if limit else ""


def ends_stretch(match: re.Match[str]) -> bool:
    """Whether it is the second of "2018 tot en met 2022"."""
    return bool(STRETCH.search(match.string, max(0, match.start() - LONGEST_LIMIT), match.start()))


def not_ahead(match: re.Match[str]) -> bool:
    """Whether the sentence around a moment has a verb of the past, or says that it comes every year."""
    before = match.string[max(0, match.start() - SAME_SENTENCE) : match.start()]
    after = match.string[match.end() : match.end() + SAME_SENTENCE]
    sentence = SENTENCE_END.split(before)[-1] + " " + SENTENCE_END.split(after)[0]
    return bool(NOT_AHEAD.search(sentence))


def month_number(name: str) -> int:
    """1 for "januari" and for "jan."."""
    low = name.lower().rstrip(".")
    return MONTHS.index(low) + 1 if low in MONTHS else SHORT_MONTHS.index(low[:3]) + 1


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, None if there is none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def day_from(value: object) -> date | None:
    """The day that a value of YAML, TOML or an API stands for; None for "" and for what is no day."""
    if isinstance(value, date):
        return date(value.year, value.month, value.day)
    try:
        return date.fromisoformat(str(value)) if isinstance(value, str | int) else None
    except ValueError:
        return None
