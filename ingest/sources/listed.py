"""The nouns of fetching: what is asked (``Order``), what a source lists (``Listed``) and in which forms (``Form``)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from ingest.sources.facts import Fact


class Wanted(StrEnum):
    """The kinds of paper that can be asked for."""

    KAMERBRIEF = "kamerbrief"
    VRAGEN = "vragen"  # answers to written questions, and the questions
    MOTIE = "motie"
    OVERLEG = "overleg"  # written consultations and reports of debates in committee
    DEBAT = "debat"  # Handelingen
    BESLISNOTA = "beslisnota"
    WOO = "woo"  # everything else on open.overheid.nl


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What somebody wants to have, now and after every update.

    A dossier is asked for by its number. Answers to Kamervragen and Woo papers belong to no dossier: they are found by
    ``query`` only, as is everything if no dossier is named.
    """

    dossiers: tuple[str, ...] = ()  # "31497", "36600-VII"
    since: date
    kinds: tuple[Wanted, ...] = ()  # all if empty
    query: str = ""

    def wants(self, *kinds: Wanted) -> bool:
        """Whether any of these kinds is asked for."""
        return not self.kinds or bool(set(kinds) & set(self.kinds))


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One file of a paper, as the source tells of it."""

    name: str  # of the file as it is kept
    address: str
    size: int | None = None  # bytes; None if the source does not say
    sha1: str = ""  # hex; "" if the source does not say
    may_lack: bool = False  # a paper whose other forms are there is whole without it


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A paper as a source lists it."""

    source: str  # the folder of the source: "koop"
    key: str  # one paper has one, whatever its version
    identifier: str  # as the publisher writes it
    version: str  # other words whenever the source changed the paper
    title: str
    day: date | None
    kind: str  # in the words of the source: "Brief regering"
    address: str  # of the page for people
    forms: tuple[Form, ...] = ()  # the most official first; empty until ``Source.complete``
    dossiers: tuple[str, ...] = ()
    sender: str = ""
    annex_of: str = ""  # identifier of the letter that it was sent with
    source_id: str = ""  # under which the change feed of the source tells of it
    provisional: bool = False  # a text that a final one will take the place of

    @property
    def size(self) -> int | None:
        """Bytes of all forms; None if any is not known."""
        sizes = [form.size for form in self.forms]
        return sum(size or 0 for size in sizes) if sizes and None not in sizes else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What a source has of an order."""

    papers: tuple[Listed, ...]
    withdrawn: frozenset[str] = frozenset()  # ``source_id`` of each paper that the source took away
    mark: str = ""  # where its change feed stands; given back at the next listing


class Source(Protocol):
    """An official source."""

    folder: str  # under which its papers are kept
    name: str  # for people

    def listing(self, order: Order, changed_since: date | None, mark: str) -> Listing:
        """Everything of an order; with a day, only what changed since, as far as the source can tell.

        Raises:
            SourceFault: The list is not whole, so nothing of it may be used.
        """

    def complete(self, paper: Listed) -> Listed:
        """The paper with its forms, where they take a request of their own."""

    def facts(self, order: Order) -> dict[str, list[Fact]]:
        """What the source states as facts about an order, by the name to keep them under."""

    def probes(self) -> Iterator[tuple[str, Callable[[], object]]]:
        """What to try to see whether the source still speaks as it is known here; each under a Dutch name."""
