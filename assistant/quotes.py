"""Quotes of the papers, each with the words that say whose they are."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer import Citation, Conflict
from assistant.sentences import Sentence
from assistant.standing import standing_of
from assistant.verify import Statement
from ingest.document import Block, Document, Role
from ingest.official_numbers import cite, written


def quote(document: Document, start: int, end: int, block: Block) -> Citation:
    """A citation of a span of a paper, without the white space around it."""
    text = document.text[start:end]
    start += len(text) - len(text.lstrip())
    text = text.strip()
    standing, cue = standing_of(text, role=block.speaker.role, kind=block.kind)
    return Citation(
        text=text,
        document=document.identifier,
        title=document.title,
        kind=document.kind,
        citation=cite(document, block.place, block.page),
        place=block.place,
        date=document.date,
        start=start,
        end=start + len(text),
        speaker=block.speaker,
        standing=standing,
        cue=cue,
        url=document.source.url,
    )


def quotes(sentence: Sentence) -> tuple[Citation, ...]:
    """A sentence as quotes: one for each of its spans."""
    return tuple(quote(sentence.document, start, end, sentence.block) for start, end in sentence.spans)


def told(citations: Sequence[Citation]) -> Statement:
    """Quotes of one speaker with the words that say whose they are."""
    words = " […] ".join(f"“{citation.text}”" for citation in citations)
    return Statement(text=f"{lead(citations[0])} {words}", citations=tuple(citations))


def lead(citation: Citation) -> str:
    """Who says it: "Minister Wiersma antwoordt:"."""
    name = citation.speaker.name
    match citation.speaker.role:
        case Role.BEWINDSPERSOON:
            verb = "antwoordt" if citation.place.startswith(("antwoord", "reactie")) else "schrijft"
            return f"{_capital(name) or 'De bewindspersoon'} {verb}:"
        case Role.KAMERLID:
            return f"{_capital(name) or 'Het Kamerlid'} {'vragen' if name.startswith('de leden') else 'vraagt'}:"
        case Role.FRACTIE:
            return f"{_capital(name) or 'De fractie'} brengt in:"
        case Role.AMBTELIJK:
            return "Ambtenaren schreven in een beslisnota:"
        case Role.REDACTIE:
            return "In onze samenvatting staat:"
        case _:
            return "In het stuk staat:"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def told_apart(conflict: Conflict) -> Statement:
    """That papers differ, with each value, its paper and its date."""
    sides = []
    for number, side in enumerate(conflict.sides):
        begin = "Het ene noemt" if number == 0 else "Een ander noemt"
        day = written(side.citation.date) if side.citation.date else "datum onbekend"
        place = side.citation.citation if day in side.citation.citation else f"{side.citation.citation}, {day}"
        sides.append(f"{begin} {side.value} {conflict.subject} ({place}).")
    return Statement(
        text="Let op: de stukken verschillen. " + " ".join(sides),
        citations=tuple(side.citation for side in conflict.sides),
    )
