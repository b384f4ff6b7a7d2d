"""The passages of a generation on disk: mapped, and read one by one when they are asked for.

Opening a million passages as Python objects takes half a minute and gigabytes of memory; a question reads a few dozen.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import SupportsIndex, overload

import numpy as np
from numpy.typing import NDArray

from index.checked import Checked, mapped
from index.growth import Growth
from index.records import from_record, to_record
from ingest.document import Passage, Role, Speaker

LINES = "passages.jsonl"
ROWS = "rows"  # the folder with what is known of each passage without reading it
STARTS, KEYS, ORDER = "starts.npy", "keys.npy", "order.npy"
PAPERS, SPEAKERS, SPOKEN = "papers.npy", "speakers.npy", "spoken.json"

KEPT = 10_000  # passages that are remembered, in 20 MB

Numbers = NDArray[np.int32]


class PassageStore(Sequence[Passage]):
    """All passages of a generation in their order, read-only and safe to share between threads.

    ``papers`` int32 (n_passages,) is the number of each passage's paper among the papers by identifier;
    ``speakers`` int32 (n_passages,) the place of its speaker in ``spoken``.
    """

    def __init__(self, folder: Path, opened: Callable[[Path], Checked] = Checked) -> None:
        """Open what ``write`` wrote in a folder."""
        lines, starts = opened(folder / LINES), mapped(folder / ROWS / STARTS)

        def read(row: int) -> Passage:
            return from_record(json.loads(lines.read(int(starts[row]), int(starts[row + 1]))))

        self._size = len(starts) - 1
        self._read = read
        self._kept = lru_cache(maxsize=KEPT)(read)
        self.papers: Numbers = mapped(folder / ROWS / PAPERS)
        self.speakers: Numbers = mapped(folder / ROWS / SPEAKERS)
        spoken = json.loads((folder / ROWS / SPOKEN).read_text(encoding="utf-8"))
        self.spoken = tuple(Speaker(role=Role(role), name=name) for role, name in spoken)
        self.row_of = Rows(self._kept, mapped(folder / ROWS / KEYS), mapped(folder / ROWS / ORDER))

    def __len__(self) -> int:
        return self._size

    @overload
    def __getitem__(self, row: SupportsIndex) -> Passage: ...

    @overload
    def __getitem__(self, row: slice) -> tuple[Passage, ...]: ...

    def __getitem__(self, row: SupportsIndex | slice) -> Passage | tuple[Passage, ...]:
        if isinstance(row, slice):
            return tuple(self[one] for one in range(*row.indices(len(self))))
        return self._kept(range(len(self))[row])  # which counts from the end and refuses as a list does

    def __iter__(self) -> Iterator[Passage]:
        return map(self._read, range(len(self)))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(one == two for one, two in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]  # equal to the tuple of the same passages, whose hash would read all


class Rows(Mapping[str, int]):
    """The row of each passage by its id.

    Args:
        read: Gives the passage of a row.
        keys: Hashes of the ids, sorted, uint64 (n_passages,).
        order: The row of each of these.
    """

    def __init__(self, read: Callable[[int], Passage], keys: NDArray[np.uint64], order: Numbers) -> None:
        self._read = read
        self._keys = keys
        self._order = order

    def __getitem__(self, passage_id: str) -> int:
        key = _key(passage_id)
        first, end = np.searchsorted(self._keys, key), np.searchsorted(self._keys, key, side="right")
        for row in self._order[first:end].tolist():
            if self._read(row).id == passage_id:
                return int(row)
        raise KeyError(passage_id)

    def __iter__(self) -> Iterator[str]:
        return (self._read(row).id for row in range(len(self)))

    def __len__(self) -> int:
        return len(self._order)


def write(folder: Path, growth: Growth) -> None:
    """Write the passages of an index as files in its folder; what is taken over is copied as it lies."""
    (folder / ROWS).mkdir()
    before = growth.earlier
    there = mapped(before / ROWS / STARTS) if before else np.zeros(1, dtype=np.int64)
    earlier = memoryview(Checked(before / LINES).bytes if before else b"")
    written: list[int] = []
    with (folder / LINES).open("wb") as lines:
        for _, of, came in growth.pieces:
            if came:
                written += map(lines.write, map(_line, growth.came[of]))
            else:
                lines.write(earlier[there[of.start] : there[of.stop]])
    lengths = growth.merged(np.diff(there), np.array(written, dtype=np.int64))
    keys = np.fromiter((_key(passage.id) for passage in growth.came), dtype=np.uint64, count=len(growth.came))
    keys = growth.merged(_keys_by_row(before) if before else None, keys)
    order = np.argsort(keys, kind="stable").astype(np.int32)
    speakers, spoken = _speakers(growth)
    for name, column in (
        (STARTS, np.concatenate([[0], np.cumsum(lengths)])),
        (KEYS, keys[order]),
        (ORDER, order),
        (PAPERS, growth.papers),
        (SPEAKERS, speakers),
    ):
        np.save(folder / ROWS / name, column)
    (folder / ROWS / SPOKEN).write_text(json.dumps(spoken, ensure_ascii=False), encoding="utf-8")


def _line(passage: Passage) -> bytes:
    return json.dumps(to_record(passage), ensure_ascii=False).encode() + b"\n"


def _keys_by_row(before: Path) -> NDArray[np.uint64]:
    keys, order = mapped(before / ROWS / KEYS), mapped(before / ROWS / ORDER)
    by_row = np.empty_like(keys)
    by_row[order] = keys
    return by_row


def _speakers(growth: Growth) -> tuple[Numbers, list[tuple[str, str]]]:
    """The number of each passage's speaker, and the speakers, numbered as they come."""
    number_of: dict[tuple[str, str], int] = {}
    earlier = None
    if growth.earlier:
        earlier = mapped(growth.earlier / ROWS / SPEAKERS)
        for role, name in json.loads((growth.earlier / ROWS / SPOKEN).read_text(encoding="utf-8")):
            number_of[role, name] = len(number_of)
    speakers = [(passage.speaker.role.value, passage.speaker.name) for passage in growth.came]
    came = np.array([number_of.setdefault(speaker, len(number_of)) for speaker in speakers], dtype=np.int32)
    numbers, first, which = np.unique(growth.merged(earlier, came), return_index=True, return_inverse=True)
    coming = np.argsort(first)
    known = list(number_of)
    return np.argsort(coming).astype(np.int32)[which], [known[numbers[at]] for at in coming]


def _key(passage_id: str) -> np.uint64:
    return np.uint64(int.from_bytes(hashlib.blake2b(passage_id.encode(), digest_size=8).digest(), "little"))
