"""What a paper says of itself: who asked and when, who answered and when, and who signed it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.named import named_in
from assistant.places import about, told_of
from assistant.question import Asked, Question
from assistant.which_paper import the_one
from index.dutch import fold
from ingest.document import Block, Document, Kind, Role
from ingest.kinds import LETTERS
from ingest.sentences import split
from ingest.structure.letter import SIGNATURE_PLACE

LEAST = 2  # words of the question that a paper's particulars bear if it is the one that is meant

_SENT = re.compile(
    r"\b(?:vragenstellers?|van welke (?:partij|fractie)|ingezonden|gesteld|stelden?|gestuurd|ingediend|diende|vroeg)\b"
)
_ANSWERED = re.compile(r"\b(?:beantwoord\w*|antwoord\w*|ontvangen|ontving\w*|binnen|gereageerd)\b")
_QUESTIONS = re.compile(
    r"\b(?:kamer)?vragen\b|\bvragenstellers?\b|\bantwoorden\b.*\b(?:ontvangen|binnen)\b|\bontving\w*\b.*\bantwoorden\b"
)
_ASKERS = re.compile(r"\bvragenstellers?\b")
_AND = r"(?:en|als) (?:die |de vragen )?over\b"
_SEVERAL = re.compile(rf"\bover\b.*\b{_AND}")
_OVER = re.compile(rf"\bover .+?(?=,| {_AND}|\W*$)")
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
_FRACTIES = re.compile(
    r"\b(?:welke|wie|noem)\b.*\b(?:partij|partijen|fractie|fracties)\b.*"
    r"\b(?:vragen|vroegen|inbreng|aan het woord|reageer\w*|deden|namen|hebben|zijn|komen)\b"
)
_OF_PARTY = re.compile(r"\b(?:van|bij|voor) welke (?:partij|fractie)\b|\bwelke (?:partij|fractie) (?:is|hoort|heeft)\b")


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
    wanted = [line for cue, line in reversed(_HEADS.items()) if cue.search(asked)] or [
        line for cue, line in reversed(_HEADS.items()) if cue.search(fold(question.background))
    ]
    wanted = wanted if _ASKERS.search(asked) else wanted[:1]
    may_be = [one for one in documents if one.kamervragen]
    meant = [_meant(question, part, may_be) for part in (_OVER.findall(asked) if _SEVERAL.search(asked) else [whole])]
    return [line for one in meant for head in wanted for line in _lines(one, head)] if all(meant) else []


def _lines(document: Document | None, head: re.Pattern[str]) -> list[tuple[Document, Block]]:
    """The first line of a paper that begins as a head does."""
    blocks = document.blocks if document else ()
    return [(document, block) for block in blocks if document and head.match(document.text, block.start, block.end)][:1]


def signature_of(question: Question, documents: Iterable[Document]) -> list[tuple[Document, Block]]:
    """The lines with which a letter is signed, for who asks who wrote or sent it; empty for any other question."""
    asked = fold(question.text)
    if not _SIGNED.search(asked) or not _LETTER.search(asked):
        return []
    meant = _meant(question, question.text, [one for one in documents if one.kind in LETTERS and _signed(one)])
    return [(meant, block) for block in _signed(meant)] if meant else []


def fracties_of(question: Question, documents: Iterable[Document]) -> list[tuple[Document, Block]]:
    """Where each fractie of a schriftelijk overleg is first heard, for who asks which ones asked; else empty."""
    asked = fold(question.text)
    if not _FRACTIES.search(asked) or "overleg" not in asked:
        return []
    found = {
        (document.identifier, block.speaker.name): (document, block)
        for document in documents
        if document.kind is Kind.SCHRIFTELIJK_OVERLEG
        for block in reversed(document.blocks)
        if block.speaker.role is Role.FRACTIE and block.speaker.name
    }
    return sorted(found.values(), key=lambda one: (one[0].identifier, one[1].start))


def party_of(question: Question, documents: Iterable[Document]) -> tuple[Document, Block, tuple[int, int]] | None:
    """The first sentence that names somebody with the party, "het lid A (SP)", for who asks of which party A is."""
    names = [name for name in question.named or named_in(question.background) if not name[0].isdigit()]
    if len(names) != 1 or not _OF_PARTY.search(fold(question.text)):
        return None
    party = re.compile(rf"\b{re.escape(names[0])} \((?!\d)")
    for document in documents:
        for block in document.blocks:
            for start, end in split(document.text[block.start : block.end]):
                if party.search(fold(document.text[block.start + start : block.start + end])):
                    return document, block, (block.start + start, block.start + end)
    return None


def _signed(document: Document) -> list[Block]:
    lines = [block for block in document.blocks if block.place == SIGNATURE_PLACE]
    return [block for block in lines if not _GREETING.search(document.text, block.start, block.end)]


def _meant(question: Question, text: str, documents: Sequence[Document]) -> Document | None:
    """The one paper that a text can only stand for, or whose particulars bear several of its words."""
    names = [name for name in question.named or named_in(question.background) if not name[0].isdigit()]
    if certain := the_one(text, names, documents):
        return certain
    fitting = [one for one in documents if about(one, names)]
    told = {one.identifier: told_of(one, text) for one in fitting}
    most = max(told.values(), default=0)
    meant = [one for one in fitting if told[one.identifier] == most]
    certain_enough = most >= LEAST or question.papers or (names and len(fitting) == 1)
    return meant[0] if len(meant) == 1 and certain_enough else None
