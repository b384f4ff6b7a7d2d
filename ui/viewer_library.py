"""What the other papers of the library add to the page of one: which of them it refers to."""

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


class Library:
    """The papers that are there, read once for all pages."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._references: defaultdict[str, list[Link]] = defaultdict(list)
        for link in links(documents):
            self._references[link.source].append(link)

    def around(self, document: Document) -> Around:
        """What these papers add to the page of one of them."""
        return Around(references=tuple(self._references.get(document.identifier, ())))
