"""Whether the figures, days and places in a row of a claim are told of the same things as in the paper."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from assistant.word.clauses import FINITE, MONTH_STEMS, YEAR, Clause, Word, is_borne, tokens_of
from assistant.word.order import rises, without_phrases
from index.dutch import stem
from ingest.number_words import number_of

# When something is so, by the preposition before its day; those in one group say the same.
_WHEN = {
    word: group
    for group, words in enumerate(("voor tot uiterlijk", "vanaf sinds per", "na", "in op tijdens"))
    for word in words.split()
}
_RANGE = re.compile(r"(\d[\d.,]*) ?(?:tot(?: en met)?|t/m|[-–]) ?(\d[\d.,]*)(?<![.,])")
# What a figure measures: it stays with it, where other things that are counted may be told before or after.
_UNITS = frozenset(
    map(
        stem,
        "miljoen miljard euro procent procentpunt minuut minuten uur uren dag dagen week weken maand maanden jaar "
        "jaren kilometer meter fte graden liter hectare ton kilo".split(),
    )
)
_SHARES = frozenset(map(stem, "helft derde kwart driekwart meerderheid merendeel".split()))
_ARTICLES = frozenset(("de", "het", "alle", "elke", "iedere", "totaal"))
_PARTED = frozenset(("van", "op", "uit"))
_FEW = frozenset(("een", "geen", "enkele", "helft", "derde", "kwart", "deel", "meerderheid", "procent"))
_OF = frozenset(("van", "per"))
_REACH = 5  # words from a figure to what it is of, with its unit


def figures_rise(claim: Sequence[Clause], sentence: Sequence[Word]) -> bool:
    """Whether the figures of a whole claim stand in a sentence in the same order, but for those of led-in phrases."""
    words = [word for clause in claim for word in clause.words]
    bare = [word for word in without_phrases(words, sentence) if word.is_number]
    return rises([[at for at, other in enumerate(sentence) if word.stem == other.stem] for word in bare])


def ranges_fit(claim: str, texts: Sequence[str]) -> bool:
    """Whether what a claim tells "from … up to …" runs so in the paper."""
    told = {found.groups() for text in texts for found in _RANGE.finditer(text)}
    return {found.groups() for found in _RANGE.finditer(claim)} <= told


def figures_fit(claim: Clause, paper: Sequence[Clause]) -> bool:
    """Whether every figure of a claim counts the same thing, and every day is led in alike, somewhere in the paper."""
    return all(_figure_fits(word, paper) for word in claim.words if word.is_exact)


def wholes_are_told(claim: Sequence[Clause], paper: Sequence[Clause]) -> bool:
    """Whether a share keeps what it is a share of ("66 procent van de taken"), and a sum what it is for ("per rit")."""
    told = frozenset(word.stem for clause in claim for word in clause.words)
    wholes = [
        _whole_of(word, clause)
        for clause in paper
        for word in clause.words
        if word.stem in told and (word.is_number or word.stem in _SHARES) and word.neighbours[0] not in MONTH_STEMS
    ]
    return all(is_borne(whole, told) for whole in wholes if whole)


def shares_are_told(claim: str, texts: Sequence[str]) -> bool:
    """Whether the whole of a share is told as that: of "400 van de 1.200 leerlingen" no 1.200 are told of alone."""
    own, theirs = [*_shares(claim)], [share for text in texts for share in _shares(text)]
    numbers = [number for text in texts for number in map(number_of, tokens_of(text)) if number]
    told = [number for number in map(number_of, tokens_of(claim)) if number]
    return all(
        whole not in told
        or numbers.count(whole) > sum(other == whole for _, other in theirs)
        or any(other == whole and same in {share, ""} for same, other in own)
        for share, whole in theirs
    )


def _shares(text: str) -> Iterator[tuple[str, str]]:
    """Each share of a number, and that number: "twee van de zes", "een op de vijf"; else "", as in "van de zes"."""
    tokens = tokens_of(text)
    for at, token in enumerate(tokens):
        before = [one for one in tokens[max(0, at - 4) : at] if one not in _ARTICLES]
        if not number_of(token) or not before or before[-1] not in _PARTED or tokens[at + 1 : at + 2] == ("jaar",):
            continue
        share = before[-2] if len(before) > 1 else ""
        if share in _FEW or (number_of(share) and not YEAR.fullmatch(share)):
            yield share, number_of(token)
        elif before[-1] == "van" and tokens[at - 1] in _ARTICLES:
            yield "", number_of(token)


def gaps_are_told(claim: Sequence[Clause], paper: Sequence[Clause]) -> bool:
    """Whether a part without a verb, of which a figure or day is told, is told whole.

    Of "de eerste loopt tot mei en de tweede tot november" no November is told of the first.
    """
    told = frozenset(word.stem for clause in claim for word in clause.words)
    for before, clause in pairwise(paper):
        own = [word for word in clause.words if word.is_exact and word.stem in told]
        elsewhere = [one for one in paper if one is not clause]
        if own and before.sentence == clause.sentence and not any(word.is_verb for word in clause.words):
            only = [word for word in own if not any(word.stem in one.stems for one in elsewhere)]
            if not FINITE & {*clause.tokens} and only and not all(is_borne(one, told) for one in _in_full(clause)):
                return False
    return True


def _in_full(clause: Clause) -> list[str]:
    return [word.stem for word in clause.words if word.stem not in _UNITS]


def _whole_of(figure: Word, clause: Clause) -> str:
    """The stem of what a figure is of, right behind it and its unit; "" if it says that of nothing."""
    behind = next((one for one in clause.words if one.at > figure.at and one.stem not in _UNITS), None)
    near = behind is not None and behind.at - figure.at <= _REACH
    return behind.stem if behind and near and behind.before in _OF and not behind.is_exact else ""


def _figure_fits(word: Word, paper: Sequence[Clause]) -> bool:
    same = [other for one in paper for other in one.words if other.stem == word.stem]
    return any(_beside_the_same(word, other) and _is_when(word, other) for other in same)


def _beside_the_same(word: Word, other: Word) -> bool:
    """Whether what follows a figure follows it in the paper too, and the month before a year."""
    (before, behind), (their_before, theirs) = word.neighbours, other.neighbours
    if {before, their_before} & MONTH_STEMS and before and their_before and before != their_before:
        return False
    if (behind[:1].isdigit() and behind != theirs) or (before[:1].isdigit() and before != their_before):
        return False  # "2021–2022"
    if {behind, theirs} & _UNITS and behind != theirs:
        return False  # "68,1 mln. euro in 2024"
    return not behind or not theirs or is_borne(behind, frozenset({theirs})) or is_borne(theirs, frozenset({behind}))


def _is_when(word: Word, other: Word) -> bool:
    """Whether a day is led in alike; "in" may come and go, "vanaf" and "tot" may not."""
    own, theirs = _WHEN.get(word.before), _WHEN.get(other.before)
    return own == theirs or {own, theirs} <= {None, _WHEN["in"]}
