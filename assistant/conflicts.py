"""Different values for the same thing, in two papers or in one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from itertools import combinations

from assistant.answer import Conflict, ConflictSide
from assistant.counts import Condition, Count
from assistant.evidence import Evidence
from assistant.quotes import quotes, told_apart
from assistant.sentences import Sentence, sentences_of
from assistant.tallies import Tally, same_subject, same_thing, tallies
from assistant.verify import holds
from index.dutch import terms
from index.generation import Generation
from ingest.document import Document, Passage

COMMON = 0.2  # share of the passages; a stem that stands in more tells no subject
FEW = 8  # passages, in which a stem is never common


def conflicting(
    chosen: Sequence[Evidence], others: Sequence[Evidence], wanted: set[str], asked: Condition = Condition.NONE
) -> list[list[tuple[Count, Sentence]]]:
    """Where other sentences give another value for what the chosen ones count.

    Args:
        chosen: The sentences of the answer.
        others: Further sentences that were found for the same question.
        wanted: Stems of the question; only counts of things that it names are compared.
        asked: The condition that it names; then only counts under it are compared, and what they are a part of.

    Returns:
        For each thing one list of a count per value, newest paper first, undated last.
    """
    counted = [
        tally
        for evidence in chosen
        for tally in _under(asked, tallies(evidence.sentence, evidence.passage))
        if any(word.endswith(tally.count.thing) for word in wanted)
    ]
    if not counted:
        return []
    rivals = [tally for other in others for tally in tallies(other.sentence, other.passage)]
    found: dict[tuple[str, Condition], list[tuple[Count, Sentence]]] = {}
    for tally in counted:
        sides = _sides([tally, *(rival for rival in rivals if same_thing(tally, rival))])
        if len(sides) > 1:
            found.setdefault((tally.count.thing, tally.count.condition), sides)
    return list(found.values())


def all_conflicts(generation: Generation) -> list[Conflict]:
    """Every thing that the searched papers count differently, in the order in which it is first counted.

    Nobody's question tells here what is meant, so the subject has to be the same beyond doubt.
    """
    common = _common(generation.passages)
    by_thing: dict[tuple[str, Condition], list[Tally]] = defaultdict(list)
    for tally in _all_tallies(generation):
        by_thing[tally.count.thing, tally.count.condition].append(tally)
    found = []
    for alike in by_thing.values():
        for group in _groups(alike, common):
            sides = _sides(group)
            conflict = in_words(sides, generation.document_of) if len(sides) > 1 else None
            if conflict:
                found.append(conflict)
    return found


def in_words(sides: Sequence[tuple[Count, Sentence]], documents: dict[str, Document]) -> Conflict | None:
    """The sides with their proof; None if a side would not pass the quote contract."""
    proof = [ConflictSide(value=count.value, citation=quotes(sentence)[0]) for count, sentence in sides]
    conflict = Conflict(subject=sides[0][0].unit, sides=tuple(proof))
    return conflict if holds(told_apart(conflict), documents) else None


def _all_tallies(generation: Generation) -> list[Tally]:
    passages: dict[str, list[Passage]] = defaultdict(list)
    for passage in generation.passages:
        passages[passage.document].append(passage)
    found = []
    for identifier, cut in passages.items():
        for sentence in sentences_of(generation.document_of[identifier]):
            start = sentence.spans[0][0]
            around = next((one for one in cut if one.start <= start < one.end), None)
            if around:
                found += tallies(sentence, around)
    return found


def _common(passages: Sequence[Passage]) -> frozenset[str]:
    """The stems that stand in so many passages that they tell no subject."""
    held = Counter(term for passage in passages for term in set(terms(passage.text)))
    return frozenset(term for term, count in held.items() if count > max(COMMON * len(passages), FEW))


def _groups(alike: Sequence[Tally], common: frozenset[str]) -> list[list[Tally]]:
    """The tallies of the same thing, each with those that contradict it."""
    groups: list[list[Tally]] = []
    for one, other in combinations(alike, 2):
        if one.count.value == other.count.value or not same_thing(one, other) or not same_subject(one, other, common):
            continue
        group = next((group for group in groups if one in group or other in group), None)
        if group is None:
            groups.append([one, other])
        else:
            group += [tally for tally in (one, other) if tally not in group]
    return groups


def _under(asked: Condition, found: Sequence[Tally]) -> list[Tally]:
    wholes = {tally.count.whole for tally in found if tally.count.condition is asked}
    return [tally for tally in found if asked in {Condition.NONE, tally.count.condition} or tally.count.value in wholes]


def _sides(group: Sequence[Tally]) -> list[tuple[Count, Sentence]]:
    """One tally per value, newest paper first."""
    by_value: dict[str, Tally] = {}
    for tally in group:
        by_value.setdefault(tally.count.value, tally)
    ordered = sorted(by_value.values(), key=lambda tally: _newest_first(tally.day))
    return [(tally.count, tally.sentence) for tally in ordered]


def _newest_first(day: date | None) -> tuple[bool, int]:
    return (day is None, -day.toordinal() if day else 0)
