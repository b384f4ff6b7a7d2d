"""Which papers of the library refer to which others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ingest.document import Document, Reference
from ingest.official_numbers import REPRINT


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One paper of the library refers to another one of it."""

    source: str  # identifier of the paper that refers
    target: str  # identifier of the paper that is referred to
    reference: Reference


def links(documents: Iterable[Document]) -> tuple[Link, ...]:
    """Every reference of a paper to another paper that is there too, in the order of the papers."""
    papers = tuple(documents)
    present = {_plain(paper.identifier): paper.identifier for paper in reversed(papers) if not paper.superseded_by}
    return tuple(
        Link(source=paper.identifier, target=target, reference=reference)
        for paper in papers
        for reference in paper.references
        if (target := present.get(_plain(reference.identifier))) and target != paper.identifier
    )


def _plain(identifier: str) -> str:
    return REPRINT.sub("", identifier)
