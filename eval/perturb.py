"""The same question as hurried people type it: slips, split and joined compounds, abbreviations, capitals.

Every perturbation is seeded by the question, so that a run can be repeated.
"""

from __future__ import annotations

import csv
import hashlib
import random
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

from index.dutch import without_accents

NEIGHBOURS = {
    key: f" {row} "[at : at + 3 : 2].strip()
    for row in ("qwertyuiop", "asdfghjkl", "zxcvbnm")
    for at, key in enumerate(row)
}
SHORTEST = 5  # letters of a word that gets a slip
SHORTEST_COMPOUND = 10  # letters of a word that is typed apart
PART = 4  # letters that each part of it has at least

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
Known = Callable[[str], bool]


def perturbations(question: str, known: Known) -> dict[str, str]:
    """The question in each way that changes it, by the name of the way.

    Args:
        question: As it was written.
        known: Whether a word occurs in the papers; a compound falls apart only into known words.
    """
    seed = int.from_bytes(hashlib.sha256(question.encode()).digest()[:8], "big")
    made = {
        "one slip": with_slips(question, random.Random(seed), 1),
        "two slips": with_slips(question, random.Random(seed + 1), 2),
        "compound split": with_split_compound(question, known),
        "words joined": with_joined_words(question, random.Random(seed + 2)),
        "abbreviated": abbreviated(question),
        "written out": written_out(question),
        "capitals": question.upper(),
        "small letters": question.lower().rstrip("?"),
        "no accents": without_accents(question),
    }
    return {way: text for way, text in made.items() if text != question}


def with_slips(text: str, rng: random.Random, slips: int) -> str:
    """A letter dropped, doubled, swapped with the next or hit beside its key, in so many words."""
    long = [match for match in _WORD.finditer(text) if len(match[0]) >= SHORTEST]
    chosen = rng.sample(long, min(slips, len(long)))
    for match in sorted(chosen, key=lambda match: -match.start()):
        text = text[: match.start()] + _slipped(match[0], rng) + text[match.end() :]
    return text


def _slipped(word: str, rng: random.Random) -> str:
    at = rng.randrange(1, len(word) - 1)
    letter = word[at]
    match rng.choice(("drop", "double", "swap", "neighbour")):
        case "drop":
            return word[:at] + word[at + 1 :]
        case "double":
            return word[:at] + letter + word[at:]
        case "swap":
            return word[:at] + word[at + 1] + letter + word[at + 2 :]
        case _:
            near = NEIGHBOURS.get(letter.lower(), "")
            return word[:at] + (rng.choice(near) if near else "") + word[at + 1 :]


def with_split_compound(text: str, known: Known) -> str:
    """The longest compound of two known words typed apart, the linking s staying with the first."""
    for word in sorted(_WORD.findall(text), key=lambda word: (-len(word), word)):
        if len(word) < SHORTEST_COMPOUND:
            break
        for cut in sorted(range(PART, len(word) - PART + 1), key=lambda cut: abs(cut - len(word) / 2)):
            left, right = word[:cut], word[cut:]
            if known(right.lower()) and (known(left.lower()) or known(left.lower().removesuffix("s"))):
                return text.replace(word, f"{left} {right}", 1)
    return text


def with_joined_words(text: str, rng: random.Random) -> str:
    """Two neighbouring long words typed as one: "passendonderwijs"."""
    words = list(_WORD.finditer(text))
    pairs = [
        (left, right)
        for left, right in pairwise(words)
        if min(len(left[0]), len(right[0])) >= SHORTEST and text[left.end() : right.start()] == " "
    ]
    if not pairs:
        return text
    left, right = rng.choice(pairs)
    return text[: left.end()] + text[right.start() :]


def abbreviated(text: str) -> str:
    """Full names by their abbreviations."""
    return _replaced(text, {full: short.upper() for short, full in abbreviations().items()})


def written_out(text: str) -> str:
    """Abbreviations by their full names."""
    return _replaced(text, abbreviations())


@lru_cache(maxsize=1)
def abbreviations() -> Mapping[str, str]:
    """Abbreviations of the field with what they stand for."""
    with files("eval").joinpath("sets/abbreviations.tsv").open(encoding="utf-8") as lines:
        return {row["short"]: row["full"] for row in csv.DictReader(lines, delimiter="\t")}


def _replaced(text: str, by: Mapping[str, str]) -> str:
    for old in sorted(by, key=len, reverse=True):
        text = re.sub(rf"(?<![\w'’-]){re.escape(old)}(?![\w'’-])", by[old], text, flags=re.IGNORECASE)
    return text
