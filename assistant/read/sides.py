"""Headings that part what speaks for a thing from what speaks against it."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.find.evidence import Evidence
from assistant.understand.question import Question
from assistant.understand.sides import TEGEN, VOOR, announced_by, side_of, speaks_of_reasons
from index.dutch import terms


def on_its_side(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The sentences without those under the heading of the other side: "argumenten voor" asks for none against."""
    side = side_of(question.text)
    if not side:
        return list(evidence)
    other, of_reasons = TEGEN if side == VOOR else VOOR, speaks_of_reasons(question.text)

    def is_opposed(one: Evidence) -> bool:
        heading = one.block.path[-1] if one.block.path else ""
        of_it = not question.terms.isdisjoint(terms(heading)[:1])
        return (of_reasons and announced_by(heading) == other) or (of_it and side_of(heading) == other)

    return [one for one in evidence if not is_opposed(one)]
