"""What a paper is asked of itself: who signed it, of which day it is, what stands in the lines of its head."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from assistant.point.particulars import the_likeliest
from assistant.point.which_paper import telling, the_one
from assistant.understand.head_fields import Field, asked_fields
from assistant.understand.kinds import is_called
from assistant.understand.places import without
from assistant.understand.question import Question
from assistant.understand.wishes import Wish
from index.dutch import stem, terms
from ingest.document import Document, Kind
from ingest.kinds import LETTERS
from ingest.times import moments

CLEARLY = 3  # times as many passages as in the next paper speak of what is told, if that paper is meant

_SIGNER = re.compile(
    r"\bwie\b[^?.]*\b(?:onderteken\w*|getekend|tekent|tekenden?)\b|\b(?:ondertekenaars?|handtekening)\b|"
    r"\b(?:onder|ge)tekend\b[^?.]*\bdoor wie\b"
)
# What is signed is something else then: "wie moet het plan volgens de brief ondertekenen?".
_SIGNS_ELSE = re.compile(
    r"\b(?:moet(?:en)?|mag|mogen|kan|kunnen|hoeft|hoeven)\b|"
    r"\b(?:volgens|in|uit) (?:de|het|een|deze|die|dit|dat) (?:\w+ )?(?:\w*brief|\w*reactie|\w*nota|\w*stuk)\b"
)
_ITS_DAY = re.compile(r"\b(?:van|uit) (?:wanneer|welke (?:dag|datum))\b")
_SIGNED_WHEN = re.compile(r"\b(?:wanneer|dag|datum)\b[^?.]*\b(?:onder|ge)tekend\b")
_ITS_NUMBER = re.compile(r"\b(?:aanhangsel|kamerstuk|stuk) ?(?:nummer|nr)\b(?!\.? ?\d)")
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
_DOSSIER = re.compile(r"(?<![\d-])(\d{2}) ?(\d{3})(?![\d-])")
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

    @property
    def surely(self) -> bool:
        """Whether that can stand nowhere but in the lines of a paper's head and foot."""
        return self.signer or self.day or any(not field.elsewhere for field in self.fields)


def wanted_of_itself(question: Question) -> Wanted | None:
    """What a question asks a paper of itself; None if it asks something else, or of no paper."""
    if not (question.papers or _PAPER.search(question.whole.folded)) or Wish.PROPOSAL in question.wishes:
        return None
    fields = asked_fields(question.folded)
    signer = bool(_SIGNER.search(question.folded)) and not _SIGNS_ELSE.search(question.folded)
    told_day = any(field.name.startswith(("De dag", "De uiterste")) for field in fields)
    also_day = bool(fields or signer) and Wish.ITS_DAY_TOO in question.wishes and not told_day
    before = question.background and (_SIGNER.search(question.before.folded) or asked_fields(question.before.folded))
    asks_day = _SIGNED_WHEN.search(question.folded) or (before and _ITS_DAY.search(question.folded))
    day = also_day or bool(asks_day and not _SIGNS_ELSE.search(question.folded))
    number = _ITS_NUMBER.search(question.folded) is not None
    return Wanted(signer=signer, day=day, number=number, fields=fields) if signer or day or fields else None


def paper_meant(question: Question, documents: Sequence[Document], contents: Holding | None) -> Document | None:
    """The one paper that a question asks something of, known by its number, its title or what it says; else None."""
    if question.papers:
        return documents[0] if len(documents) == 1 else None
    own = question.folded
    text = own if _PAPER.search(own) and _tells(own) else question.whole.folded
    fitting = [one for one in documents if _fits(one, _kinds(text))]
    numbers = {" ".join(found.groups()) for found in _DOSSIER.finditer(text)}
    fitting = [one for one in fitting if numbers & {*one.dossiers}] or fitting
    days = [*moments(text, None)]
    dated = [one for one in fitting if one.date and any(one.date.isoformat().startswith(day.value) for day in days)]
    told = _tells(text)
    if not told:
        left = dated if days else fitting
        return left[0] if len(left) == 1 else None
    if found := the_one(" ".join(told), (), dated or fitting):
        return found
    return _by_contents(told, dated or fitting, contents) or the_likeliest(question, " ".join(told), fitting)


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
    least = 1 if len(told) > 1 else 2
    return ranked[0] if counts and counts[0] >= max(least, CLEARLY * sum(counts[1:])) else None
