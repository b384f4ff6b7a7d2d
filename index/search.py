"""Which passages bear on this question?"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from index.embedder import Embedder
from index.filters import NO_FILTERS, Filters
from index.fusion import Fuse, by_score
from index.generation import Generation
from index.hits import Hit
from index.query import Query, understand

Vector = NDArray[np.float32]
Scores = NDArray[np.float32]

READ = 1.0  # what the cosine of the nearest sentence counts, as the reader read it; chosen by what is found
FORMAL = 0.5  # what the field's words count in the meaning of a question against its own; measured on the open half


def search(
    generation: Generation,
    query: Query | str,
    *,
    k: int = 10,
    filters: Filters = NO_FILTERS,
    fuse: Fuse = by_score,
    vector: Vector | None = None,
    read: Vector | None = None,
) -> list[Hit]:
    """The ``k`` best passages for a query, best first.

    Args:
        generation: The index.
        query: Words of a person, in Dutch, or what was understood of them.
        k: At most so many.
        filters: Only passages that meet these; exact, also when few do.
        fuse: Makes one score of cosine and words.
        vector: The ``meaning`` of the query, where it is known already.
        read: The query as the reader of the passages reads it, of unit length; None to search without it.
    """
    if isinstance(query, str):
        query = understand(query, generation.lexical.vocabulary)
    lexical = generation.lexical.scores(query.concepts)
    vector = meaning(query, generation.embedder) if vector is None else vector
    # A sum of scores is off by no more than its cosine; of another fusion nobody knows.
    cosine, error = generation.cosines(vector) if fuse is by_score else (generation.vectors @ vector, 0.0)
    near = _near(generation, read)
    score = fuse(cosine, lexical) + near
    if filters:
        score = np.where(generation.facets.mask(filters), score, -np.inf)
    rows = _best(score, k, 2 * error)
    if error:
        cosine[rows] = generation.vectors_of(rows) @ vector
        score[rows] = fuse(cosine[rows], lexical[rows]) + near[rows]
        rows = rows[np.argsort(-score[rows], kind="stable")][:k]
    return [
        Hit(
            passage=generation.passages[row],
            score=float(score[row]),
            cosine=float(cosine[row]),
            lexical=float(lexical[row]),
        )
        for row in rows.tolist()
    ]


def meaning(query: Query, embedder: Embedder) -> Vector:
    """The vector of a question, drawn towards the field's words for its plain ones: float32 (dim,), of unit length."""
    own, *formal = embedder.encode_queries([query.text, query.formal] if query.formal else [query.text])
    whole = own + np.float32(FORMAL) * formal[0] if formal else own
    return np.asarray(whole / max(float(np.linalg.norm(whole)), 1e-9), dtype=np.float32)


def _near(generation: Generation, read: Vector | None) -> Scores:
    """What the nearest sentence of each passage counts, float32 (n_passages,); nothing where none was read."""
    if read is None or generation.sentences is None:
        return np.zeros(len(generation.passages), dtype=np.float32)
    return np.float32(READ) * generation.sentences.cosines(read)


def _best(score: NDArray[np.floating], k: int, within: float) -> NDArray[np.intp]:
    """The rows of the ``k`` highest finite scores, without sorting the rest.

    They stand highest first, ties in order; with what comes ``within`` so much of the last of them, if that is not 0,
    they stand in order.
    """
    least = np.partition(score, -k)[-k] if 0 < k < len(score) else -np.inf
    rows = np.flatnonzero(score >= least - within if np.isfinite(least) else np.isfinite(score))
    return rows if within else rows[np.argsort(-score[rows], kind="stable")][:k]
