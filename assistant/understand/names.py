"""Names, years and numbers, in a question and in a paper: read here and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import lru_cache

from assistant.understand.asking import asking
from assistant.understand.kinds import PAPER_NUMBER_WORDS, PAPER_WORDS
from index.dutch import STOP_WORDS, fold, stem, terms, without_accents, words
from index.query import written_out

YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?!\d|[.,]\d)")  # by itself, or anywhere in a text; no part of a number
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
LONE_NUMBER = re.compile(rf"(?<![\w.,-]){NUMBER.pattern}(?![\w-])")  # that stands alone, not glued to a word
CAPITALISED = r"[A-ZÀ-Ý][\w'’&-]+"
# Surely a name; not what stands behind the number with which a footnote or a line of a list begins.
NAME = re.compile(rf"(?<=[a-zà-ÿ0-9,;(] )(?<!^\d )(?<!^\d\d ){CAPITALISED}")
MAY_BE_NAME = re.compile(rf"(?<=[\w,;:(] ){CAPITALISED}")  # where a colon stands before it, or another one
OFFICES = (
    "minister|staatssecretaris|bewindspersoon|wethouder|burgemeester|gedeputeerde|commissaris|voorzitter|directeur|"
    "bestuurder|inspecteur-generaal|kinderombudsman|ombudsman"
)
_HOLDER = re.compile(
    r"\bwie (?:is|was|zijn|waren|werd|wordt)\b(?: (?:nu|toen|momenteel|op dit moment|ook alweer|de|het|in \d{4}))* "
    rf"(?P<office>(?:{OFFICES})\b[^?.!,]*)"
)
_FIRM = re.compile(rf"{NAME.pattern}(?: & {CAPITALISED})?")  # "Haven & Kade" is one name
_WHOLE_NUMBER = re.compile(rf"\b{NUMBER.pattern}\b")
# What every paper is about, and nouns that people write with a capital though they name nobody.
_HERE = frozenset(
    map(
        stem,
        [
            *PAPER_WORDS,
            *PAPER_NUMBER_WORDS,
            *"nederland nederlands nederlandse kamer tweede kamerlid kamerleden minister staatssecretaris motie ik mag "
            "kan".split(),
        ],
    )
)
_PAPERS = frozenset(map(stem, PAPER_WORDS))  # "Kamerbrief"
_CHILD_OF = re.compile(
    r"\b(?:zoon|zoontje|dochter|dochtertje|kind|kinderen|meisje|jongen|jongste|oudste|leerling)\b[^.?!]{0,12}?\b\d{1,2}\b"
)
_AGED = re.compile(r"\b(?:thuiszitter|jongere|puber|student|iemand) van \d{1,2}\b")
# In the mouth of a citizen the government, where it knows or does something: not "hoeveel scholen heeft Den Haag?".
_GOVERNMENT = re.compile(
    r"\b(?:(?i:weet|snapt|beseft|begrijpt|vindt|wil|denkt|doet|luistert|legt|legde|betaalt|regelt|beslist)|^Heeft) "
    r"Den Haag\b"
)
_COMPOUND = re.compile(r"-[a-zà-ÿ]")  # "OZA-aanvragen" is no name, "Alphen-Zuid" is
_FRACTIE = re.compile(r"-(?:fracties?|Kamerl\w+|lid|leden)$")  # "de VVD-fractie" names the VVD
# "de Wet langdurige zorg": a law is named by the words behind it, of which the first tells it from other laws.
_LAW = re.compile(r"(?<=[a-zà-ÿ0-9,;] )Wet(?: (?:op|tot|van|inzake|betreffende|op de|op het|tot het))? [\wÀ-ÿ’-]{4,}")
# "Optie B", "scenario 2": one of several that a decision note sets beside each other; no sentence that begins with
# "Heeft U", or speaks to somebody.
_ONE_OF_SEVERAL = r"(?i:optie|variant|scenario|alternatief)"
_OPTION = re.compile(
    rf"\b([a-zà-ÿ]{{4,}}|{_ONE_OF_SEVERAL}) ([A-TV-Z](?:(?:, | en | of )[A-TV-Z])*)\b(?![.\w])|"
    rf"\b({_ONE_OF_SEVERAL}) ([a-t\d](?:(?:, | en | of )[a-t\d])*)(?=[\s,?]|$)"
)
_SMALL = r"(?:van|voor|de|der|den|het|en|in|op|tot|te|ter|ten|aan|bij|of)"  # words that a name may leave unabbreviated
_UNABBREVIATED = rf"(?:,? {_SMALL}\b){{0,3}},? "
# Named without a capital: kinds of school, and countries beside this one. Who names one asks of no other.
_ELSEWHERE = re.compile(
    r"\b(?:mbo|hbo|wo|vmbo|havo|vwo|praktijkonderwijs|pabo|kinderopvang|peuterspeelzaal|universiteit|"
    r"belgie|vlaanderen|duitsland|frankrijk|engeland|schotland|denemarken|zweden|noorwegen|"
    r"finland|italie|spanje|polen|oekraine|curacao|aruba|bonaire|suriname)\b"
)


def is_year(text: str) -> bool:
    """Whether a text is a year and nothing else."""
    return YEAR.fullmatch(text) is not None


def options_in(text: str) -> list[tuple[str, str]]:
    """The things of several that a text names by a letter or a digit, each with it: ("optie", "B").

    The letter is told as a capital, however it was typed.
    """
    found = [(one[1] or one[3], one[2] or one[4]) for one in _OPTION.finditer(text)]
    return [(noun.lower(), sign) for noun, signs in found for sign in re.findall(r"\b\w\b", signs.upper())]


def brings(spoken: Set[str], name: str) -> bool:
    """Whether a name is none of those that somebody spoke of, given the folded words, and no word for a paper."""
    own = set(words(name))
    return not spoken >= own and not set(map(stem, own)) <= _PAPERS


@lru_cache(maxsize=4096)
def written_in_full(name: str) -> tuple[str, ...]:
    """What the field writes a name out as in several words that hold its letters in order, the first at the beginning.

    The words may go on behind the last letter. None if the name stands for several things: nothing tells which.
    """
    short = fold(name)
    begins = re.compile(rf"(?:\w*{_UNABBREVIATED}|\w*?)".join(map(re.escape, short)))
    several = (full for full in map(fold, written_out(short)) if " " in full and not full.startswith(short))
    found = tuple(full for full in several if begins.match(full))
    return found if len(found) == 1 else ()


def years_in(text: str) -> frozenset[str]:
    """The years in a text."""
    return frozenset(YEAR.findall(text))


def numbers_in(text: str) -> frozenset[str]:
    """The numbers in a text, as written; years too."""
    return frozenset(NUMBER.findall(text))


def office_in(folded: str) -> frozenset[str] | None:
    """The stems of the office whose holder a folded question asks for; None if it asks for none."""
    asked = _HOLDER.search(folded)
    return frozenset(term for term in terms(asked["office"]) if not term.isdigit()) if asked else None


def named_in(text: str) -> tuple[str, ...]:
    """The names, years and numbers in the sentences that ask something, folded; nobody's age ("een kind van 15").

    An abbreviation that would be a common word stays in capitals.

    No names if it is all in capitals; no numbers but years if there are several.
    """
    text = _AGED.sub(" ", _CHILD_OF.sub(" ", " ".join(asking(text))))
    text = _GOVERNMENT.sub("het kabinet", text)
    numbers = _WHOLE_NUMBER.findall(text)
    if len([number for number in numbers if not is_year(number)]) > 1:
        numbers = [number for number in numbers if is_year(number)]  # a comparison: no paper has them all
    letters = [char for char in text if char.isalpha()]
    shouting = sum(char.isupper() for char in letters) > 0.6 * len(letters)
    found = [] if shouting else [_FRACTIE.sub("", name) for name in _FIRM.findall(text)]
    names = [name for name in found if not _COMPOUND.search(name)]
    folded = [fold(name) for name in (*([] if shouting else _LAW.findall(text)), *names)]
    folded += _ELSEWHERE.findall(fold(text))
    # "ME" folded would be found in every "me".
    short = [without_accents(name) for name in names if name.isupper() and len(name) > 1 and fold(name) in STOP_WORDS]
    kept = [name for name in folded if stem(name) not in _HERE and not all(word in STOP_WORDS for word in words(name))]
    return tuple(dict.fromkeys([*numbers, *kept, *short]))
