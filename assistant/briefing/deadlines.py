"""Until when something is promised: the words of the paper, and the time that they mean on its date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from assistant.prove.toezeggingen import KAMER
from ingest.typed_values import TypedValue, ValueKind, values

_BEFORE = re.compile(
    r"(?:\b(?:uiterlijk|v[oó][oó]r|na|tot(?: en met)?|binnen|in|rond|per|niet later dan|nog)\s+){1,2}"
    r"(?:de |het |deze |dit |eind |begin )?$",
    re.IGNORECASE,
)
_REACH = 40  # characters before a moment in which its preposition stands
_ISO = re.compile(r"(?P<year>(?:19|20)\d{2})(?:-(?P<month>\d{2}))?(?:-(?P<day>\d{2}))?")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_SEASON = re.compile(
    r"\b(?:in het|na de|na het|voor de|voor het) (?P<season>voorjaar|najaar|zomer\w*|herfst|winter|lente)", re.I
)
_START = re.compile(r"\b(?:vanaf|sinds|met ingang van)\s+(?:de |het |eind |begin |medio )?$", re.IGNORECASE)
_SOON = re.compile(
    r"\bop (?:zeer |zo )?kort(?:e|st) ?(?:mogelijke )?termijn\b|\bbinnenkort\b|"
    r"\b(?:zo )?(?:spoedig|snel) mogelijk\b|\bspoedig\b",
    re.IGNORECASE,
)
_KAMER = re.compile(rf"{KAMER}|\bu\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;:]\s|\sen\s")
_BACK = re.compile(r"\b(?:van|op|d\.d\.|sinds|vanaf|debat van|brief van)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A time by which something is to be done."""

    words: str  # as the paper writes it: "voor de zomer"
    value: str  # what that is on the day of the paper, as in ``TypedValue``: "zomer 2023"; "" if it cannot be told


def deadline_in(text: str, day: date | None) -> Deadline | None:
    """The time ahead that a promise names; None if there is none.

    Of several the one in the clause that names the Kamer counts, then one that is called a limit, then the first; where
    there is none, "op korte termijn". What begins on a day ("vanaf 1 juli") need not be done by then.

    Args:
        text: The sentence.
        day: The day on which it was promised; without it "dit najaar" keeps its words and gets no year.
    """
    found = [value for value in values(text, day) if _ahead(text, value, day)]
    limits = [value for value in found if value.kind is not ValueKind.DATE]
    for value in [*_to_the_kamer(text, found), *limits, *found]:
        before = _BEFORE.search(text, max(0, value.start - _REACH), value.start)
        start = before.start() if before else value.start
        words = " ".join(text[start : value.end].split())
        return Deadline(words=words, value=_resolved(words, value, day))
    soon = _SOON.search(text)
    return Deadline(words=soon[0], value="") if soon else None


def _to_the_kamer(text: str, found: Sequence[TypedValue]) -> list[TypedValue]:
    """Of several times those that stand in a clause with the Kamer."""
    if len(found) < 2:
        return []
    edges = [0, *(cut.start() for cut in _CLAUSE.finditer(text)), len(text)]
    named = [(start, end) for start, end in pairwise(edges) if _KAMER.search(text, start, end)]
    return [value for value in found if any(start <= value.start < end for start, end in named)]


def day_of_promise(text: str, day: date | None) -> date | None:
    """The day on which a recalled promise was made, where its sentence names one day of before: "debat van 3 mei".

    Args:
        text: The sentence.
        day: The day of the paper that recalls it.
    """
    found = (value for value in values(text, day) if value.kind is ValueKind.DATE and _BACK.search(text[: value.start]))
    days = {moment for value in found if (moment := _whole_day(value.value)) and day and moment < day}
    return days.pop() if len(days) == 1 else None


def _whole_day(value: str) -> date | None:
    return date.fromisoformat(value) if _DAY.fullmatch(value) else None


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
    if value.kind not in {ValueKind.DATE, ValueKind.DEADLINE} or _START.search(text[: value.start]):
        return False
    moment = _ISO.search(value.value)
    if moment is None or day is None:
        # Nobody can tell whether a bare "22 december" lies ahead; a limit does.
        return value.kind is ValueKind.DEADLINE or (moment is None and not _BACK.search(text[: value.start]))
    month, of_month = int(moment["month"] or 12), int(moment["day"] or 31)
    return (int(moment["year"]), month, of_month) >= (day.year, day.month, day.day)
