"""From the words of a question to the concepts that a passage is searched for."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

from simplemma import is_known

from index.dutch import SHORTEST_PART, content_words, stem, terms, words
from index.separable import separated
from index.vocabulary import Vocabulary

# How much a match by another word counts against the word itself. Chosen on the open half of the questions.
LAY = 0.7  # the field's word for a parent's word; the place for what is of it
COMPOUND = 0.5  # a compound that holds the word
PART = 0.4  # a part of the word
SPELLING = 0.85  # the word as it was probably meant
BACKGROUND = 0.5  # a word of the conversation against a word of the question


class Help(Enum):
    """What helps a question to find other words than its own; ``eval.ablation`` measures what each earns."""

    SPELLING = auto()
    COMPOUNDS = auto()
    PARTS = auto()
    LAY_TERMS = auto()
    JOINED = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """One thing that a question names, with the stems that can stand for it.

    ``alternatives`` are (stem, weight 0..1), the question's own stem first with weight 1.
    ``emphasis`` scales the whole concept: below 1 for what only the conversation brings along.
    """

    word: str  # as typed, folded
    alternatives: tuple[tuple[str, float], ...]
    emphasis: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is searched for: the words whose meaning counts, and the concepts in them."""

    text: str
    concepts: tuple[Concept, ...]
    formal: str = ""  # what the field says for its plain words


@lru_cache(maxsize=1)
def _dictionary() -> tuple[tuple[str, str], ...]:
    """Parents' words and abbreviations, each with a word of the field, as they are written."""
    with files("index").joinpath("lay_terms.tsv").open(encoding="utf-8") as lines:
        return tuple((row["lay"], row["formal"]) for row in csv.DictReader(lines, delimiter="\t"))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """Words of parents, as stems, with what the field says for them."""

    lay: tuple[str, ...]
    formal: tuple[str, ...]  # as written
    stems: tuple[tuple[str, ...], ...]  # of each of these


@lru_cache(maxsize=1)
def _entries_by_first() -> Mapping[str, Sequence[_Entry]]:
    """The dictionary under the first stem of each entry, so that a question looks at few of them."""
    formals: dict[tuple[str, ...], list[str]] = {}
    for lay, formal in _dictionary():
        formals.setdefault(tuple(terms(lay)), []).append(formal)
    found: dict[str, list[_Entry]] = {}
    for stems, written in formals.items():
        entry = _Entry(lay=stems, formal=tuple(written), stems=tuple(tuple(terms(formal)) for formal in written))
        found.setdefault(stems[0], []).append(entry)
    return found


def _entries(asked: Sequence[str]) -> Iterator[_Entry]:
    """The entries of the dictionary all of whose words a question holds, given its stems."""
    held = set(asked)
    return (
        _of_context(entry, held)
        for first in dict.fromkeys(asked)
        for entry in _entries_by_first().get(first, ())
        if held.issuperset(entry.lay)
    )


def written_out(word: str) -> tuple[str, ...]:
    """What the field says for one folded word: for "tlv" toelaatbaarheidsverklaring; of "Venlose" the place itself."""
    term = stem(word)
    entries = (entry for entry in _entries_by_first().get(term, ()) if entry.lay == (term,))
    return tuple(formal for entry in entries for formal in entry.formal) + _place_of(word)


def _place_of(word: str) -> tuple[str, ...]:
    """What is left of a word without "se", as "venlo" of "venlose"; none where that has the same stem already."""
    place = word.removesuffix("se")
    is_other = len(place) >= SHORTEST_PART and place != word and stem(place) != stem(word)
    return (place,) if is_other else ()


def written_out_stems(word: str) -> list[frozenset[str]]:
    """The stems of each that the field says for one folded word, where it says any."""
    return [stems for formal in written_out(word) if (stems := frozenset(terms(formal)))]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Meaning:
    """One of the things that an abbreviation stands for, with the stems that bring it."""

    formal: frozenset[str]
    where: frozenset[str]


@lru_cache(maxsize=1)
def _meanings() -> Mapping[tuple[str, ...], _Meaning]:
    stored = tomllib.loads(files("index").joinpath("meanings.toml").read_text(encoding="utf-8"))
    return {
        tuple(terms(one["short"])): _Meaning(
            formal=frozenset(one["means"]), where=frozenset(terms(" ".join(one["where"])))
        )
        for one in stored["abbreviation"]
    }


def _of_context(entry: _Entry, held: Set[str]) -> _Entry:
    """An entry with what its abbreviation stands for beside the other words of the question."""
    meaning = _meanings().get(entry.lay)
    if meaning is None:
        return entry
    meant = bool(meaning.where & held)
    kept = [formal for formal in entry.formal if (formal in meaning.formal) == meant]
    return _Entry(lay=entry.lay, formal=tuple(kept), stems=tuple(tuple(terms(formal)) for formal in kept))


