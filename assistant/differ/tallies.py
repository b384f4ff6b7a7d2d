"""How many of what a sentence tells, and whether two sentences tell it of the same thing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise

from assistant.differ.amounts import EURO, amounts, is_rounded, scope_of
from assistant.find.sentences import Sentence, asks
from assistant.understand.counts import Condition, Count, bare_numbers, counts
from assistant.understand.names import CAPITALISED, NAME, years_in
from index.dutch import fold, terms
from ingest.document import Block, BlockKind, Passage

SHARED_TERMS = 2  # stems, besides what is counted, that two sentences' surroundings share at least
OWN_TERMS = 3  # the same of the sentences themselves, where no condition tells what is said of the things
OWN_SHARE = 0.5  # of the stems of the shorter of two such sentences
ONE_YEAR = 366  # days between two papers; further apart, a count without a year is another year's

_UNCOMPARED = {Condition.ROOM, Condition.EXPECTED}  # a maximum and a forecast contradict no count
_ORDER = re.compile(
    r"\b(?:eerste|tweede(?! kamer)|derde|vierde|vijfde|zesde|vorige|volgende|januari|februari|maart|april|mei|juni|"
    r"juli|augustus|september|oktober|november|december|voorjaar|najaar|zomer|winter|kwartaal|halfjaar|basisonderwijs|"
    r"voortgezet|primair|speciaal|po|vo|mbo|vmbo|havo|vwo)\b"
)
_POLE = re.compile(r"\b(?:niet|geen|zonder|nooit|tegen)\b")
_NAME = re.compile(rf"{NAME.pattern}|(?<=\(){CAPITALISED}")
_SAYS = re.compile(r"\b(?i:volgens|blijkens|aldus|uit|van) (?:de |het )?[A-ZÀ-Ý][^,.;:]*?(?=,| blijkt| \d|$)")
# Says more of the last of several things, or turns it round, and may not be said of the others.
_OF_THE_LAST = re.compile(r"\s*(?:in|van|met|uit|voor|bij|op|zonder|die|dat|niet|waar\w*)\b")
_END = re.compile(r"[;:]")
_TURN = re.compile(r",|\ben\b|\bmaar\b|\bterwijl\b|\bwaarvan\b|\bdaarvan\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """A count with what tells of which things, when and where it was made."""

    count: Count
    sentence: Sentence
    own: frozenset[str]  # stems of its stretch of the sentence, but for figures and what is counted
    around: frozenset[str]  # stems of the passage and what stands above it
    years: frozenset[str]
    marks: frozenset[str]  # folded words that part the counted: rounds, months, kinds of school
    names: frozenset[str]  # folded names
    poles: frozenset[str]  # folded words that turn it round
    scope: frozenset[str] = frozenset()  # of an amount, folded: yearly, extra, spent
    headed: frozenset[str] = frozenset()  # folded names, years and marks of the headings above it

    @property
    def day(self) -> date | None:
        """The day of the paper."""
        return self.sentence.document.date


def tallies(sentence: Sentence, passage: Passage) -> list[Tally]:
    """The counts of a sentence that another may contradict.

    None where somebody asks, or where a number stands of which nobody can tell what it counts.
    """
    text, day = sentence.text, sentence.document.date
    if asks(sentence.block):
        return []
    counted = counts(text, day)
    found = [*(() if counted and bare_numbers(text, day) else counted), *amounts(text, day)]
    if not found:
        return []
    found.sort(key=lambda count: count.start)
    around = stems_around(passage)
    return [
        _tally(count, stretch, sentence, around)
        for count, stretch in zip(found, _stretches(text, found), strict=True)
        if not count.again and count.condition not in _UNCOMPARED
    ]


@lru_cache(maxsize=4_000)
def stems_around(passage: Passage) -> frozenset[str]:
    """The stems of a passage and of what stands above it, without figures."""
    return _words(terms(" ".join([passage.text, *passage.path, passage.context])))


def _tally(count: Count, stretch: str, sentence: Sentence, around: frozenset[str]) -> Tally:
    folded = fold(stretch)
    return Tally(
        count=count,
        sentence=sentence,
        own=_words(terms(stretch)) - {count.thing},
        around=around - {count.thing},
        years=years_in(stretch),
        marks=frozenset(_ORDER.findall(folded)),
        names=frozenset(fold(name) for name in _NAME.findall(_SAYS.sub(" ", stretch))),
        poles=frozenset(_POLE.findall(folded)),
        scope=scope_of(stretch) if count.unit == EURO else frozenset(),
        headed=frozenset[str]().union(*map(_marks_of, sentence.block.path)),
    )


def _marks_of(heading: str) -> frozenset[str]:
    """What a heading says that parts what is counted below it: "Regio West", "Schooljaar 2023", "De tweede ronde"."""
    names = map(fold, _NAME.findall(heading))
    return frozenset([*names, *years_in(heading), *_ORDER.findall(fold(heading))])


def _words(stems: Iterable[str]) -> frozenset[str]:
    return frozenset(term for term in stems if not term[0].isdigit())


def _stretches(text: str, found: Sequence[Count]) -> list[str]:
    """The part of a sentence that speaks of each count: up to where it turns to the next one.

    What stands before and behind things that are only joined is said of all of them: "er kwamen 9 boten en 4 ponten".
    """
    turns = [0]
    for count, following in pairwise(found):
        between = [match.start() for match in _TURN.finditer(text, count.end, following.start)]
        turns.append(between[-1] if between else count.end)
    ends = [match.start() for match in _END.finditer(text, found[-1].end)][:1] or [len(text)]
    stretches = [text[left:right] for left, right in zip(turns, [*turns[1:], *ends], strict=True)]
    for first, last in _joined(text, found):
        before, behind = text[turns[first] : found[first].start], text[found[last].end : [*turns, *ends][last + 1]]
        if _OF_THE_LAST.match(behind.strip().removeprefix(found[last].unit)):
            behind = ""
        for place in range(first, last + 1):
            end = found[place + 1].start if place < last else found[last].end
            stretches[place] = before + text[found[place].start : end] + behind
    return stretches


def _joined(text: str, found: Sequence[Count]) -> list[tuple[int, int]]:
    """The first and last places of counts between which stand only what the first counts and an "en" or a comma."""
    runs: list[tuple[int, int]] = []
    for place, (count, following) in enumerate(pairwise(found)):
        between = text[count.end : following.start].strip()
        if between.startswith(count.unit) and between.removeprefix(count.unit).strip() in {"en", ","}:
            first = runs.pop()[0] if runs and runs[-1][1] == place else place
            runs.append((first, place + 1))
    return runs


def same_thing(one: Tally, other: Tally) -> bool:
    """Same noun, condition, period and names, the same subject around them, and not two counts in one breath.

    In one paper also not below headings of which each names something that the other does not, nor in two items of one
    list or rows of one table, which tell of several things side by side.
    """
    if one.count.thing != other.count.thing or one.count.condition is not other.count.condition:
        return False
    if bool(one.count.whole) != bool(other.count.whole) or one.sentence == other.sentence:
        return False
    if one.count.unit == EURO and not _same_money(one, other):
        return False
    if one.poles != other.poles or ("/" in one.count.value) != ("/" in other.count.value):
        return False
    if _apart(one.marks, other.marks) or _apart(one.names, other.names) or not _of_one_time(one, other):
        return False
    in_one_paper = one.sentence.document is other.sentence.document
    if in_one_paper and _apart(one.headed - other.headed, other.headed - one.headed):
        return False
    if in_one_paper and _side_by_side(one.sentence.block, other.sentence.block):
        return False
    return same_words(one, other) or (
        one.count.condition is not Condition.NONE and len(one.around & other.around) >= SHARED_TERMS
    )


def _side_by_side(one: Block, other: Block) -> bool:
    """Whether two blocks are items below one lead-in, or rows below one head."""
    listed = one.kind is other.kind and one.kind in {BlockKind.LIST_ITEM, BlockKind.TABLE}
    return listed and one.context is not None and one.context == other.context


def _same_money(one: Tally, other: Tally) -> bool:
    """Whether two amounts are of one sort and one year, and neither is the other one rounded."""
    if one.scope != other.scope or one.years != other.years:
        return False
    return one.count.value == other.count.value or not is_rounded(one.count.value, other.count.value)


def same_words(one: Tally, other: Tally) -> bool:
    """Whether two sentences themselves say much the same."""
    shared = len(one.own & other.own)
    return shared >= OWN_TERMS and shared >= OWN_SHARE * min(len(one.own), len(other.own))


def same_subject(one: Tally, other: Tally, is_common: Callable[[str], bool]) -> bool:
    """Whether two tallies of the same thing are of the same subject, where no question says which is meant.

    In one paper one of them may add words, not both: "for the north" and "for the south" are two subjects. Sentences
    of the same build in two papers may each add only what the other paper says too. Others have to share words that
    are not common to the papers.
    """
    if one.sentence.document is other.sentence.document:
        return one.own <= other.own or other.own <= one.own
    if len(one.own & other.own) >= SHARED_TERMS:
        return one.own <= other.around | other.own or other.own <= one.around | one.own
    if one.count.condition is Condition.NONE:
        return False
    if not all(map(is_common, one.own & other.own)):
        return True
    return sum(not is_common(term) for term in one.around & other.around) >= SHARED_TERMS


def _apart(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other and one.isdisjoint(other))


def _of_one_time(one: Tally, other: Tally) -> bool:
    """The same year where both name one; papers of about one time where one does not."""
    if one.years and other.years:
        return one.years == other.years
    return one.day is None or other.day is None or abs((one.day - other.day).days) <= ONE_YEAR
