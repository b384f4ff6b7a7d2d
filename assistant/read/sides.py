"""Headings that part what speaks for a thing from what speaks against it."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.find.evidence import Evidence
from assistant.read.confidence import THRESHOLD, confidence
from assistant.understand.question import Question
from assistant.understand.sides import TEGEN, VOOR, announced_by, side_of, speaks_of_reasons
from index.dutch import terms, words
from ingest.document import BlockKind


def on_its_side(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The sentences without those under the heading of the other side: "argumenten voor" asks for none against.

    Where they may well answer, only those of the section of this side that the question names most of: its headings
    are "Variant B" and "Argumenten tegen", or "Argumenten tegen variant B".
    """
    side = side_of(question.text) if speaks_of_reasons(question.text) else ""
    if not side:
        return list(evidence)
    other = TEGEN if side == VOOR else VOOR
    left = [one for one in evidence if not one.block.path or announced_by(one.block.path[-1]) != other]
    own = [(one, _named(question, one)) for one in left if one.block.path and announced_by(one.block.path[-1]) == side]
    most = max((named for _, named in own), default=0)
    first = [one for one, named in own if named == most > 0]
    return first if first and confidence(first[0]) >= THRESHOLD else left


def _named(question: Question, one: Evidence) -> int:
    """How many words of a question stand in the headings above a sentence, but for the word for reasons."""
    heads = [each for each in one.document.blocks if each.kind is BlockKind.HEADING and each.start < one.start]
    above = " ".join([*(heads[-1].path if heads else ()), *one.block.path[-1].split()[1:]])
    signs, asked = _signs(above), _signs(question.text)
    return 0 if signs and asked and signs.isdisjoint(asked) else len(question.whole.terms.intersection(terms(above)))


def _signs(text: str) -> set[str]:
    """The letters and figures that tell one of several apart: "variant B", "scenario 2"."""
    return {word for word in words(text) if len(word) == 1}
