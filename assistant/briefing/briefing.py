"""A briefing for a debate: what the papers say on a subject, in exact quotes, numbered once for the whole of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from assistant.answer import Citation, Conflict
from assistant.briefing.advice import Beside, notes_beside_letters
from assistant.briefing.differences import differences
from assistant.briefing.fulfilment import Fulfilment, fulfilment_of
from assistant.briefing.moties import SETTLED
from assistant.briefing.timeline import Subject, Wanted, timeline
from assistant.briefing.uitspraken import PROPOSALS, Soort, Uitspraak
from assistant.prove.toezeggingen import Stage
from assistant.prove.verify import is_exact
from index.generation import Generation, searched
from ingest.document import Document, Role

CORE = 5  # statements that open a briefing
PROMISES, DIFFERENCES, QUESTIONS = 6, 2, 5  # of a short one, the latest promises; they fill two pages with the core
# What a debate turns on comes first among the core points.
_WEIGHT = {
    Soort.TOEZEGGING: 3, Soort.STANDPUNT: 2, Soort.MOTIE: 2, Soort.AMENDEMENT: 2,
    Soort.CIJFER: 1, Soort.ADVIES: 0, Soort.VRAAG: 0,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A promise with what seems to have come of it."""

    uitspraak: Uitspraak
    met_by: Fulfilment | None = None  # a suggestion, to be confirmed by a person


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """A question of ours that the papers leave open; a suggestion."""

    text: str
    citations: tuple[Citation, ...]  # what gives rise to it


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """Everything on a subject that a briefing holds; every word of a paper in it is a citation."""

    subject: str
    generation: str  # name of the index that it was made from
    rows: tuple[Uitspraak, ...]  # the timeline, oldest first
    core: tuple[Uitspraak, ...]
    promises: tuple[Promise, ...]
    moties: tuple[Uitspraak, ...]
    conflicts: tuple[Conflict, ...]
    beside: tuple[Beside, ...]
    questions: tuple[Open, ...]
    papers: tuple[Document, ...]  # that are quoted, oldest first
    searched: tuple[Document, ...] = ()  # that were read for it
    numbers: dict[tuple[str, int, int], int] = field(default_factory=dict)  # of citations, by document and span
    is_short: bool = False  # whether it holds the main things only

    def number(self, citation: Citation) -> int:
        """The number under which a citation stands in the whole briefing, from 1."""
        return self.numbers[citation.document, citation.start, citation.end]


def briefing(generation: Generation, asked: Wanted) -> Briefing:
    """Put together what the papers say on a subject; statements of every sort, whichever were asked for.

    Quotes that are not in the stored papers to the letter never get in.
    """
    rows = tuple(
        row for row in timeline(generation, replace(asked, soorten=frozenset())) if _exact(row.citations, generation)
    )
    promises = tuple(
        Promise(uitspraak=row, met_by=fulfilment_of(row, generation)) for row in rows if Soort.TOEZEGGING in row.soorten
    )
    conflicts = tuple(differences(rows, generation))
    beside = tuple(notes_beside_letters(generation, rows))
    moties = tuple(row for row in rows if PROPOSALS & set(row.soorten))
    cited = list(_cited(rows, promises, conflicts, beside))
    named = {citation.document for citation in cited}
    return Briefing(
        subject=asked.subject,
        generation=generation.name,
        rows=rows,
        core=_core(rows, Subject(asked.subject, generation)),
        promises=promises,
        moties=moties,
        conflicts=conflicts,
        beside=beside,
        questions=_questions(promises, moties, conflicts),
        papers=tuple(sorted((generation.document_of[one] for one in named), key=_by_date)),
        searched=tuple(searched(generation.documents)),
        numbers=_numbered(cited),
    )


def shortened(whole: Briefing) -> Briefing:
    """The briefing of two pages: what it turns on, what was promised, where papers differ, and what to ask."""
    promises = whole.promises[-PROMISES:]
    conflicts = whole.conflicts[:DIFFERENCES]
    kept = [row for row in whole.rows if row in whole.core or any(row is one.uitspraak for one in promises)]
    cited = list(_cited(kept, promises, conflicts, ()))
    spans = _numbered(cited)
    questions = [
        one for one in whole.questions if all((each.document, each.start, each.end) in spans for each in one.citations)
    ]
    named = {citation.document for citation in cited}
    return replace(
        whole,
        rows=tuple(kept),
        promises=promises,
        moties=(),
        conflicts=conflicts,
        beside=(),
        questions=tuple(questions[:QUESTIONS]),
        papers=tuple(paper for paper in whole.papers if paper.identifier in named),
        numbers=spans,
        is_short=True,
    )


def _exact(citations: Iterable[Citation], generation: Generation) -> bool:
    return all(is_exact(citation, generation.document_of) for citation in citations)


def _by_date(document: Document) -> tuple[bool, str, str]:
    return (document.date is None, document.date.isoformat() if document.date else "", document.identifier)


def _cited(
    rows: Iterable[Uitspraak], promises: Iterable[Promise], conflicts: Iterable[Conflict], beside: Iterable[Beside]
) -> Iterable[Citation]:
    for row in rows:
        yield from row.citations
    for promise in promises:
        yield from promise.met_by.citations if promise.met_by else ()
    for conflict in conflicts:
        yield from (side.citation for side in conflict.sides)
        yield from conflict.reasons
    for pair in beside:
        for advised in pair.rows:
            yield from (*advised.advice, *advised.told)


def _numbered(cited: Iterable[Citation]) -> dict[tuple[str, int, int], int]:
    spans = dict.fromkeys((citation.document, citation.start, citation.end) for citation in cited)
    return {span: number for number, span in enumerate(spans, 1)}


def _core(rows: Sequence[Uitspraak], subject: Subject) -> tuple[Uitspraak, ...]:
    """The statements that bear most on the subject, newest first among equals, in order of time."""

    def weight(row: Uitspraak) -> tuple[float, int, int]:
        day = row.day
        return (subject.share(row.sentence.text), _WEIGHT[row.soorten[0]], day.toordinal() if day else 0)

    chosen = sorted(rows, key=weight, reverse=True)[:CORE]
    return tuple(row for row in rows if row in chosen)


def _questions(
    promises: Sequence[Promise], moties: Sequence[Uitspraak], conflicts: Sequence[Conflict]
) -> tuple[Open, ...]:
    """Questions that the papers leave open, in words of ours, with what gives rise to them."""
    found: list[Open] = []
    for promise in promises:
        made, when = promise.uitspraak, promise.uitspraak.deadline
        if made.stage is Stage.MADE:
            limit = f"met als termijn „{when.words}”" if when else "zonder termijn in de tekst"
            found.append(Open(text=f"Hoe staat het met deze toezegging, {limit}?", citations=made.citations))
    # Of each motie once, in the latest words of who has to carry it out.
    asked = {
        row.moties or row.citations: row
        for row in moties
        if not SETTLED & set(row.status.split()) and row.sentence.block.speaker.role is Role.BEWINDSPERSOON
    }
    found += [
        Open(text="Hoe staat het met de uitvoering van deze motie of dit amendement?", citations=row.citations)
        for row in asked.values()
    ]
    for conflict in conflicts:
        values = " en ".join(side.value for side in conflict.sides)
        cited = tuple(side.citation for side in conflict.sides)
        found.append(Open(text=f"Welk aantal {conflict.subject} klopt: {values}?", citations=cited))
    return tuple(found)
