"""The second look: which of the passages found answers best, by what their sentences hold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

DEPTH = 60  # passages that are looked at again


class Look(NamedTuple):
    """What speaks for a passage; each about 0..1."""

    cosine: float  # of question and passage
    words: float  # BM25 as a share of what a passage with every word would reach
    sentence: float  # cosine of question and best sentence
    held: float  # share of the question's concepts that one sentence speaks of, at best
    around: float  # the same for the passage with its headings and the title of the paper
    above: float  # the same for the headings and the question that it answers
    typed: float  # whether a sentence holds the kind of thing that is asked for
    voice: float  # whether it has a sentence in the words of the one whose words are asked for
    match: float  # how well a sentence matches the question token by token, at best; 0 where the reader did not look


# Learnt on the open half of the questions and on the same questions mistyped: ``python -m eval.learn_order``.
WEIGHTS = Look(
    cosine=3.99, words=4.54, sentence=2.53, held=1.97, around=4.70, above=1.68, typed=2.03, voice=1.60, match=14.94
)


def better_order(looks: Sequence[Look]) -> NDArray[np.intp]:
    """The places of the passages, best first; those past the first ``DEPTH`` stay behind them as they were."""
    if not looks:
        return np.zeros(0, dtype=np.intp)
    score = np.array(looks[:DEPTH]) @ np.array(WEIGHTS)
    return np.concatenate([np.argsort(-score, kind="stable"), np.arange(len(score), len(looks))])
