"""BM25 over the stems of the passages, kept by bm25s."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import bm25s
import numpy as np
from numpy.typing import NDArray

from index.query import Concept
from index.vocabulary import Vocabulary

K1 = 1.2  # Robertson and Zaragoza, 2009, doi:10.1561/1500000019: 1.2 to 2
B = 0.75  # same source

Scores = NDArray[np.float32]


class LexicalIndex:
    """An opened BM25 index; ``vocabulary`` holds its stems with their document frequency."""

    def __init__(self, bm25: bm25s.BM25, vocabulary: Vocabulary, size: int) -> None:
        self._bm25 = bm25
        self.vocabulary = vocabulary
        self.size = size
        self._scores, self._rows, self._starts = (
            np.asarray(bm25.scores[part]) for part in ("data", "indices", "indptr")
        )

    def scores(self, concepts: Sequence[Concept]) -> Scores:
        """Score every passage for a query.

        Each concept scores by its best alternative, so that synonyms do not add up.

        Returns:
            float32 (n_passages,): the sum over concepts as a share of what a passage with all of
            them would reach.
        """
        total = np.zeros(self.size, dtype=np.float32)
        ideal = 0.0
        for concept in concepts:
            best = np.zeros(self.size, dtype=np.float32)
            for term, weight in concept.alternatives:
                if term not in self.vocabulary:
                    continue
                rows, scores = self._postings(term)
                best[rows] = np.maximum(best[rows], np.float32(weight) * scores)
            total += concept.emphasis * best
            ideal += concept.emphasis * self.weight(concept)
        return total / np.float32(ideal) if ideal else total

    def _postings(self, term: str) -> tuple[NDArray[np.int32], Scores]:
        """The passages that hold a stem, each once, and its score in each; bm25s itself would score all passages."""
        token = self._bm25.vocab_dict[term]
        held = slice(self._starts[token], self._starts[token + 1])
        return self._rows[held], self._scores[held]

    def weight(self, concept: Concept) -> float:
        """How telling a concept is: the idf of its own term, the highest there is for an unknown one."""
        known = [self.vocabulary.frequency(term) for term, share in concept.alternatives if share == 1.0]
        frequency = max(known, default=0)
        return math.log(1 + (self.size - frequency + 0.5) / (frequency + 0.5))


def build(texts: Sequence[Sequence[str]]) -> LexicalIndex:
    """Index passages given as lists of stems."""
    bm25 = bm25s.BM25(method="lucene", k1=K1, b=B)
    frequency = Counter(term for terms in texts for term in set(terms))
    ids = {term: number for number, term in enumerate(sorted(frequency))}
    bm25.index(([[ids[term] for term in terms] for terms in texts], ids), show_progress=False)
    return LexicalIndex(bm25, Vocabulary(frequency), len(texts))


def save(index: LexicalIndex, folder: Path) -> None:
    """Write an index as files that ``load`` maps into memory."""
    index._bm25.save(str(folder), show_progress=False)


def load(folder: Path, size: int) -> LexicalIndex:
    """Open a saved index of ``size`` passages, mapped rather than read."""
    bm25 = bm25s.BM25.load(str(folder), mmap=True)
    pointers = np.asarray(bm25.scores["indptr"])
    # bm25s adds an empty term of its own behind the others.
    known = ((term, token) for term, token in bm25.vocab_dict.items() if term)
    frequency = {term: int(pointers[token + 1] - pointers[token]) for term, token in known}
    return LexicalIndex(bm25, Vocabulary(frequency), size)
