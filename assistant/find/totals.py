"""All there are of a thing: "hoeveel scholen zijn er?" is not answered by how many of them do something."""

from __future__ import annotations

import re

from assistant.understand.asked import Asked
from assistant.understand.question import Question
from index.dutch import fold
from ingest.typed_values import TypedValue

_WHERE = (
    r"(?: (?:nu|eigenlijk|precies|ongeveer|momenteel|nog|dan|al|toen|er|totaal|bij elkaar|op dit moment|"
    r"(?:in|over|van|op) (?:(?:de|het|heel|ons|totaal) )?\w+))*\W*$"
)
# Nothing follows that only some of them do: "hoeveel scholen zijn er gestopt?" asks for a part.
_ASKED = re.compile(
    rf"\b(?:hoe ?veel [^?.!]*?\b(?:zijn|waren|bestaan|bestonden) er|"
    rf"hoe ?veel [\w-]+(?: [\w-]+)? (?:telt|telde|kent|kende|heeft|had) (?:nederland|ons land)){_WHERE}"
)
_SHARE = re.compile(r"\b(?:helft|deel|\w*derden?|kwart|procent)\b|%| (?:op|van) de\b")
_BEFORE = re.compile(
    r"\b(?:er (?:zijn|waren|bestaan|bestonden)|telt|telde|kent|kende|totaal|alle|de|deze|die|onze|samen|aantal|zijn er|"
    r"waren er)(?: [\w’'-]+){0,4} ?$"
)
_BEHIND = re.compile(r"[ \w-]{0,40}?\b(?:in totaal|in nederland|in ons land|zijn er|waren er)\b")


def asks_for_all(question: Question) -> bool:
    """Whether a question asks how many there are of a thing, whatever they do."""
    return question.asked is Asked.NUMBER and bool(_ASKED.search(question.folded))


def counts_all(sentence: str, value: TypedValue) -> bool:
    """Whether a value in a sentence tells how many there are, and not how many of them do something."""
    if _SHARE.search(fold(sentence[value.start : value.end])):
        return False
    return bool(_BEFORE.search(fold(sentence[: value.start])) or _BEHIND.match(fold(sentence[value.end :])))
