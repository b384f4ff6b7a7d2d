"""In which papers some words stand: which paper somebody means who tells what is in it, not what it is called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import reduce

import numpy as np

from assistant.understand.kinds import PAPER_WORDS
from index.dutch import LONGEST_WORD, SHORTEST_PART, stem
from index.generation import Generation

_LINKS = ("", "en")  # a "brugbrief" is about a brug, a "kalverbrief" about kalveren


class Contents:
    """The words of the papers of one generation, looked up by stem."""

    def __init__(self, generation: Generation) -> None:
        self._lexical = generation.lexical
        self._papers = generation.passages.papers
        self._identifiers = [one.identifier for one in generation.documents]  # as the passages number them

    def holding(self, words: Sequence[str]) -> Counter[str]:
        """Of each paper that has a passage with all of some folded words, how many such passages; none for no words."""
        stands = [self._lexical.holding(one) for word in words for one in self._stems(word)]
        rows = reduce(np.intersect1d, stands) if stands else np.zeros(0, dtype=np.int32)
        return Counter(self._identifiers[paper] for paper in self._papers[rows].tolist())

    def _stems(self, word: str) -> list[Iterable[str]]:
        """The stems that all have to stand for a word to be said, each with its alternatives."""
        known = self._lexical.vocabulary
        about = _before_a_paper(word)
        alike = [stem((about or word) + link) for link in _LINKS]
        if about or len(word) > LONGEST_WORD or any(one in known for one in alike):
            return [alike]
        cuts = range(SHORTEST_PART, len(word) - SHORTEST_PART + 1)
        parts = [(stem(word[:cut].removesuffix("s")), stem(word[cut:])) for cut in cuts]
        whole = [pair for pair in parts if all(part in known for part in pair)]
        return [[part] for part in whole[0]] if whole else [[stem(word)]]


def _before_a_paper(word: str) -> str:
    """What stands before the word for a paper with which a compound ends: "kalver" of "kalverbrief"; else ""."""
    rests = [word.removesuffix(paper) for paper in PAPER_WORDS if word.endswith(paper)]
    return min((rest for rest in rests if len(rest) >= SHORTEST_PART), key=len, default="")
