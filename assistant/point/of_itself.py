"""What a paper is asked of itself: who signed it, of which day it is, what stands in the lines of its head."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from assistant.point.particulars import the_likeliest
from assistant.point.which_paper import about, telling, the_one
from assistant.understand.head_fields import A_PAPER, ALONE, OF_PAPER, Field, asked_fields
from assistant.understand.kinds import is_called
from assistant.understand.places import without
from assistant.understand.question import Question
from assistant.understand.wishes import Wish
from index.dutch import fold, stem, terms
from ingest.document import Document, Kind
from ingest.kinds import LETTERS
from ingest.times import moments

CLEARLY = 3  # times as many passages as in the next paper speak of what is told, if that paper is meant

_TILL = r"(?:(?!\b(?:die|dat|waar\w*)\b)[^?.,])*"  # as far as no clause of its own tells of something else
_SIGNED = r"\b(?:onder|ge)tekend\b"
_SIGNER = re.compile(
    rf"\bwie (?:(?:heeft|hebben|had|hadden) )?{A_PAPER}{_TILL}{_SIGNED}|\bwie (?:onder)?tekenden? {A_PAPER}|"
    rf"\b(?:is|was|werd) {A_PAPER}{_TILL}{_SIGNED}(?:,? (?:en )?door wie\b)|"
    rf"\bdoor wie (?:is|was|werd) {A_PAPER}{_TILL}{_SIGNED}|"
    rf"\bondertekenaars?(?:{OF_PAPER}|{ALONE}|(?= en\b))|"
    rf"\b(?:wiens|wie z.?n) handtekening (?:staat|stond)(?: er)? (?:onder|op) {A_PAPER}"
)
# Without an object: of a paper that is known by its number, or of which something else is asked as well.
_SIGNED_BY = re.compile(
    rf"\bwie (?:(?:onder)?tekenden?|(?:heeft|hebben)(?: die| hem| deze)? {_SIGNED})(?= die\b|\W*$| en\b)"
)
_IT = rf"(?:ie|die|hij|deze|dat|dit|{A_PAPER})"
_ITS_DAY = re.compile(rf"\b(?:van|uit|op) (?:wanneer|welke (?:dag|datum)) (?:is|was) {_IT}(?: {_SIGNED})?\W*$")
_DAY_TOO = re.compile(r"\b(?:wanneer|dag|datum)(?=\W*$| en\b)|\bdatum (?:van |vd )?" + A_PAPER)
_SIGNED_WHEN = re.compile(rf"\b(?:wanneer|dag|datum) (?:is|was|werd) {A_PAPER}{_TILL}{_SIGNED}")
_ITS_NUMBER = re.compile(r"\b(?:aanhangsel|kamerstuk|stuk) ?(?:nummer|nr)\b(?!\.? ?\d)")
# Joins a second particular, or a second question.
_JOINS = re.compile(
    r"(?: en|,) (?:de |het |ons )?(?:wie|wiens|wanneer|welke?|hoe|wat|waar\w*|(?:door|van|op) (?:wie|wanneer|welke)|"
    r"ondertekenaar|kenmerk|referentie|nummer|datum|dag|griffier|voorzitter|aanvang|sluiting)\b"
)
_MEETINGS = frozenset({Kind.DEBAT, Kind.SCHRIFTELIJK_OVERLEG})
# What a paper is called, and the kinds that it may be of; None for any. The first in a question is the one asked about.
_CALLED: tuple[tuple[str, frozenset[Kind] | None], ...] = (
    (r"\w*brie(?:f|ven)\b|\w*reactie\b", LETTERS),
    (r"\w*debat\b", frozenset({Kind.DEBAT})),
    (r"schriftelijk overleg\b", frozenset({Kind.SCHRIFTELIJK_OVERLEG})),
    (r"verslag\b|\w*overleg\b|vergadering\b", _MEETINGS),
    (r"nota (?:van|naar)\b|(?:kamer)?stuk\b", None),
    (r"(?:beslis)?nota\b", frozenset({Kind.BESLISNOTA})),
    (r"kamervragen\b|antwoorden\b|aanhangsel\b", frozenset({Kind.AANHANGSEL})),
)
_PAPER = re.compile(r"\b(?:" + "|".join(f"({cue})" for cue, _ in _CALLED) + ")")
_SURELY_A_PAPER = re.compile(r"brief\b|debat\b|\bschriftelijk overleg\b|nota\b|\bkamer\w+|\baanhangsel\b|reactie\b")
_DOSSIER = re.compile(r"(?<![\d-])(\d{2}) ?(\d{3})(?![\d-])")
_SENDER = re.compile(  # "de brief van Bos"; not "de brief van de drie scholen"
    r"\b(?:\w*brief|\w*reactie|nota|stuk) van (?:(?:de )?(?:oud-)?(?:minister|staatssecretaris|bewindspersoon) )?"
    r"(?!(?:de|het|een|die|dat|deze|dit|mijn|onze?|minister|staatssecretaris|bewindspersoon|van|voor|over|wijziging|"
    r"toelichting|inlichtingen)\b)([a-z][\w-]+)"
)
# What is asked of any paper, and tells none apart.
_ASKED = frozenset(
    terms(
        "kenmerk referentie referentienummer dossiernummer uiterste beslisdatum bijlagen geadresseerde gericht "
        "griffier adjunct adjunct-griffier voorzitter fungerend zat trad verslag debat commissiedebat vergadering "
        "vastgesteld vaststelling aanvang sluiting laat begon begint eindigde eindigt gesloten afgelopen wijziging "
        "erbij zitten kamerstuknummer stuknummer ontvangst ondertekenaar ondertekende handtekening tekende tekent "
        "getekend ie"
    )
)


class Holding(Protocol):
    """Knows in which papers words stand, as ``assistant.point.contents.Contents`` does."""

    def holding(self, words: Sequence[str]) -> dict[str, int]:
        """Of each paper with passages that hold all of some folded words, how many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a question asks a paper of itself."""

    signer: bool
    day: bool
    number: bool
    fields: tuple[Field, ...]
    paper: bool  # whether it calls what it means as nothing but a paper is called

    @property
    def surely(self) -> bool:
        """Whether that can stand nowhere but in the lines of a paper's head and foot: of no "vergadering" by itself."""
        sure = self.signer or self.day or any(not field.elsewhere for field in self.fields)
        return self.paper and sure

    def asks_more(self, question: Question) -> bool:
        """Whether a question joins another one to the only thing that was understood of it: "… en wie zat voor?"."""
        return sum([self.signer, self.day, self.number, len(self.fields)]) == 1 and bool(_JOINS.search(question.folded))


