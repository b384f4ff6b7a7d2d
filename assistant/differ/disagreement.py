"""Questions about a difference between papers: "klopt het dat het er 40 zijn?", "waarom verschillen de cijfers?"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.answer import Conflict
from assistant.differ.amounts import EURO, amounts, without_coin
from assistant.differ.conflicts import as_told
from assistant.differ.known_conflicts import all_conflicts
from assistant.understand.counts import Condition, counts
from assistant.understand.kinds import PAPER_WORDS
from assistant.understand.names import LONE_NUMBER, is_year, named_in
from assistant.understand.question import Question
from assistant.understand.wishes import Wish
from index.dutch import fold, holds, stem, terms
from index.generation import Generation
from ingest.document import Document, Kind

MOST = 3  # differences in one answer
SHARE = 0.5  # of the other words of a question that the sides speak of, if it is about them
_SHORTEST = 5  # letters of a word that is taken for the last part of a compound: besturen, schoolbesturen

# What people call figures and the papers they stand in; a question without another word asks for any difference.
_OF_FIGURES = frozenset(
    map(
        stem,
        [
            *PAPER_WORDS,
            *"cijfer cijfers getal getallen aantal aantallen bedrag bedragen waarde waarden bron bronnen verschil "
            "verschillen verschillend verschillende spreken spreekt tegenspreken tegen tegenstrijdig overal hetzelfde "
            "gelijk eens klopt kloppen juist juiste ander andere verklaring uitleg onderling elkaar tussen staat noemt "
            "noemen ene".split(),
        ],
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Meant:
    """What a question says of the figures it is about."""

    words: frozenset[str]  # stems
    numbers: frozenset[str]  # as papers' values are told, without dots
    names: tuple[str, ...]  # folded names and years
    condition: Condition
    kinds: tuple[frozenset[Kind], ...]  # of the papers that it names


def disagreement(question: Question, generation: Generation, before: str = "") -> tuple[Conflict, ...]:
    """The known conflicts that a question asks about; none if it is about no difference between figures.

    Args:
        question: As it was understood.
        generation: The papers.
        before: The question before it; "" for a question that stands alone. It tells what a question means that
            speaks of nothing but "de cijfers".
    """
    wishes = question.wishes
    meant = _meant(question)
    if not (Wish.DIFFERENCE in wishes or len(meant.numbers) > 1 or (meant.numbers and Wish.CLAIM in wishes)):
        return ()
    found = all_conflicts(generation)
    if not meant.numbers and not meant.names and meant.words <= _OF_FIGURES:
        if not before:
            return found[:MOST]
        meant = _meant(replace(question, text=before, named=named_in(before)))
    elif not meant.numbers and not (Wish.FIGURE in wishes or len(meant.kinds) > 1):
        return ()
    return tuple(one for one in found if _fits(meant, one, generation.document_of))[:MOST]


def _meant(question: Question) -> _Meant:
    text = question.text
    money = {without_coin(text[one.start : one.end]) for one in amounts(text)}
    numbers = {number for number in LONE_NUMBER.findall(text) if not is_year(number)}
    counted = {as_told(count, text) for count in question.counts}
    return _Meant(
        words=question.terms,
        numbers=frozenset(map(_without_dots, money or numbers | counted)),
        names=tuple(name for name in question.named if name not in numbers),
        condition=question.condition,
        kinds=tuple(one.kinds for one in question.called),
    )


def _fits(meant: _Meant, conflict: Conflict, documents: Mapping[str, Document]) -> bool:
    """Whether a conflict is the one that is meant: by its values, or by what is counted and whereof."""
    known = fold(" ".join(_known(conflict, documents)))
    if not all(holds(name, known) for name in meant.names):
        return False
    told = {_without_dots(side.value) for side in conflict.sides} & meant.numbers
    same = _is_named(conflict.subject, meant.words)
    if meant.numbers:
        return len(told) > 1 or (bool(told) and same)
    if same:
        others = {word for word in meant.words if not _is_named(conflict.subject, frozenset({word}))} - _OF_FIGURES
        return len(others & set(terms(known))) >= SHARE * len(others)
    kinds = {side.citation.kind for side in conflict.sides}
    opposed = len(meant.kinds) > 1 and all(kinds & one for one in meant.kinds)
    return opposed and meant.condition is not Condition.NONE and meant.condition is _condition(conflict)


def _without_dots(value: str) -> str:
    """A value with which "1.200" and "1200" are one."""
    return value.replace(".", "")


def _known(conflict: Conflict, documents: Mapping[str, Document]) -> Sequence[str]:
    """The words of the sides and of their papers' heads."""
    papers = [documents[side.citation.document] for side in conflict.sides]
    quoted = [f"{side.citation.text} {side.citation.citation}" for side in conflict.sides]
    heads = [f"{one.title} {one.sender} {one.recipient} {one.date.year if one.date else ''}" for one in papers]
    return [*quoted, *heads]


def _is_named(subject: str, words: frozenset[str]) -> bool:
    """Whether one of the words is what is counted, the whole of it or its last part."""
    if subject == EURO:
        return not words.isdisjoint(map(stem, ("euro", "bedrag", "geld", "kosten", "kost", "budget", "subsidie")))
    thing = stem(fold(subject))
    return any(word.endswith(thing) or (len(word) >= _SHORTEST and thing.endswith(word)) for word in words)


def _condition(conflict: Conflict) -> Condition:
    first, text = conflict.sides[0], conflict.sides[0].citation.text
    counted = [count for count in counts(text, first.citation.date) if as_told(count, text) == first.value]
    return counted[0].condition if counted else Condition.NONE
