"""Different values for the same thing, in two papers or in one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import accumulate

from assistant.answer import Citation, Conflict, ConflictSide
from assistant.differ.amounts import EURO, without_coin
from assistant.differ.reckoning import reckoning
from assistant.differ.tallies import SHARED_TERMS, Tally, same_thing, tallies
from assistant.find.evidence import Evidence
from assistant.find.sentences import Sentence
from assistant.prove.quotes import quotes, told_apart
from assistant.prove.verify import holds
from assistant.understand.counts import Condition, Count
from ingest.document import Document


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
        if _is_wanted(tally, wanted)
    ]
    if not counted:
        return []
    rivals = [tally for other in others for tally in tallies(other.sentence, other.passage)]
    found: dict[tuple[str, Condition], list[tuple[Count, Sentence]]] = {}
    for tally in counted:
        sides = sides_of([tally, *(rival for rival in rivals if same_thing(tally, rival))])
        if len(sides) > 1:
            found.setdefault((tally.count.thing, tally.count.condition), sides)
    return list(found.values())


def _is_wanted(tally: Tally, wanted: set[str]) -> bool:
    """Whether a question names what is counted; of an amount, what it is for."""
    if tally.count.unit == EURO:
        return len(tally.own & wanted) >= SHARED_TERMS
    return any(word.endswith(tally.count.thing) for word in wanted)


def in_words(sides: Sequence[tuple[Count, Sentence]], documents: dict[str, Document]) -> Conflict | None:
    """The sides with their proof; None if a side would not pass the quote contract."""
    proof = [
        ConflictSide(value=as_told(count, sentence.text), citation=_proof(count, sentence)) for count, sentence in sides
    ]
    reasons = [reason for side in sides if (reason := reckoning(*side))]
    conflict = Conflict(subject=sides[0][0].unit, sides=tuple(proof), reasons=tuple(reasons))
    return conflict if holds(told_apart(conflict), documents) else None


def _proof(count: Count, sentence: Sentence) -> Citation:
    """The part of a sentence that its count stands in."""
    ends = accumulate(right - left + 1 for left, right in sentence.spans)
    return next(part for part, end in zip(quotes(sentence), ends, strict=True) if count.start < end)


def as_told(count: Count, text: str) -> str:
    """The value of a count as an answer tells it.

    It is told as the text writes it where that is in digits: "1.200", "1,5 miljoen"; an amount without its coin. What
    is written in words, or is a part of a whole, is told as a number.
    """
    written = text[count.start : count.end]
    if count.unit == EURO:
        return without_coin(written)
    as_written = written[:1].isdigit() or " " in written  # "twee miljoen" is in no quote as 2000000
    return written if as_written and "/" not in count.value else count.value


def _under(asked: Condition, found: Sequence[Tally]) -> list[Tally]:
    wholes = {tally.count.whole for tally in found if tally.count.condition is asked}
    return [tally for tally in found if asked in {Condition.NONE, tally.count.condition} or tally.count.value in wholes]


def sides_of(group: Sequence[Tally]) -> list[tuple[Count, Sentence]]:
    """The counts of some tallies of one thing with their sentences: one for each value, newest paper first."""
    by_value: dict[str, Tally] = {}
    for tally in group:
        by_value.setdefault(tally.count.value, tally)
    ordered = sorted(by_value.values(), key=lambda tally: _newest_first(tally.day))
    return [(tally.count, tally.sentence) for tally in ordered]


def _newest_first(day: date | None) -> tuple[bool, int]:
    return (day is None, -day.toordinal() if day else 0)
