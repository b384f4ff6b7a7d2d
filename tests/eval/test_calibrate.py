"""Weights are learnt as they should be, on lists and answers whose right weights are known."""

from __future__ import annotations

import numpy as np
import pytest

from eval.calibrate import Judged, best_rows, fit, sure_from


def test_the_chance_of_what_is_right_half_of_the_time_is_a_half() -> None:
    intercept, weight = fit(np.zeros((10, 1)), np.array([0.0, 1.0] * 5))
    assert intercept == pytest.approx(0)
    assert weight == pytest.approx(0)


def test_sure_begins_where_no_more_than_the_risk_is_wrong() -> None:
    """Best first right, right, wrong, right: of the first four one is wrong, 0.25."""
    chances, labels = np.array([0.9, 0.8, 0.7, 0.6]), np.array([1.0, 1.0, 0.0, 1.0])
    assert sure_from(chances, labels, risk=0.2) == 0.8
    assert sure_from(chances, labels, risk=0.25) == 0.6
    assert sure_from(chances, np.zeros(4), risk=0.2) == 1.0


def test_an_answer_is_right_if_one_of_the_first_sentences_answers() -> None:
    best = np.array([0.5])
    third, fourth = ([False] * 2 + [True], [False] * 3 + [True])
    judged = [Judged(rows=np.zeros((len(each), 1)), answers=np.array(each), best=best) for each in (third, fourth)]
    rows, labels = best_rows(judged)
    assert [row.tolist() for row in rows] == [[0.5], [0.5]]
    assert labels == [True, False]