def wanted_of_itself(question: Question) -> Wanted | None:
    """What a question asks a paper of itself; None if it asks something else, or of no paper."""
    if not (question.papers or _PAPER.search(question.whole.folded)) or Wish.PROPOSAL in question.wishes:
        return None
    asked = question.folded
    fields = asked_fields(asked)
    before = question.background and (_SIGNER.search(question.before.folded) or asked_fields(question.before.folded))
    signer = bool(_SIGNER.search(asked) or ((fields or before or question.papers) and _SIGNED_BY.search(asked)))
    told_day = any(field.name.startswith(("De dag", "De uiterste")) for field in fields)
    also_day = bool(fields or signer) and bool(_DAY_TOO.search(asked) or _ITS_DAY.search(asked)) and not told_day
    day = also_day or bool(_SIGNED_WHEN.search(asked) or (before and _ITS_DAY.search(asked)))
    number = _ITS_NUMBER.search(question.folded) is not None
    paper = bool(question.papers or _SURELY_A_PAPER.search(question.whole.folded))
    return (
        Wanted(signer=signer, day=day, number=number, fields=fields, paper=paper) if signer or day or fields else None
    )


def paper_meant(question: Question, documents: Sequence[Document], contents: Holding | None) -> Document | None:
    """The one paper that a question asks something of, known by its number, its title or what it says; else None."""
    if question.papers:
        return documents[0] if len(documents) == 1 else None
    own = question.folded
    text = own if _PAPER.search(own) and _tells(own) else question.whole.folded
    fitting = [one for one in documents if _fits(one, _kinds(text)) and _bears(one, text)]
    told = _tells(text)
    if not told:
        return fitting[0] if len(fitting) == 1 else None
    if found := the_one(" ".join(told), question.names, fitting):
        return found
    return _by_contents(told, fitting, contents) or the_likeliest(question, " ".join(told), fitting)


def _bears(document: Document, text: str) -> bool:
    """Whether a paper is of the day, of the dossier and of the sender that a folded text tells of it."""
    days = [*moments(text, None)]
    title, own_day = fold(document.title), document.date.isoformat() if document.date else ""
    dated = all(own_day.startswith(day.value) or text[day.start : day.end] in title for day in days)
    dossiers = {" ".join(found.groups()) for found in _DOSSIER.finditer(text)}
    senders = _SENDER.findall(without(text, [(day.start, day.end) for day in days]))
    return dated and dossiers <= {*document.dossiers} and about(document, senders)


def _tells(text: str) -> list[str]:
    """The words of a folded text that tell which paper it means, without days and dossiers."""
    spans = [(day.start, day.end) for day in moments(text, None)] + [one.span() for one in _DOSSIER.finditer(text)]
    return [word for word in telling(without(text, spans)) if stem(word) not in _ASKED]


def _kinds(text: str) -> frozenset[Kind] | None:
    """The kinds of which the paper may be that a folded text names first; None for any."""
    named = [_CALLED[found.lastindex - 1][1] for found in _PAPER.finditer(text) if found.lastindex]
    first = named[0] if named else None
    narrower = next((kinds for kinds in named if kinds and first and kinds < first), None)
    return narrower or first


def _fits(document: Document, kinds: frozenset[Kind] | None) -> bool:
    return kinds is None or is_called(document, kinds)


def _by_contents(told: Sequence[str], documents: Sequence[Document], contents: Holding | None) -> Document | None:
    """The paper in which what is told stands, or clearly mostly stands; None if that is none or several."""
    held = contents.holding(told) if contents else {}
    ranked = sorted(documents, key=lambda one: -held.get(one.identifier, 0))[:2]
    counts = [held.get(one.identifier, 0) for one in ranked]
    return ranked[0] if counts and counts[0] >= max(1, CLEARLY * sum(counts[1:])) else None
