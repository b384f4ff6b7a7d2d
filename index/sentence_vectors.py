"""One vector for every sentence that was read: what a question is held against to find passages by their meaning.

It is the mean of what the reader made of the sentence's tokens in its last layer, of length 1. The reader sees a word
among the others and was taught with plain questions, so that it finds a passage which shares no word with what is
asked; vectors of words alone, added up, do not. Kept in eight bits a number; of a passage its nearest sentence counts.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.checked import Checked, Column
from index.embedder import unit
from index.page_vectors import PageStore, rounded
from index.rough_vectors import products

NUMBERS, SCALES, FIRST = "numbers.npy", "scales.npy", "first.npy"
NO_SENTENCE = -1.0  # the cosine of a passage of which no sentence was read

Vectors = NDArray[np.float32]
Scores = NDArray[np.float32]


class SentenceVectors:
    """The vectors of all sentences of a generation, mapped from disk; safe to share between threads."""

    def __init__(self, folder: Path, opened: Callable[[Path], Checked] = Checked) -> None:
        self._numbers, self._scales = Column(opened(folder / NUMBERS)), Column(opened(folder / SCALES))
        self._first = np.load(folder / FIRST)

    def cosines(self, vector: Vectors) -> Scores:
        """The cosine of the nearest sentence of each passage with a vector of unit length: float32 (n_passages,)."""
        starts, held = self._first[:-1], self._first[1:] > self._first[:-1]
        nearest = np.full(len(starts), NO_SENTENCE, dtype=np.float32)
        if held.any():
            cosines = products(self._numbers.all, self._scales.all, *rounded(vector[None]))
            nearest[held] = np.maximum.reduceat(cosines, starts[held])
        return nearest


def write(folder: Path, pages: PageStore) -> None:
    """Make the vectors of the sentences of all passages that were read, in the order of ``pages``, in a new folder."""
    folder.mkdir()
    made = [rounded(means(page.vectors[:, -1], page.sentence)) for page in map(pages.of, range(len(pages)))]
    np.save(folder / NUMBERS, np.concatenate([numbers for numbers, _ in made]))
    np.save(folder / SCALES, np.concatenate([scales for _, scales in made]))
    np.save(folder / FIRST, np.cumsum([0, *(len(scales) for _, scales in made)]))


def means(vectors: Vectors, sentence: NDArray[np.int64]) -> Vectors:
    """The mean of the vectors of each sentence, of unit length: float32 (n_sentences, width), in their order.

    Args:
        vectors: Of the tokens of a passage, float32 (n_tokens, width).
        sentence: The number of the sentence of each token, rising; -1 if it is of none, which stand anywhere.
    """
    vectors, sentence = vectors[sentence >= 0], sentence[sentence >= 0]
    if not len(sentence):
        return np.zeros((0, vectors.shape[1]), dtype=np.float32)
    return unit(np.add.reduceat(vectors, np.flatnonzero(np.diff(sentence, prepend=-1)), axis=0))
