"""The one value, or the one name, that a question asks for, in the words of the sentence that holds it."""

from __future__ import annotations

import re

from assistant.find.evidence import Evidence
from assistant.find.wanted import is_an_end
from assistant.prove.quotes import as_sentence, note_spans
from assistant.understand.asked import Asked
from assistant.understand.counts import is_difference, values_of
from assistant.understand.days import only_tells_which
from assistant.understand.names import YEAR, numbers_in
from assistant.understand.question import Question
from assistant.understand.wishes import Wish
from index.dutch import fold, words
from ingest.official_numbers import MONTHS, written
from ingest.typed_values import TypedValue, ValueKind

_KINDS = {
    Asked.DATE: {ValueKind.DATE, ValueKind.DEADLINE},
    Asked.PERIOD: {ValueKind.PERIOD},
    Asked.AMOUNT: {ValueKind.AMOUNT},
}
_SHARE = re.compile(r"\b(?:percentage|procent|(?:welk|groot) (?:aan)?deel)\b")
_ABOUT = r"(?: (?:ongeveer|circa|zo['’]n|de|het))?"
# What limits a count as well as any other value.
LIMITED = (
    r"ongeveer|circa|ca\.|zo['’]n|ruim|bijna|slechts|maar|naar schatting|gemiddeld|maximaal|minimaal|minstens|"
    r"hoogstens|ten minste|ten hoogste|(?:niet )?(?:meer|minder|hoger|lager) dan"
)
_MEASURED = rf"{LIMITED}|tot wel|rond|hooguit|(?:niet )?(?:langer|korter) dan|binnen|na|al|uiterlijk|pas"
_DENIED = re.compile(r"\b(?:geen|niet)\s+$", re.IGNORECASE)
_PER = re.compile(r"\bper (\w+)")
_RANGE = re.compile(r"(?:\d\s*[–-]|\b(?:tot|à|of|en))\s*$")  # what a value is only the end of
_WHEN = r"(?:pas |uiterlijk )?(?:in|op|eind|begin|medio|vanaf|sinds|tot|tot en met|voor|per)(?: (?:eind|begin|medio))?"
_LIMITS = re.compile(rf"\b((?:{_MEASURED}){_ABOUT})\s+$", re.IGNORECASE)
_LIMITS_OF_DAY = re.compile(rf"\b((?:{_WHEN}|{_MEASURED}){_ABOUT})\s+$", re.IGNORECASE)
_IN_A_RANGE = re.compile(r"\s*(?:[–-]\s*\d|(?:tot|à|of)\s)")
_SMALL = r"(?:van|de|der|den|het|ter|ten|te|&|’t)"
_WHOLE = r"(?![\w/]|\.\w)"  # of "Varen.nl/Bruinvis" no part is the name
_CALLED = (
    rf"[A-ZÀ-Ý][\w’'-]+(?:(?: {_SMALL})* [A-ZÀ-Ý][\w’'-]+)*(?: c\.s\.|\.[a-z]{{2,3}}\b)?"
    rf"(?: \([A-Z][\w+’-]+\))?{_WHOLE}"
)
_NAME = re.compile(rf"(?<=[a-zà-ÿ0-9,;(:] ){_CALLED}")
_MEMBERS = re.compile(
    rf"\b(?:[Hh]et lid|[Dd]e leden|[Hh]et Kamerlid|[Dd]e Kamerleden) (?P<names>{_CALLED}(?:(?:,| en) {_CALLED})*)"
)
_OF_PARTY = re.compile(r"[A-ZÀ-Ý][\w’'-]+(?= \([A-Z][\w+’-]+\))")  # "Mulder (ABC)"
_SEVERAL_OF = ("’s", "'s")  # "GI’s" are many, and no name
_OF_MEMBERS = re.compile(r"\b(?:kamerlid|kamerleden|lid|leden)\b")
# A verb in the plural behind "wie", or a plural noun: "wie zitten er in", "welke organisaties".
_SEVERAL_ASKED = re.compile(
    r"\bwie (?:er )?(?!\w*een\b)(?:\w+en|zijn|\w+aan|doen|zien)\b|"
    r"\bwie er\b.*(?:\w\wen|zijn|\w+aan|doen|zien)\W*$|"
    r"\b(?:wat|welke) (?:personen|partijen|fracties|organisaties|bureaus|instanties|instellingen|leden|kamerleden)\b"
)
_ONE_OF_MORE = re.compile(  # before a name: it is an example, or the end of a row
    r"\b(?:onder (?:andere|meer)|waaronder|zoals|bijvoorbeeld|zowel|alsook|en|of)"
    r"(?: (?:met|van|door))?(?: (?:de|het))?\s+$"
)
# Behind a name: others of its row. What follows "en" with a verb is another clause.
_MORE_BEHIND = re.compile(
    r"(?:,(?: [\w’'&-]+){1,4})* (?:en|of|als|alsook|alsmede) (?!(?:die|dat|deze|dit|is|heeft|wordt)\b)"
)
_TITLE = re.compile(r"\b((?:minister|staatssecretaris|de heer|mevrouw|de motie|motie)) $")


