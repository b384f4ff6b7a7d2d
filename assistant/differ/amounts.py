"""Amounts of money in a sentence: told as counts of euros, and what says which amount of a thing it is."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from assistant.understand.counts import Condition, Count, is_difference, values_of
from index.dutch import fold
from ingest.typed_values import ValueKind

EURO = "euro"

# A part, a rate, a limit or money of another sort; two amounts of which only one bears it are two amounts.
_SCOPE = re.compile(
    r"\b(?:per \w+|structure\w+|inciden\w+|jaarlijks\w*|maxim\w+|minim\w+|hoogstens|minstens|ten hoogste|ten minste|"
    r"extra|aanvullen\w+|overig\w*|rest\w*|gemiddeld\w*|waarvan|daarvan|hiervan|bezuinig\w+|korting\w*|ombuiging\w*|"
    r"verlaag\w*|verlaging\w*|verhoog\w*|verhoging\w*|tekort\w*|overschot\w*|onderuitputting|boetes?|uitgegeven|"
    r"besteed\w*|bestede|gerealiseerd\w*|uitgekeerd\w*|betaald\w*|teruggevorderd\w*|aangevraagd\w*|verleend\w*|"
    r"afgewezen|cofinanciering)\b"
)
_COIN = re.compile(r"€|\beuro\b|\bEUR\b", re.IGNORECASE)


@lru_cache(maxsize=4_000)
def amounts(sentence: str, reference: date | None = None) -> tuple[Count, ...]:
    """The amounts of whole euros in a sentence, in order; ``value`` is the plain number."""
    return tuple(
        Count(value=value.value, unit=EURO, condition=Condition.NONE, start=value.start, end=value.end)
        for value in values_of(sentence, reference)
        if value.kind is ValueKind.AMOUNT and value.unit == EURO and value.value and not is_difference(sentence, value)
    )


def scope_of(text: str) -> frozenset[str]:
    """The words that say which amount of a thing is told: yearly, extra, spent."""
    return frozenset(_SCOPE.findall(fold(text)))


def without_coin(text: str) -> str:
    """An amount as it is written, without the sign or the name of its coin: "1,5 miljoen"."""
    return " ".join(_COIN.sub(" ", text).split())


def is_rounded(one: str, other: str) -> bool:
    """Whether one of two plain numbers may be the other one rounded: 63000000 is 62700000, 60000000 is not 67000000."""
    return _rounds(one, other) or _rounds(other, one)


def _rounds(short: str, exact: str) -> bool:
    digits = short.replace(".", "").strip("0")
    places = len(short.replace(".", "")) - len(digits) if "." not in short else -len(short.partition(".")[2])
    return bool(digits) and abs(float(short) - float(exact)) <= 0.5 * 10.0**places
