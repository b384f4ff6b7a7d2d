"""What was promised, for who asks for that: no reader may take another sentence on the subject for a promise."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.find.evidence import Evidence
from assistant.prove.toezeggingen import stage_in
from assistant.read.confidence import THRESHOLD, confidence
from assistant.understand.question import Question
from assistant.understand.wishes import Wish


def promised(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The sentences that promise something, where a promise is asked for and one may well be it; else all."""
    if Wish.PROMISE not in question.wishes:
        return list(evidence)
    found = [one for one in evidence if stage_in(one.document, one.block, one.text)]
    return found if found and confidence(found[0]) >= THRESHOLD else list(evidence)
