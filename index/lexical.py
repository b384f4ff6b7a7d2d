"""BM25 over the stems of the passages, worked out once and kept by stem."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
import orjson
from numpy.typing import NDArray

from index.checked import Checked, Column, mapped
from index.postings import ROWS, STARTS, TERMS, Postings
from index.postings import save as save_postings
from index.query import Concept
from index.vocabulary import Vocabulary, order_by_ending

K1 = 1.2  # Robertson and Zaragoza, 2009, doi:10.1561/1500000019: 1.2 to 2
B = 0.75  # same source

SCORES = "data.npy"  # of a sparse matrix by columns, as SciPy names what it is made of
LOT = 4_000_000  # postings that are scored at a time
BY_ENDING = "by_ending.npy"  # the order of the stems read backwards, for compounds

Scores = NDArray[np.float32]


class LexicalIndex:
    """An opened BM25 index; ``vocabulary`` holds its stems with their document frequency.

    Args:
        terms: The stems, each with the number of its column.
        columns: Of each stem the score in the passages that hold it, float32; those passages, int32; and where
            each stem's part of these two begins and the last one ends, (n_stems + 1,).
        size: How many passages there are.
        by_ending: The ``order_by_ending`` of the stems, where it was kept.
    """

    def __init__(
        self,
        terms: Mapping[str, int],
        columns: Sequence[Column],
        size: int,
        by_ending: NDArray[np.int32] | None = None,
    ) -> None:
        self.size = size
        self._terms = terms
        self._scores, self._rows, starts = columns
        self._starts = starts.all
        held = np.diff(self._starts).tolist()
        self.vocabulary = Vocabulary({term: held[column] for term, column in terms.items()}, by_ending)

    def scores(self, concepts: Sequence[Concept]) -> Scores:
        """Score every passage for a query.

        Each concept scores by its best alternative, so that synonyms do not add up.

        Returns:
            float32 (n_passages,): the sum over concepts as a share of what a passage with all of
            them would reach.
        """
        total = np.zeros(self.size, dtype=np.float32)
        best = np.zeros(self.size, dtype=np.float32)  # of one concept at a time; only its own passages are looked at
        ideal = 0.0
        for concept in concepts:
            held = [
                (*self._postings(term), np.float32(weight))
                for term, weight in concept.alternatives
                if term in self.vocabulary
            ]
            for rows, scores, weight in held:
                best[rows] = np.maximum(best[rows], weight * scores)
            for rows, _, _ in held:
                total[rows] += concept.emphasis * best[rows]
                best[rows] = 0  # so that a passage which holds two alternatives counts once
            ideal += concept.emphasis * self.weight(concept)
        return total / np.float32(ideal) if ideal else total

    def holding(self, terms: Iterable[str]) -> NDArray[np.int32]:
        """The passages that hold any of some stems, each once, rising."""
        held = [self._postings(term)[0] for term in terms if term in self.vocabulary]
        return np.unique(np.concatenate(held)) if held else np.zeros(0, dtype=np.int32)

    def _postings(self, term: str) -> tuple[NDArray[np.int32], Scores]:
        """The passages that hold a stem, each once, and its score in each."""
        column = self._terms[term]
        held = slice(self._starts[column], self._starts[column + 1])
        return self._rows[held], self._scores[held]

    def weight(self, concept: Concept) -> float:
        """How telling a concept is: the idf of its own term, the highest there is for an unknown one."""
        known = [self.vocabulary.frequency(term) for term, share in concept.alternatives if share == 1.0]
        frequency = max(known, default=0)
        return math.log(1 + (self.size - frequency + 0.5) / (frequency + 0.5))


def build(postings: Postings) -> LexicalIndex:
    """The index of some postings: what each stem adds to each passage is worked out once."""
    held = np.diff(postings.starts)
    size = len(postings.lengths)
    idf = np.log(1 + (size - held + 0.5) / (held + 0.5)).astype(np.float32)
    long = K1 * ((1 - B) + B * postings.lengths / postings.lengths.mean())
    scores = np.repeat(idf, held)
    for start in range(0, len(scores), LOT):  # of all passages together it is more than a memory should hold
        lot = slice(start, start + LOT)
        counts = postings.counts[lot]
        scores[lot] *= counts / (long[postings.rows[lot]] + counts)
    terms = {term: number for number, term in enumerate(postings.terms)}
    return LexicalIndex(terms, [Column(scores), Column(postings.rows), Column(postings.starts)], size)


def save(index: LexicalIndex, postings: Postings, folder: Path) -> None:
    """Write an index as files that ``load`` maps into memory, and the postings that it was built from."""
    save_postings(postings, folder)
    np.save(folder / BY_ENDING, order_by_ending(postings.terms))
    np.save(folder / SCORES, index._scores.all)


def load(folder: Path, size: int, opened: Callable[[Path], Checked] = Checked) -> LexicalIndex:
    """Open a saved index of ``size`` passages, mapped rather than read."""
    terms = orjson.loads((folder / TERMS).read_bytes())
    columns = [Column(opened(folder / name)) for name in (SCORES, ROWS, STARTS)]
    return LexicalIndex(terms, columns, size, mapped(folder / BY_ENDING))
