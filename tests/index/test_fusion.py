"""Fusion of rankings and of scores."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.fusion import by_rank, by_score, reciprocal_rank


def test_two_second_places_beat_one_first_place() -> None:
    """2/62 = 0.0323 against 1/61 = 0.0164."""
    assert [i for i, _ in reciprocal_rank([["a", "b"], ["c", "b"]])] == ["b", "a", "c"]


def test_a_ranking_that_repeats_an_id_is_refused() -> None:
    with pytest.raises(ValueError, match="repeats"):
        reciprocal_rank([["a", "a"]])


@given(st.lists(st.lists(st.sampled_from("abcdef"), unique=True), max_size=4), st.randoms())
def test_the_order_of_the_rankings_does_not_matter(rankings: list[list[str]], random: object) -> None:
    shuffled = list(rankings)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert reciprocal_rank(rankings) == reciprocal_rank(shuffled)


def test_a_list_that_matches_nothing_changes_nothing() -> None:
    """0.5 and 0.2 with nothing added."""
    fused = by_score(np.array([0.5, 0.2], np.float32), np.zeros(2, np.float32))
    assert fused.tolist() == pytest.approx([0.5, 0.2])


def test_words_that_match_lift_a_passage() -> None:
    """0.2 + 0.8 x 1 = 1.0 is more than 0.5, with the weight at 0.8."""
    fused = by_score(np.array([0.5, 0.2], np.float32), np.array([0, 1], np.float32), weight=0.8)
    assert fused.tolist() == pytest.approx([0.5, 1.0])


def test_by_rank_a_list_counts_only_passages_that_hold_a_word() -> None:
    """1/61 for the nearest; 1/62 + 1/61 for the second that also leads the words."""
    fused = by_rank(np.array([0.9, 0.5], np.float32), np.array([0, 0.1], np.float32))
    assert fused == pytest.approx([1 / 61, 1 / 62 + 1 / 61])
