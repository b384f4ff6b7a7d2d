"""The evidence apart for each paper, or each name, that a question wants to hear."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.find.evidence import Evidence
from assistant.understand.kinds import is_called
from assistant.understand.question import Question
from assistant.understand.wishes import Wish
from ingest.document import Kind

FAR_BELOW = 0.02  # share of the odds of the best below which a paper that is named has nothing to say


def sides(question: Question, evidence: Sequence[Evidence]) -> list[list[Evidence]]:
    """The evidence apart for each paper, or each name, that the question wants to hear; one list if it wants just one.

    Evidence stays in its order, best first.
    """
    kinds = [one.kinds for one in question.called]
    if len(kinds) > 1 and (found := _split(evidence, [_of_kind(one) for one in kinds])):
        return found
    if len(question.named) > 1 and not any(set(question.named) <= one.bears for one in evidence):
        return _split(evidence, [_about(name) for name in question.named]) or [list(evidence)]
    if Wish.EVERYWHERE in question.wishes:
        papers = dict.fromkeys(one.document.identifier for one in evidence)
        return _split(evidence, [_in_paper(paper) for paper in papers]) or [list(evidence)]
    if len(kinds) == 1 and Wish.SOURCE in question.wishes and (found := _split(evidence, [_of_kind(kinds[0])])):
        return found
    return [list(evidence)]


def _split(evidence: Sequence[Evidence], tests: Sequence[Callable[[Evidence], bool]]) -> list[list[Evidence]]:
    least = FAR_BELOW * evidence[0].score
    parts = [[one for one in evidence if one.score >= least and test(one)] for test in tests]
    return [part for part in parts if part]


def _of_kind(kinds: frozenset[Kind]) -> Callable[[Evidence], bool]:
    return lambda one: is_called(one.document, kinds)


def _in_paper(identifier: str) -> Callable[[Evidence], bool]:
    return lambda one: one.document.identifier == identifier


def _about(name: str) -> Callable[[Evidence], bool]:
    return lambda one: name in one.bears
