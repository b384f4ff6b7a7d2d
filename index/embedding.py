"""From passages to their vectors; a passage that was embedded before is not embedded again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import numpy as np
from numpy.typing import NDArray

from index.embedder import Embedder, unit
from index.vectors import Vectors
from ingest.document import Passage
from ingest.mapped import Mapped, one_by_one
from ingest.orders import without_orders

CONTEXT_SHARE = 0.3  # of a passage's vector that its headings and question make up; measured on the open half
BATCH = 256  # passages embedded between two reports of progress

Progress = Callable[[int, int], None]
Known = Mapping[tuple[str, str], NDArray[np.float32]]  # text and header of a passage to its vector


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
    mapped: Mapped = one_by_one,
) -> Vectors:
    """The vectors of passages, float32 (n_passages, dim), rows of unit length, in their order.

    Args:
        passages: What to embed.
        embedder: Makes the vectors that are not known.
        before: Vectors that this same embedder and program made earlier.
        progress: Called with the number of passages done and their total.
        mapped: How lots of them are embedded: one after the other, or many at a time.
    """
    vectors = np.zeros((len(passages), embedder.dim), dtype=np.float32)
    new = []
    for row, passage in enumerate(passages):
        if (earlier := before.get(_key(passage))) is None:
            new.append(row)
        else:
            vectors[row] = earlier
    lots = [new[start : start + BATCH] for start in range(0, len(new), BATCH)]
    embedded = mapped(partial(_embedded, embedder), ([passages[row] for row in rows] for rows in lots))
    done = len(passages) - len(new)
    for rows, made in zip(lots, embedded, strict=True):
        vectors[rows] = made
        done += len(rows)
        if progress and rows[-1] != new[-1]:
            progress(done, len(passages))
    if progress:
        progress(len(passages), len(passages))
    return vectors


def _key(passage: Passage) -> tuple[str, str]:
    return passage.text, header(passage)


def _embedded(embedder: Embedder, passages: Sequence[Passage]) -> Vectors:
    own = embedder.encode_passages([without_orders(passage.text) for passage in passages])
    above = embedder.encode_passages([header(passage) or passage.text for passage in passages])
    return unit((1 - CONTEXT_SHARE) * own + CONTEXT_SHARE * above)
