"""All there are of a thing: "hoeveel scholen zijn er?" is not answered by how many of them do something."""

from __future__ import annotations

import re

from index.dutch import fold
from ingest.typed_values import TypedValue

_SHARE = re.compile(r"\b(?:helft|deel|\w*derden?|kwart|procent)\b|%| (?:op|van) de\b")
_BEFORE = re.compile(
    r"\b(?:er (?:zijn|waren|bestaan|bestonden)|telt|telde|kent|kende|totaal|alle|de|deze|die|onze|samen|aantal|zijn er|"
    r"waren er)(?: [\w’'-]+){0,4} ?$"
)
_BEHIND = re.compile(r"[ \w-]{0,40}?\b(?:in totaal|in nederland|in ons land|zijn er|waren er)\b")


def counts_all(sentence: str, value: TypedValue) -> bool:
    """Whether a value in a sentence tells how many there are, and not how many of them do something."""
    if _SHARE.search(fold(sentence[value.start : value.end])):
        return False
    return bool(_BEFORE.search(fold(sentence[: value.start])) or _BEHIND.match(fold(sentence[value.end :])))