def value_told(question: Question, one: Evidence) -> str:
    """The value of a sentence of the kind asked for, with what limits it; "" where there is none, or more than one.

    What the question says itself is not told back, nor a day that only says which letter or debate is meant. A time
    that means something only on the day it was written, as "dit najaar", is told with that day.
    """
    found = values_in(question, one)
    if len(found) != 1:
        return ""
    (value,) = found.values()
    if only_tells_which(one.text, value, question.whole.terms) or is_difference(one.text, value):
        return ""
    if Wish.UNTIL in question.wishes and not is_an_end(one.text, value):
        return ""
    if "maand" in question.spoken and not any(month in fold(value.text) for month in MONTHS):
        return ""
    before, words = one.text[: value.start], " ".join(value.text.split())
    if question.asked is Asked.DATE and YEAR.fullmatch(words) and before.endswith(" van "):
        return ""  # "vóór de begroting van 2027": it tells which
    is_end = question.asked is not Asked.DATE and (_RANGE.search(before) or _IN_A_RANGE.match(one.text, value.end))
    if _DENIED.search(before) or is_end:
        return ""
    limits = (_LIMITS_OF_DAY if question.asked is Asked.DATE else _LIMITS).search(before)
    words = f"{' '.join(limits[1].split())} {words}" if limits else words
    if question.asked is Asked.DATE and not YEAR.search(words):
        if one.document.date is None:
            return ""
        words = f"{words} (geschreven op {written(one.document.date)})"
    return as_sentence(words)


def asks_for_share(question: Question) -> bool:
    """Whether a question wants a part of a whole: "hoeveel procent", "welk deel"."""
    return question.asked is Asked.NUMBER and bool(_SHARE.search(question.folded))


def holds_measure(question: Question, text: str) -> bool:
    """Whether a text speaks of what a question wants a value for each of: "wat kost dat per leerling?"."""
    return all(each in fold(text) for each in _PER.findall(question.folded))


def values_in(question: Question, one: Evidence) -> dict[str, TypedValue]:
    """The values of a sentence that may be asked for, each once."""
    kinds = {ValueKind.PERCENTAGE} if asks_for_share(question) else _KINDS.get(question.asked, set())
    values = [value for value in values_of(one.text, one.document.date) if value.kind in kinds]
    return {value.value or fold(value.text): value for value in values if not _is_given(question, value)}


def _is_given(question: Question, value: TypedValue) -> bool:
    """Whether a question says a value itself."""
    numbers = numbers_in(value.text)
    return fold(value.text) in question.folded or (bool(numbers) and numbers <= question.numbers)


def name_told(question: Question, one: Evidence) -> str:
    """The name in a sentence, with the office before it; "" where there is none, or more than one.

    Where members of the Kamer are asked for, all those whom the sentence calls so in one place. One name is no answer
    to who asks for several, nor where the sentence names it as one of more; one with an office is alone of its kind.
    """
    if _OF_MEMBERS.search(question.folded):
        called = {found["names"] for found in _MEMBERS.finditer(one.text)}
        all_told = len(called) == 1 and all(name in "".join(called) for name in _OF_PARTY.findall(one.text))
        return as_sentence(called.pop()) if all_told else ""
    if _SEVERAL_ASKED.search(question.folded):
        return ""
    found = {
        fold(name[0]): name
        for name in _NAME.finditer(one.text)
        if not name[0].endswith(_SEVERAL_OF)
        and not any(set(words(part)) <= question.spoken for part in re.findall(r"[A-ZÀ-Ý][\w’'-]+", name[0]))
    }
    if len(found) != 1:
        return ""
    (name,) = found.values()
    before, alone = one.text[: name.start()], _without_mark(name[0], one, name.start())
    if title := _TITLE.search(before):
        is_nobody = "motie" in title[1] and not {Wish.MOTIE, Wish.SENT} & question.whole.wishes  # "wie let daarop?"
        return "" if is_nobody else as_sentence(f"{title[1]} {alone}")
    of_more = _ONE_OF_MORE.search(before) or _MORE_BEHIND.match(one.text, name.end())
    return "" if of_more else as_sentence(alone)


def _without_mark(name: str, one: Evidence, at: int) -> str:
    """A name that begins ``at`` so many letters into a sentence, without the mark of a footnote right behind it."""
    start = one.start + at
    marks = [mark for mark, end in note_spans(one.document) if start < mark and end == start + len(name)]
    return name[: marks[0] - start] if marks and len(one.sentence.spans) == 1 else name
