"""Whether a text is words at all: a page whose letters were mapped wrongly looks like text and says nothing."""

from __future__ import annotations

import math
import re
from collections import Counter

from simplemma import is_known

FEWEST = 30  # words of three letters or more: in fewer nobody can tell
SAMPLE = 400  # words that are looked up
USUAL = 0.04  # share of running words that are among the commonest; Dutch reaches 0.3, a list of names may reach 0.02
KNOWN = 0.15  # share of words of three letters or more that a word list has; a list of schools and places reaches 0.4
STRANGE = 0.2  # share of signs that are no letters, figures or marks of any script
LATIN = 0.6  # of the letters; a text in another script is not judged
LANGUAGES = ("nl", "en", "de", "fr")
COMMONEST = frozenset(
    "de het een van en in is dat op te voor met zijn die niet aan er om ook als bij door naar uit of wordt worden deze "
    "the of and to a for on that with as are be by this der die und das mit von den zu le la les et des un du".split()
)
# How often each letter stands in Dutch, per hundred, as Onze Taal counted them; English is 0.93 like it.
_OFTEN = "18.9 10.0 7.5 6.8 6.5 6.4 6.1 5.9 3.7 3.6 3.4 2.9 2.4 2.3 2.2 2.0 1.6 1.6 1.5 1.5 1.4 1.2 0.8 0.04 0.04 0.01"
LETTERS = dict(zip("enatirodslgvhkmubpwjzcfxyq", map(float, _OFTEN.split()), strict=True))
ALIKE = 0.75  # cosine with these; letters that stand for others reach 0.66, names and listings of code 0.9
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
# The places that Unicode leaves to whoever makes a face, and the sign for what could not be read.
_STRANGE = re.compile("[\ue000-\uf8ff\ufffd\U000f0000-\U0010ffff\u0080-\u009f]|[\x00-\x08\x0e-\x1f]")
# A letter or sign of two to four bytes in UTF-8, each byte read as a sign of Windows-1252.
_TWICE = re.compile(
    "[\u00c2-\u00f4](?:[\u0080-\u00bf\u0152-\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]){1,3}"
)


def is_legible(text: str) -> bool:
    """Whether a text is words of some language; True where there is too little of it to tell."""
    signs = "".join(text.split())
    if len(signs) > FEWEST and len(_STRANGE.findall(signs)) > STRANGE * len(signs):
        return False
    words = [word.lower() for word in _WORD.findall(text)]
    long = [word for word in words if len(word) > 2]
    letters = "".join(long)
    if len(long) < FEWEST or len(_LATIN.findall(letters)) < LATIN * len(letters):
        return True
    if sum(word in COMMONEST for word in words) >= USUAL * len(words):
        return True
    if _likeness(letters) >= ALIKE:
        return True
    sample = long[:: max(len(long) // SAMPLE, 1)]
    return sum(is_known(word, lang=LANGUAGES) for word in sample) >= KNOWN * len(sample)


def _likeness(letters: str) -> float:
    """The cosine between how often each letter stands in some words and in Dutch."""
    counted = Counter(letters)
    both = sum(counted[letter] * often for letter, often in LETTERS.items())
    own, dutch = (math.sqrt(sum(often * often for often in each.values())) for each in (counted, LETTERS))
    return both / max(own * dutch, 1e-9)


def once_decoded(text: str) -> str:
    """A text whose letters were encoded twice, as "categorieÃ«n", with those letters as they were meant."""
    return _TWICE.sub(_meant, text)


def _meant(found: re.Match[str]) -> str:
    for end in range(len(found[0]), 1, -1):
        try:
            return found[0][:end].encode("cp1252").decode("utf-8") + found[0][end:]
        except UnicodeError:
            continue
    return found[0]
