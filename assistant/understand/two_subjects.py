"""Two subjects in one question: what is said of each is told on its own."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.understand.asked import VALUES
from assistant.understand.question import Question
from index.dutch import terms

# "over A en over B", "bij A en bij B": the same preposition twice joins two subjects, not one of two words.
_JOINED = re.compile(
    r"\b(?P<before>over|in|bij|voor|van|aan|op|uit|met) (?P<one>[^,;.?!]+?),? en (?P=before) (?P<other>[^,;.?!]+?)"
    r"(?= over\b| in\b| voor\b|[,;.?!]|$)",
    re.IGNORECASE,
)
LONGEST = 5  # words of a subject that is joined


def apart(question: Question) -> list[Question]:
    """The question of each of two subjects that a question joins; none if it joins none, or wants one value."""
    found = _JOINED.search(question.text)
    if question.asked in VALUES or question.papers or not found:
        return []
    if any(len(found[part].split()) > LONGEST for part in ("one", "other")):
        return []
    before, after = question.text[: found.start()], question.text[found.end() :]
    return [replace(question, text=f"{before}{found['before']} {found[part]}{after}") for part in ("one", "other")]


def joined(question: Question) -> tuple[frozenset[str], ...]:
    """The stems of each of two things that a question joins: "in het brede en in het smalle scenario"; else none."""
    found = _JOINED.search(question.text)
    one, other = (frozenset(terms(found[part])) if found else frozenset() for part in ("one", "other"))
    return (one, other) if one and other and one != other else ()
