"""Building what is measured."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from eval.subject import Part, indexed, measure
from tests.eval.made import item

LETTER = """Geachte voorzitter,

De gemeente Waterdam kreeg 14 verzoeken om een taxi naar school. Daarvan zijn er 11 ingewilligd.

De overige drie gezinnen krijgen een vergoeding voor de bus.
"""


@dataclass(frozen=True, slots=True)
class WordEmbedder:
    """Vectors by the words of a text, the same every time."""

    name: str = "words"
    dim: int = 64

    def encode_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        rows = np.zeros((len(texts), self.dim), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in text.casefold().split():
                row[zlib.crc32(word.encode()) % self.dim] += 1
        return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return self.encode_queries(texts)


def folder_of_papers(parent: Path) -> Path:
    folder = parent / "papers"
    folder.mkdir()
    (folder / "brief.txt").write_text(LETTER, encoding="utf-8")
    return folder


def test_papers_are_indexed_searched_and_kept_as_they_were_delivered(tmp_path: Path) -> None:
    subject = indexed([folder_of_papers(tmp_path)], tmp_path / "data", embedder=WordEmbedder())
    ((identifier, document),) = subject.documents.items()
    assert subject.delivered == {identifier: LETTER}
    found = subject.retrieve("Hoeveel verzoeken om een taxi?")
    assert "14 verzoeken" in " ".join(passage.text for passage in found)
    assert all(document.text[passage.start : passage.end] == passage.text for passage in found)


def test_each_part_is_asked_over_its_own_papers(tmp_path: Path) -> None:
    folder = folder_of_papers(tmp_path)
    told: list[tuple[int, int]] = []
    items = [item(), item(id="t-fact-number-002")]
    run = measure(
        [Part(items=items[:1], folders=[folder]), Part(items=[], folders=[]), Part(items=items[1:], folders=[folder])],
        embedder=WordEmbedder(),
        progress=lambda done, total: told.append((done, total)),
    )
    assert [result.item for result in run.results] == items
    assert told == [(1, 2), (2, 2)]
    assert all(result.exact is not False for result in run.results)
