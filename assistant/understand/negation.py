"""Where a text says no, and of what."""

from __future__ import annotations

import re

from index.dutch import fold, terms

NOT = re.compile(r"\b(?:niet|niets|geen|nooit|niemand|nergens|zonder|noch|onmogelijk|onjuist)\b")


def denials(text: str) -> int:
    """How often a text says no."""
    return len(NOT.findall(fold(text)))


def denied_in(folded: str) -> frozenset[str] | None:
    """The stems behind the first no of a folded text; None if it says no nowhere."""
    no = NOT.search(folded)
    return frozenset(terms(folded[no.end() :])) if no else None
