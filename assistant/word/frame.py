"""Whether a claim stays within the frame in which the paper says it.

What stands before the verb bounds the rest ("In kleine steden is het tekort groot"), what somebody hopes, asks or
proposes is no more so than that, and what is only to be done is not done.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.understand.asked import is_verb
from assistant.word.clauses import Clause, Word, is_borne, is_same, is_told, stems_of, tokens_of
from assistant.word.roles import acting, first_verb, homes, unled
from index.dutch import STOP_WORDS, stem
from index.separable import PARTICLES
from ingest.sentences import split

# They only go on with what was said, and bound nothing.
_GOING_ON = frozenset(map(stem, "daarnaast verder tevens voorts overigens allereerst vervolgens namelijk".split()))
# What is told behind these is so: "uit onderzoek blijkt dat"; behind other words it is hoped, asked or feared.
_SO_IT_IS = frozenset(
    "blijkt blijken bleek gebleken toont tonen aangetoond zie ziet zien constateer constateert geconstateerd weet "
    "weten bekend feit betekent duidelijk zorgt geldt".split()
)
_WITHIN = frozenset("in binnen bij buiten onder tijdens".split())


def scope_is_kept(claim: Clause, claimed: Sequence[Clause], bearing: Sequence[Clause]) -> bool:
    """Whether it is told of where or of whom the paper says it.

    That is what opens a clause before its verb and is not what it speaks of, and the places behind the verb in the
    clause that bears most of the claim.
    """
    bounds = [word for home in homes(claim, bearing) for word in _opening(home, claim) if word.stem not in _GOING_ON]
    bounds += [word for word in bearing[0].words if word.before in _WITHIN and not word.is_exact]
    return all(any(is_told(word, one) for one in claimed) for word in bounds)


def _opening(clause: Clause, claim: Clause) -> list[Word]:
    """The words before the verb of a clause, where what it speaks of stands behind that; else none."""
    verb = first_verb(clause)
    if {*clause.tokens[verb : verb + 1]} & _SO_IT_IS:
        return []  # "uit de telling blijkt"
    before = [word for word in clause.words if word.at < verb < len(clause.tokens)]
    behind = next((word for word in clause.words if word.at > verb and not word.before and not word.is_verb), None)
    subject = acting(claim)
    turned = subject and behind and is_same(subject, behind) and not any(is_same(subject, one) for one in before)
    return before if turned or not unled(before) else []


def is_taken_out(claim: str, texts: Sequence[str]) -> bool:
    """Whether all of a claim stands behind a "dat" or "of" of a sentence, and nothing of what that hangs on is told."""
    own = tokens_of(claim)
    sentences = (tokens_of(text[start:end]) for text in texts for start, end in split(text))
    return any(
        token in {"dat", "of"} and _stands_behind(own, tokens[:at], tokens[at + 1 :])
        for tokens in sentences
        for at, token in enumerate(tokens)
    )


def _stands_behind(own: Sequence[str], front: Sequence[str], behind: Sequence[str]) -> bool:
    if {*front} & _SO_IT_IS or ({*front} & {*own}) - STOP_WORDS:
        return False
    before, after = stems_of(front), stems_of(behind)
    return all(is_borne(one, after) and not is_borne(one, before) for one in stems_of(own))


def is_done(claim: Clause, paper: Sequence[Clause]) -> bool:
    """Whether a claim tells as done what the paper only says is to be done: "proberen te helpen" is not "helpen"."""
    return any(_is_to_do(word, paper) for word in claim.words if word.is_verb and not _behind_te(word, claim))


def _is_to_do(word: Word, paper: Sequence[Clause]) -> bool:
    """Whether the paper has a verb behind "te" only."""
    theirs = [_behind_te(other, clause) for clause in paper for other in clause.words if other.stem == word.stem]
    return bool(theirs) and all(theirs)


def _behind_te(word: Word, clause: Clause) -> bool:
    return word.at > 0 and clause.tokens[word.at - 1] == "te"


def particle_fits(claim: Clause, bearing: Sequence[Clause]) -> bool:
    """Whether a clause that ends in a part of its verb has it of the paper: "voert in" is not "voert uit"."""
    last = claim.tokens[-1]
    return last not in PARTICLES or any(
        one.tokens[-1] == last or any(token.startswith(last) and is_verb(token) for token in one.tokens)
        for one in bearing
    )
