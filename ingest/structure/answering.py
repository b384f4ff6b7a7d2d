"""Which question a reply answers, and which words of a reply only say a question again."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

RUN = 5  # words in a row that tell that a text is said again
LEAST_AGAIN = 0.5  # of such runs in a paragraph
LEAST_RUNS = 8  # "Ik dank de leden van de X-fractie" says nothing again
LEAST_SHARED = 2  # words that reply and question share
WORD = re.compile(r"[^\W\d_]{5,}")
STEM = 7  # letters
SHORT = 1200  # characters: shorter input is answered as one


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A paragraph in which a fractie asks or remarks something."""

    start: int
    end: int
    words: str
    fractie: str

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands."""
        return self.start, self.end


class Questions:
    """All input of a paper, to find again what a reply is about."""

    def __init__(self, asked: Sequence[Asked]) -> None:
        self._asked = {each.start: each for each in asked}
        self._by_fractie: dict[str, list[Asked]] = {}
        for each in asked:
            self._by_fractie.setdefault(each.fractie, []).append(each)
        self._stems = {each.start: _stems(each.words) for each in asked}
        self._spread = Counter(stem for stems in self._stems.values() for stem in stems)
        self._runs: dict[tuple[str, ...], Asked] = {}
        for each in asked:
            for run in _runs(each.words):
                self._runs.setdefault(run, each)

    def said_again(self, words: str) -> Asked | None:
        """The paragraph whose words these are once more; None for words that were not said before."""
        runs = _runs(words)
        found = Counter(self._runs[run].start for run in runs if run in self._runs)
        if len(runs) < LEAST_RUNS or sum(found.values()) < LEAST_AGAIN * len(runs):
            return None
        return self._asked[found.most_common(1)[0][0]]

    def of(self, fractie: str) -> list[Asked]:
        """The input of one fractie; of all of them when it is not named."""
        return self._by_fractie.get(fractie, []) if fractie else list(self._asked.values())

    def answered(self, words: str, among: Sequence[Asked]) -> Asked | None:
        """The paragraph that a reply has most in common with; None when it has too little with any."""
        stems = _stems(words)
        best, highest = None, 0.0
        for each in among:
            shared = stems & self._stems.get(each.start, frozenset())
            score = sum(self._weight(stem) for stem in shared)
            if len(shared) >= LEAST_SHARED and score > highest:
                best, highest = each, score
        return best

    def _weight(self, stem: str) -> float:
        return math.log(1 + len(self._asked) / self._spread[stem])


def whole(among: Sequence[Asked]) -> tuple[int, int] | None:
    """The span of input that stands together and is short enough to be answered as one."""
    if not among or (among[-1].end - among[0].start > SHORT and len(among) > 1):
        return None
    return among[0].start, among[-1].end


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:STEM] for word in WORD.findall(text.lower()))


def _runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}
