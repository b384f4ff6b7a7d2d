"""Places that a question names by number: "voetnoot 21", "het antwoord op vraag 3", "Kamerstuk 31 497, nr. 448"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.understand.kinds import PAPER_WORDS
from index.dutch import content_words, fold
from ingest.references import references

_NUMBER = r"(?P<number>\d{1,3})(?!\d)"
_WHOSE = r"(?:de |zijn |haar |hun )?"
_NAMED: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"\b(?:voet|eind)?noot (?:nummer |nr\.? )?{_NUMBER}"), "voetnoot"),
    (re.compile(rf"\bantwoord(?:\w*\b[^.?!]{{0,60}}?\bvraag)? {_NUMBER}"), "antwoord"),
    (  # what stands in it: "vraag 3" alone may be the asker's own
        re.compile(
            rf"\b(?:(?:vraag|vroeg|vroegen|gevraagd)\b[^.?!]{{0,40}}?\b|(?:luidt|is|staat er in) {_WHOSE}|"
            rf"(?:wil\w*|wou) [^.?!]{{0,40}}?\bweten (?:in|met|bij) {_WHOSE})vraag {_NUMBER}"
        ),
        "vraag",
    ),
)
# "zijn vijfde vraag", "de 2e voetnoot"; not "mijn tweede vraag", which is one of the person who asks.
_ORDINALS = {
    word: number
    for number, word in enumerate(
        "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde dertiende veertiende "
        "vijftiende zestiende zeventiende achttiende negentiende twintigste".split(),
        start=1,
    )
}
_COUNTED = re.compile(
    rf"\b(?P<whose>de|het|zijn|haar|hun|\w+s) (?:(?P<ordinal>{'|'.join(_ORDINALS)})|(?P<figure>\d{{1,2}})(?:e|de|ste)) "
    r"(?P<place>vraag|antwoord|voetnoot)\b"
)
# What people call a paper, and how they ask what it is.
_OF_A_PAPER = PAPER_WORDS | frozenset(
    "motie onderwerp inhoud samenvatting gaat zegt bevat lees lezen zoek vind geef open titel datum heet".split()
)
_BARE_NUMBER = re.compile(r"(?:nr\.? ?|nummer )?(\d{2,5})")
_OFFICIAL = ("kst-", "ah-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place as papers number them."""

    word: str  # "voetnoot", "antwoord", "vraag"
    number: str


def papers_in(text: str) -> list[tuple[str, tuple[int, int]]]:
    """The identifiers of the papers that a text names by an official number, each with its span."""
    return [(one.identifier, (one.start, one.end)) for one in references(text) if one.identifier.startswith(_OFFICIAL)]


def place_in(text: str) -> Place | None:
    """The place that a question wants to read; None if it names none."""
    folded = _COUNTED.sub(_by_number, fold(text))
    found = ((cue.search(folded), word) for cue, word in _NAMED)
    return next((Place(word=word, number=match["number"]) for match, word in found if match), None)


def _by_number(found: re.Match[str]) -> str:
    """An ordinal before the word of a place as a number behind it: "de vijfde vraag" as "de vraag 5"."""
    return f"{found['whose']} {found['place']} {found['figure'] or _ORDINALS[found['ordinal']]}"


def asks_what_it_is(text: str) -> bool:
    """Whether a question, its numbers taken out, asks nothing about a paper but what it is."""
    return bare_number(text) != "" or not set(content_words(text)) - _OF_A_PAPER


def bare_number(text: str) -> str:
    """The number that a text consists of: "2038", "nr. 448"; "" if it holds more."""
    found = _BARE_NUMBER.fullmatch(fold(text).strip(" ?!."))
    return found[1] if found else ""


def without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """A text with some stretches of it taken out."""
    kept, at = [], 0
    for start, end in sorted(spans):
        kept.append(text[at:start])
        at = max(at, end)
    return " ".join(" ".join([*kept, text[at:]]).split())
