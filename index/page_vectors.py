"""The vectors of every token of the passages, made once at indexing and mapped when a question is read.

A reader may keep several vectors of a token, of several of its layers. Kept in eight bits a number with one scale a
vector: what is lost by rounding is far below what tells answers apart.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from index.begun import Arrays, made
from index.checked import Checked, Column
from index.room import room_for
from ingest.document import Document, Passage
from ingest.mapped import Mapped, one_by_one

Ids = NDArray[np.int64]
Vectors = NDArray[np.float32]
Progress = Callable[[int, int], None]
Whole = tuple[NDArray[np.int8], NDArray[np.float32]]  # vectors as whole numbers, and a scale for each vector

DIGITS = 127  # the largest whole number of eight bits
TOGETHER = 8  # texts that are read at a time
TOKENS, SCALES, SENTENCES, KEYS = "tokens.npy", "scales.npy", "sentences.npy", "pages.json"
WHOLE = (TOKENS, SCALES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """The tokens of a text, int64 (n_tokens,), and for each the number of its sentence, -1 if it is of none."""

    ids: Ids
    sentence: Ids


@dataclass(frozen=True, slots=True, kw_only=True)
class PageVectors:
    """What was read of a passage: ``vectors`` float32 (n_tokens, n_layers, width); ``sentence`` as in ``Tokens``."""

    vectors: Vectors
    sentence: Ids


class PageReader(Protocol):
    """Reads passages token by token; safe to share between threads."""

    @property
    def name(self) -> str:
        """Names the model and its weights: vectors of another name are made anew."""

    def tokens(self, document: Document, passages: Sequence[Passage]) -> list[Tokens]:
        """The tokens of passages of one paper, in their order."""

    def vectors(self, texts: Sequence[Ids]) -> list[Vectors]:
        """The vectors for each token of each text: float32 (n_tokens, n_layers, width)."""


class PageStore:
    """The token vectors of all passages of a generation, mapped from disk; safe to share between threads."""

    def __init__(self, folder: Path, opened: Callable[[Path], Checked] = Checked) -> None:
        record = json.loads((folder / KEYS).read_text(encoding="utf-8"))
        self.name: str = record["name"]
        self.keys: list[str] = record["keys"]
        self._starts = np.concatenate([[0], np.cumsum(record["lengths"], dtype=np.int64)])
        self._tokens = Column(opened(folder / TOKENS))
        self._scales = Column(opened(folder / SCALES))
        self._sentences = Column(opened(folder / SENTENCES))

    def __len__(self) -> int:
        return len(self.keys)

    def of(self, row: int) -> PageVectors:
        """The vectors of the passage in this row of the generation."""
        own = slice(int(self._starts[row]), int(self._starts[row + 1]))
        scale = np.asarray(self._scales[own], dtype=np.float32)
        return PageVectors(
            vectors=np.asarray(self._tokens[own], dtype=np.float32) * scale[..., None],
            sentence=np.asarray(self._sentences[own], dtype=np.int64),
        )

    def whole(self, row: int) -> Whole:
        """The same as it is kept: whole numbers and scales."""
        own = slice(int(self._starts[row]), int(self._starts[row + 1]))
        return np.asarray(self._tokens[own]), np.asarray(self._scales[own])


def write(
    folder: Path,
    documents: Mapping[str, Document],
    passages: Sequence[Passage],
    reader: PageReader,
    before: PageStore | None,
    progress: Progress | None = None,
    *,
    begun: Path,
    mapped: Mapped = one_by_one,
) -> None:
    """Read all passages and keep what was read; passages with the same tokens are taken over from ``before``.

    Args:
        folder: Where to; it is made.
        documents: The papers by identifier.
        passages: In the order of the generation.
        reader: Reads what is not known yet.
        before: An earlier generation's.
        progress: Called with the number of passages read and their total.
        begun: Where what was read is kept in case that this is broken off.
        mapped: How lots of them are read: one after the other, or many at a time.

    Raises:
        IndexNotWritten: There is no room for the vectors.
    """
    folder.mkdir()
    tokens = _tokens(documents, passages, reader)
    keys = [hashlib.sha256(one.ids.tobytes()).hexdigest()[:24] for one in tokens]
    rows: defaultdict[str, list[int]] = defaultdict(list)
    for row, key in enumerate(keys):
        rows[key].append(row)
    known = {key: row for row, key in enumerate(before.keys)} if before and before.name == reader.name else {}
    new = {key: tokens[own[0]].ids for key, own in rows.items() if key not in known}
    in_order = dict(sorted(new.items(), key=lambda one: len(one[1])))  # texts of like length are read together
    read = made(in_order, partial(_read, reader), together=TOGETHER, folder=begun, mapped=mapped)
    taken = ({key: before.whole(known[key])} for key in rows if key in known) if before else ()
    lots: Iterator[Mapping[str, Arrays]] = chain(taken, read)
    lengths = [len(one.ids) for one in tokens]
    starts = np.cumsum([0, *lengths]).tolist()
    columns: tuple[NDArray[Any], ...] = ()
    done = 0
    for key, arrays in chain.from_iterable(lot.items() for lot in lots):
        if not columns:  # written where they lie on disk: of all passages they are more than a memory holds
            columns = tuple(
                room_for(folder / name, (starts[-1], *part.shape[1:]), part.dtype)
                for name, part in zip(WHOLE, arrays, strict=True)
            )
        for row in rows[key]:
            for column, part in zip(columns, arrays, strict=True):
                column[starts[row] : starts[row + 1]] = part
        done += len(rows[key])
        if progress and key not in known:
            progress(done, len(passages))
    np.save(folder / SENTENCES, np.concatenate([one.sentence for one in tokens]).astype(np.int16))
    record = {"name": reader.name, "keys": keys, "lengths": lengths}
    (folder / KEYS).write_text(json.dumps(record), encoding="utf-8")


def _tokens(documents: Mapping[str, Document], passages: Sequence[Passage], reader: PageReader) -> list[Tokens]:
    """The tokens of each passage, paper by paper."""
    rows: defaultdict[str, list[int]] = defaultdict(list)
    for row, passage in enumerate(passages):
        rows[passage.document].append(row)
    found: dict[int, Tokens] = {}
    for identifier, own in rows.items():
        of_paper = reader.tokens(documents[identifier], [passages[row] for row in own])
        found.update(zip(own, of_paper, strict=True))
    return [found[row] for row in range(len(passages))]


def _read(reader: PageReader, texts: Sequence[Ids]) -> list[Whole]:
    return [rounded(vectors) for vectors in reader.vectors(texts)]


def rounded(vectors: Vectors) -> Whole:
    """Vectors as whole numbers, and a scale for each vector."""
    scale = np.abs(vectors).max(axis=-1) / DIGITS
    scale = np.where(scale == 0, 1, scale).astype(np.float32)
    return np.round(vectors / scale[..., None]).astype(np.int8), scale
