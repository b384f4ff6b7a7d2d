"""In which passages each stem stands, and how often: whole numbers, from which BM25 is worked out.

They are kept beside what is searched, so that an index that grows counts only the passages that come.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import orjson
from numpy.typing import NDArray

from index.checked import mapped
from index.growth import Growth

TERMS, ROWS, STARTS, COUNTS, LENGTHS = "terms.json", "indices.npy", "indptr.npy", "counts.npy", "lengths.npy"
MOST = np.iinfo(np.uint16).max  # times that a stem is counted in a passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Postings:
    """The stems of some passages.

    Args:
        terms: The stems, sorted.
        starts: Where the part of each stem in the next two begins, and the last one ends, int64 (n_terms + 1,).
        rows: The passages that hold it, rising, int32.
        counts: How often each of them does, uint16.
        lengths: How many stems each passage has, repeats counted, int32 (n_passages,).
    """

    terms: Sequence[str]
    starts: NDArray[np.int64]
    rows: NDArray[np.int32]
    counts: NDArray[np.uint16]
    lengths: NDArray[np.int32]


def count(texts: Sequence[Sequence[str]]) -> Postings:
    """The postings of passages given as lists of stems."""
    terms = sorted({term for text in texts for term in text})
    number_of = {term: number for number, term in enumerate(terms)}
    lengths = np.array([len(text) for text in texts], dtype=np.int32)
    held = np.fromiter((number_of[term] for text in texts for term in text), dtype=np.int64, count=int(lengths.sum()))
    places, counts = np.unique(held * len(texts) + np.repeat(np.arange(len(texts)), lengths), return_counts=True)
    return _postings(terms, places, np.minimum(counts, MOST).astype(np.uint16), lengths)


def grown(earlier: Postings, came: Postings, growth: Growth) -> Postings:
    """The postings of an index that grew, from those of all passages before and of those that come."""
    terms = sorted({*earlier.terms, *came.terms})
    number_of = {term: number for number, term in enumerate(terms)}
    stays, held = _placed(earlier, growth.place, number_of, len(growth))
    new, counts = _placed(came, growth.new, number_of, len(growth))
    at = np.searchsorted(stays, new)
    lengths = growth.merged(earlier.lengths, came.lengths)
    return _postings(terms, np.insert(stays, at, new), np.insert(held, at, counts), lengths)


def _placed(
    part: Postings, place: NDArray[Any], number_of: Mapping[str, int], size: int
) -> tuple[NDArray[np.int64], NDArray[np.uint16]]:
    """The places in a table of all stems and passages, sorted, with the counts there; of passages that have a place."""
    columns = np.array([number_of[term] for term in part.terms], dtype=np.int64) * size
    places, counts = np.repeat(columns, np.diff(part.starts)), part.counts
    rows = place[part.rows]
    places += rows
    if (rows < 0).any():
        places, counts = places[rows >= 0], counts[rows >= 0]
    if (places[1:] < places[:-1]).any():  # papers stand in another order than before
        order = np.argsort(places, kind="stable")
        places, counts = places[order], counts[order]
    return places, counts


def save(postings: Postings, folder: Path) -> None:
    """Write postings as files in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    terms = {term: number for number, term in enumerate(postings.terms)}
    (folder / TERMS).write_bytes(orjson.dumps(terms))
    for name, column in (
        (ROWS, postings.rows),
        (STARTS, postings.starts),
        (COUNTS, postings.counts),
        (LENGTHS, postings.lengths),
    ):
        np.save(folder / name, column)


def load(folder: Path) -> Postings:
    """The postings that were saved, mapped."""
    terms = orjson.loads((folder / TERMS).read_bytes())
    starts, rows, counts, lengths = (mapped(folder / name) for name in (STARTS, ROWS, COUNTS, LENGTHS))
    return Postings(terms=list(terms), starts=starts, rows=rows, counts=counts, lengths=lengths)


def _postings(
    terms: Sequence[str], places: NDArray[np.int64], counts: NDArray[np.uint16], lengths: NDArray[np.int32]
) -> Postings:
    """Postings from the places of a stem and a passage in a table of all, sorted; stems that stand nowhere go."""
    starts = np.searchsorted(places, np.arange(len(terms) + 1) * len(lengths))
    held = np.diff(starts) > 0
    return Postings(
        terms=[term for term, stands in zip(terms, held.tolist(), strict=True) if stands],
        starts=np.append(starts[:-1][held], starts[-1:]).astype(np.int64),
        rows=(places % len(lengths)).astype(np.int32) if len(lengths) else np.zeros(0, dtype=np.int32),
        counts=counts,
        lengths=lengths,
    )
