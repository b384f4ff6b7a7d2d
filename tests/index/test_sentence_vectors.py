"""Every sentence that was read has one vector."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.sentence_vectors import means


@settings(max_examples=50)
@given(st.lists(st.integers(0, 3), min_size=1, max_size=6), st.integers(0, 2**32 - 1))
def test_a_sentence_is_the_mean_of_its_tokens_wherever_others_stand(lengths: list[int], seed: int) -> None:
    chance = np.random.default_rng(seed)
    sentence = np.concatenate([np.repeat(n, length) for n, length in enumerate(lengths)]).astype(np.int64)
    place = np.sort(chance.integers(0, len(sentence) + 1, size=3))
    sentence = np.insert(sentence, place, -1)
    vectors = chance.normal(size=(len(sentence), 5)).astype(np.float32)
    expected = [vectors[sentence == n].mean(0) for n, length in enumerate(lengths) if length]
    made = means(vectors, sentence)
    assert made.shape == (len(expected), 5)
    for own, mean in zip(made, expected, strict=True):
        assert own == pytest.approx(mean / np.linalg.norm(mean), abs=1e-5)
