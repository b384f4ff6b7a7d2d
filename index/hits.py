"""``Hit``: a passage that was found, with what spoke for it."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.document import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A passage found for a query.

    ``cosine`` lies in -1..1; ``lexical`` is BM25 as a share of what a passage with every
    query term would reach, about 0..1; ``score`` is their fusion, by which hits are ordered.
    """

    passage: Passage
    score: float
    cosine: float
    lexical: float
