"""BM25 over the stems of the passages, computed once by bm25s and kept as its columns."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.checked import Checked, Column
from index.query import Concept
from index.vocabulary import Vocabulary, order_by_ending

K1 = 1.2  # Robertson and Zaragoza, 2009, doi:10.1561/1500000019: 1.2 to 2
B = 0.75  # same source

COLUMNS = ("data", "indices", "indptr")  # of a sparse matrix by columns, as bm25s and SciPy name them
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

    def _postings(self, term: str) -> tuple[NDArray[np.int32], Scores]:
        """The passages that hold a stem, each once, and its score in each; bm25s would score all passages."""
        column = self._terms[term]
        held = slice(self._starts[column], self._starts[column + 1])
        return self._rows[held], self._scores[held]

    def weight(self, concept: Concept) -> float:
        """How telling a concept is: the idf of its own term, the highest there is for an unknown one."""
        known = [self.vocabulary.frequency(term) for term, share in concept.alternatives if share == 1.0]
        frequency = max(known, default=0)
        return math.log(1 + (self.size - frequency + 0.5) / (frequency + 0.5))


def build(texts: Sequence[Sequence[str]]) -> LexicalIndex:
    """Index passages given as lists of stems."""
    import bm25s  # and with it SciPy, a fifth of what a question needs to start

    bm25 = bm25s.BM25(method="lucene", k1=K1, b=B)
    numbers = {term: number for number, term in enumerate(sorted({term for terms in texts for term in terms}))}
    # It adds an empty term of its own to the terms that it is given, behind the others.
    bm25.index(([[numbers[term] for term in terms] for terms in texts], dict(numbers)), show_progress=False)
    return LexicalIndex(numbers, [Column(np.asarray(bm25.scores[column])) for column in COLUMNS], len(texts))


def save(index: LexicalIndex, folder: Path) -> None:
    """Write an index as files that ``load`` maps into memory."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "terms.json").write_text(json.dumps(dict(index._terms), ensure_ascii=False), encoding="utf-8")
    np.save(folder / BY_ENDING, order_by_ending(sorted(index._terms)))
    for name, column in zip(COLUMNS, (index._scores.all, index._rows.all, index._starts), strict=True):
        np.save(folder / f"{name}.npy", column)


def load(folder: Path, size: int, opened: Callable[[Path], Checked] = Checked) -> LexicalIndex:
    """Open a saved index of ``size`` passages, mapped rather than read."""
    terms = json.loads((folder / "terms.json").read_text(encoding="utf-8"))
    columns = [Column(opened(folder / f"{name}.npy")) for name in COLUMNS]
    return LexicalIndex(terms, columns, size, np.asarray(np.load(folder / BY_ENDING, mmap_mode="r")))
