"""Mends the slips of a hurried typist, by the words of the papers and those that questions are asked with.

Only a word that is no Dutch word is mended: "gezinnen" is never taken for "gezien", however near it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from itertools import groupby, pairwise

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract
from simplemma import is_known

from index.dutch import STOP_WORDS, fold
from index.query import dictionary_words
from ingest.structure.fracties import PARTIES

SHORTEST = 5  # letters of a word that is mended; of four where one was left out
LONG = 9  # letters from which two slips are mended
LONGEST_NAME = 12  # letters from which a word with a capital is hardly a person's name
PART = 4  # letters of each of two words that were typed as one
CLEARLY = 2  # times as common as the next best a word has to be where both are as near

# What questions ask with; the papers seldom say it.
ASKING = frozenset(
    "hoeveel hoeveelste waarom wanneer welke welk wat wie waar hoelang hoezo waarvoor waardoor aantal percentage datum "
    "bedrag kosten betaalt geldt klopt mogen moeten kunnen krijgt krijgen betekent verschil minister staatssecretaris "
    "kamerlid kamerleden kamerstuk kamerbrief beslisnota fractie kenmerk griffier ondertekenaar beslisdatum "
    "reactiedatum kamerstuknummer aanhangselnummer commissievoorzitter".split()
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
_WORD = re.compile(r"[^\W\d_]{4,}")
_ANY_WORD = re.compile(r"[^\W\d_]{2,}")
_GLUED = re.compile(r"\b([^\W\d_][a-zà-ÿ]{3,})([A-Z][a-zà-ÿ]{3,})\b")  # "Waaromstaat" has none, "WaaromStaat" has one
_OPENS = re.compile(r"(?:^|[.?!:»”\"“«])\W*")  # before the first word of a sentence, which has a capital anyhow
_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_BESIDE = {frozenset(pair) for row in _KEYS for pair in pairwise(row)}


class Spelling:
    """Knows the words of the papers, each with how often it stands there."""

    def __init__(self, written: Mapping[str, int]) -> None:
        most = max(written.values(), default=1)
        # Words that a question may hold and the papers may not; those of the papers are meant more often.
        self._frequency = dict.fromkeys(dictionary_words() | UNCHANGING | {*map(fold, PARTIES)}, 0) | dict.fromkeys(
            ASKING | STOP_WORDS, most
        )
        self._frequency |= written
        self._frequency = {word: count for word, count in self._frequency.items() if len(word) > 3}
        self._parts = self._frequency.keys() | STOP_WORDS  # of two words that were typed as one
        self._short = frozenset(word for word in written if len(word) == PART - 1)  # words of their own: "vso"
        self._by_length: dict[int, list[str]] = {}
        for word in sorted(self._frequency):
            if word.isalpha():
                self._by_length.setdefault(len(word), []).append(word)

    def mended(self, text: str, *, searched: bool = True) -> str:
        """The text with the words mended that are surely slips; names and what is all in capitals keep their case.

        Args:
            text: As it was typed.
            searched: Whether it is to be searched for: then a compound that the papers do not have is taken apart too,
                and one that they have is closed up ("vso school"), though nothing is wrong with them.
        """
        shouting = text.isupper()
        text = self._parted(self._rejoined(text, frozenset() if searched else self._short))
        opens = _openings(text)

        def mend(match: re.Match[str]) -> str:
            word = match[0]
            is_name = word[0].isupper() and not shouting and match.start() not in opens
            found = self._meant_name(fold(word)) if is_name else self._meant(fold(word))
            if " " in found and not searched and STOP_WORDS.union(ASKING).isdisjoint(found.split()):
                return word
            if not found or found == fold(word):
                return word
            return found.upper() if word.isupper() else found.capitalize() if word[0].isupper() else found

        return _WORD.sub(mend, text)

    def _parted(self, text: str) -> str:
        """The text with a space before a word with a capital that was typed onto the word before it; names stay."""
        opens = _openings(text)

        def part(match: re.Match[str]) -> str:
            is_name = match[0][0].isupper() and match.start() not in opens
            whole = is_name or self._is_word(fold(match[0]))
            glued = not whole and all(self._is_word(fold(each)) for each in match.groups())
            return " ".join(match.groups()) if glued else match[0]

        return _GLUED.sub(part, text)

    def _rejoined(self, text: str, short: Set[str]) -> str:
        """The text with a word of the papers closed up again that was typed as two, one of which is none, nor short."""
        typed = list(_ANY_WORD.finditer(text))
        for left, right in reversed(list(pairwise(typed))):
            whole = fold(left[0] + right[0])
            apart = text[left.end() : right.start()] == " " and self._frequency.get(whole, 0) > 0
            if apart and not all(self._is_word(each) or each in short for each in (fold(left[0]), fold(right[0]))):
                text = text[: left.end()] + text[right.start() :]
        return text

    def _meant_name(self, word: str) -> str:
        """What a word with a capital was meant to be: another may be meant than the papers name, unless it is clear."""
        meant = self._meant(word)
        clear = meant in ASKING or len(word) >= LONGEST_NAME or _is_fumbled(word, meant)
        return meant if clear and " " not in meant else ""

    def _meant(self, word: str) -> str:
        """The word that was meant; "" if it is a word already or nobody can tell."""
        if self._is_word(word):
            return ""
        slips = 1 if len(word) < LONG else 2
        compound = slips > 1 and bool(self._pairs(word))  # by two slips another word seldom becomes two words
        near = [
            (_far(word, other, distance), _oddness(word, other) if distance == 1 else 0, -self._frequency[other], other)
            for length in range(max(SHORTEST, len(word) - slips), len(word) + slips + 1)
            for other, distance, _ in extract(
                word, self._by_length.get(length, ()), scorer=OSA.distance, score_cutoff=slips, limit=None
            )
            if not compound or distance == 1 or len(other) == len(word) + distance or _is_stuttered(word, other)
        ]
        if not near:
            return self._apart(word)
        best, *others = sorted(near)
        rivals = [other for other in others if other[:2] == best[:2] and other[2] * CLEARLY <= best[2]]
        return "" if rivals else best[3]

    def _apart(self, word: str) -> str:
        """Two known words that were typed as one, the commonest pair; "" if there is none."""
        likely = [(self._likelihood(*pair), " ".join(pair)) for pair in self._pairs(word)]
        return max(likely)[1] if likely else ""

    def _pairs(self, word: str) -> list[tuple[str, str]]:
        """The pairs of known words that a word is put together of, one of them a word of papers or questions."""
        pairs = [(word[:cut], word[cut:]) for cut in range(PART, len(word) - PART + 1)]
        return [pair for pair in pairs if not self._parts.isdisjoint(pair) and all(map(self._is_word, pair))]

    def _likelihood(self, left: str, right: str) -> tuple[int, int]:
        """How common the rarer of two words is, and how long the longer one that papers or questions use."""
        used = {word: self._frequency.get(word, 0) for word in (left, right)}
        return min(used.values()), max((len(word) for word, count in used.items() if count), default=0)

    def _is_word(self, word: str) -> bool:
        if word in self._frequency:
            return True
        return _PRONOMINAL.fullmatch(word) is not None or is_known(word, lang="nl")


def _openings(text: str) -> set[int]:
    """Where the first word of each sentence begins."""
    return {match.end() for match in _OPENS.finditer(text)}


def _is_fumbled(word: str, meant: str) -> bool:
    """Whether fingers were too quick: a letter stands there twice, or two changed places."""
    if len(word) == len(meant):
        return sorted(word) == sorted(meant)
    return any(one == other and word[:at] + word[at + 1 :] == meant for at, (one, other) in enumerate(pairwise(word)))


def _is_stuttered(word: str, meant: str) -> bool:
    """Whether letters stand twice in one of two words that are the same without that: "handdellingen"."""
    return [letter for letter, _ in groupby(word)] == [letter for letter, _ in groupby(meant)]


_HEARD = (("ij", "ei"), ("ou", "au"), ("ch", "g"), ("c", "k"), ("z", "s"), ("v", "f"))  # letters that sound alike
_HARDENED = re.compile(r"dt?$")  # a last d sounds as a t


def _far(word: str, meant: str, distance: int) -> int:
    """The distance of a slip; 0 where both sound the same: who writes "spoet" meant "spoed", not "sport"."""
    return 0 if _sound(word) == _sound(meant) else distance


def _sound(word: str) -> str:
    for written, heard in _HEARD:
        word = word.replace(written, heard)
    return _HARDENED.sub("t", word)


def _oddness(word: str, meant: str) -> int:
    """0 for a slip as fingers make them: a letter left out or doubled, two swapped, the key beside it; 1 for others."""
    if len(word) < len(meant) or _is_fumbled(word, meant):
        return 0
    wrong = [frozenset(pair) for pair in zip(word, meant, strict=False) if pair[0] != pair[1]]
    return int(len(word) != len(meant) or len(wrong) != 1 or wrong[0] not in _BESIDE)
