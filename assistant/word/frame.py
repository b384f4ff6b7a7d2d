"""Whether a claim stays within the frame in which the paper says it.

What stands before the verb bounds the rest ("In kleine steden is het tekort groot"), what somebody hopes, asks or
proposes is no more so than that, and what is only to be done is not done.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.understand.asked import is_verb
from assistant.word.clauses import (
    FINITE,
    Clause,
    Word,
    clauses_of,
    is_borne,
    is_same,
    is_told,
    stem_of,
    stems_of,
    tokens_of,
)
from assistant.word.roles import acting, bare, first_verb, homes, unled
from assistant.word.signals import Signal, signals
from assistant.word.tense import is_participle
from index.dutch import STOP_WORDS, stem
from index.separable import PARTICLES
from ingest.number_words import number_of
from ingest.sentences import split

# They only go on with what was said, and bound nothing.
_GOING_ON = frozenset(map(stem, "daarnaast verder tevens voorts overigens allereerst vervolgens namelijk".split()))
# What is told behind these is so: "uit onderzoek blijkt dat"; behind other words it is hoped, asked or feared.
_SO_IT_IS = frozenset(
    "blijkt blijken bleek gebleken toont tonen aangetoond zie ziet zien constateer constateert geconstateerd "
    "vastgesteld weet weten bekend feit betekent duidelijk zorgt geldt".split()
)
# What opens a clause with one of these last is no subject: "de komende periode verzamelt het team".
_TIMES = frozenset(
    map(stem, "periode tijd jaar schooljaar kwartaal maand week dag voorjaar najaar zomer winter".split())
)
_APART = re.compile(r",\s+dat\b")  # of what stands before it, and of no verb
_LINK = re.compile(r"\b(?:dat|of)\b", re.IGNORECASE)
_LAST = PARTICLES | {"tegen"}
_WITHIN = frozenset("voor in binnen bij buiten onder tijdens".split())


def scope_is_kept(claim: Clause, claimed: Sequence[Clause], bearing: Sequence[Clause], paper: Sequence[Clause]) -> bool:
    """Whether it is told of where or of whom the paper says it.

    That is what opens a clause before its verb and is not what it speaks of, also for the clauses that go on with a
    verb behind it, and the places behind the verb in the clause that bears most of the claim.
    """
    told_in = homes(claim, bearing)
    begun = [one for home in told_in for one in _begun(home, paper)]
    counted = any(word.is_number for one in claimed for word in one.words)
    bounds = [word for one in begun for word in _opening(one, claim, counted=counted)]
    bounds = [word for word in (*bounds, *_apart(told_in, paper)) if word.stem not in _GOING_ON]
    places = [word for word in bearing[0].words if word.before in _WITHIN and not word.is_exact]
    told = all(any(is_told(word, one) for one in claimed) for word in (*bounds, *places))
    return told and all(_is_told_there(word, claim, claimed, bearing[0]) for word in places)


def _apart(told_in: Sequence[Clause], paper: Sequence[Clause]) -> list[Word]:
    """What opens a sentence and a comma parts from its verb: "IN ACHT DORPEN, waaronder Aalsum, VAART een boot"."""
    found: list[Word] = []
    for home in told_in:
        before = [one for one in paper[: paper.index(home)] if one.sentence == home.sentence]
        verbless = all(first_verb(one) == len(one.tokens) for one in before)
        if before and verbless and first_verb(home) == 0:
            found += [word for word in before[0].words if word.before]
    return found


def _begun(home: Clause, paper: Sequence[Clause]) -> list[Clause]:
    """A clause, and the one that it goes on with: "Dit jaar meet de bond de boten en de sluizen en HERSTELT ze"."""
    if first_verb(home) > 0 or "nu" in home.tokens:
        return [home]
    before = (one for one in reversed(paper[: paper.index(home)]) if first_verb(one) < len(one.tokens))
    beginning = next(before, None)
    same = beginning is not None and beginning.sentence == home.sentence
    return [home, *(_begun(beginning, paper) if beginning and same else [])]


def _is_told_there(place: Word, claim: Clause, claimed: Sequence[Clause], home: Clause) -> bool:
    """Whether a word of where or for whom is told as that, or stands in the same clause, which has it once."""
    led_in = any(word.before in _WITHIN for one in claimed for word in one.words if is_same(word, place))
    once = all(word.stem != place.stem or word.before in _WITHIN for word in home.words)
    return led_in or (once and any(is_same(word, place) for word in claim.words))


def _opening(clause: Clause, claim: Clause, *, counted: bool) -> list[Word]:
    """The words before the verb of a clause, where what it speaks of stands behind that; else none.

    "Uit de telling blijkt" bounds only a figure, which is one of those who were counted.
    """
    verb = first_verb(clause)
    if {*clause.tokens[verb : verb + 1]} & _SO_IT_IS and not counted:
        return []
    before = [word for word in clause.words if word.at < verb < len(clause.tokens)]
    behind = next((word for word in clause.words if word.at > verb and not word.before and not word.is_verb), None)
    subject = acting(claim)
    turned = subject and behind and is_same(subject, behind) and not any(is_same(subject, one) for one in before)
    is_time = bool(before) and before[-1].stem in _TIMES
    return before if turned or is_time or not unled(before) else []


def is_taken_out(claim: str, texts: Sequence[str]) -> bool:
    """Whether all of a claim stands behind a "dat" or "of" of a sentence, and nothing of what that hangs on is told."""
    own = tokens_of(claim)
    sentences = (_APART.sub(", die", text[start:end]) for text in texts for start, end in split(text))
    return any(
        _stands_behind(own, sentence[: link.start()], tokens_of(sentence[link.end() :]))
        for sentence in sentences
        for link in _LINK.finditer(sentence)
    )


def _stands_behind(own: Sequence[str], before: str, behind: Sequence[str]) -> bool:
    front = tokens_of(before)
    so_it_is = bool({*tokens_of(_governing(before))} & _SO_IT_IS)
    spoken = {*front} if not so_it_is else {one for clause in clauses_of(before) for one in _bare(clause)}
    if (spoken & {*own}) - STOP_WORDS:
        return _is_given_away(own, front, behind)
    if so_it_is:
        return False
    without, within = stems_of(front), stems_of(behind)
    return all(is_borne(one, within) and not is_borne(one, without) for one in stems_of(own))


def _governing(before: str) -> str:
    """What a "dat" hangs on, the last part with a verb before it: "geloof ik" of "zoals u ziet, geloof ik"."""
    last = _LINK.split(before)[-1]
    parts = (
        part for part in reversed(last.split(",")) if any(one in FINITE or is_verb(one) for one in tokens_of(part))
    )
    return next(parts, last)


def _bare(clause: Clause) -> list[str]:
    """The words of a clause that no preposition leads in."""
    return [clause.tokens[word.at] for word in bare(clause.words)]


def is_supposed(claim: str, texts: Sequence[str]) -> bool:
    """Whether a claim tells without its condition what a sentence tells under one that begins with its verb or "waar".

    So begins "slaagt de proef, dan volgt de invoering".
    """
    own = tokens_of(claim)
    if Signal.IF in signals(claim) or _begins_supposing(claim):
        return False
    told = stems_of(own)
    return any(
        _begins_supposing(text[start:end]) and told <= stems_of(tokens_of(text[start:end]))
        for text in texts
        for start, end in split(text)
    )


def _begins_supposing(sentence: str) -> bool:
    first, comma, rest = sentence.partition(", ")
    begin, goes_on = tokens_of(first)[:1], tokens_of(rest)[:1]
    if not comma or not begin or not goes_on:
        return False
    finite = begin[0] in FINITE or (is_verb(begin[0]) and not is_participle(begin[0]))
    return (finite or begin[0] == "waar") and (goes_on[0] in {"dan", *FINITE} or is_verb(goes_on[0]))


def _is_given_away(own: Sequence[str], front: Sequence[str], behind: Sequence[str]) -> bool:
    """Whether who says, denies or asks something is told to do it: "het bestuur ontkent dat de school sluit"."""
    verbs = {stem_of(one) for one in front if one not in FINITE and is_verb(one)}
    told = frozenset(map(stem_of, own))
    said = (told & stems_of(behind)) - stems_of(front)
    return bool(verbs and said) and not verbs & told and front[-1] not in own


def compared_alike(claim: str, texts: Sequence[str]) -> bool:
    """Whether what something is compared with stays that: "A is groter dan B" tells of A."""
    told, with_told = _compared(claim)
    sides = [_compared(text) for text in texts]
    free = frozenset().union(*(bare for bare, _ in sides))
    with_what = frozenset().union(*(other for _, other in sides))
    return with_told <= with_what and all(is_borne(one, free) for one in told if one in with_what)


def _compared(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words of a text, and those behind a "dan" that compares with no figure."""
    bare, behind = set[str](), set[str]()
    for clause in clauses_of(text):
        dan = _than(clause.tokens)
        for word in clause.words:
            (behind if word.at > dan and not word.is_verb and not word.is_exact else bare).add(word.stem)
    return frozenset(bare), frozenset(behind)


