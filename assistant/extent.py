"""How far a quote reaches: a sentence with the neighbours that it needs, within the words of its reader."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer import Citation
from assistant.question import Asked, Question
from assistant.quotes import quote
from assistant.sentences import Span, is_finished
from ingest.document import Block, Document
from ingest.sentences import split

WORDS = {"ouder": 110, "helpdesk": 120, "kamer": 160}  # of quotes in an answer, by persona


def rounded_off(question: Question, document: Document, block: Block, span: Span, room: int) -> Span:
    """The best sentence with its neighbours in the paragraph, as far as there is room for them.

    What follows comes first; what goes before only where a single sentence seldom tells the whole.
    """
    start, end = span
    around = [
        (block.start + left, block.start + right) for left, right in split(document.text[block.start : block.end])
    ]
    for left, right in [one for one in around if one[0] >= end]:
        room -= len(document.text[left:right].split())
        if room < 0 or not is_finished(document.text[left:right]):
            break
        end = right
    if question.asked in {Asked.REASON, Asked.PROCEDURE, Asked.YES_NO, Asked.OTHER, Asked.DEFINITION}:
        for left, right in reversed([one for one in around if one[1] <= start]):
            room -= len(document.text[left:right].split())
            if room < 0 or document.text[left].islower():  # the end of a sentence that began elsewhere
                break
            start = left
    return start, end


def opening(document: Document, blocks: Sequence[Block], persona: str) -> list[Citation]:
    """The blocks as quotes, from the first on, as far as there is room; of the last one whole sentences."""
    room = WORDS.get(persona, WORDS["ouder"])
    found: list[Citation] = []
    for block in blocks:
        end = block.start
        for left, right in split(document.text[block.start : block.end]):
            room -= len(document.text[block.start + left : block.start + right].split())
            if room < 0 and (found or end > block.start):
                break
            end = block.start + right
        if end > block.start:
            found.append(quote(document, block.start, end, block))
        if room <= 0:
            break
    return found
