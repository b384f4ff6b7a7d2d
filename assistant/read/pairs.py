"""A question and a page as the cross-encoder takes them: side by side, filled up to the longest pair."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from assistant.read.tokens import OUTSIDE

Vectors = NDArray[np.floating]
Ids = NDArray[np.int64]


class Pair(NamedTuple):
    """What is read together."""

    question: Vectors  # of its tokens, (n_tokens, width)
    page: Vectors  # the same, (n_page_tokens, width)
    sentence: Ids  # the sentence of each token of the page, ``OUTSIDE`` if it is of none
    match: Vectors  # of each sentence with the question, (n_sentences,)


def side_by_side(pairs: Sequence[Pair]) -> dict[str, NDArray[np.float32] | Ids]:
    """The arguments of ``assistant.read.training.cross.CrossEncoder.forward``, by name and in its order."""
    amount, width = len(pairs), pairs[0].question.shape[1]
    longest = max(len(pair.question) + len(pair.page) for pair in pairs)
    most = max(1, *(len(pair.match) for pair in pairs))
    states = np.zeros((amount, longest, width), dtype=np.float32)
    kind = np.ones((amount, longest), dtype=np.int64)
    seen = np.zeros((amount, longest), dtype=np.float32)
    member = np.zeros((amount, most, longest), dtype=np.float32)
    match = np.zeros((amount, most), dtype=np.float32)
    for row, pair in enumerate(pairs):
        start, end = len(pair.question), len(pair.question) + len(pair.page)
        states[row, :start], states[row, start:end] = pair.question, pair.page
        kind[row, :start], seen[row, :end] = 0, 1
        inside = np.flatnonzero(pair.sentence != OUTSIDE)
        member[row, pair.sentence[inside], start + inside] = 1
        match[row, : len(pair.match)] = pair.match
    return {"states": states, "kind": kind, "seen": seen, "member": member, "match": match}