def _than(tokens: Sequence[str]) -> int:
    """Where a "dan" stands that compares; behind the end if none does."""
    for at, token in enumerate(tokens[:-1]):
        near = tokens[at + 1 : at + 4]
        if token == "dan" and at and near[0] not in FINITE and not any(map(number_of, near)):
            return at
    return len(tokens)


def tells_as_done(claim: Clause, paper: Sequence[Clause]) -> bool:
    """Whether a claim tells as done what the paper only says is to be done: "proberen te helpen" is not "helpen"."""
    return any(_is_to_do(word, paper) for word in claim.words if word.is_verb and not _behind_te(word, claim))


def _is_to_do(word: Word, paper: Sequence[Clause]) -> bool:
    """Whether the paper has a verb behind "te" only."""
    theirs = [_behind_te(other, clause) for clause in paper for other in clause.words if other.stem == word.stem]
    return bool(theirs) and all(theirs)


def _behind_te(word: Word, clause: Clause) -> bool:
    return word.at > 0 and clause.tokens[word.at - 1] == "te"


def particle_fits(claim: Clause, bearing: Sequence[Clause]) -> bool:
    """Whether a clause that ends in a part of its verb has it of the paper: "voert in" is not "voert uit".

    A figure keeps what its clause ends in: "60 stemmen tegen".
    """
    last = claim.tokens[-1]
    for one in bearing:
        exact = any(word.is_exact and word.stem in claim.stems for word in one.words)
        if exact and one.tokens[-1] in _LAST and not _holds_part(one.tokens[-1], claim):
            return False
    return last not in _LAST or any(one.tokens[-1] == last or _holds_part(last, one) for one in bearing)


def _holds_part(particle: str, clause: Clause) -> bool:
    """Whether a clause has a part of a verb, by itself or before its verb."""
    return any(one == particle or (one.startswith(particle) and is_verb(one)) for one in clause.tokens)
