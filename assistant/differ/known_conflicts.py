"""Every thing that the papers tell differently, found without a question and once for each index."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from threading import Lock
from weakref import WeakKeyDictionary

from assistant.answer import Conflict
from assistant.differ.conflicts import in_words, sides_of
from assistant.differ.tallies import Tally, same_subject, same_thing, tallies
from assistant.find.sentences import Sentence, sentences_of
from assistant.understand.counts import Condition
from index.dutch import NUMBER_WORDS, fold
from index.generation import Generation
from ingest.document import Passage

COMMON = 0.2  # share of the passages; a stem that stands in more tells no subject
FEW = 8  # passages, in which a stem is never common

_MAY_COUNT = re.compile(rf"\d|\b(?:{'|'.join(NUMBER_WORDS)})\b")  # cheap; most sentences hold no number


class _Known:
    """The conflicts of one generation, once they were looked for."""

    def __init__(self) -> None:
        self.lock = Lock()  # of this generation alone: nobody waits while those of another one are looked for
        self.conflicts: tuple[Conflict, ...] | None = None


_KNOWN: WeakKeyDictionary[Generation, _Known] = WeakKeyDictionary()
_ENTRY = Lock()


def all_conflicts(generation: Generation) -> tuple[Conflict, ...]:
    """Every thing that the searched papers tell differently, in the order in which it is first told.

    Nobody's question tells here what is meant, so the subject has to be the same beyond doubt. They are looked for
    when they are first wanted, and kept as long as the generation is; safe to call from several threads.
    """
    with _ENTRY:
        known = _KNOWN.setdefault(generation, _Known())
    with known.lock:
        if known.conflicts is None:
            known.conflicts = tuple(_found(generation))
        return known.conflicts


def _found(generation: Generation) -> Iterator[Conflict]:
    is_common = _commonness(generation)
    by_thing: dict[tuple[str, Condition], list[Tally]] = defaultdict(list)
    for tally in _all_tallies(generation):
        by_thing[tally.count.thing, tally.count.condition].append(tally)
    for alike in by_thing.values():
        for group in _groups(alike, is_common):
            sides = sides_of(group)
            conflict = in_words(sides, generation.document_of) if len(sides) > 1 else None
            if conflict:
                yield conflict


def _all_tallies(generation: Generation) -> Iterator[Tally]:
    passages: dict[str, list[Passage]] = defaultdict(list)
    for passage in generation.passages:
        passages[passage.document].append(passage)
    for identifier, cut in passages.items():
        starts = [passage.start for passage in cut]
        for sentence in sentences_of(generation.document_of[identifier]):
            if _MAY_COUNT.search(fold(sentence.text)):
                yield from tallies(sentence, _around(sentence, cut, starts))


def _around(sentence: Sentence, passages: Sequence[Passage], starts: Sequence[int]) -> Passage:
    """The passage that a sentence begins in; the passages of a paper follow each other without a gap."""
    return passages[max(0, bisect_right(starts, sentence.spans[0][0]) - 1)]


def _commonness(generation: Generation) -> Callable[[str], bool]:
    """Tells of a stem whether it stands in so many passages that it tells no subject."""
    vocabulary, most = generation.lexical.vocabulary, max(COMMON * len(generation.passages), FEW)
    return lambda term: vocabulary.frequency(term) > most


def _groups(alike: Sequence[Tally], is_common: Callable[[str], bool]) -> list[list[Tally]]:
    """The tallies of the same thing, each with those that contradict it."""
    groups: list[list[Tally]] = []
    for one, other in combinations(alike, 2):
        if one.count.value == other.count.value or not same_thing(one, other):
            continue
        if not same_subject(one, other, is_common):
            continue
        group = next((group for group in groups if one in group or other in group), None)
        if group is None:
            groups.append([one, other])
        else:
            group += [tally for tally in (one, other) if tally not in group]
    return groups
