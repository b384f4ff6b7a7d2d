"""What a paper says of itself: who asked and when, who answered and when, and who signed it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.places import about, told_of
from assistant.question import Asked, Question, named_in
from index.dutch import fold
from ingest.document import Block, Document, Kind
from ingest.structure.letter import SIGNATURE_PLACE

LEAST = 2  # words of the question that a paper's particulars bear if it is the one that is meant

_SENT = re.compile(r"\b(?:ingezonden|gesteld|stelde|stelden|gestuurd|ingediend|diende|vroeg)\b")
_ANSWERED = re.compile(r"\b(?:beantwoord\w*|antwoord\w*|ontvangen|binnen|gereageerd)\b")
_QUESTIONS = re.compile(r"\b(?:kamer)?vragen\b")
_HEADS = {
    _SENT: re.compile(r"\s*(?:\d+\s+)?(?:Schriftelijke )?[Vv]ragen van\b"),
    _ANSWERED: re.compile(r"\s*(?:Antwoord|Mededeling)(?:en)? van\b"),
}


_SIGNED = re.compile(
    r"\b(?:wie|van wie|door wie|wiens|welke (?:minister|staatssecretaris|bewindspersoon))\b.*"
    r"\b(?:onderteken\w*|tekende|schreef|geschreven|stuurde|verstuurde|verzond|gestuurd|verstuurd|verzonden|afzender|"
    r"afkomstig|handtekening)\b"
)
_GREETING = re.compile(r"\bgroet|\b[Hh]oogachtend")
_LETTER = re.compile(r"\b(?:kamer)?brief\b")
_LETTERS = frozenset({Kind.KAMERBRIEF, Kind.BRIEF})


def head_of(question: Question, documents: Iterable[Document]) -> list[tuple[Document, Block]]:
    """The line of a paper's head that tells who asked, or who answered, and when; empty for any other question.

    Args:
        question: What is asked; only a date or a name about Kamervragen stands in a head. Which Kamervragen may have
            been said before.
        documents: The papers that may be meant.
    """
    asked, whole = fold(question.text), f"{question.background} {question.text}"
    if question.asked not in {Asked.DATE, Asked.NAME} or not _QUESTIONS.search(fold(whole)):
        return []
    head = next((line for cue, line in reversed(_HEADS.items()) if cue.search(asked)), None)
    if head is None:
        return []
    meant = _meant(question, whole, [one for one in documents if one.kamervragen])
    if meant is None:
        return []
    return [(meant, block) for block in meant.blocks if head.match(meant.text, block.start, block.end)][:1]


def signature_of(question: Question, documents: Iterable[Document]) -> list[tuple[Document, Block]]:
    """The lines with which a letter is signed, for who asks who wrote or sent it; empty for any other question."""
    asked = fold(question.text)
    if not _SIGNED.search(asked) or not _LETTER.search(asked):
        return []
    meant = _meant(question, question.text, [one for one in documents if one.kind in _LETTERS and _signed(one)])
    return [(meant, block) for block in _signed(meant)] if meant else []


def _signed(document: Document) -> list[Block]:
    lines = [block for block in document.blocks if block.place == SIGNATURE_PLACE]
    return [block for block in lines if not _GREETING.search(document.text, block.start, block.end)]


def _meant(question: Question, text: str, documents: Iterable[Document]) -> Document | None:
    """The one paper whose particulars bear the names of a text and most of its words; None if that is not certain."""
    names = [name for name in question.named or named_in(question.background) if not name[0].isdigit()]
    fitting = [one for one in documents if about(one, names)]
    told = {one.identifier: told_of(one, text) for one in fitting}
    most = max(told.values(), default=0)
    meant = [one for one in fitting if told[one.identifier] == most]
    certain = most >= LEAST or question.papers or (names and len(fitting) == 1)
    return meant[0] if len(meant) == 1 and certain else None
