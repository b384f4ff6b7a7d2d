"""Levels to reach beside what was measured."""

from __future__ import annotations

from eval.items import ItemSet, half
from eval.scores import Dimension
from eval.targets import reached
from tests.eval.made import answer, citation, item, run_of

RIGHT = answer(citations=(citation(),))
WRONG = answer("Het zijn er 12.")


def test_the_frozen_half_and_the_worlds_count_and_the_open_half_does_not() -> None:
    frozen, opened = ("t-fact-number-002", "t-fact-number-001")
    assert (half(frozen), half(opened)) == ("frozen", "open")
    found = {one.dimension: one for one in reached(run_of((item(id=frozen), RIGHT), (item(id=opened), WRONG)))}
    precision = found[Dimension.PRECISION]
    assert precision.frozen and precision.open and precision.worlds is None
    assert (precision.frozen.value, precision.open.value, precision.met) == (1.0, 0.0, True)
    assert Dimension.REDACTED not in found


def test_invented_papers_stand_in_a_column_of_their_own() -> None:
    from dataclasses import replace

    invented = replace(item(), set=ItemSet.WORLDS)
    found = {one.dimension: one for one in reached(run_of((invented, WRONG)))}
    misled = found[Dimension.NOT_MISLED]
    assert (misled.frozen, misled.open, misled.met) == (None, None, False)
