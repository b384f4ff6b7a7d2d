"""What the other papers of the library add to the page of one: what it refers to, is followed by or is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from ingest.document import Document
from ingest.links import Link, links


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What the library holds around one paper."""

    references: tuple[Link, ...] = ()  # to papers that are there
    newer: Document | None = None  # the version that took its place
    summarised: Document | None = None  # what it is a summary of


class Library:
    """The papers that are there, read once for all pages."""

    def __init__(self, documents: Iterable[Document]) -> None:
        papers = tuple(documents)
        self._paper = {paper.identifier: paper for paper in papers}
        self._references: defaultdict[str, list[Link]] = defaultdict(list)
        for link in links(papers):
            self._references[link.source].append(link)

    def around(self, document: Document) -> Around:
        """What these papers add to the page of one of them."""
        return Around(
            references=tuple(self._references.get(document.identifier, ())),
            newer=self._paper.get(document.superseded_by),
            summarised=self._paper.get(document.summary_of),
        )
