"""What a day is told of, in a sentence or a question: it may only say which letter or debate is meant."""

from __future__ import annotations

import re
from collections.abc import Set

from assistant.understand.counts import values_of
from assistant.understand.kinds import PAPER_WORDS
from assistant.understand.names import numbers_in
from assistant.understand.places import without
from index.dutch import fold, stem
from ingest.typed_values import TypedValue, ValueKind

_WORDS_BEFORE = 10  # how far the thing stands before its day: "de brief over het vervoer van leerlingen van 4 mei"
_THINGS = tuple({*PAPER_WORDS, "motie", "moties", "rapport", "advies", "overleg", "besluit", "verslag", "toezegging"})
_OF = re.compile(
    r"(?<!ingang )(?<!inwerkingtreding )\b(?:van|d\.?d\.?) (?:(?:maan|dins|woens|donder|vrij|zater|zon)dag )?$"
)
_TO = re.compile(r"\s*(?:tot|t/m)\b")
_ISO = re.compile(r"\d{4}-\d\d(?:-\d\d)?")


def only_tells_which(sentence: str, value: TypedValue, asked: Set[str]) -> bool:
    """Whether a day only says which thing is meant, and that thing is not asked about.

    In "in de brief van 4 mei heb ik toegezegd" the day is of the letter: it answers who asks when the letter was sent,
    and nobody else.

    Args:
        sentence: As the paper has it.
        value: One of its values; no other than a day tells that.
        asked: The stems of the words of the question.
    """
    if value.kind is not ValueKind.DATE or _TO.match(sentence, value.end):
        return False
    before = fold(" ".join(sentence[: value.start].split()) + " ")
    of = _OF.search(before)
    words = re.findall(r"\w+", before[: of.start()])[-_WORDS_BEFORE:] if of else []
    if not words or stem(words[-1]) in asked:
        return False
    thing = next((stem(word) for word in reversed(words) if word.endswith(_THINGS)), "")
    return bool(thing) and not any(thing.endswith(term) or term.endswith(thing) for term in asked)


def days_of_papers(question: str) -> dict[str, frozenset[str]]:
    """The days and months in a question that only say which paper is meant, each with the numbers it is written with.

    "Hoeveel leerlingen waren er in 2024 volgens de brief van 4 mei 2026?" asks nothing about 2026. The days are told as
    ISO 8601 has them: 2026-05-04 with 4 and 2026, 2026-05 for a month.
    """
    told = [one for one in values_of(question) if _ISO.fullmatch(one.value) and only_tells_which(question, one, set())]
    others = numbers_in(without(question, [(one.start, one.end) for one in told]))
    return {one.value: numbers_in(one.text) - others for one in told}
