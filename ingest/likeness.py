"""Whether two texts are one paper that was set in two ways: the same words in the same order, the same numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.official_numbers import MONTHS

WORD = re.compile(r"\w+")
SHINGLE = 5  # words; sequences of this length are hardly ever shared by chance (Broder, 1997)
ONE_IN = 4  # shingles that are looked at in search of papers that may be alike
NEIGHBOURS = 2  # words on either side that make a number the same number

Words = tuple[str, ...]


def words_of(text: str) -> Words:
    """The words of a text, without what a way of setting it changes: capitals, white space, punctuation."""
    return tuple(WORD.findall(text.casefold()))


def shingles(words: Words) -> frozenset[Words]:
    """All runs of five words."""
    return frozenset(zip(*(words[start:] for start in range(SHINGLE)), strict=False))


def sample(words: Words) -> frozenset[int]:
    """A share of the shingles that two like texts choose alike, by the shingle itself."""
    return frozenset(hash(run) for run in shingles(words) if sum(map(len, run)) % ONE_IN == 0)


def likeness(one: Words, other: Words) -> float:
    """The share of all shingles of two texts that both hold, 0 to 1."""
    left, right = shingles(one), shingles(other)
    together = len(left | right)
    return len(left & right) / together if together else float(one == other)


def contradict(one: Words, other: Words) -> bool:
    """Whether the same sentence holds one number in one text and another in the other, or another month.

    Two decisions about two schools can share all but the amount; they are two papers. A number
    that begins with the other is none: a footnote mark may be glued to it.
    """
    left, right = _numbers(one), _numbers(other)
    pairs = ((left[place], right[place]) for place in left.keys() & right.keys())
    return any(not a.startswith(b) and not b.startswith(a) for a, b in pairs)


def _numbers(words: Words) -> dict[Sequence[str], str]:
    """Every number and month by the words around it, where those words stand in one place only."""
    found: dict[Sequence[str], list[str]] = {}
    for place, word in _in_context(words):
        found.setdefault(place, []).append(word)
    return {place: each[0] for place, each in found.items() if len(each) == 1 and _counts(each[0])}


def _in_context(words: Words) -> Iterator[tuple[Sequence[str], str]]:
    for at in range(NEIGHBOURS, len(words) - NEIGHBOURS):
        yield words[at - NEIGHBOURS : at] + words[at + 1 : at + 1 + NEIGHBOURS], words[at]


def _counts(word: str) -> bool:
    return word.isdigit() or word in MONTHS
