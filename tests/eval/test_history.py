"""Runs over time."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval.history import HistoryError, add, past, read
from eval.items import ItemSet
from eval.scores import Dimension
from tests.eval.made import answer, citation, item, run_of

RUN = run_of((item(), answer(citations=(citation(),))), (item(id="t-fact-number-002"), answer("Het zijn er 12.")))


def test_a_run_is_kept_and_read_again(tmp_path: Path) -> None:
    path = tmp_path / "runs.jsonl"
    assert read(path) == []
    one, other = past(RUN, commit="a" * 40, date="2026-01-02"), past(RUN, commit="", date="2026-01-03")
    add(path, one)
    add(path, other)
    assert read(path) == [one, other]
    assert one.values[ItemSet.PAPERS][Dimension.ACCURACY] == 0.5


def test_what_is_no_longer_measured_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "runs.jsonl"
    path.write_text('{"commit": "b", "date": "2025-01-01", "values": {"papers": {"charm": 1}, "gone": {}}}\n')
    assert read(path)[0].values == {ItemSet.PAPERS: {}}


@pytest.mark.parametrize(
    "line", ["{", "[]", '{"commit": "b"}', '{"commit": "b", "date": "d", "values": {"papers": 1}}']
)
def test_a_file_that_is_no_history_is_refused_before_anything_is_measured(tmp_path: Path, line: str) -> None:
    path = tmp_path / "runs.jsonl"
    path.write_text(f"{line}\n", encoding="utf-8")
    with pytest.raises(HistoryError, match="no run"):
        read(path)
