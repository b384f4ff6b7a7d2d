"""Answers that refer to another answer of the same paper: "Zie mijn antwoord op vraag 2."."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ingest.document import Block, BlockKind
from ingest.official_numbers import MONTHS
from ingest.sentences import split
from ingest.structure.labels import NUMBERS, numbers_in

ORDINALS = "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende".split()
ANSWERED = r"(?:[Aa]ntwoord(?:en)?|[Bb]eantwoording|[Rr]eactie)"
QUESTION = r"(?:deel)?vra(?:ag|gen)"
MONTH = "|".join(MONTHS)
POINTER = re.compile(
    rf"\b(?:{ANSWERED}(?: (?:op|van|bij))?(?: (?:de|mijn|uw|onze|het))? {QUESTION}|[Aa]ntwoord(?:en)?(?: onder)?"
    rf"|(?:[Zz]ie|[Oo]nder|[Bb]ij)(?: ook)?(?: de)? {QUESTION}|[Zz]ie(?: ook)? onder) (?P<numbers>(?>{NUMBERS}))"
    # The questions of another paper and a date are no place here.
    rf"(?!\d| (?:{MONTH})\b| (?:van|uit) (?!deze|dit)|,? (?:van|uit) (?:de|het|mijn|eerdere)\b)"
    rf"|\b{ANSWERED} op (?:de )?(?P<ordinal>{'|'.join(ORDINALS)}) vraag(?! (?:van|uit) )"
    rf"|\b{ANSWERED} op (?:de )?(?P<before>vorige|voorgaande|bovenstaande) vraag"
    r"|\b[Zz]ie (?P<above>hierboven|(?:het )?(?:bovenstaande?|vorige|voorgaande) antwoord)"
)
REFERS = re.compile(r"(?:(?:Ja|Nee|Neen)\W+)?zie\b|.*\bverw(?:ijs|ijzen|ezen)\b", re.IGNORECASE | re.DOTALL)
MOST_WORDS = 30  # of an answer that does nothing but refer
FEW_WORDS = 3  # of a sentence that adds nothing: "Ja.", "Nee, dat klopt."


def with_pointers(blocks: Sequence[Block], text: str) -> list[Block]:
    """The same blocks, where an answer bears the places of this paper that it refers to."""
    places = _places(blocks)
    return [
        replace(each, see=_seen(text[each.start : each.end], places, each.place))
        if each.place.startswith("antwoord") and each.kind in {BlockKind.ANSWER, BlockKind.LIST_ITEM}
        else each
        for each in blocks
    ]


def only_points(text: str) -> bool:
    """Whether an answer says nothing itself, and only refers to another."""
    if len(text.split()) > MOST_WORDS:
        return False
    sentences = [text[start:end] for start, end in split(text)]
    rest = [sentence for sentence in sentences if not _refers(sentence)]
    return len(rest) < len(sentences) and all(len(sentence.split()) <= FEW_WORDS for sentence in rest)


def _refers(sentence: str) -> bool:
    """Whether a sentence sends the reader on and tells nothing itself: "Zoals gezegd in mijn antwoord op vraag 2."."""
    place = POINTER.search(sentence)
    if place is None:
        return False
    ends = len(sentence[place.end() :].split()) <= 1
    return bool(REFERS.match(sentence)) or (ends and sentence.startswith("Zoals"))


def _places(blocks: Sequence[Block]) -> dict[str, str]:
    """The place of the answer to each question, by the number of the question."""
    places: dict[str, str] = {}
    for each in blocks:
        if each.place.startswith("antwoord ") and each.kind is not BlockKind.HEADING:
            numbers, whose = _parted(each.place)
            for number in numbers_in(numbers):
                places.setdefault(number + whose, each.place)
    return places


def _parted(place: str) -> tuple[str, str]:
    """The numbers of an answer, and whose questions it answers where a paper answers several sets."""
    numbers, of, who = place.removeprefix("antwoord").partition(" op vragen van ")
    return numbers, of + who


def _seen(text: str, places: Mapping[str, str], place: str) -> tuple[str, ...]:
    own, whose = _parted(place)
    found: list[str] = []
    for match in POINTER.finditer(text):
        found += [places[number + whose] for number in _numbers(match, own) if number + whose in places]
    return tuple(dict.fromkeys(other for other in found if other != place))


def _numbers(match: re.Match[str], own: str) -> tuple[str, ...]:
    if match["numbers"]:
        return numbers_in(match["numbers"])
    if match["ordinal"]:
        return (str(ORDINALS.index(match["ordinal"]) + 1),)
    first = next(iter(numbers_in(own)), "")
    return (str(int(first) - 1),) if first.isdigit() else ()
