"""One order out of two: what the words say and what the meaning says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from math import fsum

import numpy as np
from numpy.typing import NDArray

RRF_K = 60  # ranks added to each, larger flattens the top; value used in the source of ``reciprocal_rank``
LEXICAL_WEIGHT = 1.6  # chosen on the open half of the questions: docs/measurements.md, "Fusion"

Scores = NDArray[np.float32]
Fuse = Callable[[Scores, Scores], Scores]  # from cosines and words of all passages to one score


def reciprocal_rank(rankings: Sequence[Sequence[str]]) -> list[tuple[str, float]]:
    """Merge rankings of passage ids by reciprocal rank fusion.

    Args:
        rankings: Each best first, no id twice.

    Returns:
        Every id once with the sum of 1 / (RRF_K + rank), rank from 1; highest first, ties by id.

    Raises:
        ValueError: A ranking repeats an id.

    Source: Cormack, Clarke and Büttcher, SIGIR 2009, doi:10.1145/1571941.1572114.
    """
    parts: defaultdict[str, list[float]] = defaultdict(list)
    for ranking in rankings:
        if len(set(ranking)) < len(ranking):
            raise ValueError(f"ranking repeats an id: {list(ranking)}")
        for rank, passage_id in enumerate(ranking, start=1):
            parts[passage_id].append(1 / (RRF_K + rank))
    # fsum rounds once, so the order of rankings cannot flip a tie.
    scores = [(passage_id, fsum(shares)) for passage_id, shares in parts.items()]
    return sorted(scores, key=lambda item: (-item[1], item[0]))


def by_score(cosine: Scores, lexical: Scores, *, weight: float = LEXICAL_WEIGHT) -> Scores:
    """Add the cosine to the share of BM25 that a passage reaches.

    Reciprocal rank counts a list in full even where its words match nothing; here a list counts
    by how well it matches.

    Args:
        cosine: (n_passages,), -1..1.
        lexical: (n_passages,), about 0..1, from ``LexicalIndex.scores``.
        weight: Of the lexical part, dimensionless.

    Returns:
        (n_passages,), float32.
    """
    return np.asarray(cosine + np.float32(weight) * lexical, dtype=np.float32)


def by_rank(cosine: Scores, lexical: Scores) -> Scores:
    """Reciprocal rank fusion of the same two lists; passages without a word of the question stay out of the second."""
    rankings = [np.argsort(-cosine, kind="stable"), np.argsort(-lexical, kind="stable")[: np.count_nonzero(lexical)]]
    score = np.zeros(len(cosine), dtype=np.float32)
    for row, share in reciprocal_rank([[str(row) for row in ranking] for ranking in rankings]):
        score[int(row)] = share
    return score
