"""The words that the papers use, and which of them are near a word that a person typed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import DamerauLevenshtein
from rapidfuzz.process import extract

from index.dutch import LONGEST_WORD, stem

SHORTEST_PART = 4  # letters that the stem of a part of a compound has at least
SHORTEST_MENDED = 5  # letters that a stem has at least before its spelling is doubted
_PREFIXES = frozenset("onder boven over tegen tussen achter buiten binnen voor samen terug tijden".split())  # of verbs
LAST = "\U0010ffff"  # comes after every letter
NEAREST = 6  # most compounds, or spellings, taken for one word

Order = Sequence[int] | NDArray[np.int32]  # places of sorted terms


class Vocabulary:
    """The stems of an index with the number of passages that hold each."""

    def __init__(self, frequency: Mapping[str, int], by_ending: Order | None = None) -> None:
        """Know these stems; ``by_ending`` is their ``order_by_ending`` where that was kept."""
        self._frequency = dict(frequency)
        self._sorted = sorted(self._frequency)
        self._by_ending = order_by_ending(self._sorted) if by_ending is None else by_ending

    def __contains__(self, term: str) -> bool:
        return term in self._frequency

    def frequency(self, term: str) -> int:
        """In how many passages a stem stands."""
        return self._frequency.get(term, 0)

    def compounds_with(self, term: str) -> list[str]:
        """Longer words that begin or end with this one: vervoer finds leerlingenvervoer."""
        if len(term) < SHORTEST_PART:
            return []
        longer = [*self._between(range(len(self._sorted)), term, 1), *self._between(self._by_ending, term[::-1], -1)]
        return self._commonest([word for word in longer if len(word) >= len(term) + 3], term)

    def parts_of(self, term: str) -> list[str]:
        """Known words that this one begins or ends with: taxivervoer finds vervoer; none of a row of letters."""
        if len(term) > LONGEST_WORD:
            return []
        cuts = range(SHORTEST_PART, len(term) - 2)
        shorter = [begin for cut in cuts for begin in (term[:cut], stem(term[:cut]))] + [term[-cut:] for cut in cuts]
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
                limit=None,
            )
            if word[0] == term[0] or slips > 1
        ]
        return self._commonest(near, term)

    @cached_property
    def _by_length(self) -> dict[int, list[str]]:
        """The stems of letters only by their length; built for the first word that is not known."""
        found: dict[int, list[str]] = {}
        for term in self._sorted:
            if term.isalpha():
                found.setdefault(len(term), []).append(term)
        return found

    def _between(self, order: Order, start: str, step: int) -> Iterator[str]:
        """The stems that start so, read forwards or backwards (``step``), in an order of the stems read that way."""
        ends = [bisect_left(order, edge, key=lambda at: self._sorted[at][::step]) for edge in (start, start + LAST)]
        return (self._sorted[at] for at in order[slice(*ends)])

    def _commonest(self, words: list[str], term: str) -> list[str]:
        distinct = sorted({word for word in words if word != term}, key=lambda word: (-self._frequency[word], word))
        return distinct[:NEAREST]


def order_by_ending(terms: Sequence[str]) -> NDArray[np.int32]:
    """The places of sorted terms in the order of the terms read backwards."""
    return np.array(sorted(range(len(terms)), key=lambda at: terms[at][::-1]), dtype=np.int32)
