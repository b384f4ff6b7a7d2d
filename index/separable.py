"""Verbs that Dutch takes apart: "wanneer gaat die wet in?" asks of "ingaan"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from simplemma import is_known, lemmatize

from index.dutch import words

PARTICLES = frozenset("aan af bij door in mee na om onder op over terug toe uit voor vast weg".split())
_PRONOMINAL = frozenset("waar daar er hier".split())  # "waar gaat het over?" asks of no "overgaan"
_CLAUSE = re.compile(r"[^.?!,;:]+")
_FURTHEST = 3  # words from the beginning of a clause in which its verb stands: "wanneer gaat", "en hoe loopt"


class Separated(NamedTuple):
    """A verb in two parts, as it was typed and as one word."""

    part: str  # "gaat"
    verb: str  # "ingaan"


@lru_cache(maxsize=2_000)
def separated(text: str) -> tuple[Separated, ...]:
    """The verbs of a text that stand in two parts, folded."""
    return tuple(
        found
        for clause in _CLAUSE.findall(text)
        for *before, last in [words(clause) or [""]]
        if last in PARTICLES and not _PRONOMINAL & set(before) and (found := _joined(last, before[:_FURTHEST]))
    )


def _joined(particle: str, before: Sequence[str]) -> Separated | None:
    verbs = (Separated(word, particle + lemmatize(word, lang="nl")) for word in before if len(word) > 2)
    return next((one for one in verbs if one.verb.endswith("n") and is_known(one.verb, lang="nl")), None)
