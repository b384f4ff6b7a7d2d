"""What belongs to a sentence without standing in it: the answer to a question, the footnotes that hang on it."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.find.evidence import Evidence
from assistant.find.sentences import Sentence
from ingest.document import Block, BlockKind, Document


def reply_to(document: Document, block: Block) -> Block | None:
    """The paragraph in which the answer to a question begins; None where the paper has none."""
    answers = (one for one in document.blocks if one.kind is BlockKind.ANSWER and one.context)
    return next((one for one in answers if one.context and one.context[0] <= block.start < one.context[1]), None)


def hanging(chosen: Sequence[Evidence]) -> list[tuple[Document, Block]]:
    """The footnotes that hang on the chosen sentences, on whichever part of them."""
    return [
        (one.document, block)
        for one in chosen
        for block in footnotes_of(one.document)
        if touches(one.sentence, block.context)
    ]


def touches(sentence: Sentence, stretch: tuple[int, int] | None) -> bool:
    """Whether a stretch of a paper lies on some part of a sentence of it."""
    return stretch is not None and any(start < stretch[1] and stretch[0] < end for start, end in sentence.spans)


def footnotes_of(document: Document) -> list[Block]:
    """The footnotes of a paper."""
    return [block for block in document.blocks if block.kind is BlockKind.FOOTNOTE]
