"""Two questions of one message that ask for a count each: one count of the papers answers one of them."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.find.evidence import Evidence
from assistant.understand.asked import Asked
from assistant.understand.counts import counts
from assistant.understand.question import Question
from index.dutch import terms

# A question, None if nothing was to be read for it, and the sentences found, best first.
Found = tuple[Question | None, Sequence[Evidence]]


def gives_way(one: Found, other: Found) -> int | None:
    """Which of two questions of a message, 0 or 1, has a count for its best that is the other's; None if neither.

    "Hoeveel zijn er gevonden, en hoeveel daarvan opgelost?": "vier zijn opgelost" holds all words of the second, and
    not all of the first.
    """
    if any(question is None or question.asked is not Asked.NUMBER or not found for question, found in (one, other)):
        return None
    first, second = one[1][0], other[1][0]
    told = counts(first.text, first.document.date)
    same = first.document is second.document and first.start == second.start
    if not same or len(told) != 1 or "/" in told[0].value:  # "vier van de vijftien" is two
        return None
    said = set(terms(first.text))
    lacks = [question is not None and not question.terms <= said for question, _ in (one, other)]
    return lacks.index(True) if any(lacks) and not all(lacks) else None
