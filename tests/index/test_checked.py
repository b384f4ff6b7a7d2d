"""What is read of a large file is what was written, or it is told as damage."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from index import checked, manifest
from index.checked import Checked, Column, Rows, hashes
from index.embedder import Embedder
from index.errors import IndexDamaged
from index.generation import build, open_current
from index.search import search
from ingest.document import Document
from ingest.library import PACK, DamagedDocument

BLOCK = 64


@pytest.fixture(autouse=True)
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checked, "BLOCK", BLOCK)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "file"
    path.write_bytes(bytes(range(200)))
    return path


def flip(path: Path, at: int) -> None:
    """Change one bit where it lies, as a disk would."""
    with path.open("r+b") as opened:
        opened.seek(at)
        byte = opened.read(1)
        opened.seek(at)
        opened.write(bytes([byte[0] ^ 1]))


@pytest.mark.parametrize(("start", "end"), [(0, 200), (0, 0), (63, 65), (128, 192), (199, 200)])
def test_what_was_written_is_read(start: int, end: int, file: Path) -> None:
    assert len(hashes(file)) == 4
    assert Checked(file, hashes(file)).read(start, end) == bytes(range(start, end))
    assert Checked(file).read(start, end) == bytes(range(start, end))


def test_only_the_part_that_changed_is_damaged(file: Path) -> None:
    opened = Checked(file, hashes(file))
    flip(file, 130)
    assert opened.read(0, 128) == bytes(range(128))
    assert opened.read(192, 200) == bytes(range(192, 200))
    for start, end in ((128, 129), (127, 129), (191, 192), (0, 200)):
        with pytest.raises(IndexDamaged, match="changed since it was built"):
            opened.read(start, end)


def test_rows_of_an_array_are_checked_as_they_are_read(tmp_path: Path) -> None:
    path = tmp_path / "array.npy"
    rows = np.arange(80, dtype=np.float32).reshape(20, 4)
    np.save(path, rows)
    written = hashes(path)
    flip(path, path.stat().st_size - 1)
    column = Column(Checked(path, written))
    assert len(column) == 20
    np.testing.assert_array_equal(column[2:9], rows[2:9])
    np.testing.assert_array_equal(column[[1, 9, 0]], rows[[1, 9, 0]])
    damaged: list[Rows] = [slice(None), np.array([19]), slice(16, None)]
    for part in damaged:
        with pytest.raises(IndexDamaged):
            _ = column[part]


def test_an_array_in_memory_is_read_in_the_same_way() -> None:
    rows = np.arange(6).reshape(3, 2)
    column = Column(rows)
    assert len(column) == 3
    np.testing.assert_array_equal(column.all, rows)
    np.testing.assert_array_equal(column[[2]], rows[[2]])


@pytest.mark.parametrize("name", ["passages.jsonl", "vectors.npy", "lexical/data.npy", "lexical/indices.npy"])
def test_a_large_index_tells_damage_when_it_is_searched(
    name: str, tmp_path: Path, papers: tuple[Document, ...], embedder: Embedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(manifest, "LARGE", 200)
    before = search(build(papers, tmp_path, embedder=embedder), "Wie betaalt de bus?")
    assert search(open_current(tmp_path, embedder), "Wie betaalt de bus?") == before
    (path,) = (tmp_path / "index" / "generations").glob(f"*/{name}")
    for at in range(256, path.stat().st_size, BLOCK):  # behind the description of an array, which opening reads
        flip(path, at)
    opened = open_current(tmp_path, embedder)
    with pytest.raises(IndexDamaged):
        search(opened, "Wie betaalt de bus?")
    assert build(papers, tmp_path, embedder=embedder).name != opened.name  # the next build makes it anew


def test_a_large_index_tells_a_damaged_paper_when_it_is_read(
    tmp_path: Path, papers: tuple[Document, ...], embedder: Embedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(manifest, "LARGE", 200)
    build(papers, tmp_path, embedder=embedder)
    (path,) = (tmp_path / "index" / "generations").glob(f"*/documents/{PACK}")
    flip(path, 100)
    with pytest.raises(DamagedDocument):
        _ = [document.text for document in open_current(tmp_path, embedder).documents]
