"""Mends the slips of a hurried typist, by the words of the papers and those that questions are asked with.

Only a word that is no Dutch word is mended: "gezinnen" is never taken for "gezien", however near it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract
from simplemma import is_known

from index.dutch import STOP_WORDS, fold
from index.query import lay_words

SHORTEST = 5  # letters of a word that is mended
LONG = 9  # letters from which two slips are mended
PART = 4  # letters of each of two words that were typed as one
CLEARLY = 2  # times as common as the next best a word has to be where both are as near

# What questions ask with; the papers seldom say it.
ASKING = frozenset(
    "hoeveel hoeveelste waarom wanneer welke welk wat wie waar hoelang hoezo waarvoor waardoor aantal percentage datum "
    "bedrag kosten betaalt geldt klopt mogen moeten kunnen krijgt krijgen betekent verschil minister staatssecretaris "
    "kamerlid kamerleden kamerstuk kamerbrief beslisnota fractie".split()
)
# Common words that the word list does not have: it knows words by their ending, and these have none.
UNCHANGING = frozenset(
    "straks helaas zomaar anders genoeg geleden slechts vervolgens daarnaast binnenkort ondertussen onderweg voortaan "
    "jezelf mezelf hijzelf zojuist vanochtend vanmiddag vanavond gisteren vandaag morgen overmorgen sindsdien volop "
    "veelal weleens amper tegelijk tegelijkertijd eveneens wederom alvast alsnog privacy online zicht schade armoede "
    "respect komst heden behulp dating software business kerst minstens hoogstens ongeveer soms vaak ooit nooit "
    "nergens ergens overal allebei beiden samen thuis buiten binnen boven beneden".split()
)
_PRONOMINAL = re.compile(r"(?:waar|daar|hier|er)(?:aan|achter|bij|binnen|boven|buiten|door|heen|in|langs|mee|na|naar|"
                         r"naast|om|onder|op|over|tegen|toe|tussen|uit|van|vandaan|vanaf|voor)")  # fmt: skip
_WORD = re.compile(r"[^\W\d_]{5,}")


class Spelling:
    """Knows the words of the papers, each with how often it stands there."""

    def __init__(self, written: Mapping[str, int]) -> None:
        most = max(written.values(), default=1)
        self._frequency = dict.fromkeys(ASKING, most) | {
            word: count for word, count in written.items() if len(word) > 3
        }
        self._parts = self._frequency.keys() | STOP_WORDS  # of two words that were typed as one
        self._by_length: dict[int, list[str]] = {}
        for word in sorted(self._frequency):
            if word.isalpha():
                self._by_length.setdefault(len(word), []).append(word)

    def mended(self, text: str) -> str:
        """The text with the words mended that are surely slips; names and what is all in capitals keep their case."""
        shouting = text.isupper()

        def mend(match: re.Match[str]) -> str:
            word = match[0]
            is_name = word[0].isupper() and match.start() > 0 and not shouting
            found = "" if is_name and self._is_name(word) else self._meant(fold(word))
            if not found or found == fold(word):
                return word
            return found.upper() if word.isupper() else found.capitalize() if word[0].isupper() else found

        return _WORD.sub(mend, text)

    def _is_name(self, word: str) -> bool:
        """Whether a capital makes it a name: not if it is a slip of what a bewindspersoon or paper is called."""
        return self._meant(fold(word)) not in ASKING

    def _meant(self, word: str) -> str:
        """The word that was meant; "" if it is a word already or nobody can tell."""
        if len(word) < SHORTEST or self._is_word(word):
            return ""
        slips = 1 if len(word) < LONG else 2
        near = [
            (distance, -self._frequency[other], other)
            for length in range(len(word) - slips, len(word) + slips + 1)
            for other, distance, _ in extract(
                word, self._by_length.get(length, ()), scorer=OSA.distance, score_cutoff=slips, limit=None
            )
        ]
        if not near:
            return self._apart(word)
        best, *others = sorted(near)
        rivals = [other for other in others if other[0] == best[0] and other[1] * CLEARLY <= best[1]]
        return "" if rivals else best[2]

    def _apart(self, word: str) -> str:
        """Two known words that were typed as one, the commonest pair; "" if there is none."""
        pairs = [
            (min(self._frequency.get(left, 0), self._frequency.get(right, 0)), f"{left} {right}")
            for cut in range(PART, len(word) - PART + 1)
            for left, right in [(word[:cut], word[cut:])]
            if left in self._parts and right in self._parts
        ]
        return max(pairs)[1] if pairs else ""

    def _is_word(self, word: str) -> bool:
        if word in self._frequency or word in STOP_WORDS or word in UNCHANGING or word in lay_words():
            return True
        return _PRONOMINAL.fullmatch(word) is not None or is_known(word, lang="nl")
