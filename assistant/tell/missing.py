"""The number, the day, the amount or the list that was asked for, where no quote of an answer holds one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer import Citation
from assistant.find.wanted import holds
from assistant.tell.single import asks_for_share
from assistant.tell.tone import INSTEAD
from assistant.understand.asked import Asked
from assistant.understand.question import Question
from assistant.understand.wishes import Wish

_NAMES = {
    Asked.NUMBER: "Het gevraagde aantal",
    Asked.AMOUNT: "Het gevraagde bedrag",
    Asked.PERIOD: "De gevraagde termijn",
    Asked.DATE: "De gevraagde datum",
    Asked.REFERENCE: "Het gevraagde nummer",
}
_SHARE = "Het gevraagde aandeel"
_LIST = "De gevraagde opsomming"
_PARTS = re.compile(r"[,;•\n]|\. | en | of ")  # what stands between the parts of a list


def missing(question: Question, citations: Sequence[Citation]) -> str:
    """What to say where a value, or so many things, are asked for that no quote holds; "" where one does."""
    if question.asked is Asked.LIST:
        return "" if _lists_them(question, citations) else f"{_LIST} vond ik niet. {INSTEAD}"
    name = _SHARE if asks_for_share(question) else _NAMES.get(question.asked, "")
    if not name or Wish.NUMBER_TO_CALL in question.wishes:
        return ""
    held = any(holds(question.asked, quote.text, quote.date) for quote in citations)
    return "" if held else f"{name} vond ik niet. {INSTEAD}"


def _lists_them(question: Question, citations: Sequence[Citation]) -> bool:
    """Whether quotes, or the parts of one of them, are as many as a question wants to hear: "de zeven prioriteiten"."""
    return question.listed <= max([len(citations), *(len(_PARTS.split(quote.text)) for quote in citations)])


def says_missing(line: str) -> bool:
    """Whether a line is one of these: "Het gevraagde bedrag vond ik niet. Wel staat er:"."""
    return line.endswith(INSTEAD) and line != INSTEAD
