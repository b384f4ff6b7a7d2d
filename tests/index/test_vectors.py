"""Vectors come back from Chroma as they went in, in the order of the passages."""

from __future__ import annotations

import errno
import os
import shutil
from hashlib import sha256
from pathlib import Path

import numpy as np
import pytest

from index.errors import IndexDamaged, IndexNotWritten
from index.vectors import Vectors, read, write
from ingest.document import Passage


def passages(count: int) -> list[Passage]:
    return [
        Passage(id=f"kst-1-2#{row}-{row + 1}", document="kst-1-2", text="a", start=row, end=row + 1)
        for row in range(count)
    ]


def unit(count: int, seed: int = 1) -> Vectors:
    rows = np.random.default_rng(seed).normal(size=(count, 8)).astype(np.float32)
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


@pytest.mark.parametrize("count", [1, 12, 2_300])
def test_vectors_come_back_in_the_order_of_the_passages(tmp_path: Path, count: int) -> None:
    """Chroma keeps up to 1000 in its database and more in files; above 2000 we write twice."""
    vectors = unit(count)
    write(tmp_path / "chroma", passages(count), vectors)
    np.testing.assert_allclose(read(tmp_path / "chroma", passages(count)), vectors, atol=1e-6)
    backwards = read(tmp_path / "chroma", passages(count)[::-1])
    np.testing.assert_allclose(backwards, vectors[::-1], atol=1e-6)
    assert backwards.dtype == np.float32


@pytest.mark.parametrize("count", [1, 900, 1_400])
def test_vectors_can_come_to_those_of_an_earlier_folder_which_stays_as_it_is(tmp_path: Path, count: int) -> None:
    vectors = unit(1_500)
    write(tmp_path / "earlier", passages(count), vectors[:count])
    before = hashes(tmp_path / "earlier")
    write(tmp_path / "later", passages(1_500)[count:], vectors[count:], onto=tmp_path / "earlier")
    np.testing.assert_allclose(read(tmp_path / "later", passages(1_500)), vectors, atol=1e-6)
    assert hashes(tmp_path / "earlier") == before


def test_reading_leaves_the_files_as_they_were(tmp_path: Path) -> None:
    write(tmp_path / "chroma", passages(5), unit(5))
    before = hashes(tmp_path)
    read(tmp_path / "chroma", passages(5))
    assert hashes(tmp_path) == before


@pytest.mark.parametrize("count", [4, 6])
def test_vectors_of_other_passages_are_damage(tmp_path: Path, count: int) -> None:
    write(tmp_path / "chroma", passages(5), unit(5))
    with pytest.raises(IndexDamaged, match=f"5 vectors, not those of the {count} passages"):
        read(tmp_path / "chroma", passages(count))


def test_a_folder_without_a_database_is_damage(tmp_path: Path) -> None:
    with pytest.raises(IndexDamaged, match="no Chroma database"):
        read(tmp_path / "chroma", passages(1))


@pytest.mark.parametrize("content", [b"", b"geen database", bytes(4096)])
def test_what_chroma_cannot_read_back_is_not_written(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "chroma.sqlite3").write_bytes(content)
    with pytest.raises(IndexNotWritten, match="Chroma failed"):
        read(tmp_path, passages(1))


def test_a_copy_for_which_there_is_no_room_is_told_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    write(tmp_path / "chroma", passages(5), unit(5))
    monkeypatch.setattr(shutil, "copytree", full)
    with pytest.raises(IndexNotWritten, match="cannot be copied"):
        read(tmp_path / "chroma", passages(5))


def hashes(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}


def test_a_copy_that_cannot_be_made_is_told_as_such(tmp_path: Path) -> None:
    write(tmp_path / "chroma", passages(5), unit(5))
    os.mkfifo(tmp_path / "chroma" / "pijp")  # cannot be copied, as a file for which there is no room
    with pytest.raises(IndexNotWritten):
        read(tmp_path / "chroma", passages(5))


def test_vectors_that_come_beside_what_cannot_be_copied_are_not_written(tmp_path: Path) -> None:
    write(tmp_path / "chroma", passages(5), unit(5))
    os.mkfifo(tmp_path / "chroma" / "pijp")
    with pytest.raises(IndexNotWritten, match="cannot be copied"):
        write(tmp_path / "more", passages(6)[5:], unit(1), onto=tmp_path / "chroma")
