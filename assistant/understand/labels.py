"""The numbers that tell things of one name apart: "cluster 1 en 2", "groep 8", "artikel 4"."""

from __future__ import annotations

import re

from assistant.understand.asked import is_verb
from index.dutch import STOP_WORDS, fold, stem

_MORE = r"(?:, | en | of | t/m | tot en met | tot )"
_LABELLED = re.compile(rf"\b([a-zà-ÿ]{{4,}}) (\d{{1,2}}(?:{_MORE}\d{{1,2}})*)(?![\w%]|[.,:/-]\d| \d)(?= ([a-zà-ÿ]+)|)")
_RANGE = re.compile(r"(\d+)(?: t/m | tot en met | tot )(\d+)")
# What stands before a number that counts or measures: "maximaal 3".
_MEASURING = frozenset(
    "maximaal minimaal ongeveer circa bijna ruim hoogstens hooguit minstens minder meer slechts exact precies rond "
    "gemiddeld over tegen vanaf sinds binnen tussen januari februari maart april juni juli augustus september "
    "oktober november december".split()
)


def labels_in(text: str) -> dict[str, frozenset[int]]:
    """The numbers behind each thing that a text tells apart by them, by the stem of its name.

    Small whole numbers only, behind a noun and not before what they count.
    """
    found: dict[str, frozenset[int]] = {}
    for name, numbers, behind in _LABELLED.findall(fold(text)):
        counts = bool(behind) and behind not in STOP_WORDS and not is_verb(behind)
        told = is_verb(name) and name.endswith(("en", "t", "de"))  # "steiger" has the lemma of a verb and no form of it
        if not (counts or told or name in STOP_WORDS or name in _MEASURING):
            found[stem(name)] = found.get(stem(name), frozenset()) | _each(numbers)
    return found


def is_of_others(asked: dict[str, frozenset[int]], text: str) -> bool:
    """Whether a text speaks of things of a name that was asked for by number, and of none of those numbers."""
    told = labels_in(text) if asked else {}
    return any(name in told and not told[name] & numbers for name, numbers in asked.items())


def _each(numbers: str) -> frozenset[int]:
    ranges = (range(int(first), int(last) + 1) for first, last in _RANGE.findall(numbers))
    return frozenset(map(int, re.findall(r"\d+", numbers))).union(*ranges)
