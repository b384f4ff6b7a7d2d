"""Different values for the same thing, in two papers or in one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assistant.counts import Condition, Count, counts, has_bare_number
from assistant.evidence import Evidence
from assistant.standing import asks
from index.dutch import terms

SHARED_TERMS = 2  # stems, besides what is counted, that two sentences' surroundings share at least


def conflicting(
    chosen: Sequence[Evidence], others: Sequence[Evidence], wanted: set[str], asked: Condition = Condition.NONE
) -> list[list[tuple[Count, Evidence]]]:
    """Where other sentences give another value for what the chosen ones count.

    Args:
        chosen: The sentences of the answer.
        others: Further sentences that were found for the same question.
        wanted: Stems of the question; only counts of things that it names are compared.
        asked: The condition that it names; then only counts under it are compared, and what they are a part of.

    Returns:
        For each thing one list of a count per value, newest paper first, undated last.
    """
    found: list[list[tuple[Count, Evidence]]] = []
    seen: set[tuple[str, Condition]] = set()
    for evidence in chosen:
        for count in _under(asked, _comparable(evidence)):
            key = (count.thing, count.condition)
            if count.thing not in wanted or key in seen:
                continue
            sides = {count.value: (count, evidence)}
            for other in others:
                for rival in _comparable(other):
                    if _same_thing(count, evidence, rival, other):
                        sides.setdefault(rival.value, (rival, other))
            if len(sides) > 1:
                seen.add(key)
                found.append(sorted(sides.values(), key=lambda side: _newest_first(side[1].document.date)))
    return found


def _under(asked: Condition, found: Sequence[Count]) -> list[Count]:
    wholes = {count.whole for count in found if count.condition is asked}
    return [count for count in found if asked in {Condition.NONE, count.condition} or count.value in wholes]


def _comparable(evidence: Evidence) -> list[Count]:
    """The counts of a sentence; none where somebody asks, or where another number may be the one of this thing."""
    if asks(evidence.block) or has_bare_number(evidence.text, evidence.document.date):
        return []
    return [
        count
        for count in counts(evidence.text, evidence.document.date)
        if not count.again and count.condition not in {Condition.ROOM, Condition.EXPECTED}
    ]


def _same_thing(count: Count, evidence: Evidence, rival: Count, other: Evidence) -> bool:
    """Same noun, same condition, same subject, and not two counts in one breath."""
    if rival.thing != count.thing or rival.condition is not count.condition:
        return False
    if count.condition is Condition.NONE or bool(count.whole) != bool(rival.whole):
        return False
    if (other.document.identifier, other.start) == (evidence.document.identifier, evidence.start):
        return False
    shared = _surroundings(evidence) & _surroundings(other) - {count.thing}
    return len({term for term in shared if not term.isdigit()}) >= SHARED_TERMS


def _surroundings(evidence: Evidence) -> set[str]:
    return set(terms(" ".join([evidence.passage.text, *evidence.passage.path, evidence.passage.context])))


def _newest_first(day: date | None) -> tuple[bool, int]:
    return (day is None, -day.toordinal() if day else 0)
