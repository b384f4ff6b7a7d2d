"""The statements on a subject, in order of time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from assistant.briefing.uitspraken import Soort, Uitspraak, uitspraken_of
from index.dutch import fold, holds, terms
from index.filters import NO_FILTERS, Filters
from index.generation import Generation
from index.query import COMPOUND, Concept, understand
from ingest.document import Block, Document

ENOUGH = 0.75  # share of a subject, by how rare its words are, that a statement and what stands around it speak of

# What people ask for besides the subject itself: "alle toezeggingen leerlingenvervoer".
_ASKED = {
    "toezegging": Soort.TOEZEGGING,
    "toezeggingen": Soort.TOEZEGGING,
    "motie": Soort.MOTIE,
    "moties": Soort.MOTIE,
    "amendement": Soort.AMENDEMENT,
    "amendementen": Soort.AMENDEMENT,
    "standpunt": Soort.STANDPUNT,
    "standpunten": Soort.STANDPUNT,
    "kamervraag": Soort.VRAAG,
    "kamervragen": Soort.VRAAG,
    "vraag": Soort.VRAAG,
    "vragen": Soort.VRAAG,
    "cijfer": Soort.CIJFER,
    "cijfers": Soort.CIJFER,
    "advies": Soort.ADVIES,
    "adviezen": Soort.ADVIES,
}
_FILLERS = r"(?:\W|\b(?:alle|de|het|welke|overzicht van|geef|toon|en|over|van|voor|bij|op|inzake)\b)"
_SORT = rf"\b(?P<sort>{'|'.join(_ASKED)})\b"
_OPENS = re.compile(rf"{_FILLERS}*{_SORT}", re.IGNORECASE)
_NEXT = re.compile(rf"(?=\W)(?:\s*(?:[,;/&+]|\b(?:en|of|ook|alle|de|het|welke)\b))*\s*{_SORT}", re.IGNORECASE)
_LEADING = re.compile(rf"^{_FILLERS}+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which statements somebody wants to see; what is empty asks nothing."""

    subject: str = ""
    soorten: frozenset[Soort] = frozenset()
    filters: Filters = NO_FILTERS


def wanted(request: str, *, soorten: Iterable[Soort] = (), filters: Filters = NO_FILTERS) -> Wanted:
    """Read a request as it is typed: "alle toezeggingen over het leerlingenvervoer" asks for one sort.

    Args:
        request: The words of a person.
        soorten: The sorts that were chosen apart from the words; those win.
        filters: What the papers and speakers have to be.
    """
    # "Overgangsadvies" and "… over de vraag naar leraren" are subjects: only words that open a request ask for a sort.
    named: set[Soort] = set()
    at, opened = 0, _OPENS.match(request)
    while opened:
        named.add(_ASKED[opened["sort"].lower()])
        at = opened.end()
        opened = _NEXT.match(request, at)
    subject = _LEADING.sub("", request[at:]).strip(" ?.!")
    return Wanted(subject=subject, soorten=frozenset(soorten) or frozenset(named), filters=filters)


def timeline(generation: Generation, asked: Wanted) -> list[Uitspraak]:
    """The statements that are wanted, oldest first, those without a date last."""
    allowed = _allowed(generation, asked)
    about = Subject(asked.subject, generation)
    found = [
        uitspraak
        for identifier, spans in allowed.items()
        for uitspraak in uitspraken_of(generation.document_of[identifier])
        if (not asked.soorten or asked.soorten & set(uitspraak.soorten))
        and any(start <= uitspraak.start < end for start, end in spans)
        and _fits(uitspraak, asked.filters)
        and about.is_of(uitspraak)
    ]
    known = _fates(generation) if any(one.moties for one in found) else {}
    return [_with_fate(one, known) for one in sorted(found, key=in_time)]


def _fates(generation: Generation) -> dict[str, str]:
    """The status of each motie by its number, over all papers: the newest that tells of it alone says most."""
    told = [
        (row.day or date.min, row.start, row)
        for document in generation.documents
        for row in uitspraken_of(document)
        if row.outcome and len(row.moties) == 1
    ]
    return {row.moties[0]: row.status for *_, row in sorted(told, key=lambda one: one[:2])}


def _with_fate(row: Uitspraak, known: Mapping[str, str]) -> Uitspraak:
    fates = {known.get(number, "") for number in row.moties}
    return replace(row, fate=fates.pop()) if len(fates) == 1 else row


def in_time(uitspraak: Uitspraak) -> tuple[date, str, int]:
    """The order of a timeline: by date, and in a paper as it stands there."""
    return (uitspraak.day or date.max, uitspraak.document.identifier, uitspraak.start)


def _allowed(generation: Generation, asked: Wanted) -> dict[str, list[tuple[int, int]]]:
    """The stretches of each paper that the filters allow; what they ask of a statement itself comes later."""
    mask = generation.facets.mask(replace(asked.filters, party="", since=None, until=None))
    found: dict[str, list[tuple[int, int]]] = {}
    for row in np.flatnonzero(mask).tolist():
        passage = generation.passages[row]
        found.setdefault(passage.document, []).append((passage.start, passage.end))
    return found


def _fits(uitspraak: Uitspraak, filters: Filters) -> bool:
    """Whether a statement was made in the time that is wanted, and by the party: its own words, not those about it."""
    day = uitspraak.day
    if (filters.since and (day is None or day < filters.since)) or (
        filters.until and (day is None or day > filters.until)
    ):
        return False
    return not filters.party or holds(fold(filters.party), fold(uitspraak.sentence.block.speaker.name))


class Subject:
    """What somebody wants to read about, against which statements are held."""

    def __init__(self, text: str, generation: Generation) -> None:
        self._concepts = [
            (
                frozenset(term for term, weight in concept.alternatives if weight >= COMPOUND),
                _weight(concept, generation),
            )
            for concept in understand(text, generation.lexical.vocabulary).concepts
        ]
        self._whole = sum(weight for _, weight in self._concepts)
        self._near: dict[tuple[str, int], frozenset[str]] = {}

    def is_of(self, uitspraak: Uitspraak) -> bool:
        """Whether a statement, or what it stands under, is about the subject; always true of an empty subject."""
        if not self._concepts:
            return True
        held = set(terms(uitspraak.sentence.text))
        own = self._share(held)
        return own >= ENOUGH or self._share(held | self._around(uitspraak)) >= ENOUGH

    def share(self, text: str) -> float:
        """How much of the subject a text speaks of, 0..1."""
        return self._share(set(terms(text)))

    def _share(self, held: set[str] | frozenset[str]) -> float:
        if not self._whole:
            return 0.0
        return sum(weight for stems, weight in self._concepts if stems & held) / self._whole

    def _around(self, uitspraak: Uitspraak) -> frozenset[str]:
        block, document = uitspraak.sentence.block, uitspraak.document
        key = (document.identifier, block.start)
        if key not in self._near:
            self._near[key] = frozenset(terms(_surroundings(document, block)))
        return self._near[key]


def _surroundings(document: Document, block: Block) -> str:
    context = document.text[slice(*block.context)] if block.context else ""
    return " ".join([document.title, *block.path, context, document.text[block.start : block.end]])


def _weight(concept: Concept, generation: Generation) -> float:
    return max(generation.lexical.weight(concept), 0.1)
