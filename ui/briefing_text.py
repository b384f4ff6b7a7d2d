"""A briefing in Dutch words, as a list of parts that every format sets in its own way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.answer import Citation
from assistant.briefing.advice import Beside
from assistant.briefing.briefing import Briefing, Promise
from assistant.briefing.receipt import receipt, shown
from assistant.briefing.uitspraken import PROPOSALS, Uitspraak
from assistant.prove.quotes import COUNTED
from ingest.document import Document
from ingest.official_numbers import cite
from ui import wording

MADE_BY = "Gemaakt door de Vraagbaak passend onderwijs, een computer (AI). Controleer altijd de bron."
SUGGESTION = "Concept van de computer, niet uit de stukken. Ga zelf na of deze vragen kloppen."


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the title."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph in words of ours."""

    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list in words of ours."""

    text: str


@dataclass(frozen=True, slots=True)
class Quote:
    """A quote of a paper: the facts above it, its numbered words, its place."""

    facts: str
    words: str
    place: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its caption; the first row is its head."""

    caption: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Receipt:
    """Lines that a machine reads back; set apart and never wrapped where that can be helped."""

    lines: tuple[str, ...]


Part = Heading | Line | Item | Quote | Table | Receipt


def title(briefing: Briefing) -> str:
    """What the briefing is called."""
    return f"Debatbriefing: {briefing.subject or 'alle stukken'}"


def parts(briefing: Briefing, today: date) -> list[Part]:
    """The whole briefing, in order; a quote stands in it once, and is named by its number after that."""
    made = _Once(briefing)
    core = [part for row in briefing.core for part in made.quotes(row)]
    opened = [
        Heading(1, title(briefing)),
        Line(f"{wording.day(today)}. {wording.searched(briefing.searched, briefing.papers)}"),
        Line(MADE_BY),
        *_section("Kernpunten", core),
        *_section("Toezeggingen en wat ervan kwam", list(made.promises())),
    ]
    if not briefing.is_short:
        opened += _section("Moties en amendementen", [part for row in briefing.moties for part in made.quotes(row)])
    opened += _section("Stukken die elkaar tegenspreken", list(made.conflicts()))
    if not briefing.is_short:
        beside = [part for one in briefing.beside for part in made.beside(one)]
        opened += _section("Ambtelijk advies naast de brief", beside)
        opened += _section("Tijdlijn", [part for row in briefing.rows for part in made.quotes(row)])
    return [
        *opened,
        *_section("Vragen om te stellen (suggesties)", list(_open(briefing))),
        *_section("Bronnen", [Item(_source(paper)) for paper in briefing.papers]),
        Heading(2, "Bon"),
        Line("Met de opdracht „passend verify” en dit bestand controleert u of elk citaat nog klopt."),
        Receipt(tuple(receipt(briefing))),
    ]


def facts(row: Uitspraak) -> str:
    """When, who and what of a statement, with the deadline and the status that its sort has."""
    told = [wording.day(row.day), row.who or wording.role(row.sentence.block.speaker.role)]
    told.append(", ".join(sort.value for sort in row.soorten))
    if row.stage:
        told += [f"termijn: {wording.deadline(row.deadline)}", f"status: {row.status}"]
    elif PROPOSALS & set(row.soorten):
        told += [*map(wording.number, row.moties), f"status: {row.status}"]
    return " · ".join(part for part in told if part)


def _section(name: str, content: Sequence[Part]) -> list[Part]:
    return [Heading(2, name), *(content or [Line("Niets gevonden in deze stukken.")])]


class _Once:
    """The quotes of a briefing, each told in full the first time only."""

    def __init__(self, briefing: Briefing) -> None:
        self._briefing = briefing
        self._told: set[int] = set()

    def quotes(self, row: Uitspraak) -> Iterator[Part]:
        """A statement."""
        for citation in row.citations:
            yield self._quote(facts(row), citation)

    def promises(self) -> Iterator[Part]:
        """A table of the promises, and then the words of each."""
        if not self._briefing.promises:
            return
        head = ("Citaat", "Datum", "Wie", "Termijn", "Status")
        yield Table("Overzicht van de toezeggingen", (head, *map(self._row, self._briefing.promises)))
        for promise in self._briefing.promises:
            row = promise.uitspraak
            new = [one for one in row.citations if self._briefing.number(one) not in self._told]
            yield from (self._quote(facts(row), citation) for citation in new)
            if promise.met_by:
                yield Line("Mogelijk ingelost met de volgende passage. Dit is een suggestie: bevestig het zelf.")
                for citation in promise.met_by.citations:
                    yield self._quote(wording.day(citation.date), citation)

    def conflicts(self) -> Iterator[Part]:
        """Where papers differ."""
        for conflict in self._briefing.conflicts:
            yield Line(f"De stukken geven verschillende waarden voor: {conflict.subject}.")
            for side in conflict.sides:
                yield self._quote(f"{side.value} · {wording.day(side.citation.date)}", side.citation)
            for reason in conflict.reasons:
                yield self._quote(COUNTED, reason)

    def beside(self, pair: Beside) -> Iterator[Part]:
        """An advice beside the letter."""
        coupled = wording.coupled(certain=pair.certain)
        yield Line(f"{_source(pair.note)} naast {_source(pair.letter)}. {coupled}")
        for advised in pair.rows:
            for citation in advised.advice:
                yield self._quote("Ambtelijk advies, geen standpunt van de minister", citation)
            for citation in advised.told:
                yield self._quote("Aan de Kamer geschreven (meest verwante passage)", citation)
            if not advised.told:
                yield Line(wording.NOTHING_BESIDE)

    def _quote(self, told: str, citation: Citation) -> Part:
        number = self._briefing.number(citation)
        if number in self._told:
            return Line(f"{told}: zie citaat {number}.")
        self._told.add(number)
        words, place = shown(number, citation)
        return Quote(told, words, place)

    def _row(self, promise: Promise) -> tuple[str, ...]:
        row = promise.uitspraak
        status = f"{row.status}; mogelijk ingelost, zie hieronder" if promise.met_by else row.status
        numbers = " ".join(str(self._briefing.number(citation)) for citation in row.citations)
        return (numbers, wording.day(row.day), row.who, wording.deadline(row.deadline), status)


def _source(paper: Document) -> str:
    told = wording.official(cite(paper))
    return told + _dated(paper.date, told)


def _open(briefing: Briefing) -> Iterator[Part]:
    if briefing.questions:
        yield Line(SUGGESTION)
    for question in briefing.questions:
        marks = ", ".join(f"citaat {briefing.number(citation)}" for citation in question.citations)
        yield Item(f"{question.text} (bij {marks})")


def _dated(day: date | None, told: str) -> str:
    return "" if day is None or wording.day(day) in told else f", {wording.day(day)}"
