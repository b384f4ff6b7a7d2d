"""Moties and amendementen in a sentence, their numbers, and what came of them as far as the sentence itself says so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.find.sentences import Sentence
from ingest.document import Reference, ReferenceKind
from ingest.mentions import PROPOSED
from ingest.note_marks import note_marks

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
# What else a note may hang on; a note belongs to what was named last before its mark.
_OTHER = re.compile(
    r"\b\w*(?:brie(?:f|ven)|rapport(?:en|age)?|nota|debat|overleg|onderzoek|advies|voorstel(?:len)?|antwoord(?:en)?|verslag)\b",
    re.IGNORECASE,
)
# "De motie …, die door de Kamer is aangenomen": who asks states what a relative clause holds. The Kamer alone does so.
_STATED = re.compile(
    r"(?<!\bdat )(?<!\bof )\b(?:die|dat|welke)\b(?P<clause>(?:(?!\b(?:die|dat|welke|of)\b)[^?;:]){0,120}?)"
    r"\b(?:is|zijn|was|waren|werd|werden|heeft|hebben|had) (?P<outcome>aangenomen|verworpen|aangehouden)\b",
    re.IGNORECASE,
)
_BILL = re.compile(r"\b\w*wetsvoorstel", re.IGNORECASE)  # what the Kamer votes on besides
SETTLED = frozenset({"verworpen", "ingetrokken", "uitgevoerd", "afgedaan"})  # nothing is left to be done
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
    if len({word.group().lower() for word in _WORD.finditer(text)}) > 1:
        return ""
    if text.rstrip().endswith("?"):
        return _stated(text)
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


def _stated(question: str) -> str:
    motie = _WORD.search(question)
    if motie is None:
        return ""
    for found in _STATED.finditer(question, motie.end()):
        doubted = _DENIED.search(found["clause"]) or _OPEN.search(found["clause"])
        if not doubted and not _BILL.search(question, motie.end(), found.start()):
            return _whole(question, found)
    return ""


def _whole(text: str, found: re.Match[str]) -> str:
    """The outcome with what the sentence says of how many wanted it: "kamerbreed aangenomen"."""
    by_all = _BY_ALL.search(text, max(0, found.start("outcome") - 30), found.start("outcome"))
    told = f"{by_all[1]} {found['outcome']}" if by_all else found["outcome"]
    return " ".join(told.lower().split())


def numbers_in(sentence: Sentence) -> tuple[str, ...]:
    """The official numbers of the moties of a sentence: behind their names, or in a note that hangs on one of them."""
    named = [one for one in references_in(sentence) if one.kind in PROPOSED]
    return tuple(dict.fromkeys(one.identifier for one in [*named, *_in_notes(sentence)] if one.identifier))


def references_in(sentence: Sentence) -> list[Reference]:
    """What a sentence refers to in its own words."""
    return [
        reference
        for reference in sentence.document.references
        for start, end in sentence.spans
        if start <= reference.start < end
    ]


def _in_notes(sentence: Sentence) -> list[Reference]:
    """The numbers in the notes whose mark stands behind a motie, with nothing else named between the two."""
    document, first, last = sentence.document, sentence.spans[0][0], sentence.spans[-1][1]
    hung = [
        one
        for one in document.references
        if one.kind is ReferenceKind.KAMERSTUK and one.sentence and first <= one.sentence[0] < last
    ]
    notes = [mark for mark in note_marks(document) if mark.note and first <= mark.start <= last + 1] if hung else []
    of_motie = [mark.note for mark in notes if mark.note and _is_of_motie(document.text[first : mark.start])]
    return [one for one in hung if any(note.start <= one.start < note.end for note in of_motie)]


def _is_of_motie(before: str) -> bool:
    moties, others = list(_WORD.finditer(before)), list(_OTHER.finditer(before))
    return bool(moties) and (not others or others[-1].start() < moties[-1].start())
