"""The same measures at every size, over invented papers."""

from __future__ import annotations

import random
from itertools import islice
from pathlib import Path

import pytest

from eval.scaling import as_text, ask, build, invented, papers
from ingest.passages import cut


def test_what_is_invented_is_the_same_each_time() -> None:
    one, other = (list(islice(invented(random.Random(1)), 3)) for _ in range(2))
    assert one == other


def test_each_section_is_one_passage() -> None:
    made = papers(invented(random.Random(1)), 85)
    assert len(made) == 3
    assert sum(len(cut(paper)) for paper in made) == pytest.approx(85, abs=3)


def test_a_small_index_is_built_searched_and_told_in_one_row(tmp_path: Path) -> None:
    built, found = build(tmp_path, 60, None), ask(tmp_path, 60, None)
    assert built.on_disk > 0
    assert found.hnsw_recall == pytest.approx(1, abs=0.1)
    assert as_text([(built, found)]).splitlines()[2].startswith(f"| {built.passages} | ")
