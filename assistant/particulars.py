"""What a paper with Kamervragen says of itself: who asked and when, who answered and when."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.places import about, told_of
from assistant.question import Asked, Question
from index.dutch import fold
from ingest.document import Block, Document

LEAST = 2  # words of the question that a paper's particulars bear if it is the one that is meant

_SENT = re.compile(r"\b(?:ingezonden|gesteld|stelde|stelden|gestuurd|ingediend|diende|vroeg)\b")
_ANSWERED = re.compile(r"\b(?:beantwoord\w*|antwoord\w*|ontvangen|binnen|gereageerd)\b")
_QUESTIONS = re.compile(r"\b(?:kamer)?vragen\b")
_HEADS = {
    _SENT: re.compile(r"\s*(?:\d+\s+)?(?:Schriftelijke )?[Vv]ragen van\b"),
    _ANSWERED: re.compile(r"\s*(?:Antwoord|Mededeling)(?:en)? van\b"),
}


def head_of(question: Question, documents: Iterable[Document]) -> list[tuple[Document, Block]]:
    """The line of a paper's head that tells who asked, or who answered, and when; empty for any other question.

    Args:
        question: What is asked; only a date or a name about Kamervragen stands in a head.
        documents: The papers that may be meant.
    """
    asked = fold(question.text)
    if question.asked not in {Asked.DATE, Asked.NAME} or not _QUESTIONS.search(asked):
        return []
    head = next((line for cue, line in reversed(_HEADS.items()) if cue.search(asked)), None)
    if head is None:
        return []
    names = [name for name in question.named if not name[0].isdigit()]
    fitting = [one for one in documents if one.kamervragen and about(one, names)]
    told = {one.identifier: told_of(one, question.text) for one in fitting}
    most = max(told.values(), default=0)
    meant = [one for one in fitting if told[one.identifier] == most]
    if len(meant) != 1 or (most < LEAST and not question.papers):
        return []
    return [(meant[0], block) for block in meant[0].blocks if head.match(meant[0].text, block.start, block.end)][:1]
