"""The invented papers that the reader is trained on: every answer is a sentence of its paper."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.read.training import examples

PAPERS = Path(examples.__file__).parent / "papers"
FOLDERS = sorted(path for path in PAPERS.iterdir() if path.is_dir())


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_nearly_every_answer_is_found_in_its_paper(folder: Path) -> None:
    """A beginning that no sentence has is left out: of the thousands at most one in fifty."""
    groups = list(examples.invented(folder))
    written = sum(len(path.read_text(encoding="utf-8").splitlines()) for path in folder.glob("*.jsonl"))
    assert len(groups) == len(list(folder.glob("*.md")))
    assert sum(len(group.asked) for group in groups) >= 0.98 * written


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_third_has_no_answer(folder: Path) -> None:
    lines = [json.loads(line) for path in folder.glob("*.jsonl") for line in path.read_text("utf-8").splitlines()]
    assert 0.2 <= sum(not line["a"] for line in lines) / len(lines) <= 0.4


def test_sentences_are_counted_over_all_pages() -> None:
    group = next(iter(examples.invented(FOLDERS[0])))
    assert group.starts[0] == 0
    assert group.starts[1] == len(group.pages[0].sentences)
    total = sum(len(page.sentences) for page in group.pages)
    assert all(0 <= answer < total for one in group.asked for answer in one.answers)


def test_some_papers_are_kept_apart_and_always_the_same() -> None:
    names = [group.name for folder in FOLDERS for group in examples.invented(folder) if group.kept_apart]
    again = [group.name for folder in FOLDERS for group in examples.invented(folder) if group.kept_apart]
    assert names == again
    assert 0.04 <= len(names) / sum(1 for folder in FOLDERS for _ in folder.glob("*.md")) <= 0.15
