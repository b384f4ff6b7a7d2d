"""The evidence apart for each paper, or each name, that a question wants to hear."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.find.evidence import Evidence
from assistant.understand.papers import kinds_named
from assistant.understand.question import Question
from assistant.understand.wishes import Wish
from ingest.document import Kind

# A letter is often what a question is about; as a source it stands behind one of these.
_AS_SOURCE = re.compile(
    r"\b(?:volgens|in|uit)(?: de| het| een| die| deze| dat)?(?: \w+)? (?:beslisnota|nota|kamerbrief|brief|antwoord|"
    r"aanhangsel|schriftelijk overleg|ambtena)"
)
FAR_BELOW = 0.6  # share of the best score below which a paper that is named has nothing to say


def sides(question: Question, evidence: Sequence[Evidence]) -> list[list[Evidence]]:
    """The evidence apart for each paper, or each name, that the question wants to hear; one list if it wants just one.

    Evidence stays in its order, best first.
    """
    asked = question.folded
    kinds = kinds_named(question.text)
    if len(kinds) > 1 and (found := _split(evidence, [_of_kind(one) for one in kinds])):
        return found
    if len(question.named) > 1 and not any(set(question.named) <= one.bears for one in evidence):
        return _split(evidence, [_about(name) for name in question.named]) or [list(evidence)]
    if Wish.EVERYWHERE in question.wishes:
        papers = dict.fromkeys(one.document.identifier for one in evidence)
        return _split(evidence, [_in_paper(paper) for paper in papers]) or [list(evidence)]
    if len(kinds) == 1 and _AS_SOURCE.search(asked) and (found := _split(evidence, [_of_kind(kinds[0])])):
        return found
    return [list(evidence)]


def _split(evidence: Sequence[Evidence], tests: Sequence[Callable[[Evidence], bool]]) -> list[list[Evidence]]:
    least = FAR_BELOW * evidence[0].score
    parts = [[one for one in evidence if one.score >= least and test(one)] for test in tests]
    return [part for part in parts if part]


def _of_kind(kinds: frozenset[Kind]) -> Callable[[Evidence], bool]:
    return lambda one: one.document.kind in kinds


def _in_paper(identifier: str) -> Callable[[Evidence], bool]:
    return lambda one: one.document.identifier == identifier


def _about(name: str) -> Callable[[Evidence], bool]:
    return lambda one: name in one.bears
