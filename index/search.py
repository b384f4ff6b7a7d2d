"""Which passages bear on this question?"""

from __future__ import annotations

import numpy as np

from index.filters import NO_FILTERS, Filters
from index.fusion import by_score
from index.generation import Generation
from index.hits import Hit
from index.query import Query, understand


def search(
    generation: Generation,
    query: Query | str,
    *,
    k: int = 10,
    filters: Filters = NO_FILTERS,
) -> list[Hit]:
    """The ``k`` best passages for a query, best first.

    Args:
        generation: The index.
        query: Words of a person, in Dutch, or what was understood of them.
        k: At most so many.
        filters: Only passages that meet these; exact, also when few do.
    """
    if isinstance(query, str):
        query = understand(query, generation.lexical.vocabulary)
    lexical = generation.lexical.scores(query.concepts)
    cosine = generation.vectors @ generation.embedder.encode_queries([query.text])[0]
    score = by_score(cosine, lexical)
    if filters:
        score = np.where(generation.facets.mask(filters), score, -np.inf)
    order = np.argsort(-score, kind="stable")[:k]
    return [
        Hit(
            passage=generation.passages[row],
            score=float(score[row]),
            cosine=float(cosine[row]),
            lexical=float(lexical[row]),
        )
        for row in order
        if np.isfinite(score[row])
    ]
