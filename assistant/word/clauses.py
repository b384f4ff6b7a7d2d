"""A claim beside the sentences that are to bear it: which clauses say it, with which words, in which order.

A claim is compared clause by clause. Of each clause every word that carries content has to stand in a clause of the
paper (``aligned``); those clauses then tell whether a denial or a limit was lost or brought in (``signals``), and in
which order who does what to whom. Verbs move freely in Dutch, and so does a phrase with its own preposition; nothing
else may change places, for then somebody else may be doing it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from simplemma import is_known, lemmatize

from assistant.understand.names import NUMBER
from assistant.word.signals import Signal, signals
from index.dutch import STOP_WORDS, fold, stem
from ingest.official_numbers import MONTHS
from ingest.sentences import split
from ingest.structure.pointers import ORDINALS

_RAISED = re.compile(r"[⁰¹²³⁴-⁹]+")  # the mark of a footnote
_TOKEN = re.compile(rf"{NUMBER.pattern}|[^\W\d_]+(?:['’-][^\W_]+)*|[%€]")
_CUT = re.compile(
    r"[;:()]|(?<!\d),|,(?!\d)| [-–—] | en (?!met\b)|"
    r"(?<=\s)(?=(?:maar|waarvan|terwijl|omdat|doordat|zodat|tenzij|mits|want|hoewel|waarbij|waardoor)\b)"
)
PREPOSITIONS = frozenset(
    "aan bij binnen door in met na naar naast namens om onder op over per rond sinds te tegen tijdens tot tussen uit "
    "van vanaf vanuit via volgens voor wegens".split()
)
# When something is so, by the preposition before its day; those in one group say the same.
_ORDINALS = frozenset(map(stem, ORDINALS))
_WHEN = {
    word: group
    for group, words in enumerate(("voor tot uiterlijk", "vanaf sinds per", "na", "in op tijdens"))
    for word in words.split()
}
# Prepositions of one group say much the same of a place or a subject.
_ALIKE = {
    word: group
    for group, words in enumerate(("in op bij binnen tijdens aan", "per vanaf sinds", "over om rond", "door via"))
    for word in words.split()
}
_SKIPPED = frozenset("de het een dit deze die dat ongeveer circa ruim en met ingang nog pas".split())
_MONTHS = frozenset(map(stem, MONTHS))
_QUANTIFYING = {Signal.ALL, Signal.SOME, Signal.ONLY, Signal.OFTEN}
_DETERMINERS = frozenset("de het een deze dit die geen elke iedere alle mijn uw hun zijn haar".split())
# Nouns that say what a small word says: they look after the claim, and are told like any other noun.
_NOUNS = frozenset("planning ambitie ambities voornemen voornemens wens wensen verwachting voorbehoud".split())
_VAGUE = frozenset({"zo'n", "zo’n"})
_IN_FULL = {"mln": "miljoen", "mld": "miljard", "€": "euro", "%": "procent"}
LONGEST_UNIT = (
    5  # letters of the last part of a compound that stands for the whole: "aanvragen" for "subsidieaanvragen"
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word that carries content, with what stands directly beside it."""

    stem: str
    before: str  # the preposition that leads it in; "" if none does
    neighbours: tuple[str, str]  # the stems of the content words that touch it, "" where none does
    is_verb: bool

    @property
    def is_number(self) -> bool:
        """Whether it is a figure."""
        return self.stem[:1].isdigit()

    @property
    def is_exact(self) -> bool:
        """Whether it is a figure, a month or a place in a row: only the sentence itself may give it."""
        return self.is_number or self.stem in _MONTHS or self.stem in _ORDINALS


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence that says one thing."""

    text: str
    words: tuple[Word, ...]
    sentence: int  # which sentence it is of, from 0

    @property
    def stems(self) -> frozenset[str]:
        """The stems of its words."""
        return frozenset(word.stem for word in self.words)


@lru_cache(maxsize=4096)
def clauses_of(text: str) -> tuple[Clause, ...]:
    """The clauses of a text, in order."""
    plain = _RAISED.sub("", text)
    found: list[Clause] = []
    for number, (start, end) in enumerate(split(plain)):
        opening = ""  # words without content before the first clause: "Er moet nog een (korte) toets komen"
        for part in _CUT.split(plain[start:end]):
            if words := tuple(_words(part)):
                found.append(Clause(f"{opening} {part.strip()}".lstrip(), words, number))
                opening = ""
            elif found and found[-1].sentence == number:  # "…, maar dat niet": its small words count all the same
                found[-1] = replace(found[-1], text=f"{found[-1].text} {part.strip()}")
            else:
                opening = part.strip()
    return tuple(found)


def _words(text: str) -> Iterator[Word]:
    tokens = [fold(token) for token in _TOKEN.findall(text)]
    content = ["" if _is_empty(token) else _stem(token) for token in tokens]
    for at, own in enumerate(content):
        if own:
            beside = (content[at - 1] if at else "", content[at + 1] if at + 1 < len(content) else "")
            is_noun = at > 0 and tokens[at - 1] in _DETERMINERS
            yield Word(own, _led_in(tokens, at), beside, not is_noun and _is_verb(tokens[at]))


@lru_cache(maxsize=20_000)
def _is_empty(token: str) -> bool:
    """Whether a word carries no content of its own: grammar, or what ``signals`` looks after."""
    if token in _IN_FULL or token in _NOUNS or token.isdigit():
        return False
    return token in STOP_WORDS or token in PREPOSITIONS or len(token) < 2 or bool(signals(token)) or token in _VAGUE


def _stem(token: str) -> str:
    token = _IN_FULL.get(token, token)
    return token if token[0].isdigit() else stem(token.replace("-", "").replace("’", "'"))


def _led_in(tokens: Sequence[str], at: int) -> str:
    """The preposition before a word, over articles and the figures of a day: "op 5 april"."""
    for token in reversed(tokens[max(0, at - 4) : at]):
        if token in PREPOSITIONS or token == "uiterlijk":
            return token
        if token not in _SKIPPED and not token[0].isdigit() and stem(token) not in _MONTHS:
            return ""
    return ""


@lru_cache(maxsize=20_000)
def _is_verb(token: str) -> bool:
    lemma = lemmatize(token, lang="nl").replace("_", "")
    return lemma.endswith(("en", "gaan", "staan", "doen", "zien")) and not token.isdigit()


def is_borne(own: str, stems: frozenset[str]) -> bool:
    """Whether a word stands in a text: itself, or as the last part of a compound in it."""
    return own in stems or (len(own) >= LONGEST_UNIT and any(_ends_in(one, own) for one in stems))


def _ends_in(compound: str, unit: str) -> bool:
    """Whether a word is a compound of another: what stands before it is a word too, as in no "sch-ouder"."""
    first = compound.removesuffix(unit).rstrip("-")
    return first != compound and (is_known(first, lang="nl") or is_known(first.removesuffix("s"), lang="nl"))


def aligned(claim: Clause, paper: Sequence[Clause]) -> tuple[list[Clause], frozenset[str]]:
    """The fewest clauses of the paper that together hold the words of a claim, and the words that none holds."""
    open_ = {word.stem for word in claim.words}
    chosen: list[Clause] = []
    while open_:
        best = max(paper, key=lambda one: sum(is_borne(own, one.stems) for own in open_), default=None)
        held = {own for own in open_ if best and is_borne(own, best.stems)}
        if best is None or not held:
            break
        chosen.append(best)
        open_ -= held
    return chosen, frozenset(open_)


def replaces(claim: Clause, sentence: Sequence[Word], brought: frozenset[str]) -> bool:
    """Whether a word that a claim brings in stands in the place of one of the sentence: "besluit" for "voorstel"."""
    told = [word.stem for word in claim.words]
    theirs = ["", *(word.stem for word in sentence), ""]
    return any(
        own in brought
        and any(
            other not in told and ((before and before == left) or (behind and behind == right))
            for left, other, right in zip(theirs, theirs[1:], theirs[2:], strict=False)
        )
        for before, own, behind in zip(["", *told], told, [*told[1:], ""], strict=False)
    )


def leads_fit(claim: Clause, paper: Sequence[Clause]) -> bool:
    """Whether each word with a preposition has a like one in the paper, if it always has one: no "na" for "voor"."""
    for word in claim.words:
        leads = [other.before for one in paper for other in one.words if other.stem == word.stem]
        if word.before and leads and all(leads) and not any(_alike(word.before, lead) for lead in leads):
            return False
    return True


def _alike(one: str, other: str) -> bool:
    return one == other or _ALIKE.get(one, one) == _ALIKE.get(other, other)


def verbs_fit(claim: Clause, paper: Sequence[Clause]) -> bool:
    """Whether every verb of a claim stands in a clause with another word of it: none is taken from elsewhere."""
    others = [word.stem for word in claim.words if not word.is_verb]
    return not others or all(
        any(word.stem in one.stems and any(is_borne(own, one.stems) for own in others) for one in paper)
        for word in claim.words
        if word.is_verb and any(word.stem in one.stems for one in paper)
    )


def in_order(claim: Clause, sentence: Sequence[Word]) -> bool:
    """Whether the words of a claim stand in a sentence in the same order, but for its verbs and led-in phrases.

    Figures are held against each other alone: "39 aanvragen" is told of "aanvragen, waarvan 39".
    """
    bare = _without_phrases(claim.words, sentence)
    return all(
        _rises(
            [
                [at for at, other in enumerate(sentence) if _same(word, other)]
                for word in bare
                if word.is_number is number
            ]
        )
        for number in (False, True)
    )


def _without_phrases(words: Sequence[Word], sentence: Sequence[Word]) -> list[Word]:
    """The words that may not move: no verbs, and none of a phrase that a like preposition leads in there too."""
    bare: list[Word] = []
    free = False  # whether the word before belongs to such a phrase
    for word in words:
        same = [other for other in sentence if _same(word, other)]
        led_in = bool(word.before) and any(_alike(word.before, other.before) for other in same)
        touching = bool(word.neighbours[0]) and any(word.neighbours[0] == other.neighbours[0] for other in same)
        free = led_in or (free and touching)
        if not free and not word.is_verb:
            bare.append(word)
    return bare


def _same(word: Word, other: Word) -> bool:
    return is_borne(word.stem, frozenset({other.stem}))


def _rises(places: Sequence[Sequence[int]]) -> bool:
    """Whether each word can be given one of its places so that they rise; words without a place are passed over."""
    last = -1
    for found in places:
        if found:
            behind = [place for place in found if place > last]
            if not behind:
                return False
            last = min(behind)
    return True


def quantified(text: str) -> frozenset[tuple[Signal, str]]:
    """Which things a text speaks of as all, some, only or about so many, each as the signal and the stem."""
    tokens = [fold(token) for token in _TOKEN.findall(text)]
    found = set()
    for at, token in enumerate(tokens[:-1]):
        thing = next((one for one in tokens[at + 1 : at + 4] if not _is_empty(one)), "")
        found |= {(signal, _stem(thing)) for signal in signals(token) & _QUANTIFYING if thing}
    return frozenset(found)


def figures_rise(claim: Sequence[Clause], sentence: Sequence[Word]) -> bool:
    """Whether the figures of a whole claim stand in a sentence in the same order, but for those of led-in phrases."""
    words = [word for clause in claim for word in clause.words]
    bare = [word for word in _without_phrases(words, sentence) if word.is_number]
    return _rises([[at for at, other in enumerate(sentence) if word.stem == other.stem] for word in bare])


def figures_fit(claim: Clause, paper: Sequence[Clause]) -> bool:
    """Whether every figure of a claim counts the same thing, and every day is led in alike, somewhere in the paper."""
    return all(_figure_fits(word, paper) for word in claim.words if word.is_exact)


def _figure_fits(word: Word, paper: Sequence[Clause]) -> bool:
    same = [other for one in paper for other in one.words if other.stem == word.stem]
    return any(_beside_the_same(word, other) and _is_when(word, other) for other in same)


def _beside_the_same(word: Word, other: Word) -> bool:
    """Whether what follows a figure follows it in the paper too, and the month before a year."""
    (before, behind), (their_before, theirs) = word.neighbours, other.neighbours
    if {before, their_before} & _MONTHS and before and their_before and before != their_before:
        return False
    if (behind[:1].isdigit() and behind != theirs) or (before[:1].isdigit() and before != their_before):
        return False  # "2021–2022"
    return not behind or not theirs or is_borne(behind, frozenset({theirs})) or is_borne(theirs, frozenset({behind}))


def _is_when(word: Word, other: Word) -> bool:
    """Whether a day is led in alike; "in" may come and go, "vanaf" and "tot" may not."""
    own, theirs = _WHEN.get(word.before), _WHEN.get(other.before)
    return own == theirs or {own, theirs} <= {None, _WHEN["in"]}
