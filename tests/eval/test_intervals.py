"""How sure a figure is; Wilson is worked by hand in ``test_metrics``."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.intervals import bootstrap


def test_a_mean_of_equal_values_is_sure() -> None:
    assert bootstrap([0.5, 0.5, 0.5]) == (0.5, 0.5)


def test_two_values_are_drawn_in_four_ways() -> None:
    """Of 0 and 1 a quarter of the draws gives 0, a quarter 1: both bounds lie at the ends."""
    assert bootstrap([0.0, 1.0]) == (0.0, 1.0)


def test_many_values_come_near_to_the_normal_interval() -> None:
    """Half of 400 are 1: 0.5 ± 1.96 * 0.5 / 20 = 0.451 to 0.549."""
    assert bootstrap([0.0] * 200 + [1.0] * 200) == pytest.approx((0.451, 0.549), abs=0.01)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_the_mean_lies_in_its_interval_and_the_interval_is_always_the_same(values: list[float]) -> None:
    low, high = bootstrap(values)
    assert min(values) - 1e-9 <= low <= sum(values) / len(values) + 1e-9
    assert sum(values) / len(values) - 1e-9 <= high <= max(values) + 1e-9
    assert bootstrap(values) == (low, high)


def test_nothing_has_no_interval() -> None:
    with pytest.raises(ValueError, match="no values"):
        bootstrap([])
