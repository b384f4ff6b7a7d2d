"""For or against: of which side the reasons are that a question asks for, or that a heading announces."""

from __future__ import annotations

import re

from index.dutch import fold, words

VOOR, TEGEN = "voor", "tegen"
_SIDED = {  # words for reasons that are of one side by themselves
    "voordeel": VOOR,
    "voordelen": VOOR,
    "pluspunten": VOOR,
    "nadeel": TEGEN,
    "nadelen": TEGEN,
    "minpunten": TEGEN,
    "bezwaren": TEGEN,  # the singular is what one makes before a judge
    "tegenargument": TEGEN,
    "tegenargumenten": TEGEN,
}
_REASONS = _SIDED.keys() | {"argument", "argumenten"}
_ARGUED = re.compile(r"\bargument(?:en)? (voor|tegen)\b")
_PLEADS = re.compile(r"\bwat (?:pleit|spreekt)(?: er)?(?: dan| juist| nog)? (?:voor|tegen)\b")
_HALVES = re.compile(r"\b(?:voor|plus|min|tegen)- (?:en|of)\b")  # "voor- en nadelen"


def speaks_of_reasons(text: str) -> bool:
    """Whether a text names reasons for or against a thing."""
    return not _REASONS.isdisjoint(words(text)) or _PLEADS.search(fold(text)) is not None


def announced_by(heading: str) -> str:
    """The side whose reasons a heading announces with its first word, "Nadelen", "Argumenten tegen …"; else "".

    So does one that is nothing but "Voor" or "Tegen".
    """
    if (whole := fold(heading).strip()) in {VOOR, TEGEN}:
        return whole
    return side_of(heading) if speaks_of_reasons(" ".join(words(heading)[:1])) else ""


def side_of(text: str) -> str:
    """``VOOR`` or ``TEGEN`` where a text is of just one of them, "" otherwise.

    "Nadelen" are against, for whomever they may be: "nadelen voor ouders".
    """
    said = words(text)
    named = {_SIDED[word] for word in said if word in _SIDED}
    sides = named | {*_ARGUED.findall(fold(text))} if named else {VOOR, TEGEN}.intersection(said)
    return sides.pop() if len(sides) == 1 and not _HALVES.search(fold(text)) else ""
