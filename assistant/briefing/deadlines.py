"""Until when something is promised: the words of the paper, and the time that they mean on its date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from ingest.typed_values import TypedValue, ValueKind, values

_BEFORE = re.compile(
    r"(?:\b(?:uiterlijk|v[oó][oó]r|na|tot|binnen|in|rond|per|met ingang van|niet later dan|nog)\s+){1,2}"
    r"(?:de |het |deze |dit |eind |begin )?$",
    re.IGNORECASE,
)
_REACH = 40  # characters before a moment in which its preposition stands
_ISO = re.compile(r"(?P<year>(?:19|20)\d{2})(?:-(?P<month>\d{2}))?(?:-(?P<day>\d{2}))?")
_SEASON = re.compile(
    r"\b(?:in het|na de|na het|voor de|voor het) (?P<season>voorjaar|najaar|zomer\w*|herfst|winter|lente)", re.I
)
_BACK = re.compile(r"\b(?:van|op|d\.d\.|sinds|vanaf|debat van|brief van)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A time by which something is to be done."""

    words: str  # as the paper writes it: "voor de zomer"
    value: str  # what that is on the day of the paper, as in ``TypedValue``: "zomer 2023"; "" if it cannot be told
    start: int  # of the words in the sentence
    end: int


def deadline_in(text: str, day: date | None) -> Deadline | None:
    """The first time ahead that a promise names, one that is called a limit before any other; None if there is none.

    Args:
        text: The sentence.
        day: The day on which it was promised; without it "dit najaar" keeps its words and gets no year.
    """
    found = [value for value in values(text, day) if _ahead(text, value, day)]
    limits = [value for value in found if value.kind is not ValueKind.DATE]
    for value in [*limits, *found]:
        before = _BEFORE.search(text, max(0, value.start - _REACH), value.start)
        start = before.start() if before else value.start
        words = " ".join(text[start : value.end].split())
        return Deadline(words=words, value=_resolved(words, value, day), start=start, end=value.end)
    return None


def _resolved(words: str, value: TypedValue, day: date | None) -> str:
    """The value with its year; a season of a promise is the next one to come."""
    if _ISO.search(value.value) and value.kind is not ValueKind.PERIOD:
        return value.value
    season = _SEASON.search(words)
    if season is None or day is None:
        return ""
    coming = values(f"komende {season['season']}", day)
    return coming[0].value if coming else ""


def _ahead(text: str, value: TypedValue, day: date | None) -> bool:
    if value.kind is ValueKind.PERIOD:
        return re.search(r"\bbinnen\s+$", text[: value.start], re.IGNORECASE) is not None
    if value.kind not in {ValueKind.DATE, ValueKind.DEADLINE}:
        return False
    moment = _ISO.search(value.value)
    if moment is None or day is None:
        # Nobody can tell whether a bare "22 december" lies ahead; a limit does.
        return value.kind is ValueKind.DEADLINE or (moment is None and not _BACK.search(text[: value.start]))
    month, of_month = int(moment["month"] or 12), int(moment["day"] or 31)
    return (int(moment["year"]), month, of_month) >= (day.year, day.month, day.day)
