"""An answer out of several papers: what each says, with its day, oldest first, and which say nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.find.evidence import Evidence
from assistant.find.sentences import asks
from assistant.prove.verify import Statement, kept
from assistant.read.confidence import THRESHOLD, confidence, is_enough, is_sure
from assistant.tell.choice import NEAR
from assistant.tell.compose import bearing_in, quoted
from assistant.understand.parties import Party, parties
from assistant.understand.question import Question
from ingest.document import Document
from ingest.official_numbers import written

MOST = 5  # papers, or persons, that are told of
FEW = 2  # so few are quoted at some length

Search = Callable[[Question], Sequence[Evidence]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouped:
    """What several papers say."""

    statements: tuple[Statement, ...]
    chosen: tuple[Evidence, ...]
    sure: bool  # whether what each of them says needs no warning that it may miss the question
    silent: str = ""  # a sentence that names those who say nothing; "" if all of them speak


def by_paper(
    question: Question,
    evidence: Sequence[Evidence],
    search: Search,
    documents: Mapping[str, Document],
    persona: str,
) -> Grouped | None:
    """The answer to a question that wants to hear several; None for any other, and where fewer than two speak.

    Args:
        question: As it was understood.
        evidence: The sentences that were found for it, best first.
        search: Finds the sentences for the question of one party, best first.
        documents: The papers, by identifier.
        persona: Whose number of words is kept to.
    """
    asked = parties(question, list(documents.values()))
    if _one_tells_all(question, asked, evidence):
        return None
    heard = [(party, _own(party, search)) for party in _in_haste(asked)]
    silent = [party.called for party, own in heard if not own and party.called]
    told = sorted((own for _, own in heard if own), key=_oldest_first)[:MOST]
    if not told or len({_voice(own) for own in told}) + len(silent) < 2:
        return None
    chosen = [_chosen(own, at_length=len(told) <= FEW) for own in told]
    statements = [
        _dated(statement, some[0])
        for some in chosen
        for statement in quoted(question, some, persona, bearing_in(some, evidence))
    ]
    held = tuple(dict.fromkeys(kept(statements, documents)))
    if not held:
        return None
    return Grouped(
        statements=held,
        chosen=tuple(one for some in chosen for one in some),
        sure=all(is_sure(question, some[0]) for some in chosen),
        silent=f"Hierover vind ik niets {', '.join(silent)}." if silent else "",
    )


def _one_tells_all(question: Question, asked: Sequence[Party], evidence: Sequence[Evidence]) -> bool:
    """Whether one sentence answers for all names that tell the parties apart: both years, both ministers."""
    apart = set(question.named) - set(asked[0].question.named) if asked else set()
    return len(apart) > 1 and is_enough(question, [one for one in evidence if apart <= one.bears])


def _in_haste(asked: Sequence[Party]) -> Sequence[Party]:
    """The parties; where they are more than are told of, each is asked as one of many questions of a message."""
    if len(asked) <= MOST:
        return asked
    return [replace(party, question=replace(party.question, beside=len(asked) - 1)) for party in asked]


def _own(party: Party, search: Search) -> list[Evidence]:
    """What a party says itself, best first; nothing if that is not enough to be an answer."""
    if not party.anywhere and not party.question.papers:
        return []
    own = [one for one in search(party.question) if party.speaks(one.passage) and not asks(one.block)]
    return own if own and confidence(own[0]) >= THRESHOLD else []


def _chosen(own: Sequence[Evidence], *, at_length: bool) -> list[Evidence]:
    further = [one for one in own[1:] if one.document is own[0].document and one.score >= NEAR * own[0].score]
    return [own[0], *further[: int(at_length)]]


def _voice(own: Sequence[Evidence]) -> tuple[str, str]:
    return own[0].document.identifier, own[0].block.speaker.name


def _oldest_first(own: Sequence[Evidence]) -> tuple[bool, int]:
    day = own[0].document.date
    return (day is None, day.toordinal() if day else 0)


def _dated(statement: Statement, one: Evidence) -> Statement:
    day = written(one.document.date) if one.document.date else "Datum onbekend"
    return replace(statement, text=f"{day} – {statement.text}")
