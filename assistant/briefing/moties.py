"""Moties and amendementen in a sentence, and what came of them as far as the sentence itself says so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.document import Reference, ReferenceKind
from ingest.mentions import PROPOSED

_WORD = re.compile(r"\b(?:moties?|amendement(?:en)?)(?:\b|(?=\d))", re.IGNORECASE)  # "moties28": a footnote mark
_OUTCOMES = ("aangenomen", "verworpen", "aangehouden", "ingetrokken", "overgenomen", "uitgevoerd", "afgedaan")
_OUTCOME = re.compile(rf"\b(?P<outcome>{'|'.join(_OUTCOMES)})\b", re.IGNORECASE)
_ATTRIBUTE = re.compile(rf"(?<!niet )\b(?P<outcome>{'|'.join(_OUTCOMES)}) (?:motie|amendement)\b", re.IGNORECASE)
_DEALT_WITH = re.compile(
    r"\b(?:doe|doen) (?:ik|wij|we) (?:de|deze|het|dit) (?:motie|amendement)\b.*\baf\b", re.IGNORECASE
)
_VOTED = re.compile(r"\b(?P<word>aannemen|aanvaarden|verwerpen) van (?:de|deze|die|het|dit|dat)\b", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:niet|nooit|nimmer|geen|nog altijd niet)\b(?: \w+){0,3}\s*$", re.IGNORECASE)
# A wish, a condition or a question tells nothing of what came of it.
_OPEN = re.compile(r"\b(?:als|indien|mocht|zou|zouden|wordt|worden|kan|kunnen|moet|moeten|zal|zullen)\b", re.IGNORECASE)
_TITLE = re.compile(r"\s*(?:gewijzigde |nader gewijzigde )?(?:motie|amendement) van\b", re.IGNORECASE)
_ASKS = re.compile(r"\b(?:verzoekt|roept|spreekt|draagt)\b.{0,60}\b(?:regering|kabinet|uit|op)\b", re.IGNORECASE)
_BY_ALL = re.compile(r"\b(kamerbreed|kamerbrede|unaniem|met algemene stemmen|met ruime meerderheid)\s+$", re.IGNORECASE)
_NEAR = 120  # characters between a motie and the word for what came of it


def proposed_in(text: str, references: Sequence[Reference]) -> set[ReferenceKind]:
    """Which of a motie and an amendement a sentence speaks of, by its words and by the papers that it refers to."""
    named = {reference.kind for reference in references} & PROPOSED
    for word in _WORD.finditer(text):
        named.add(ReferenceKind.MOTIE if word[0].lower().startswith("motie") else ReferenceKind.AMENDEMENT)
    return named


def proposes(title: str, text: str) -> bool:
    """Whether a sentence is what the paper of a motie asks for."""
    return _TITLE.match(title) is not None and _ASKS.search(text) is not None


def outcome_of(text: str) -> str:
    """What a sentence says came of its motie: "aangenomen", "verworpen"; "" where it does not say so for certain."""
    if attribute := _ATTRIBUTE.search(text):
        return _whole(text, attribute)
    if text.rstrip().endswith("?") or len({word.group().lower() for word in _WORD.finditer(text)}) > 1:
        return ""
    if _DEALT_WITH.search(text):
        return "afgedaan"
    for motie in _WORD.finditer(text):
        for found in _OUTCOME.finditer(text, max(0, motie.start() - _NEAR), motie.end() + _NEAR):
            between = text[min(motie.end(), found.end()) : max(motie.start(), found.start())]
            before = text[max(0, found.start() - 40) : found.start()]
            if not _DENIED.search(before) and not _OPEN.search(between):
                return _whole(text, found)
        if _VOTED.search(text, max(0, motie.start() - _NEAR), motie.start() + 1):
            return "verworpen" if "verwerpen" in text.lower() else "aangenomen"
    return ""


def _whole(text: str, found: re.Match[str]) -> str:
    """The outcome with what the sentence says of how many wanted it: "kamerbreed aangenomen"."""
    by_all = _BY_ALL.search(text, max(0, found.start("outcome") - 30), found.start("outcome"))
    told = f"{by_all[1]} {found['outcome']}" if by_all else found["outcome"]
    return " ".join(told.lower().split())
