"""Which passages bear on this question?"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from index.filters import NO_FILTERS, Filters
from index.fusion import Fuse, by_score
from index.generation import Generation
from index.hits import Hit
from index.query import Query, understand


def search(
    generation: Generation,
    query: Query | str,
    *,
    k: int = 10,
    filters: Filters = NO_FILTERS,
    fuse: Fuse = by_score,
) -> list[Hit]:
    """The ``k`` best passages for a query, best first.

    Args:
        generation: The index.
        query: Words of a person, in Dutch, or what was understood of them.
        k: At most so many.
        filters: Only passages that meet these; exact, also when few do.
        fuse: Makes one score of cosine and words.
    """
    if isinstance(query, str):
        query = understand(query, generation.lexical.vocabulary)
    lexical = generation.lexical.scores(query.concepts)
    cosine = generation.vectors @ generation.embedder.encode_queries([query.text])[0]
    score = fuse(cosine, lexical)
    if filters:
        score = np.where(generation.facets.mask(filters), score, -np.inf)
    return [
        Hit(
            passage=generation.passages[row],
            score=float(score[row]),
            cosine=float(cosine[row]),
            lexical=float(lexical[row]),
        )
        for row in _best(score, k)
    ]


def _best(score: NDArray[np.floating], k: int) -> NDArray[np.intp]:
    """The rows of the ``k`` highest finite scores, highest first, ties in order, without sorting the rest."""
    rows = np.flatnonzero(np.isfinite(score))
    if 0 < k < len(rows):
        least = np.partition(score[rows], -k)[-k]
        rows = rows[score[rows] >= least]
    return rows[np.argsort(-score[rows], kind="stable")][:k]
