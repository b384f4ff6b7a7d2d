"""The names, years and numbers of a question, on which an answer has to bear."""

from __future__ import annotations

import re

from assistant.understand.asked import asking
from index.dutch import STOP_WORDS, YEAR, fold, stem, words

# What every paper is about, and nouns that people write with a capital though they name nobody.
_HERE = frozenset(
    map(
        stem,
        "nederland nederlands nederlandse kamer tweede kamerlid kamerleden kamerbrief kamervraag kamervragen kamerstuk "
        "kamerstukken kamerstuknummer stuknummer dossiernummer aanhangselnummer minister staatssecretaris beslisnota "
        "aanhangsel motie ik mag kan".split(),
    )
)
_OWN_CHILD = re.compile(
    r"\b(?:zoon|zoontje|dochter|dochtertje|kind|kinderen|meisje|jongen|jongste|oudste|leerling)\b[^.?!]{0,12}?\b\d{1,2}\b"
)
_NUMBER = re.compile(r"\b\d+(?:[.,]\d+)*\b")
_COMPOUND = re.compile(r"-[a-zà-ÿ]")  # "OZA-aanvragen" is no name, "Alphen-Zuid" is
_FRACTIE = re.compile(r"-(?:fracties?|Kamerl\w+|lid|leden)$")  # "de VVD-fractie" names the VVD
_NAME = re.compile(r"(?<=[a-zà-ÿ0-9,;] )[A-ZÀ-Ý][\wÀ-ÿ'’&-]+(?: & [A-ZÀ-Ý][\wÀ-ÿ'’-]+)?")
_ANNEX = re.compile(r"\bbijlage \d+(?![\w.,]\d)")
# "de Wet langdurige zorg": a law is named by the words behind it, of which the first tells it from other laws.
_LAW = re.compile(r"(?<=[a-zà-ÿ0-9,;] )Wet(?: (?:op|tot|van|inzake|betreffende|op de|op het|tot het))? [\wÀ-ÿ’-]{4,}")
# Named without a capital: kinds of school that are not those of passend onderwijs, and countries beside this one.
_ELSEWHERE = re.compile(
    r"\b(?:mbo|hbo|wo|vmbo|havo|vwo|pabo|kinderopvang|peuterspeelzaal|universiteit|belgie|vlaanderen|duitsland|frankrijk|"
    r"engeland|schotland|denemarken|zweden|noorwegen|finland|italie|spanje|polen|oekraine|curacao|aruba|bonaire|suriname)\b"
)


def named_in(text: str) -> tuple[str, ...]:
    """The names, years and numbers in the sentences that ask something, folded; not the age of somebody's child.

    An abbreviation that would be a common word stays in capitals.

    No names if it is all in capitals; no numbers but years if there are several.
    """
    text = _OWN_CHILD.sub(" ", " ".join(asking(text)))
    numbers = _NUMBER.findall(text)
    if len([number for number in numbers if not YEAR.fullmatch(number)]) > 1:
        numbers = [number for number in numbers if YEAR.fullmatch(number)]  # a comparison: no paper has them all
    letters = [char for char in text if char.isalpha()]
    shouting = sum(char.isupper() for char in letters) > 0.6 * len(letters)
    found = [] if shouting else [_FRACTIE.sub("", name) for name in _NAME.findall(text)]
    names = [name for name in found if not _COMPOUND.search(name)]
    folded = [fold(name) for name in (*([] if shouting else _LAW.findall(text)), *names)]
    folded += _ELSEWHERE.findall(fold(text))
    annexes = _ANNEX.findall(fold(text))  # "bijlage 4" is no 4 of anything else
    numbers = [number for number in numbers if not any(number == one.split()[1] for one in annexes)]
    # "ME" folded would be found in every "me".
    short = [name for name in names if name.isupper() and len(name) > 1 and fold(name) in STOP_WORDS]
    kept = [name for name in folded if stem(name) not in _HERE and not all(word in STOP_WORDS for word in words(name))]
    return tuple(dict.fromkeys([*numbers, *annexes, *kept, *short]))
