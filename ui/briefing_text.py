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
    """The whole briefing, in order."""
    return [
        Heading(1, title(briefing)),
        Line(f"{wording.day(today)}. {wording.coverage(briefing.papers)}"),
        Line(MADE_BY),
        *_section("Kernpunten", [part for row in briefing.core for part in _quotes(row, briefing)]),
        *_section("Toezeggingen", list(_promises(briefing))),
        *_section("Moties en amendementen", [part for row in briefing.moties for part in _quotes(row, briefing)]),
        *_section("Stukken die elkaar tegenspreken", list(_conflicts(briefing))),
        *_section(
            "Ambtelijk advies naast de brief", [part for one in briefing.beside for part in _beside(one, briefing)]
        ),
        *_section("Tijdlijn", [part for row in briefing.rows for part in _quotes(row, briefing)]),
        *_section("Open vragen (suggesties)", list(_open(briefing))),
        *_section("Bronnen", [Item(cite(paper) + _dated(paper.date, cite(paper))) for paper in briefing.papers]),
        Heading(2, "Bon"),
        Line("Met de opdracht „passend verify” en dit bestand controleert u of elk citaat nog klopt."),
        Receipt(tuple(receipt(briefing))),
    ]


def facts(row: Uitspraak) -> str:
    """When, who and what of a statement, with the deadline and the status that its sort has."""
    told = [wording.day(row.document.date), row.who or wording.role(row.sentence.block.speaker.role)]
    told.append(", ".join(sort.value for sort in row.soorten))
    if row.stage:
        told += [f"termijn: {wording.deadline(row.deadline)}", f"status: {row.status}"]
    elif PROPOSALS & set(row.soorten):
        told += [*map(wording.number, row.moties), f"status: {row.status}"]
    return " · ".join(part for part in told if part)


def _section(name: str, content: Sequence[Part]) -> list[Part]:
    return [Heading(2, name), *(content or [Line("Niets gevonden in deze stukken.")])]


def _quotes(row: Uitspraak, briefing: Briefing) -> Iterator[Part]:
    for citation in row.citations:
        yield _quote(facts(row), citation, briefing)


def _quote(told: str, citation: Citation, briefing: Briefing) -> Quote:
    words, place = shown(briefing.number(citation), citation)
    return Quote(told, words, place)


def _promises(briefing: Briefing) -> Iterator[Part]:
    if not briefing.promises:
        return
    head = ("Citaat", "Datum", "Wie", "Termijn", "Status")
    yield Table("Overzicht van de toezeggingen", (head, *(_row(one, briefing) for one in briefing.promises)))
    for promise in briefing.promises:
        yield from _quotes(promise.uitspraak, briefing)
        if promise.met_by:
            yield Line("Mogelijk ingelost met de volgende passage. Dit is een suggestie: bevestig het zelf.")
            for citation in promise.met_by.citations:
                yield _quote(wording.day(citation.date), citation, briefing)


def _row(promise: Promise, briefing: Briefing) -> tuple[str, ...]:
    row = promise.uitspraak
    status = f"{row.status}; mogelijk ingelost, zie hieronder" if promise.met_by else row.status
    numbers = " ".join(f"[{briefing.number(citation)}]" for citation in row.citations)
    return (numbers, wording.day(row.document.date), row.who, wording.deadline(row.deadline), status)


def _conflicts(briefing: Briefing) -> Iterator[Part]:
    for conflict in briefing.conflicts:
        yield Line(f"De stukken geven verschillende waarden voor: {conflict.subject}.")
        for side in conflict.sides:
            yield _quote(f"{side.value} · {wording.day(side.citation.date)}", side.citation, briefing)
        for reason in conflict.reasons:
            yield _quote(COUNTED, reason, briefing)


def _beside(pair: Beside, briefing: Briefing) -> Iterator[Part]:
    sure = "De stukken verwijzen naar elkaar." if pair.certain else "Gekoppeld op onderwerp en datum: ga dit zelf na."
    yield Line(f"{cite(pair.note)} naast {cite(pair.letter)}. {sure}")
    for advised in pair.rows:
        for citation in advised.advice:
            yield _quote("Ambtelijk advies, geen standpunt van de minister", citation, briefing)
        for citation in advised.told:
            yield _quote("Aan de Kamer geschreven (meest verwante passage)", citation, briefing)
        if not advised.told:
            yield Line("In de brief is geen passage gevonden die hierbij hoort.")


def _open(briefing: Briefing) -> Iterator[Part]:
    if briefing.questions:
        yield Line(SUGGESTION)
    for question in briefing.questions:
        marks = ", ".join(f"citaat {briefing.number(citation)}" for citation in question.citations)
        yield Item(f"{question.text} (bij {marks})")


def _dated(day: date | None, told: str) -> str:
    return "" if day is None or wording.day(day) in told else f", {wording.day(day)}"
