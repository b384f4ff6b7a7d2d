"""From passages to their vectors; a passage that was embedded before is not embedded again."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.begun import Arrays, made
from index.embedder import Embedder, unit
from index.vectors import Vectors
from ingest.document import Passage
from ingest.mapped import Mapped, one_by_one
from ingest.orders import without_orders

CONTEXT_SHARE = 0.3  # of a passage's vector that its headings and question make up; measured on the open half
BATCH = 256  # passages that are embedded and kept together

Progress = Callable[[int, int], None]
Known = Mapping[str, NDArray[np.float32]]  # by text and header of a passage


def header(passage: Passage) -> str:
    """What stands above a passage: its headings and the question that it answers."""
    return " ".join([*passage.path, passage.context])


def known(passages: Sequence[Passage], vectors: Vectors) -> Known:
    """The vectors of passages by all that a vector depends on."""
    return {_key(passage): vector for passage, vector in zip(passages, vectors, strict=True)}


def embed(
    passages: Sequence[Passage],
    embedder: Embedder,
    before: Known,
    progress: Progress | None,
    *,
    begun: Path,
    mapped: Mapped = one_by_one,
) -> Vectors:
    """The vectors of passages, float32 (n_passages, dim), rows of unit length, in their order.

    Args:
        passages: What to embed.
        embedder: Makes the vectors that are not known.
        before: Vectors that this same embedder and program made earlier.
        progress: Called with the number of passages done and their total.
        begun: Where vectors are kept in case that this is broken off.
        mapped: How lots of them are embedded: one after the other, or many at a time.
    """
    vectors = np.zeros((len(passages), embedder.dim), dtype=np.float32)
    new: dict[str, Passage] = {}
    rows: defaultdict[str, list[int]] = defaultdict(list)
    for row, passage in enumerate(passages):
        key = _key(passage)
        if (earlier := before.get(key)) is None:
            new.setdefault(key, passage)
            rows[key].append(row)
        else:
            vectors[row] = earlier
    done = len(passages) - sum(map(len, rows.values()))
    work = partial(_embedded, embedder)
    for lot in made(new, work, together=BATCH, folder=begun, mapped=mapped):
        for key, (vector,) in lot.items():
            vectors[rows[key]] = vector
            done += len(rows[key])
        if progress and done < len(passages):
            progress(done, len(passages))
    if progress:
        progress(len(passages), len(passages))
    return vectors


def _key(passage: Passage) -> str:
    return hashlib.sha256(f"{passage.text}\0{header(passage)}".encode()).hexdigest()


def _embedded(embedder: Embedder, passages: Sequence[Passage]) -> list[Arrays]:
    own = embedder.encode_passages([without_orders(passage.text) for passage in passages])
    above = embedder.encode_passages([header(passage) or passage.text for passage in passages])
    return [(row,) for row in unit((1 - CONTEXT_SHARE) * own + CONTEXT_SHARE * above)[:, None]]
