"""How well each sentence of a page matches a question, token by token: *late interaction*.

Every token of the question looks for the token of the sentence that comes nearest; what each counts was learnt.
The same steps stand in torch in ``assistant.read.training.network``, where the source is named.
"""

from __future__ import annotations

from collections.abc import Sequence

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

    ``whole`` is the mean of the vectors, of unit length, (width,).
    """

    def __init__(self, vectors: Vectors, counts: Vectors) -> None:
        self._unit = unit(vectors)
        self._counts = counts / counts.sum()
        self.whole = unit(vectors.sum(0))

    def match(self, vectors: Vectors, sentence: Ids) -> Vectors:
        """The match of each sentence of a page, (n_sentences,), at most 1.25.

        Args:
            vectors: Of the tokens of the page, (n_page_tokens, width).
            sentence: The number of the sentence of each, -1 if it is of none.
        """
        (made,) = self.match_all([(vectors, sentence)])
        return made

    def match_all(self, pages: Sequence[tuple[Vectors, Ids]]) -> list[Vectors]:
        """The matches of the sentences of several pages, each as ``match``: one product for all of them."""
        if not pages:
            return []
        sizes = [int(sentence.max(initial=-1)) + 1 for _, sentence in pages]
        ends = np.cumsum(sizes)
        made = np.full(ends[-1], NOTHING, dtype=np.float32)
        first = zip(ends - sizes, pages, strict=True)
        number = np.concatenate([sentence[sentence >= 0] + start for start, (_, sentence) in first])
        if len(number):  # rising, as each page is read in its order
            vectors = np.concatenate([vectors[sentence >= 0] for vectors, sentence in pages])
            starts = np.flatnonzero(np.diff(number, prepend=-1))
            alike = self._unit @ unit(vectors).T
            best = np.maximum.reduceat(alike, starts, axis=1)
            means = unit(np.add.reduceat(vectors, starts, axis=0))
            made[number[starts]] = self._counts @ best + WHOLE * (means @ self.whole)
        return np.split(made, ends[:-1])


def unit(rows: Vectors) -> Vectors:
    """Rows of length 1."""
    made: Vectors = rows / np.maximum(np.linalg.norm(rows, axis=-1, keepdims=True), 1e-12)
    return made