@lru_cache(maxsize=1)
def dictionary_words() -> frozenset[str]:
    """The words that the dictionary knows, of parents and of the field, as they are written, folded."""
    return frozenset(word for pair in _dictionary() for word in words(" ".join(pair)))


def understand(text: str, vocabulary: Vocabulary, *, background: str = "", without: Set[Help] = frozenset()) -> Query:
    """The query for a question.

    Args:
        text: The question.
        vocabulary: The stems of the index.
        background: What the conversation was about before it.
        without: Helps that are left out.
    """
    asked = concepts(text, vocabulary, without)
    own = {concept.alternatives[0][0] for concept in asked}
    brought = [
        replace(concept, emphasis=BACKGROUND)
        for concept in concepts(background, vocabulary, without)
        if concept.alternatives[0][0] not in own
    ]
    whole = f"{background} {text}".strip()
    formal = "" if Help.LAY_TERMS in without else " ".join(_formal_words(whole))
    return Query(text=whole, concepts=(*asked, *brought), formal=formal)


def _formal_words(text: str) -> Iterable[str]:
    """What the field says for the words of a text, each once."""
    return dict.fromkeys(formal for entry in _entries(terms(text)) for formal in entry.formal)


def concepts(text: str, vocabulary: Vocabulary, without: Set[Help] = frozenset()) -> tuple[Concept, ...]:
    """The concepts of a question, each once, with all that can stand for it in this vocabulary."""
    typed: dict[str, str] = {}
    for word in content_words(text):
        typed.setdefault(stem(word), word)
    for part, verb in separated(text):
        if _is_found(stem(verb), vocabulary):
            typed.pop(stem(part), None)
            typed.setdefault(stem(verb), verb)
    # "OZA-aanvragen" is also read joined, before its parts; where no paper has it joined, that word says nothing.
    for left, right in pairwise(list(typed.values())[1:]):
        joined = stem(left + right)
        if joined not in vocabulary:
            typed.pop(joined, None)
    found = [_concept(word, term, vocabulary, without) for term, word in typed.items()]
    if Help.LAY_TERMS not in without:
        found = _with_lay_terms(found, list(typed), vocabulary)
    if Help.JOINED not in without:
        found += _joined(text, vocabulary)
    return tuple(found)


def _is_found(term: str, vocabulary: Vocabulary) -> bool:
    """Whether the papers have a stem, or what the field says for it."""
    entries = [entry for entry in _entries_by_first().get(term, ()) if entry.lay == (term,)]
    return term in vocabulary or any(one in vocabulary for entry in entries for formal in entry.stems for one in formal)


def _concept(word: str, term: str, vocabulary: Vocabulary, without: Set[Help]) -> Concept:
    alternatives = {term: 1.0}
    unknown = term not in vocabulary
    if unknown and Help.SPELLING not in without and not is_known(word, lang="nl"):
        for near in vocabulary.spelled_like(term):
            alternatives.setdefault(near, SPELLING)
    if Help.COMPOUNDS not in without:
        for compound in vocabulary.compounds_with(term):
            alternatives.setdefault(compound, COMPOUND)
    if unknown and Help.PARTS not in without:
        for part in vocabulary.parts_of(term):
            alternatives.setdefault(part, PART)
    for place in map(stem, _place_of(word)):
        if place in vocabulary:
            alternatives[place] = max(LAY, alternatives.get(place, 0.0))
    return Concept(word=word, alternatives=tuple(alternatives.items()))


def _with_lay_terms(plain: list[Concept], order: list[str], vocabulary: Vocabulary) -> list[Concept]:
    found = list(plain)
    for entry in _entries(order):
        stand_ins = {term: LAY / len(formal) ** 0.5 for formal in entry.stems for term in formal if term in vocabulary}
        for place in map(order.index, entry.lay):
            merged = stand_ins | dict(found[place].alternatives)
            found[place] = replace(found[place], alternatives=_own_first(merged))
    return found


def _own_first(alternatives: Mapping[str, float]) -> tuple[tuple[str, float], ...]:
    return tuple(sorted(alternatives.items(), key=lambda item: -item[1]))


def _joined(text: str, vocabulary: Vocabulary) -> list[Concept]:
    """Compounds that were typed apart: "samenwerkings verband"."""
    typed: Sequence[str] = content_words(text)
    pairs = {stem(left + right): left + right for left, right in pairwise(typed)}
    return [Concept(word=word, alternatives=((term, 1.0),)) for term, word in pairs.items() if term in vocabulary]
