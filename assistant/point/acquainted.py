"""Whether who answered Kamervragen knew of the report that they are about: the first question of nearly all of them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.find.attached import reply_to
from assistant.point.which_paper import about, told_of
from assistant.understand.question import Question
from assistant.understand.wishes import Wish
from index.dutch import fold, holds, terms
from ingest.document import Block, BlockKind, Document

LEAST = 2  # words that the question has in common with a paper, or with its question, if that is the one it means

_ASKED = re.compile(
    r"\b(?:bent u bekend|kent u|heeft u kennis ?genomen|bent u op de hoogte|heeft u .{0,40}\bgelezen)\b"
)


def acquainted(question: Question, documents: Iterable[Document]) -> tuple[Document, Block, Block] | None:
    """A paper, its question whether the report is known, and where the answer begins; None for any other question.

    Args:
        question: What is asked.
        documents: The papers that may be meant.
    """
    if Wish.ACQUAINTED not in question.wishes:
        return None
    named = question.names
    if not named and Wish.GOVERNMENT not in question.wishes:
        return None
    found = [
        (max(told_of(document, question.text), _shared(question, document, block)), document, block)
        for document in documents
        for block in document.blocks
        if block.kind is BlockKind.QUESTION and _ASKED.match(fold(document.text[block.start : block.end]))
        if all(_bears(document, block, name) for name in named)
    ]
    most = max((shared for shared, *_ in found), default=0)
    meant = [(document, block) for shared, document, block in found if shared == most]
    if len(meant) != 1 or (most < LEAST and not named):
        return None
    document, block = meant[0]
    reply = reply_to(document, block)
    return (document, block, reply) if reply else None


def _shared(question: Question, document: Document, block: Block) -> int:
    return len(question.terms & set(terms(document.text[block.start : block.end])))


def _bears(document: Document, block: Block, name: str) -> bool:
    return about(document, [name]) or holds(name, fold(document.text[block.start : block.end]))
