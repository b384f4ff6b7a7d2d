"""Headings that part what speaks for a thing from what speaks against it."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.find.evidence import Evidence
from assistant.understand.question import Question
from index.dutch import terms, words

VOOR, TEGEN = "voor", "tegen"


def on_its_side(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The sentences without those under the heading of the other side: "argumenten voor" asks for none against."""
    wanted = {VOOR, TEGEN} & question.spoken
    if len(wanted) != 1:
        return list(evidence)
    (side,) = wanted
    other = TEGEN if side == VOOR else VOOR

    def is_opposed(one: Evidence) -> bool:
        heading = one.block.path[-1] if one.block.path else ""
        named, said = terms(heading), words(heading)
        return bool(named) and named[0] in question.terms and other in said and side not in said

    return [one for one in evidence if not is_opposed(one)]
