"""Whether a claim is of the same time as the paper: what was so is not told as what is so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import lru_cache

from simplemma import lemmatize

from assistant.understand.asked import is_verb
from assistant.word.clauses import AUXILIARIES, Clause, Word, is_empty, is_told_whole


class Tense(StrEnum):
    """When something is so, by the finite verb of a clause and whether a participle goes with it."""

    PRESENT = "is"
    PAST = "was"
    PERFECT = "is geweest"
    PLUPERFECT = "was geweest"


# What a claim may make of the tense of the paper.
_MAY_BE = {
    Tense.PRESENT: {Tense.PRESENT},
    Tense.PAST: {Tense.PAST, Tense.PERFECT},
    Tense.PERFECT: {Tense.PAST, Tense.PERFECT},
    Tense.PLUPERFECT: {Tense.PAST, Tense.PLUPERFECT},
}
# What is being done and what was done: "wordt ingediend" is not "is ingediend".
_PASSIVES = tuple(
    (frozenset(being.split()), frozenset(done.split()))
    for being, done in (("wordt worden", "is zijn"), ("werd werden", "was waren"), ("wordt worden", "was waren"))
)
_PRESENT = frozenset().union(*(present for present, _ in AUXILIARIES))
_PAST = frozenset().union(*(past for _, past in AUXILIARIES))
_PERFECT, _PLUPERFECT = (being | having for being, having in zip(*AUXILIARIES[:2], strict=True))  # of a participle
_UNSTRESSED = ("be", "ver", "ont", "her", "er", "ge")
_ENDINGS = {"z": "s", "v": "f"}
_VOWELS = "aeiou"


def tense_fits(clause: Clause, bearing: Sequence[Clause]) -> bool:
    """Whether every tense of a clause may be told of one that the paper uses there, and no verb has another."""
    for word in clause.words:
        told = [(other, one) for one in bearing for other in one.words if other.stem == word.stem]
        forms = {form for other, one in told for form in _form(other, one)}
        if forms and _form(word, clause) - forms:
            return False
    if any(_is_moved(clause, bearing, *forms) for forms in (*AUXILIARIES, *_PASSIVES)):
        return False
    theirs = {tense for one in bearing for tense in tenses(one)}
    own = tenses(clause)
    if any(is_told_whole(one.stems, clause.stems) and tenses(one) - own - {Tense.PERFECT} for one in bearing):
        return False
    return not theirs or all(any(tense in _MAY_BE[other] for other in theirs) for tense in own)


def _is_moved(clause: Clause, bearing: Sequence[Clause], present: frozenset[str], past: frozenset[str]) -> bool:
    """Whether a verb of the paper stands in the other time in a claim: "kon" for "kan"."""
    own, told = clause.tokens, [token for one in bearing for token in one.tokens]
    return any(
        _times(here, own) > _times(here, told) and _times(there, told) > 0
        for here, there in ((present, past), (past, present))
    )


def _times(forms: frozenset[str], tokens: Sequence[str]) -> int:
    return sum(token in forms for token in tokens)


def _form(word: Word, clause: Clause) -> frozenset[Tense]:
    """The tense of a full verb by its own form; nothing of a participle or another word."""
    token = clause.tokens[word.at]
    if token.endswith("en") and not word.is_verb:  # "vragen", a noun as well
        return frozenset({Tense.PRESENT})
    return frozenset({_of_verb(token)} if word.is_verb and _is_full_verb(token) else ())


def tenses(clause: Clause) -> frozenset[Tense]:
    """The tenses of the finite verbs of a clause."""
    tokens = clause.tokens
    done = any(map(is_participle, tokens))
    found = {*_of_auxiliaries(tokens, done)}
    return frozenset(found or {_of_verb(token) for token in tokens if _is_full_verb(token)})


def _of_auxiliaries(tokens: Sequence[str], done: bool) -> Iterator[Tense]:
    for token in tokens:
        if token in _PRESENT:
            yield Tense.PERFECT if done and token in _PERFECT else Tense.PRESENT
        elif token in _PAST:
            yield Tense.PLUPERFECT if done and token in _PLUPERFECT else Tense.PAST


def _is_full_verb(token: str) -> bool:
    return not is_empty(token) and is_verb(token) and not is_participle(token)


@lru_cache(maxsize=20_000)
def _of_verb(token: str) -> Tense:
    lemma = lemmatize(token, lang="nl").replace("_", "")
    return Tense.PRESENT if token in {lemma, *_present(lemma)} else Tense.PAST


def _present(lemma: str) -> Iterator[str]:
    """The forms of the present of a verb but its infinitive: "maak" and "maakt"."""
    if lemma.endswith(("aan", "ien", "oen")):  # "gaan", "zien", "doen"
        yield from (lemma.removesuffix("an").removesuffix("n"), f"{lemma[:-1]}t")
        return
    bare = lemma.removesuffix("en")
    if bare[-2:-1] == bare[-1:]:
        bare = bare[:-1]
    elif len(bare) > 1 and bare[-1] not in _VOWELS and bare[-2] in _VOWELS and bare[-3:-2] not in (*_VOWELS,):
        yield from _with_t(f"{bare[:-1]}{bare[-2]}{_ENDINGS.get(bare[-1], bare[-1])}")
    yield from _with_t(f"{bare[:-1]}{_ENDINGS.get(bare[-1:], bare[-1:])}")


def _with_t(form: str) -> Iterator[str]:
    yield form
    yield f"{form}t"


@lru_cache(maxsize=20_000)
def is_participle(token: str) -> bool:
    """Whether a word is the participle of a verb: "gevraagd", "ingediend", "bepaald"."""
    lemma = lemmatize(token, lang="nl")
    if token == lemma or not lemma.endswith(("en", "gaan", "staan", "doen", "zien")):
        return False
    if token.endswith(("d", "t", "en")) and "ge" in token[: max(2, len(token) - 4)] and "ge" not in lemma[:4]:
        return True
    bare = lemma.removesuffix("en")
    return token.startswith(_UNSTRESSED) and token.endswith("d") and token[:-1].endswith(bare[-1:])
