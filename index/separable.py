"""Verbs that Dutch takes apart: "wanneer gaat die wet in?" asks of "ingaan"."""

from __future__ import annotations

import re
from functools import lru_cache

from simplemma import is_known, lemmatize

from index.dutch import words

_PARTICLES = frozenset("aan af bij door in mee na om onder op over terug toe uit voor vast weg".split())
_PRONOMINAL = frozenset("waar daar er hier".split())  # "waar gaat het over?" asks of no "overgaan"
_CLAUSE = re.compile(r"[^.?!,;:]+")
_FURTHEST = 3  # words from the beginning of a clause in which its verb stands: "wanneer gaat", "en hoe loopt"


@lru_cache(maxsize=2_000)
def separated(text: str) -> tuple[str, ...]:
    """The verbs of a text that stand in two parts, as one word: infinitives, folded."""
    return tuple(
        found
        for clause in _CLAUSE.findall(text)
        for *before, last in [words(clause) or [""]]
        if last in _PARTICLES and not _PRONOMINAL & set(before) and (found := _joined(last, before[:_FURTHEST]))
    )


def _joined(particle: str, before: list[str]) -> str:
    verbs = (particle + lemmatize(word, lang="nl") for word in before if len(word) > 2)
    return next((verb for verb in verbs if verb.endswith("n") and is_known(verb, lang="nl")), "")
