"""What a day in a sentence is told of: a day may only say which letter or debate is meant."""

from __future__ import annotations

import re
from collections.abc import Set

from assistant.understand.kinds import PAPER_WORDS
from index.dutch import fold, stem
from ingest.typed_values import TypedValue, ValueKind

_WORDS_BEFORE = 10  # how far the thing stands before its day: "de brief over het vervoer van leerlingen van 4 mei"
_THINGS = tuple({*PAPER_WORDS, "motie", "moties", "rapport", "advies", "overleg", "besluit", "verslag", "toezegging"})
_OF = re.compile(
    r"(?<!ingang )(?<!inwerkingtreding )\b(?:van|d\.?d\.?) (?:(?:maan|dins|woens|donder|vrij|zater|zon)dag )?$"
)
_TO = re.compile(r"\s*(?:tot|t/m)\b")


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
