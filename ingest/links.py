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


def referring(identifier: str, found: Iterable[Link]) -> tuple[Link, ...]:
    """Who refers to a paper."""
    return tuple(link for link in found if link.target == identifier)


def references_of(document: Document, start: int, end: int) -> tuple[Reference, ...]:
    """What a stretch of a paper refers to: in its own words, and in the footnotes that hang on its sentences."""
    return tuple(
        reference
        for reference in document.references
        if _meets((reference.start, reference.end), start, end)
        or (reference.sentence is not None and _meets(reference.sentence, start, end))
    )


def _plain(identifier: str) -> str:
    return REPRINT.sub("", identifier)


def _meets(span: tuple[int, int], start: int, end: int) -> bool:
    return span[0] < end and start < span[1]
