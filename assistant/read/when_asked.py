"""Passages read when a question first needs them: those of a large index are not read when it is made.

A passage takes 110 kB to keep and a fiftieth of a second to read: a million of them more than 100 GB and most of a day.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from index.generation import Generation
from index.page_vectors import PageReader, PageVectors, rounded

KEPT = 1_000  # passages, in 110 MB: those of the last thirty questions

Kept = tuple[NDArray[np.int8], NDArray[np.float32], NDArray[np.int64]]  # whole numbers, scales, sentences


class PagesWhenAsked:
    """The same vectors as a ``PageStore`` gives, of the passages of a generation; safe to share between threads."""

    def __init__(self, reader: PageReader, generation: Generation) -> None:
        def read(row: int) -> Kept:
            passage = generation.passages[row]
            (tokens,) = reader.tokens(generation.document_of[passage.document], [passage])
            (vectors,) = reader.vectors([tokens.ids])
            return (*rounded(vectors), tokens.sentence)

        self._kept = lru_cache(maxsize=KEPT)(read)

    def of(self, row: int) -> PageVectors:
        """The vectors of the passage in this row of the generation."""
        whole, scale, sentence = self._kept(row)
        return PageVectors(vectors=whole.astype(np.float32) * scale[..., None], sentence=sentence)
