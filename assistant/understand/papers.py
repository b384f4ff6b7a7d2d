"""Which papers a question names: "volgens de beslisnota", "in de brief en in de nota", "in alle stukken"."""

from __future__ import annotations

import re

from index.dutch import fold
from ingest.document import Kind

KINDS: tuple[tuple[re.Pattern[str], frozenset[Kind]], ...] = (
    (re.compile(r"\b(?:beslis)?nota(?:'?s)?\b|\bambtena(?:ar|ren)\b|\bambtelijk"), frozenset({Kind.BESLISNOTA})),
    (re.compile(r"\b(?:kamer)?brie(?:f|ven)\b"), frozenset({Kind.KAMERBRIEF, Kind.BRIEF})),
    (re.compile(r"\bkamervra(?:ag|gen)\b|\bantwoord(?:en)? (?:op|aan)\b|\baanhangsel"), frozenset({Kind.AANHANGSEL})),
    (re.compile(r"\bschriftelijk overleg\b"), frozenset({Kind.SCHRIFTELIJK_OVERLEG})),
)
_OWN_KIND = {Kind.KAMERBRIEF: "kamerbrief"}  # a word that names one kind where another word names several


def kinds_named(text: str) -> tuple[frozenset[Kind], ...]:
    """The kinds of the papers that a text names, a set for each of the names."""
    folded = fold(text)
    return tuple(kinds for cue, kinds in KINDS if cue.search(folded))


def own_kind(text: str) -> frozenset[Kind]:
    """The kind that a text calls by a word that names no other; empty if it does not."""
    return frozenset(kind for kind, word in _OWN_KIND.items() if word in fold(text))
