"""How well each sentence of a page matches a question, token by token: *late interaction*.

Every token of the question looks for the token of the sentence that comes nearest; what each counts was learnt.
The same steps stand in torch in ``assistant.read.training.network``, where the source is named.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
Ids = NDArray[np.int64]

WHOLE = 0.25  # what the cosine of the means counts beside the match of the tokens
NOTHING = -1.0  # the match of a sentence that was not read


class Asked:
    """A question, ready to be matched.

    Args:
        vectors: Of its tokens, (n_tokens, width).
        counts: What each token counts, (n_tokens,), none below 0.
    """

    def __init__(self, vectors: Vectors, counts: Vectors) -> None:
        self._unit = unit(vectors)
        self._counts = counts / counts.sum()
        self._whole = unit(vectors.sum(0))

    def match(self, vectors: Vectors, sentence: Ids) -> Vectors:
        """The match of each sentence of a page, (n_sentences,), at most 1.25.

        Args:
            vectors: Of the tokens of the page, (n_page_tokens, width).
            sentence: The number of the sentence of each, -1 if it is of none.
        """
        own = np.flatnonzero(sentence >= 0)
        made = np.full(int(sentence.max(initial=-1)) + 1, NOTHING, dtype=np.float32)
        if not len(own):
            return made
        number = sentence[own]  # rising, as a page is read in its order
        starts = np.flatnonzero(np.diff(number, prepend=-1))
        alike = self._unit @ unit(vectors[own]).T
        best = np.maximum.reduceat(alike, starts, axis=1)
        means = unit(np.add.reduceat(vectors[own], starts, axis=0))
        made[number[starts]] = self._counts @ best + WHOLE * (means @ self._whole)
        return made


def unit(rows: Vectors) -> Vectors:
    """Rows of length 1."""
    made: Vectors = rows / np.maximum(np.linalg.norm(rows, axis=-1, keepdims=True), 1e-12)
    return made
