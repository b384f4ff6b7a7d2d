"""The measures of an embedding model, on numbers worked by hand."""

import numpy as np
import pytest

from eval.embedder import hit_at, spearman


def test_spearman_looks_at_ranks_only() -> None:
    assert spearman([1, 2, 3, 4], [1, 10, 100, 1000]) == pytest.approx(1)
    assert spearman([1, 2, 3], [3, 2, 1]) == pytest.approx(-1)


def test_equal_values_share_the_mean_of_their_ranks() -> None:
    """Ranks 1, 2.5, 2.5, 4 against 1, 2, 3, 4: covariance 4.5 over √(4.5 · 5)."""
    assert spearman([1, 2, 2, 3], [1, 2, 3, 4]) == pytest.approx(4.5 / np.sqrt(4.5 * 5))


def test_a_hit_is_any_gold_passage_among_the_first() -> None:
    similarities = np.array([[0.1, 0.9, 0.5], [0.8, 0.7, 0.2]], dtype=np.float32)
    assert hit_at(similarities, [[2], [2]], k=1) == 0
    assert hit_at(similarities, [[0, 2], [2]], k=2) == 0.5
    assert hit_at(similarities, [[2], [2]], k=3) == 1
