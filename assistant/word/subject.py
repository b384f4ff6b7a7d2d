"""Whether what a claim speaks of is all that the paper speaks of there: "scholen met een plan" are not all scholen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from assistant.word.clauses import DETERMINERS, Clause, Word, is_plural, is_same, is_told
from assistant.word.roles import bare, first_verb
from ingest.structure.pointers import ORDINALS

# They tell one thing from another of its name.
_WHICH = frozenset(
    "vorige vorig volgende volgend komende komend huidige eerdere andere ander overige toenmalige voormalige voormalig "
    "extra aanvullende aanvullend nieuwe nieuw oude".split()
) | {*ORDINALS}
_RELATIVE = frozenset("die dat wie".split())
_DEGREES = frozenset(("meer", "minder"))


def subject_is_whole(claim: Clause, bearing: Sequence[Clause]) -> bool:
    """Whether a subject of several keeps what limits it: "scholen met een plan" are not all scholen."""
    return all(_is_whole(word, claim, bearing) for word in _subject(claim))


def _is_whole(subject: Word, claim: Clause, bearing: Sequence[Clause]) -> bool:
    same = [(clause, word) for clause in bearing for word in clause.words if is_same(subject, word)]
    behind = claim.tokens[subject.at + 1 : subject.at + 2]
    relative = [{*clause.tokens[word.at + 1 : word.at + 2]} & _RELATIVE - {*behind} for clause, word in same]
    degrees = [{*clause.tokens[max(0, word.at - 1) : word.at]} & _DEGREES - {*claim.tokens} for clause, word in same]
    if (relative and all(relative)) or any(degrees) or _is_widened(subject, claim, [word for _, word in same]):
        return False
    if not is_plural(claim.tokens[subject.at]):
        return all(is_told(word, claim) for clause in bearing for word in _places_of(subject, clause))
    return all(
        _limits_kept(word, clause, claim) and not _is_of_one(clause.tokens, word.at)
        for clause in bearing
        for word in clause.words
        if is_same(subject, word) and not word.before
    )


def same_one_is_meant(claim: Sequence[Clause], paper: Sequence[Clause]) -> bool:
    """Whether what the paper tells apart by a word of order keeps it: "het vorige kabinet".

    Where the paper speaks of it without such a word too, the claim may do so as often: "dat geld is extra geld".
    """
    told = {token.removesuffix("e") for clause in claim for token in clause.tokens}
    said, heard = _before(paper), _before(claim)
    for stem, others in heard.items():
        which = [word for word in said[stem] if word in _WHICH]
        free = len(said[stem]) - len(which)
        bare_in_claim = sum(word not in _WHICH for word in others)
        if which and bare_in_claim > free and not {word.removesuffix("e") for word in which} & told:
            return False
    return True


def _before(clauses: Sequence[Clause]) -> defaultdict[str, list[str]]:
    """What stands right before each word, by its stem; "" where nothing does."""
    found = defaultdict[str, list[str]](list)
    for clause in clauses:
        for word in clause.words:
            if clause.tokens[word.at] not in _WHICH:
                found[word.stem].append(clause.tokens[word.at - 1] if word.at else "")
    return found


def _subject(claim: Clause) -> list[Word]:
    """The first words without a preposition that touch each other: "kleine scholen"."""
    words = bare(claim.words)
    return [word for number, word in enumerate(words) if word.at == words[0].at + number]


def _is_widened(subject: Word, claim: Clause, same: Sequence[Word]) -> bool:
    """Whether several of a kind stand for a kind of these: "scholen" for "basisscholen"."""
    named = claim.tokens[max(0, subject.at - 1) : subject.at]
    free = not named or not (named[0] in DETERMINERS or named[0][0].isdigit())
    plural = is_plural(claim.tokens[subject.at])
    return free and plural and bool(same) and all(word.stem != subject.stem for word in same)


def _places_of(subject: Word, clause: Clause) -> list[Word]:
    """The places in a row that stand before a word: "de tweede kans"."""
    at = {word.at for word in clause.words if is_same(subject, word)}
    return [word for word in clause.words if word.is_exact and not word.is_number and {word.at + 1, word.at + 2} & at]


def _is_of_one(tokens: Sequence[str], at: int) -> bool:
    """Whether a word tells of one thing, that was not spoken of before: "een gemeente"."""
    return at > 0 and tokens[at - 1] == "een" and not is_plural(tokens[at])


def _limits_kept(subject: Word, clause: Clause, claim: Clause) -> bool:
    end = first_verb(clause)
    if end < subject.at:
        return True  # what stands behind it need not belong to it
    own = [word for word in clause.words if subject.at < word.at < end]
    own += [word for word in clause.words if word.at == subject.at - 1 and not word.is_number]
    return all(is_told(word, claim) for word in own)
