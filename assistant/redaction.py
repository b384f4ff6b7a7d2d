"""Parts of a paper that were made unreadable: noticed and said, never filled in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.evidence import Evidence
from assistant.question import Asked, Question
from index.dutch import fold
from index.generation import Generation
from ingest.document import Block, BlockKind, Document

_ASKS = re.compile(
    r"\b(\w*gelakt\w*|lakgrond\w*|zwart ?gemaakt\w*|zwarte? (?:stuk|deel|balk|passage)\w*|onleesbaar\w*|weggelaten|"
    r"geanonimiseerd\w*|niet openbaar|geheim\w*|weggestreept|doorgestreept)\b"
)
_WHICH = re.compile(r"\b(?:welke? (?!argument|reden|punt|passage)|van wie\b|hoe heet|namen?\b)")
NEAR = 8  # sentences, best first, in which a gap counts
CLOSE = 0.8  # share of the best score that such a sentence reaches at least
_GAP = re.compile(r"(?<=\S)[^\S\n]{2,}(?=\S)")  # a word that was taken out leaves two spaces


def asks_about_redaction(question: Question) -> bool:
    """Whether a question asks for what was made unreadable, in so many words."""
    return bool(_ASKS.search(fold(question.text)))


def redacted_blocks(
    question: Question, evidence: Sequence[Evidence], generation: Generation
) -> list[tuple[Document, Block]]:
    """The grounds to show when what is asked for was made unreadable; nothing when it was not.

    That is so when the question asks for a redacted part in so many words, or wants a name while the
    best sentence, or one beside it, has a gap where a name was.
    """
    if asks_about_redaction(question):
        papers = [one.document for one in evidence] + list(generation.documents)
        document = next((paper for paper in papers if _grounds(paper)), None)
        if document is None:
            return []
        asked = fold(question.text)
        named = [block for block in _grounds(document) if fold(_text(document, block)) in asked]
        return [(document, block) for block in _distinct(document, named or _grounds(document))]
    for one in evidence[:NEAR] if wants_a_name(question) else ():
        if one.score >= CLOSE * evidence[0].score and has_gap(one.text):
            nearest = sorted(_grounds(one.document), key=lambda block: abs(block.start - one.start))
            return [(one.document, block) for block in nearest[:1]]
    return []


def wants_a_name(question: Question) -> bool:
    """Whether a name would answer the question."""
    return question.asked in {Asked.NAME, Asked.PLACE} or bool(_WHICH.search(fold(question.text)))


def has_gap(text: str) -> bool:
    """Whether words were taken out of a sentence."""
    return bool(_GAP.search(text))


def _grounds(document: Document) -> list[Block]:
    return [block for block in document.blocks if block.kind is BlockKind.REDACTION]


def _text(document: Document, block: Block) -> str:
    return document.text[block.start : block.end].strip()


def _distinct(document: Document, blocks: Sequence[Block]) -> list[Block]:
    return list({_text(document, block): block for block in blocks}.values())
