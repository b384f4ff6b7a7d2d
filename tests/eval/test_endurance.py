"""Many questions, and the memory that they leave behind."""

import os
from itertools import islice

from eval.endurance import endured, marks, typed
from eval.items import load
from eval.load import SETS

ITEMS = load(SETS / "builtin.jsonl")[:3]


def test_memory_is_read_at_powers_of_ten_and_at_the_end() -> None:
    assert marks(2500) == {100, 1000, 2500}
    assert marks(1000) == {100, 1000}
    assert marks(7) == {7}


def test_a_question_that_comes_back_is_typed_otherwise() -> None:
    asked = [item.question for item in islice(typed(ITEMS), 9)]
    assert asked[:3] == [item.question for item in ITEMS]
    assert not set(asked[:3]) & set(asked[3:])
    assert asked == [item.question for item in islice(typed(ITEMS), 9)]


def test_the_share_that_is_new_is_typed_otherwise_and_the_rest_as_before() -> None:
    written = {item.question for item in ITEMS}
    asked = [item.question for item in islice(typed(ITEMS, new=0.1), 3000)]
    assert 200 < sum(question not in written for question in asked) < 400
    assert {item.question for item in islice(typed(ITEMS, new=0.0), 30)} == written


def test_every_question_is_asked_and_memory_told_along_the_way() -> None:
    asked: list[str] = []
    readings = list(endured(lambda item: asked.append(item.question), ITEMS, 150, os.getpid()))
    assert [one.questions for one in readings] == [100, 150]
    assert len(asked) == 150
    assert all(one.megabytes > 1 for one in readings)
