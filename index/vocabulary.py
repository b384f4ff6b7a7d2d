"""The words that the papers use, and which of them are near a word that a person typed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping

from rapidfuzz.distance import DamerauLevenshtein
from rapidfuzz.process import extract

SHORTEST_PART = 4  # letters that the stem of a part of a compound has at least
SHORTEST_MENDED = 5  # letters that a stem has at least before its spelling is doubted
_PREFIXES = frozenset("onder boven over tegen tussen achter buiten binnen voor samen terug tijden".split())  # of verbs
NEAREST = 6  # most compounds, or spellings, taken for one word


class Vocabulary:
    """The stems of an index with the number of passages that hold each."""

    def __init__(self, frequency: Mapping[str, int]) -> None:
        self._frequency = dict(frequency)
        self._sorted = sorted(self._frequency)
        self._reversed = sorted(term[::-1] for term in self._frequency)
        self._by_length: dict[int, list[str]] = {}
        for term in self._sorted:
            if term.isalpha():
                self._by_length.setdefault(len(term), []).append(term)

    def __contains__(self, term: str) -> bool:
        return term in self._frequency

    def frequency(self, term: str) -> int:
        """In how many passages a stem stands."""
        return self._frequency.get(term, 0)

    def compounds_with(self, term: str) -> list[str]:
        """Longer words that begin or end with this one: vervoer finds leerlingenvervoer."""
        if len(term) < SHORTEST_PART:
            return []
        longer = _starting_with(self._sorted, term)
        longer += [word[::-1] for word in _starting_with(self._reversed, term[::-1])]
        return self._commonest(longer, term)

    def parts_of(self, term: str) -> list[str]:
        """Known words that this one begins or ends with: taxivervoer finds vervoer."""
        cuts = range(SHORTEST_PART, len(term) - 2)
        shorter = [term[:cut] for cut in cuts] + [term[-cut:] for cut in cuts]
        # Linking letters: leerling-en-vervoer, ondersteuning-s-plan.
        return self._commonest([word for word in shorter if word in self._frequency and word not in _PREFIXES], term)

    def spelled_like(self, term: str) -> list[str]:
        """Known words one slip away, two for a long word; nothing for a word too short to tell."""
        if len(term) < SHORTEST_MENDED or not term.isalpha() or term in self._frequency:
            return []
        slips = 1 if len(term) < 9 else 2
        near = [
            word
            for length in range(len(term) - slips, len(term) + slips + 1)
            for word, _, _ in extract(
                term,
                self._by_length.get(length, ()),
                scorer=DamerauLevenshtein.distance,
                score_cutoff=slips,
                limit=NEAREST,
            )
            if word[0] == term[0] or slips > 1
        ]
        return self._commonest(near, term)

    def _commonest(self, words: list[str], term: str) -> list[str]:
        distinct = sorted({word for word in words if word != term}, key=lambda word: (-self._frequency[word], word))
        return distinct[:NEAREST]


def _starting_with(ordered: list[str], prefix: str) -> list[str]:
    start = bisect_left(ordered, prefix)
    stop = bisect_left(ordered, prefix + "\U0010ffff")
    return [word for word in ordered[start:stop] if len(word) >= len(prefix) + 3]
