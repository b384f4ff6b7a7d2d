"""Whether what a claim joins by "en" or "of" is joined so in the paper: one of two is not both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.word.clauses import is_borne, is_empty, stem_of, stems_of, tokens_of

_JOINING = frozenset(("en", "of", "dat"))  # "vraagt of" is not "vraagt dat"
_REACH = 4  # words from one that joins to what it joins

Pair = tuple[str, str, str]  # the word that joins, and what stands on either side of it


def joined_alike(claim: str, texts: Sequence[str]) -> bool:
    """Whether no "of" became "en" or "dat" or the other way round, and of two neither is told alone."""
    if tokens_of(claim).count("of") > sum(tokens_of(text).count("of") for text in texts):
        return False
    own, theirs = [*_pairs(claim)], [pair for text in texts for pair in _pairs(text)]
    return all(_is_joined_so(pair, theirs) for pair in own) and not _tells_one_of_two(claim, own, theirs)


def _is_joined_so(pair: Pair, theirs: Sequence[Pair]) -> bool:
    word, *sides = pair
    joining = [other for other, *two in theirs if {*two} == {*sides}]
    return word in joining or (not joining and word != "of")


def _tells_one_of_two(claim: str, own: Sequence[Pair], theirs: Sequence[Pair]) -> bool:
    told = stems_of(tokens_of(claim))
    either = {side for word, *sides in own if word == "of" for side in sides}
    return any(
        word == "of" and is_borne(left, told) != is_borne(right, told) and not {left, right} & either
        for word, left, right in theirs
    )


def _pairs(text: str) -> Iterator[Pair]:
    """The words of content on either side of each word that joins."""
    tokens = tokens_of(text)
    for at, token in enumerate(tokens):
        if token in _JOINING:
            left = next((one for one in reversed(tokens[max(0, at - _REACH) : at]) if not is_empty(one)), "")
            right = next((one for one in tokens[at + 1 : at + 1 + _REACH] if not is_empty(one)), "")
            if left and right:
                yield token, stem_of(left), stem_of(right)
