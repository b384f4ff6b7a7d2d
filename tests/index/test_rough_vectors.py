"""Rounded vectors find exactly what the exact ones find."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from index import generation as generations
from index import rough_vectors
from index.embedder import Embedder
from index.generation import open_current
from index.rough_vectors import RoughVectors, Vector, write
from index.search import search
from ingest.document import Document

QUESTIONS = ("Wie betaalt het leerlingenvervoer?", "extra beeldschermen", "onderwijs", "xyzzy")


def unit(count: int, dim: int, seed: int) -> Vector:
    rows = np.random.default_rng(seed).normal(size=(count, dim)).astype(np.float32)
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


@pytest.mark.parametrize("dim", [8, 256])
def test_a_rough_cosine_is_no_further_off_than_its_bound(
    dim: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rough_vectors, "LOT", 64)
    vectors = unit(500, dim, seed=1)
    vectors[3] = 0  # a text without any known token
    write(tmp_path / "rough", vectors)
    rough = RoughVectors(tmp_path / "rough")
    for vector in unit(20, dim, seed=2):
        cosines, error = rough.cosines(vector)
        assert cosines.dtype == np.float32
        off = np.abs(cosines - vectors @ vector)
        assert 0 < off.max() <= error < 0.05
    assert cosines[3] == 0


def test_a_large_index_finds_what_a_small_one_finds(
    tmp_path: Path, papers: tuple[Document, ...], embedder: Embedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = generations.build(papers, tmp_path / "small", embedder=embedder)
    monkeypatch.setattr(generations, "ROUGH_FROM", 1)
    generations.build(papers, tmp_path / "large", embedder=embedder)
    large = open_current(tmp_path / "large", embedder)
    assert large.cosines(large.vectors[0])[1] > 0
    for question in QUESTIONS:
        for k in (1, 5, 1000):
            exact, found = search(small, question, k=k), search(large, question, k=k)
            assert [hit.passage for hit in found] == [hit.passage for hit in exact]
            assert [hit.score for hit in found] == pytest.approx([hit.score for hit in exact], abs=1e-6)
            assert [hit.cosine for hit in found] == pytest.approx([hit.cosine for hit in exact], abs=1e-6)
