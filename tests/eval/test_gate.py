"""The gate and its recorded levels."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answer import Status
from eval.gate import LEVELS, LevelsError, Shortfall, as_toml, check, read_levels, update_levels
from eval.items import ItemSet
from eval.scores import Dimension
from tests.eval.made import answer, citation, item, run_of

# Two of three right: accuracy and precision 0.6667.
RUN = run_of(
    (item(), answer(citations=(citation(),))),
    (item(id="t-fact-number-002"), answer(citations=(citation(),))),
    (item(id="t-fact-number-003"), answer("Het zijn er 12.", status=Status.PARTIAL)),
)


def test_a_dimension_may_fall_as_far_as_its_interval_allows() -> None:
    """Two of three: Wilson reaches up to (2/3 + 1.2805 + 1.96 * 0.6278) / (1 + 1.2805) = 0.9385."""
    assert check(RUN, {ItemSet.PAPERS: {Dimension.ACCURACY: 0.93}}) == []
    (shortfall,) = check(RUN, {ItemSet.PAPERS: {Dimension.ACCURACY: 0.94, Dimension.ANSWER_RATE: 1.0}})
    assert shortfall == Shortfall(
        set=ItemSet.PAPERS, dimension=Dimension.ACCURACY, level=0.94, measured=pytest.approx(2 / 3)
    )


def test_a_promise_is_broken_by_one_failure() -> None:
    assert check(RUN, {ItemSet.PAPERS: {Dimension.ANSWER_RATE: 1.0, Dimension.ACCURACY: 1.0}})[0].level == 1.0
    assert check(RUN, {ItemSet.PAPERS: {Dimension.ANSWER_RATE: 1.0}}) == []


def test_a_dimension_that_is_no_longer_asked_falls_short() -> None:
    (shortfall,) = check(RUN, {ItemSet.PAPERS: {Dimension.REFUSAL: 0.5}})
    assert shortfall.measured is None


def test_a_set_that_was_not_run_is_not_checked() -> None:
    assert check(RUN, {ItemSet.BUILTIN: {Dimension.ACCURACY: 1.0}}) == []


def test_levels_are_cut_off_raised_and_never_lowered() -> None:
    before = {
        ItemSet.PAPERS: {Dimension.ACCURACY: 0.5, Dimension.PRECISION: 0.9},
        ItemSet.BUILTIN: {Dimension.ACCURACY: 0.8},
    }
    after = update_levels(RUN, before)
    assert after[ItemSet.PAPERS][Dimension.ACCURACY] == 0.666
    assert after[ItemSet.PAPERS][Dimension.PRECISION] == 0.9
    assert after[ItemSet.PAPERS][Dimension.ANSWER_RATE] == 1.0
    assert after[ItemSet.BUILTIN] == {Dimension.ACCURACY: 0.8}


def test_a_run_passes_the_levels_that_it_set_itself() -> None:
    assert check(RUN, update_levels(RUN, {})) == []


def test_levels_survive_being_written_and_read(tmp_path: Path) -> None:
    levels = update_levels(RUN, {ItemSet.BUILTIN: {Dimension.REFUSAL: 0.25}})
    path = tmp_path / "levels.toml"
    path.write_text(as_toml(levels), encoding="utf-8")
    assert read_levels(path) == levels


@pytest.mark.parametrize(
    "text",
    [
        "[papers]\naccuraccy = 0.5",
        "[letters]\naccuracy = 0.5",
        "[papers]\naccuracy = 2",
        "[papers]\naccuracy = true",
        "papers = 1",
        "no toml",
    ],
)
def test_levels_that_cannot_be_meant_are_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "levels.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LevelsError, match="levels"):
        read_levels(path)


def test_missing_levels_are_an_error_and_not_an_open_gate(tmp_path: Path) -> None:
    with pytest.raises(LevelsError):
        read_levels(tmp_path / "levels.toml")


def test_the_recorded_levels_can_be_read() -> None:
    assert as_toml(read_levels()) == LEVELS.read_text(encoding="utf-8")
