"""For or against: of which side the reasons are that a question asks for, or that a heading announces."""

from __future__ import annotations

from collections.abc import Collection

VOOR, TEGEN = "voor", "tegen"
_REASONS = {  # words for reasons, and of which side they are by themselves
    "argument": "",
    "argumenten": "",
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


def speaks_of_reasons(words: Collection[str]) -> bool:
    """Whether some folded words name reasons for or against a thing."""
    return not _REASONS.keys().isdisjoint(words)


def side_of(words: Collection[str]) -> str:
    """``VOOR`` or ``TEGEN`` where some folded words are of just one of them, "" otherwise.

    "Nadelen" are against, for whomever they may be: "nadelen voor ouders".
    """
    named = {_REASONS[word] for word in words if word in _REASONS} - {""}
    sides = named or {VOOR, TEGEN}.intersection(words)
    return sides.pop() if len(sides) == 1 else ""
