"""Questions that the report of a debate answers by its order: what became of a motie, what was promised."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.point.which_paper import MOSTLY, telling
from assistant.understand.places import without
from assistant.understand.question import Question
from assistant.understand.wishes import Wish
from index.dutch import stem, terms
from ingest.document import Block, BlockKind, Document
from ingest.kinds import Kind
from ingest.structure.debate_turns import PROMISE_PLACE, VOTE_PLACE
from ingest.times import moments

MOST = 12  # promises told at once
_VOTE = re.compile(r"\b(?:aangenomen|verworpen|gestemd|stemde|stemden|stemming|uitslag|gehaald)\b")
_MOTIE = re.compile(r"\b(?:motie|amendement|wetsvoorstel)\b")
_EVERY_VOTE = frozenset(
    terms(
        "stemming stemmen gestemd uitslag motie amendement wetsvoorstel gewijzigde aangenomen verworpen lid leden nr "
        "fracties partijen voor tegen"
    )
)
_ANY = frozenset(terms("welke toezegging toezeggingen toegezegd gedaan debat commissiedebat minister staatssecretaris"))


def vote_on(question: Question, documents: Iterable[Document]) -> list[tuple[Document, Block]]:
    """The lines of the vote on the motie that a question names, for who asks whether it was adopted; else empty."""
    if not (_VOTE.search(question.folded) and _MOTIE.search(question.folded)):
        return []
    votes: dict[tuple[str, str], list[tuple[Document, Block]]] = {}
    for document, block in _blocks(documents, VOTE_PLACE):
        votes.setdefault((document.identifier, block.place), []).append((document, block))
    undated = without(question.text, [(day.start, day.end) for day in moments(question.text, None)])
    wanted = {*map(stem, telling(undated))} - _EVERY_VOTE  # what tells one motie from another
    shared = {key: len(wanted & set(terms(key[1]))) for key in votes}
    most = max(shared.values(), default=0)
    meant = [key for key, number in shared.items() if number == most]
    return votes[meant[0]] if most > MOSTLY * len(wanted) and len(meant) == 1 else []


def promised_in(question: Question, documents: Iterable[Document]) -> list[tuple[Document, Block]]:
    """The promises that the chair of a debate read out; empty for other questions.

    All of them where the title of the debate says what they are asked about; else those about that.
    """
    if Wish.PROMISE not in question.wishes or "debat" not in question.folded:
        return []
    found = list(_blocks(documents, f"{PROMISE_PLACE} "))
    subject = question.terms - _ANY
    whole = [(one, block) for one, block in found if subject <= set(terms(one.title))]
    about = [(one, block) for one, block in found if subject & set(terms(one.text[block.start : block.end]))]
    partly = [(one, block) for one, block in found if subject & set(terms(one.title))]
    return (whole or about or partly)[:MOST]


def _blocks(documents: Iterable[Document], place: str) -> Iterable[tuple[Document, Block]]:
    return (
        (document, block)
        for document in documents
        if document.kind is Kind.DEBAT
        for block in document.blocks
        if block.place.startswith(place) and block.kind is not BlockKind.HEADING
    )
