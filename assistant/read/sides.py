"""Headings that part what speaks for a thing from what speaks against it."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.find.evidence import Evidence
from assistant.understand.question import Question
from assistant.understand.sides import TEGEN, VOOR, announced_by, side_of, speaks_of_reasons


def on_its_side(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The sentences without those under the heading of the other side: "argumenten voor" asks for none against."""
    side = side_of(question.text) if speaks_of_reasons(question.text) else ""
    if not side:
        return list(evidence)
    other = TEGEN if side == VOOR else VOOR
    return [one for one in evidence if not one.block.path or announced_by(one.block.path[-1]) != other]
