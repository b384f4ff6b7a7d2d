"""An answer about two subjects out of two papers: what each says, with its day, oldest first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from assistant.find.evidence import Evidence
from assistant.find.sentences import asks
from assistant.prove.verify import Statement, kept
from assistant.read.confidence import NEAR, THRESHOLD, confidence, is_sure
from assistant.tell.alike import told_alike
from assistant.tell.compose import bearing_in, quoted
from assistant.tell.core import another_fits_more
from assistant.tell.once import told_once
from assistant.understand.question import Question
from assistant.understand.two_subjects import apart
from ingest.document import Document
from ingest.official_numbers import written

Search = Callable[[Question], Sequence[Evidence]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouped:
    """What several papers say."""

    statements: tuple[Statement, ...]
    chosen: tuple[Evidence, ...]
    sure: bool  # whether what each of them says needs no warning that it may miss the question


def by_paper(
    question: Question,
    evidence: Sequence[Evidence],
    search: Search,
    documents: Mapping[str, Document],
    persona: str,
) -> Grouped | None:
    """The answer to a question about two subjects; None for any other, and where no two papers or persons speak.

    Args:
        question: As it was understood.
        evidence: The sentences that were found for it, best first.
        search: Finds the sentences for the question about one subject, best first.
        documents: The papers, by identifier.
        persona: Whose number of words is kept to.
    """
    told = sorted(filter(None, (_own(one, search) for one in apart(question))), key=_oldest_first)
    if len({(own[0].document.identifier, own[0].block.speaker.name) for own in told}) < 2:
        return None
    statements = [_dated(statement, own[0]) for own in told for statement in _quoted(question, own, evidence, persona)]
    held = tuple(kept(told_alike(told_once(statements, documents), documents), documents))
    if not held:
        return None
    chosen = tuple(one for own in told for one in own)
    return Grouped(statements=held, chosen=chosen, sure=all(is_sure(question, own[0]) for own in told))


def _own(question: Question, search: Search) -> list[Evidence]:
    """What is said of one subject, and the next best of the same paper; nothing if that is not enough for an answer."""
    own = [one for one in search(question) if not asks(one.block)]
    if not own or confidence(own[0]) < THRESHOLD:
        return []
    further = (one for one in own[1:] if one.document is own[0].document and one.score >= NEAR * own[0].score)
    return [own[0], *islice(further, 1)]


def _quoted(question: Question, own: Sequence[Evidence], evidence: Sequence[Evidence], persona: str) -> list[Statement]:
    is_open = another_fits_more(question, own)
    return quoted(question, own, persona, bearing_in(own, evidence), is_open=is_open)


def _oldest_first(own: Sequence[Evidence]) -> tuple[bool, int]:
    day = own[0].document.date
    return (day is None, day.toordinal() if day else 0)


def _dated(statement: Statement, one: Evidence) -> Statement:
    day = written(one.document.date) if one.document.date else "Datum onbekend"
    return replace(statement, text=f"{day} – {statement.text}")
