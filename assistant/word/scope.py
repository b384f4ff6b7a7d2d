"""Whether a claim denies, limits and links the same things as the paper."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from assistant.understand.asked import is_verb
from assistant.word.clauses import (
    FINITE,
    Clause,
    clauses_of,
    is_borne,
    is_empty,
    is_told_whole,
    stem_of,
    tokens_of,
)
from assistant.word.sheet import Line
from assistant.word.signals import KEPT, LINKS, Signal, counted, denials, signals

_QUANTIFYING = {Signal.ALL, Signal.SOME, Signal.ONLY, Signal.SOMETIMES, Signal.OFTEN, Signal.MAINLY}
_OF_ALL = (Signal.IF, Signal.ONLY, Signal.OWN_VIEW, Signal.TO_COME)  # they bound a sentence from any of its clauses
_POINTING = frozenset("daar hier toen destijds daarin hierin daarbij hierbij daarmee hiermee ginds".split())
_ASIDE = re.compile(r"\(([^()]{20,})\)")
_DENYING = frozenset("niet geen nooit niemand niets nergens zonder noch".split())
OF_THEMSELVES = frozenset("ik wij we mij me ons".split())
_THEREIN = re.compile(r"(?:hier|daar|er)(aan|bij|in|mee|om|op|over|tegen|toe|uit|van|voor)")
# What may stand between a denial and what it denies.
_BETWEEN = frozenset("de het een er hier daar die dat dit te zich".split())


def is_turned(clause: Clause, claim: str, bearing: Sequence[Clause], paper: Sequence[Clause]) -> bool:
    """Whether a denial, a limit or a link came or went between the clauses of the paper and one of a claim."""
    own = signals(clause.text)
    theirs = frozenset().union(*(signals(one.text) for one in bearing))
    said, told = denials(clause.text), sum(denials(one.text) for one in bearing)
    if said > told or (told and not said) or not _denied_alike(clause, bearing):
        return True
    if not _leans_alike(clause, bearing[0].tokens):
        return True
    if _POINTING.intersection(clause.tokens).difference(*(one.tokens for one in bearing)):
        return True  # "huurders krijgen DAAR een bijdrage"
    if not _quantified_alike(clause, paper) or (own & LINKS) - theirs:
        return True
    sentences = {one.sentence for one in bearing}
    whole = frozenset().union(*(signals(one.text) for one in paper if one.sentence in sentences))
    if own - whole:
        return True
    lost = theirs & KEPT - (own if len(bearing) == 1 else signals(claim))
    return bool(lost) or any(_limits_less(claim, paper, number) for number in sentences)


def _limits_less(claim: str, paper: Sequence[Clause], sentence: int) -> bool:
    """Whether a claim sets fewer conditions than a sentence, or none tells whose view it is, in whichever clause."""
    theirs = Counter[Signal]()
    for one in paper:
        if one.sentence == sentence:
            theirs.update(counted(one.text))
    return any(counted(claim).get(limit, 0) < theirs[limit] for limit in _OF_ALL)


def _denied_alike(clause: Clause, bearing: Sequence[Clause]) -> bool:
    """Whether what is denied is the same: "niet alle scholen" are not "alle scholen niet".

    What somebody denies of himself ("ik heb geen klachten gehoord") is denied of nobody else, and what is denied of
    one thing ("hierin") not of all.
    """
    own, theirs = denied(clause), frozenset(thing for one in bearing for thing in denied(one))
    denying = {token for one in bearing for token in _where_it_denies(one.tokens)} if own else set()
    if denying & OF_THEMSELVES and not OF_THEMSELVES & {*clause.tokens}:
        return False
    if not _leans_alike(clause, denying):
        return False
    spoken = {_as_stem(token) for token in clause.tokens}
    return all(is_borne(thing, theirs) for thing in own) and not (theirs & spoken) - {*own}


def _leans_alike(clause: Clause, tokens: Iterable[str]) -> bool:
    """Whether a clause keeps the words of the paper that point to something else, such as "hierin" and "daarvoor".

    It has the word itself, or its preposition: "in de brief" for "hierin". "Daarom" only links, and may go.
    """
    leaning = filter(None, map(_THEREIN.fullmatch, tokens))
    return all(one[1] == "om" or {one[0], one[1]} & {*clause.tokens} for one in leaning)


def _where_it_denies(tokens: Sequence[str]) -> Iterator[str]:
    """The words of the parts of a clause that deny, as a "dat" parts it: "ik zie dat DE BRUG NIET OPEN IS"."""
    for is_link, part in groupby(tokens, lambda token: token == "dat"):
        own = [*part]
        if not is_link and not _DENYING.isdisjoint(own):
            yield from own


def denied(clause: Clause) -> list[str]:
    """What each denial of a clause stands before, over verbs and articles; "" where it stands last."""
    tokens = clause.tokens
    return [
        next((_as_stem(one) for one in tokens[at + 1 :] if not _is_passed_over(one)), "")
        for at, token in enumerate(tokens)
        if token in _DENYING
    ]


def _is_passed_over(token: str) -> bool:
    return token in _BETWEEN or token in FINITE or (not is_empty(token) and is_verb(token))


def _as_stem(token: str) -> str:
    return token if is_empty(token) else stem_of(token)


def _quantified_alike(clause: Clause, paper: Sequence[Clause]) -> bool:
    """Whether what a claim tells of all, some or only these things is told of them in the paper."""
    theirs = frozenset().union(*(quantified(one.text) for one in paper))
    return all(
        any(signal is other and is_borne(thing, frozenset({their_thing})) for other, their_thing in theirs)
        for signal, thing in quantified(clause.text)
    )


def quantified(text: str) -> frozenset[tuple[Signal, str]]:
    """Which things a text speaks of as all, some, only or about so many, each as the signal and the stem."""
    tokens = tokens_of(text)
    found = set()
    for at, token in enumerate(tokens[:-1]):
        thing = next((one for one in tokens[at + 1 : at + 4] if not is_empty(one)), "")
        found |= {(signal, stem_of(thing)) for signal in signals(token) & _QUANTIFYING if thing}
    return frozenset(found)


def loses_a_limit(claim: str, claimed: Sequence[Clause], paper: Sequence[Clause]) -> bool:
    """Whether a claim that tells nearly all of a sentence lacks a small word of it that turns or limits it."""
    told = frozenset().union(*(clause.stems for clause in claimed))
    for number in {clause.sentence for clause in paper}:
        own = [clause for clause in paper if clause.sentence == number]
        stems = frozenset().union(*(clause.stems for clause in own))
        if is_told_whole(stems, told):
            limits = Counter[Signal]()
            for clause in own:
                limits.update(counted(clause.text))
            if any(counted(claim).get(signal, 0) < times for signal, times in limits.items() if signal in KEPT):
                return True
    return False


def is_an_aside(claim: str, lines: Sequence[Line]) -> bool:
    """Whether a claim tells what stands between brackets, and little of what is said around them.

    "Dit experiment maakt ook meer geld mogelijk (scholen mogen 2 procent besteden)" tells of the experiment alone.
    """
    own = frozenset(_stems([claim]))
    for line in lines:
        for aside in _ASIDE.finditer(line.shown):
            within = frozenset(_stems([aside[1]]))
            around = frozenset(_stems([f"{line.shown[: aside.start()]} {line.shown[aside.end() :]}"]))
            alone = {stem for stem in own if is_borne(stem, within) and not is_borne(stem, around)}
            if len(alone) > len(own) / 2 and not is_told_whole(around, own):
                return True
    return False


def says_too_often(claim: str, lines: Sequence[Line]) -> bool:
    """Whether a claim says a word, or does with a small word, more often than what bears it."""
    told = [*stems_of_speaker(lines), *_stems(line.shown for line in lines)]
    for stem, times in Counter(_stems([claim])).items():
        if times > sum(is_borne(stem, frozenset({other})) for other in told):
            return True
    signs = Counter[Signal]()
    for line in lines:
        signs.update(counted(line.shown))
    return any(times > max(1, signs[signal]) for signal, times in counted(claim).items())


def stems_of_speaker(lines: Sequence[Line]) -> list[str]:
    """The stems of the office and name of who speaks."""
    return _stems({quote.speaker.name for line in lines for quote in line.quotes})


def _stems(texts: Iterable[str]) -> list[str]:
    return [word.stem for text in texts for clause in clauses_of(text) for word in clause.words]
