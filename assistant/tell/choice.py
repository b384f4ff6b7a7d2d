"""Which of the sentences found make up an answer, the likeliest first."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.find.attached import reply_to
from assistant.find.beside import whole_told
from assistant.find.evidence import Evidence
from assistant.find.sentences import asks
from assistant.find.wanted import OF_ANOTHER
from assistant.read.confidence import COUNTED, NEAR, TOLD_BY_ITSELF, confidence, is_sure
from assistant.tell.cells import cell_asked_for
from assistant.tell.extent import WORDS
from assistant.tell.lists import is_lead_in, items_of
from assistant.tell.tables import key_of
from assistant.understand.asked import FIGURES, VALUES, Asked
from assistant.understand.question import Question
from assistant.understand.sides import side_of, speaks_of_reasons
from assistant.understand.two_subjects import joined
from index.dutch import fold, holds, terms
from ingest.document import BlockKind

LISTED = {Asked.LIST, Asked.PROCEDURE}  # what is answered with several things, or steps
FAR_BELOW = 0.02  # share of the odds of the best below which nothing is said of a name, or of one of two things
_YEAR_BEFORE = re.compile(r"jaar (?:daarvoor|ervoor|eerder|tevoren)\b")  # of a question: nothing of the year itself
MOST = 3  # quotes in an answer


def chosen_evidence(question: Question, evidence: Sequence[Evidence], persona: str) -> list[Evidence]:
    """The sentences that make up the answer, within the persona's number of words, the likeliest to answer first."""
    ordered = _answered_first(question, _with_value_first(question, evidence))
    best, found = ordered[0], for_each_part(question, ordered) or ordered[:1]
    room = WORDS.get(persona, WORDS["ouder"]) - sum(len(one.text.split()) for one in found)
    for further in sorted(ordered[1:], key=lambda one: -one.score):
        if len(found) == MOST or further.score < NEAR * best.score:
            break
        if asks(further.block) and not question.of_the_asker:  # proves nothing, and takes room
            continue
        length = len(further.text.split())
        if length <= room and not _says_the_same(further, found):
            found.append(further)
            room -= length
    named = _of_what_is_new(question, _of_rows_named(question, found))
    found = sorted(named, key=lambda one: _worth(question, one))
    if part := _part_asked_for(question, found[0], evidence):
        return [part, *(one for one in found if one is not part)]
    return _without_ballast(question, found)


def for_each_part(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The best sentence for each of several that a question names or joins; none where one sentence tells of all.

    Args:
        question: As it was understood.
        evidence: The sentences, best first.
    """
    near = [one for one in evidence if one.score >= FAR_BELOW * evidence[0].score]
    if len(question.named) > 1 and not any(set(question.named) <= one.bears for one in evidence):
        best = (next((one for one in near if name in one.bears), None) for name in question.named)
        return list({id(one): one for one in best if one}.values())[:MOST]
    if not (both := joined(question)):
        return []
    held = [set(terms(one.text)) for one in near]
    lacking = [part for part in both if not part <= held[0]]
    if len(lacking) != 1 or any(frozenset().union(*both) <= words for words in held):
        return []
    return [near[0], *[one for one, words in zip(near, held, strict=True) if lacking[0] <= words][:1]]


def _part_asked_for(question: Question, best: Evidence, evidence: Sequence[Evidence]) -> Evidence | None:
    """The sentence that tells parts of what the best one tells, where it names what is asked for and that does not.

    "Er zijn 40 veren. Daarvan varen er 30 op een rivier en 10 op een meer": the 40 are no veren on a meer.
    """
    if question.asked not in FIGURES:
        return None
    lacking = question.terms - set(terms(f"{best.sentence.head} {best.text}"))
    parts = (one for one in evidence if one.document is best.document and whole_told(one.sentence) == best.text)
    return next((one for one in parts if one.features.typed > 0 and lacking & set(terms(one.text))), None)


def _of_rows_named(question: Question, found: Sequence[Evidence]) -> list[Evidence]:
    """The sentences without the rows of a table that a question does not name, where it names another one whole."""
    keys = [set(terms(key_of(one.text))) if one.block.kind is BlockKind.TABLE else set[str]() for one in found]
    named = {(one.document.identifier, one.sentence.head) for one, key in zip(found, keys, strict=True)
             if key and key <= question.terms}  # fmt: skip
    return [
        one
        for one, key in zip(found, keys, strict=True)
        if not key or key & question.terms or (one.document.identifier, one.sentence.head) not in named
    ]


def _of_what_is_new(question: Question, found: Sequence[Evidence]) -> list[Evidence]:
    """The sentences that name what a follow-up names anew, where some do: "geldt dat ook voor die in Kaap?"."""
    new = {*question.names} - {*question.before.named} if question.background else set()
    return [one for one in found if new and all(holds(name, fold(one.text)) for name in new)] or list(found)


def _worth(question: Question, one: Evidence) -> tuple[bool, float]:
    """What a chosen sentence is sorted by, the best to begin with first."""
    lacks = not _leads_in(question, one) if question.asked is Asked.LIST else _lacks_value(question, one)
    return lacks, -confidence(one)


def _without_ballast(question: Question, found: Sequence[Evidence]) -> list[Evidence]:
    """The sentences without those that hold no value, name or definition, where one is asked for and surely told."""
    if cell := cell_asked_for(question, found):
        return [cell.row]
    if question.asked not in TOLD_BY_ITSELF or not is_sure(question, found[0]):
        return list(found)
    return [one for one in found if one is found[0] or one.features.typed > OF_ANOTHER]


def _with_value_first(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The evidence, led by the near ones that hold the value that is asked for, or the word for reasons of its side."""
    least = (FAR_BELOW if _YEAR_BEFORE.search(question.folded) else NEAR) * evidence[0].score
    return sorted(evidence, key=lambda one: _lacks_value(question, one) or one.score < least)


def _answered_first(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The evidence, led by no question that the paper leaves without an answer where something else may answer."""
    answered = next((one for one in evidence if question.of_the_asker or not _is_left_open(one)), None)
    if answered is None or answered.score < FAR_BELOW * evidence[0].score:
        return list(evidence)
    return [answered, *(one for one in evidence if one is not answered)]


def _is_left_open(one: Evidence) -> bool:
    """Whether a sentence is a question by who asks, with no answer of its own."""
    only_asks = one.block.kind is BlockKind.QUESTION or (asks(one.block) and one.text.rstrip().endswith("?"))
    return only_asks and reply_to(one.document, one.block) is None


def _lacks_value(question: Question, one: Evidence) -> bool:
    """Whether a value is asked for and a sentence holds none of that sort, or does not say "nadeel" as the question."""
    if speaks_of_reasons(question.text) and (side := side_of(question.text)):
        return not (speaks_of_reasons(one.text) and side_of(one.text) == side)
    if question.asked in VALUES and _YEAR_BEFORE.search(question.folded) and not _YEAR_BEFORE.search(fold(one.text)):
        return True
    return question.asked in VALUES and one.features.typed <= OF_ANOTHER


def _leads_in(question: Question, one: Evidence) -> bool:
    """Whether a sentence leads in a list of the very thing asked for, which it brings along: "de criteria zijn:".

    Where it is said how many there are, a list of so many.
    """
    fits = not question.listed or len(items_of(one.document, one.block)) == question.listed
    return one.features.focus >= COUNTED and is_lead_in(one.document, one.sentence.spans[-1]) and fits


def _says_the_same(further: Evidence, found: Sequence[Evidence]) -> bool:
    said = set(fold(further.text).split())
    return any(len(said & set(fold(one.text).split())) > 0.8 * len(said) for one in found)
