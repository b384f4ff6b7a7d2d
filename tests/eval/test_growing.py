"""Papers that come to generated ones are measured step by step."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval import million
from eval.growing import as_text, measure, with_chroma
from index import embedder as embedders
from index.generation import open_current


def test_papers_come_to_a_generated_index_that_was_repeated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(million, "STEMS", 300)
    million.write(tmp_path / "one", 40, 3)
    million.repeat(tmp_path / "one", tmp_path / "all", 2)
    with_chroma(tmp_path / "all")
    grown = measure(tmp_path / "all", 2)
    assert (grown.before, grown.came) == (80, 34)
    assert "words.write" in {name for name, _ in grown.steps}
    assert as_text(grown).startswith("34 passages came to 80;")
    opened = open_current(tmp_path / "all", embedders.load())
    assert len({passage.id for passage in opened.passages}) == 80
    assert all(one.text in opened.document_of[one.document].text for one in opened.passages)
