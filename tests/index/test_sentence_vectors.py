"""Every sentence that was read has one vector."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.page_vectors import rounded
from index.sentence_vectors import FIRST, NO_SENTENCE, NUMBERS, SCALES, SentenceVectors, means


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


@pytest.mark.parametrize("read", [[], [[1.0, 0.0], [0.6, 0.8]]])
def test_of_a_passage_its_nearest_sentence_counts_and_none_may_be_read(read: list[list[float]], tmp_path: Path) -> None:
    numbers, scales = rounded(np.array(read, dtype=np.float32).reshape(-1, 2))
    np.save(tmp_path / NUMBERS, numbers)
    np.save(tmp_path / SCALES, scales)
    np.save(tmp_path / FIRST, [0, 0, len(read)])  # nothing of the first passage
    cosines = SentenceVectors(tmp_path).cosines(np.array([0.0, 1.0], dtype=np.float32))
    assert cosines == pytest.approx([NO_SENTENCE, 0.8 if read else NO_SENTENCE], abs=0.01)
