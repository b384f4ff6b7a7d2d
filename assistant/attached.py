"""What belongs to quoted sentences without standing in them: the answer to a question, the text of a footnote."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.evidence import Evidence
from assistant.extent import WORDS, rounded_off
from assistant.question import Asked, Question
from assistant.quotes import quote, told
from assistant.verify import Statement
from ingest.document import BlockKind
from ingest.sentences import split


def replies(question: Question, chosen: Sequence[Evidence], persona: str) -> list[Statement]:
    """How the answer begins to a question that is the best there is: what it supposes may well be denied there."""
    best = chosen[0]
    if question.of_the_asker or best.block.kind is not BlockKind.QUESTION:
        return []
    document = best.document
    for block in document.blocks:
        if block.kind is BlockKind.ANSWER and block.context and block.context[0] <= best.start < block.context[1]:
            if any(one.document is document and block.start <= one.start < block.end for one in chosen):
                return []
            first = block.start + split(document.text[block.start : block.end])[0][1]
            room = WORDS.get(persona, WORDS["ouder"]) // 2
            start, end = rounded_off(question, document, block, (block.start, first), room)
            return [told([quote(document, start, end, block)])]
    return []


def footnotes(question: Question, chosen: Sequence[Evidence]) -> list[Statement]:
    """The footnotes that hang on the chosen sentences, where the number of a paper is asked for."""
    if question.asked is not Asked.REFERENCE:
        return []
    found = []
    for one in chosen:
        for block in one.document.blocks:
            if block.kind is not BlockKind.FOOTNOTE or block.context is None:
                continue
            if block.context[0] < one.sentence.spans[0][1] and one.start < block.context[1]:
                found.append(told([quote(one.document, block.start, block.end, block)]))
    return found
