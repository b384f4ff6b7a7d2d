"""Headings that part what speaks for a thing from what speaks against it."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.find.evidence import Evidence
from assistant.understand.question import Question
from assistant.understand.sides import TEGEN, VOOR, side_of, speaks_of_reasons
from index.dutch import terms, words


def on_its_side(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The sentences without those under the heading of the other side: "argumenten voor" asks for none against."""
    side = side_of(question.text)
    if not side:
        return list(evidence)
    other = TEGEN if side == VOOR else VOOR

    def is_opposed(one: Evidence) -> bool:
        heading = one.block.path[-1] if one.block.path else ""
        named, first = terms(heading), " ".join(words(heading)[:1])
        of_it = bool(named) and named[0] in question.terms
        alike = speaks_of_reasons(first) and speaks_of_reasons(question.text)
        return (of_it or alike) and side_of(heading) == other

    return [one for one in evidence if not is_opposed(one)]
