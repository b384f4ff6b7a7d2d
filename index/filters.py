"""Filters on what is searched: kind, date, person, party, dossier, speaker. Exact, also when few passages match."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from index.dutch import fold, holds
from index.passage_store import PassageStore
from ingest.document import Document, Kind, Role
from ingest.official_numbers import KAMERSTUK_IDENTIFIER

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What a passage has to be; a field that is empty or None asks nothing.

    A paper without a date meets neither ``since`` nor ``until``.
    """

    papers: frozenset[str] = frozenset()  # identifiers
    kinds: frozenset[Kind] = frozenset()
    since: date | None = None
    until: date | None = None  # that day included
    person: str = ""  # in the title, sender or recipient of the paper, or the speaker of the passage
    party: str = ""  # likewise: "SP", "GroenLinks-PvdA"
    dossier: str = ""  # "31 497", with or without the space
    roles: frozenset[Role] = frozenset()  # of the speaker

    def __bool__(self) -> bool:
        return self != NO_FILTERS


NO_FILTERS = Filters()


class Facets:
    """What passages are filtered by, kept as numbers, so that a filter costs one look-up a passage."""

    def __init__(self, documents: Sequence[Document], passages: PassageStore) -> None:
        """Filter passages of these papers, which stand in the order in which ``passages`` numbers them."""
        self._documents = documents
        self._speakers = passages.spoken
        self._document_of = passages.papers
        self._speaker_of = passages.speakers

    def rows_of(self, identifier: str) -> list[int]:
        """The rows of the passages of one paper, in order."""
        numbers = [number for number, document in enumerate(self._documents) if document.identifier == identifier]
        return np.flatnonzero(np.isin(self._document_of, numbers)).tolist()

    def mask(self, filters: Filters) -> Mask:
        """Which passages meet the filters: bool (n_passages,)."""
        papers = np.array([_fits(document, filters) for document in self._documents], dtype=bool)
        mask: Mask = papers[self._document_of]
        if filters.roles:
            mask &= np.array([speaker.role in filters.roles for speaker in self._speakers], dtype=bool)[
                self._speaker_of
            ]
        for name in filter(None, (filters.person, filters.party)):
            wanted = fold(name)
            spoken = np.array([holds(wanted, fold(speaker.name)) for speaker in self._speakers], dtype=bool)
            known = np.array([holds(wanted, _particulars(document)) for document in self._documents], dtype=bool)
            mask &= spoken[self._speaker_of] | known[self._document_of]
        return mask


def _fits(document: Document, filters: Filters) -> bool:
    if filters.papers and document.identifier not in filters.papers:
        return False
    if filters.kinds and document.kind not in filters.kinds:
        return False
    if (filters.since or filters.until) and document.date is None:
        return False
    if document.date and filters.since and document.date < filters.since:
        return False
    if document.date and filters.until and document.date > filters.until:
        return False
    return not filters.dossier or _bare(filters.dossier) in _dossiers(document)


def _dossiers(document: Document) -> set[str]:
    """The dossiers of a paper, without spaces and hyphens; a part or chapter of one also as the whole."""
    named = set(document.dossiers)
    if numbered := KAMERSTUK_IDENTIFIER.match(document.identifier):
        named |= {f"{numbered[1]}{numbered[2] or ''}", numbered[1][:5]}
    return {_bare(dossier) for dossier in named}


def _bare(dossier: str) -> str:
    return re.sub(r"[\s-]", "", dossier)


def _particulars(document: Document) -> str:
    return fold(" ".join([document.title, document.sender, document.recipient]))
