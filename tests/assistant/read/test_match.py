"""Late interaction: several pages at once give what each gives alone."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from assistant.read.match import NOTHING, Asked

WIDTH = 4


@given(st.lists(st.lists(st.integers(min_value=-1, max_value=3), max_size=9).map(sorted), max_size=4))
def test_pages_side_by_side_match_as_each_alone(numbered: list[list[int]]) -> None:
    made = np.random.default_rng(3)
    asked = Asked(made.normal(size=(3, WIDTH)).astype(np.float32), np.array([1, 2, 0.5], dtype=np.float32))
    pages = [
        (made.normal(size=(len(one), WIDTH)).astype(np.float32), np.array(one, dtype=np.int64)) for one in numbered
    ]
    together = asked.match_all(pages)
    assert len(together) == len(pages)
    for page, found in zip(pages, together, strict=True):
        np.testing.assert_allclose(found, asked.match(*page), atol=1e-6)


def test_by_hand() -> None:
    asked = Asked(np.eye(2, dtype=np.float32), np.array([3, 1], dtype=np.float32))
    page = np.array([[2, 0], [0, 1], [1, 0]], dtype=np.float32)
    (found,) = asked.match_all([(page, np.array([0, 2, 2]))])
    # The first sentence has the first token only: 3/4, and a mean at 45 degrees from that of the question.
    np.testing.assert_allclose(found, [0.75 + 0.25 * 0.5**0.5, NOTHING, 1 + 0.25], rtol=1e-6)
