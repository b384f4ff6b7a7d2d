"""What was promised, for who asks for that: no reader may take another sentence on the subject for a promise."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.find.evidence import Evidence
from assistant.prove.toezeggingen import stage_in
from assistant.read.confidence import THRESHOLD, confidence
from assistant.understand.asked import FIGURES
from assistant.understand.names import is_year, years_in
from assistant.understand.question import Question
from assistant.understand.wishes import Wish
from index.dutch import fold

_TO_COME = re.compile(
    r"\b(?:cijfers|aantallen|gegevens|resultaten|uitkomsten|rapportage|monitor)\b.*"
    r"\b(?:komt|komen|volgt|volgen|verschijnt|verschijnen|ontvangt|beschikbaar|bekend|verwacht\w*)\b"
)


def promised(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The sentences that promise something, where a promise is asked for and one may well be it; else all."""
    if Wish.PROMISE not in question.wishes:
        return list(evidence)
    found = [one for one in evidence if stage_in(one.document, one.block, one.text)]
    return found if found and confidence(found[0]) >= THRESHOLD else list(evidence)


def yet_to_come(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The sentences that tell when figures of the very years come that are asked for; none where no year is."""
    if question.asked not in FIGURES or not (years := {name for name in question.named if is_year(name)}):
        return []
    return [one for one in evidence if years <= years_in(one.text) and _TO_COME.search(fold(one.text))]
