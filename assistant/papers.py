"""Which papers a question names: "volgens de beslisnota", "in de brief en in de nota", "in alle stukken"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.evidence import Evidence
from assistant.places import bare_number
from assistant.question import Question
from index.dutch import fold
from ingest.document import Document
from ingest.kinds import SORTS, Kind, by_cue

KINDS = by_cue()
# A letter is often what a question is about; as a source it stands behind one of these.
_AS_SOURCE = re.compile(
    r"\b(?:volgens|in|uit)(?: de| het| een| die| deze| dat)?(?: \w+)? (?:beslisnota|nota|kamerbrief|brief|antwoord|"
    r"aanhangsel|schriftelijk overleg|commissiedebat|debat|handelingen|ambtena)"
)
_EVERYWHERE = re.compile(
    r"\b(?:alle|welke|verschillende|beide|elk|diverse|de|onze) stuk(?:ken)?\b|\bbronnen\b|\boveral\b|"
    r"\bvergelijk|\bverschil\b"
)
FAR_BELOW = 0.6  # share of the best score below which a paper that is named has nothing to say


def kinds_named(text: str) -> tuple[frozenset[Kind], ...]:
    """The kinds of the papers that a text names, a set for each of the names."""
    folded = fold(text)
    return tuple(kinds for cue, kinds in KINDS if cue.search(folded))


def own_kind(text: str) -> frozenset[Kind]:
    """The kind that a text calls by a word that names no other; empty if it does not."""
    return frozenset(kind for kind, sort in SORTS.items() if sort.own_word and sort.own_word in fold(text))


def is_called(document: Document, kinds: frozenset[Kind]) -> bool:
    """Whether a paper is of one of these kinds; a letter or a list that answers Kamervragen is called so as well."""
    answers = document.kamervragen is not None and document.kamervragen.reply is not None
    return document.kind in kinds or (answers and Kind.AANHANGSEL in kinds)


def sides(question: Question, evidence: Sequence[Evidence]) -> list[list[Evidence]]:
    """The evidence apart for each paper, or each name, that the question wants to hear; one list if it wants just one.

    Evidence stays in its order, best first.
    """
    asked = fold(question.text)
    kinds = kinds_named(question.text)
    if len(kinds) > 1 and (found := _split(evidence, [_of_kind(one) for one in kinds])):
        return found
    if len(question.named) > 1 and not any(set(question.named) <= one.bears for one in evidence):
        return _split(evidence, [_about(name) for name in question.named]) or [list(evidence)]
    if _EVERYWHERE.search(asked):
        papers = dict.fromkeys(one.document.identifier for one in evidence)
        return _split(evidence, [_in_paper(paper) for paper in papers]) or [list(evidence)]
    if len(kinds) == 1 and _AS_SOURCE.search(asked) and (found := _split(evidence, [_of_kind(kinds[0])])):
        return found
    return [list(evidence)]


def of_that_kind(documents: Sequence[Document], text: str) -> list[Document]:
    """The papers of the one kind that a text calls by its name: "voetnoot 2 van de brief"; all if that leaves none."""
    kinds = [kinds for cue, kinds in KINDS if cue.search(fold(text))]
    return [one for one in documents if len(kinds) == 1 and is_called(one, kinds[0])] or [*documents]


def called(text: str, documents: Sequence[Document]) -> list[Document]:
    """The papers that a text calls by their bare number, "2038", or by nothing but their kind: "de Kamerbrief"."""
    if number := bare_number(text):
        return [one for one in documents if one.identifier.endswith(f"-{number}")]
    if own := own_kind(text):
        return [one for one in documents if is_called(one, own)]
    return of_that_kind(documents, text) if len(kinds_named(text)) == 1 else []


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
