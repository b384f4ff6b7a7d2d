"""Files too large to be hashed when an index is opened: each part is compared with its hash when it is read."""

from __future__ import annotations

import hashlib
import io
import mmap
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.errors import IndexDamaged

BLOCK = 1 << 20  # bytes that are hashed together: a millisecond
HEAD = 10  # bytes before the description of an array; the last two tell its length

Rows = slice | Sequence[int] | NDArray[Any]


class Checked:
    """A mapped file, safe to share between threads.

    Args:
        path: The file.
        hashes: The SHA-256 of each of its blocks; none for a file that was hashed whole.

    Raises:
        IndexDamaged: A part that is read is not what was written.
    """

    def __init__(self, path: Path, hashes: Sequence[str] = ()) -> None:
        with path.open("rb") as file:
            self.bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._path = path
        self._hashes = hashes
        self._seen = bytearray(len(hashes))

    def read(self, start: int, end: int) -> bytes:
        """The bytes of a stretch."""
        self.check(start, end)
        return self.bytes[start:end]

    def check(self, start: int, end: int) -> None:
        """Compare the blocks of a stretch with their hashes, unless they were before."""
        if not self._hashes:
            return
        for block in range(start // BLOCK, -(-end // BLOCK)):
            if not self._seen[block]:
                if _hash(self.bytes, block) != self._hashes[block]:
                    raise IndexDamaged(f"{self._path}: changed since it was built")
                self._seen[block] = 1


class Column:
    """An array in a file that NumPy saved, or one in memory, of which rows are read."""

    def __init__(self, kept: Checked | NDArray[Any]) -> None:
        self._file = kept if isinstance(kept, Checked) else None
        self._offset, self._array = _array_in(kept) if isinstance(kept, Checked) else (0, kept)
        self._row = self._array.nbytes // max(len(self._array), 1)  # bytes

    @property
    def all(self) -> NDArray[Any]:
        """The whole array."""
        return self[:]

    def __len__(self) -> int:
        return len(self._array)

    def __getitem__(self, rows: Rows) -> NDArray[Any]:
        if self._file:
            if isinstance(rows, slice):
                start, end, _ = rows.indices(len(self))
                self._check(start, end)
            else:
                for row in rows:
                    self._check(int(row), int(row) + 1)
        return self._array[rows]

    def _check(self, start: int, end: int) -> None:
        assert self._file
        self._file.check(self._offset + start * self._row, self._offset + end * self._row)


def mapped(path: Path) -> NDArray[Any]:
    """An array that NumPy saved, mapped rather than read."""
    return np.asarray(np.load(path, mmap_mode="r"))


def hashes(path: Path) -> list[str]:
    """The SHA-256 of each block of a file."""
    with path.open("rb") as file:
        return [hashlib.sha256(block).hexdigest() for block in iter(lambda: file.read(BLOCK), b"")]


def _hash(content: mmap.mmap, block: int) -> str:
    with memoryview(content) as whole, whole[block * BLOCK : (block + 1) * BLOCK] as part:
        return hashlib.sha256(part).hexdigest()


def _array_in(file: Checked) -> tuple[int, NDArray[Any]]:
    """The array of a file, mapped, and where in the file it begins."""
    length = int.from_bytes(file.read(HEAD - 2, HEAD), "little")
    head = io.BytesIO(file.read(0, HEAD + length))
    np.lib.format.read_magic(head)
    shape, by_columns, dtype = np.lib.format.read_array_header_1_0(head)
    array = np.ndarray(shape, dtype, file.bytes, head.tell(), order="F" if by_columns else "C")
    return head.tell(), array
