"""What official sources state themselves, such as the vote on a motie: told with source and day, never as a quote."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path

from assistant.briefing.timeline import ENOUGH, Subject, Wanted
from assistant.briefing.uitspraken import Soort, Uitspraak
from index.generation import Generation
from ingest.sources.facts import Fact, FactKind, read
from ui import links, wording

FOLDER = "stukken"  # of fetched papers, in the data folder
MOST = 25  # facts that are shown

_SOORT = {FactKind.STEMMING: Soort.MOTIE, FactKind.TOEZEGGING: Soort.TOEZEGGING}
_HEAD = (
    "<h2>Wat de bron zelf opgeeft</h2><p>Dit staat niet in de stukken. Het is wat de bron erover bijhoudt, zoals het "
    "was op de genoemde dag. Filters op stuk, persoon en partij gelden hier niet.</p>"
)


def beside(data: Path | None) -> tuple[Fact, ...]:
    """The facts that were fetched into a data folder, newest first."""
    return read(data / FOLDER) if data else ()


def told(fact: Fact) -> str:
    """A fact in words, always with who states it, where and when: "Volgens de Tweede Kamer (3 maart 2024, …): …"."""
    return f"Volgens {fact.source} ({wording.day(fact.day)}, {fact.address}): {_words(fact)}"


def about(facts: Iterable[Fact], asked: Wanted, rows: Sequence[Uitspraak], generation: Generation) -> list[Fact]:
    """The facts on a subject: those that speak of it, and those about a motie that a statement names.

    Args:
        facts: All that are known.
        asked: What is wanted; its filters on papers and speakers say nothing of facts.
        rows: The statements that were found.
        generation: The index that knows how rare the words of the subject are.
    """
    named = {number for row in rows for number in (row.document.identifier, *row.moties)}
    subject = Subject(asked.subject, generation)
    return [
        fact
        for fact in facts
        if (not asked.soorten or _SOORT[fact.kind] in asked.soorten)
        and _lies_in_time(fact, asked)
        and (not asked.subject or fact.about in named or subject.share(fact.subject) >= ENOUGH)
    ]


def section(facts: Sequence[Fact]) -> str:
    """The facts as a part of the page of their own; "" without any."""
    if not facts:
        return ""
    more = f"<p>En nog {len(facts) - MOST}: noem een preciezer onderwerp.</p>" if len(facts) > MOST else ""
    items = "".join(f"<li>{escape(_words(fact))}{_place(fact)}</li>" for fact in facts[:MOST])
    return f'<section class="kamer-uitkomst" id="kamer-feiten">{_HEAD}<ul>{items}</ul>{more}</section>'


def announcement(facts: Sequence[Fact]) -> str:
    """What a screen reader is told of them; "" without any."""
    return f" {wording.counted(len(facts), 'feit', 'feiten')} van de bron." if facts else ""


def _words(fact: Fact) -> str:
    if fact.kind is FactKind.STEMMING:
        sides = {"voor": fact.supporters, "tegen": fact.opponents}
        votes = "; ".join(f"{side}: {', '.join(parties)}" for side, parties in sides.items() if parties)
        return f"motie {fact.about}, „{fact.subject}”: {fact.state} {votes}".rstrip()
    by = f" van {fact.by}" if fact.by else ""
    due = f", na te komen op {wording.day(fact.due)}" if fact.due else ""
    return f"toezegging {fact.about}{by}{due}: {fact.state}. „{fact.subject}”"


def _place(fact: Fact) -> str:
    where = escape(f"Volgens {fact.source}, {wording.day(fact.day)}")
    if links.SAFE_ADDRESS.fullmatch(fact.address):
        where = (
            f'<a href="{escape(fact.address)}" target="_blank" rel="noopener noreferrer">{where}{links.NEW_WINDOW}</a>'
        )
    return f'<p class="vindplaats">{where}</p>'


def _lies_in_time(fact: Fact, asked: Wanted) -> bool:
    since, until = asked.filters.since, asked.filters.until
    if fact.day is None:
        return not since and not until
    return (not since or fact.day >= since) and (not until or fact.day <= until)
