"""Which rows of a new index are those of an earlier one, and which come.

A hundred papers beside sixty thousand must not cost what sixty thousand cost. A paper that is the same, with the same
summaries about it, has the same passages: whatever is kept of them is copied as it lies there, in as few pieces as
possible, and only the passages of other papers are cut, counted and embedded.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ingest import library
from ingest.document import Document, Passage
from ingest.passages import Lengths, cut

Numbers = NDArray[np.int32]
Key = tuple[str, ...]  # all that the passages of a paper depend on: its name, and those of the summaries about it


class Piece(NamedTuple):
    """Rows of a new index that lie in one piece where they are from: among those that come, or in the earlier index."""

    rows: slice
    of: slice
    came: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Growth:
    """How a new index comes of an earlier one, or of nothing.

    Args:
        papers: The number of each passage's paper among all papers by identifier, int32 (n_passages,).
        taken: The row of each passage in the earlier index, -1 for one that comes, int32 (n_passages,).
        came: The passages that come, in order.
        earlier: The folder of the earlier index, whole to the last byte; None if nothing is taken over.
        size: How many passages it has.
    """

    papers: Numbers
    taken: Numbers
    came: Sequence[Passage]
    earlier: Path | None = None
    size: int = 0
    pieces: Sequence[Piece] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "pieces", tuple(self._pieces()))

    def __len__(self) -> int:
        return len(self.taken)

    @property
    def new(self) -> NDArray[np.intp]:
        """The rows of the passages that come."""
        return np.flatnonzero(self.taken < 0)

    @property
    def place(self) -> Numbers:
        """The new row of each passage of the earlier index, -1 for one that is gone, int32 (size,)."""
        place = np.full(self.size, -1, dtype=np.int32)
        stays = np.flatnonzero(self.taken >= 0)
        place[self.taken[stays]] = stays
        return place

    @property
    def gone(self) -> NDArray[np.intp]:
        """The rows of the earlier index that are not taken over."""
        return np.flatnonzero(self.place < 0)

    def merged(self, earlier: Any, came: NDArray[Any], into: NDArray[Any] | None = None) -> NDArray[Any]:
        """A column of the new index from that of the earlier one, if there is one, and what comes; both by row."""
        if into is None:
            into = np.empty((len(self), *came.shape[1:]), dtype=came.dtype)
        for rows, of, new in self.pieces:
            into[rows] = came[of] if new else earlier[of]
        return into

    def _pieces(self) -> Iterator[Piece]:
        if not len(self):
            return
        new = self.new
        of = self.taken.astype(np.int64)
        of[new] = self.size + 1 + np.arange(len(new))  # one is left out, so that no piece goes on from old to new
        for start, end in pairwise([0, *(np.flatnonzero(np.diff(of) != 1) + 1).tolist(), len(of)]):
            came = bool(self.taken[start] < 0)
            first = int(of[start]) - (self.size + 1 if came else 0)
            yield Piece(rows=slice(start, end), of=slice(first, first + end - start), came=came)


def from_nothing(passages: Sequence[Passage], papers: Sequence[str]) -> Growth:
    """An index of which every passage comes, given the identifiers of all papers in the order of their numbers."""
    number_of = {identifier: number for number, identifier in enumerate(papers)}
    return Growth(
        papers=np.array([number_of[passage.document] for passage in passages], dtype=np.int32),
        taken=np.full(len(passages), -1, dtype=np.int32),
        came=passages,
    )


def grown(
    searched: Sequence[Document],
    documents: Mapping[str, Document],
    lengths: Lengths,
    rows: Mapping[Key, range],
    earlier: Path | None,
) -> Growth:
    """How an index of some papers comes of an earlier one.

    Args:
        searched: The papers of which it has passages, in order.
        documents: All of its papers by name.
        lengths: How long passages are.
        rows: Where the passages of each paper are in the earlier index, as ``rows_of`` gives them.
        earlier: Its folder.
    """
    number_of = {one.identifier: number for number, one in enumerate(library.in_order(documents.values()))}
    came: list[Passage] = []
    taken = [np.zeros(0, dtype=np.int32)]
    for paper, key in _keyed(searched, documents):
        if own := rows.get(key):
            taken.append(np.arange(own.start, own.stop, dtype=np.int32))
        else:
            made = cut(paper, lengths)
            came += made
            taken.append(np.full(len(made), -1, dtype=np.int32))
    papers = np.repeat([number_of[paper.identifier] for paper in searched], [len(own) for own in taken[1:]])
    alike = len(came) < sum(map(len, taken))
    return Growth(
        papers=papers.astype(np.int32),
        taken=np.concatenate(taken),
        came=came,
        earlier=earlier if alike else None,
        size=sum(map(len, rows.values())) if alike else 0,
    )


def rows_of(searched: Sequence[Document], documents: Mapping[str, Document], numbers: Numbers) -> dict[Key, range]:
    """Where the passages of each paper of an index are.

    Args:
        searched: The papers of which it has passages.
        documents: All of its papers by name, in the order of their numbers.
        numbers: The number of each passage's paper.
    """
    starts = [*np.flatnonzero(np.diff(numbers, prepend=-1)).tolist(), len(numbers)]
    identifiers = [one.identifier for one in documents.values()]
    own = {identifiers[numbers[start]]: range(start, end) for start, end in pairwise(starts)}
    rows = {key: own[paper.identifier] for paper, key in _keyed(searched, documents) if paper.identifier in own}
    return rows if sum(map(len, rows.values())) == len(numbers) else {}  # two papers of one number are not told apart


def _keyed(searched: Sequence[Document], documents: Mapping[str, Document]) -> Iterator[tuple[Document, Key]]:
    name_of = {id(one): name for name, one in documents.items()}
    about: defaultdict[str, list[str]] = defaultdict(list)
    for name, identifier in sorted((name, one.summary_of) for name, one in documents.items() if one.summary_of):
        about[identifier].append(name)
    for paper in searched:
        yield paper, (name_of[id(paper)], *about.get(paper.identifier, ()))
