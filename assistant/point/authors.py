"""Which civil servant wrote a note: named in its head, or blacked out there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from assistant.point.of_itself import Holding, paper_meant
from assistant.read.redaction import bears_mark
from assistant.understand.question import Question
from index.dutch import fold, holds
from ingest.document import Block, BlockKind, Document, Kind

HEAD = 40  # blocks before the first section of a note at most

# The note itself, with what it is over: no "nota van toelichting", and nothing that is told in it or according to it.
_NOTE = (
    r"(?:de |die |deze |onze )?(?:beslis)?nota\b(?! (?:van|naar) (?:toelichting|wijziging|aanleiding|het verslag))"
    r"(?:(?!\b(?:die|dat|wat|waar\w*|volgens|hoe)\b)[^?.,;])*"
)
_WHO = r"(?:en )?(?:door )?(?:wie|welke? ambtena(?:ar|ren))"
_WRITER = r"(?:(?:op)?stellers?|auteurs?|schrijvers?)"
_ASKED = re.compile(
    rf"{_WHO} (?:heeft|hebben|had|is|was|werd) {_NOTE}\b(?:geschreven|opgesteld)|{_WHO} schre(?:ef|ven) {_NOTE}|"
    rf"{_WHO} stelden? {_NOTE}\bop|(?:wie (?:is|was|zijn|waren) )?(?:de )?{_WRITER}(?: van| vd)? {_NOTE}|"
    r"(?:(?:wat is|wat zijn|hoe heet|hoe heten) )?(?:de )?(?:(?:naam|namen)(?: van)? )?(?:de )?"
    rf"(?:{_WRITER}(?: van| vd)? {_NOTE}|ambtena(?:ar|ren) die {_NOTE}"
    r"\b(?:schre(?:ef|ven)|opstelden?|(?:heeft|hebben) (?:geschreven|opgesteld)|"
    r"(?:geschreven|opgesteld) (?:heeft|hebben)))"
)
_LABEL = re.compile(r"(?:Opgesteld door|Steller|Opsteller|Auteur|Behandeld door|Behandelaar|Contactpersoon)\b[\s:]*")
_LONG_NUMBER = re.compile(r"\d{6,}")  # of a note, as its kenmerk has it


def author_of(
    question: Question, documents: Sequence[Document], contents: Holding | None
) -> tuple[Document, list[Block]] | None:
    """The lines of a note's head that tell who wrote it, or that this was made unreadable; None if neither is so.

    Args:
        question: As it was understood; None comes back for any other question.
        documents: The papers that may be meant.
        contents: Knows in which papers words stand.
    """
    if not _ASKED.fullmatch(question.folded.strip(" ?!.")):
        return None
    numbers = _LONG_NUMBER.findall(question.text)
    notes = [
        one
        for one in documents
        if one.kind is Kind.BESLISNOTA
        and (not question.within or one.identifier in question.within)
        and all(holds(number, fold(one.text)) for number in numbers)
    ]
    is_named = len(notes) == 1 and (numbers or question.within)
    note = notes[0] if is_named else paper_meant(question, notes, contents)
    lines = _lines_of_author(note) if note else []
    return (note, lines) if note and lines else None


def _lines_of_author(note: Document) -> list[Block]:
    """The line with a label for the author, or the first in the head in which a name was made unreadable."""
    head = [*takewhile(lambda block: block.kind is not BlockKind.HEADING, note.blocks[:HEAD])]
    texts = [note.text[block.start : block.end] for block in head]
    for at, text in enumerate(texts):
        if label := _LABEL.match(text):
            return head[at : at + 1] if text[label.end() :].strip() else head[at : at + 2]
    return next(([block] for block, text in zip(head, texts, strict=True) if is_blacked_out(block, text)), [])


def is_blacked_out(block: Block, text: str) -> bool:
    """Whether a line of a head tells that a name stood there."""
    return block.kind is BlockKind.REDACTION or bears_mark(text)
