"""Which paper is meant that is asked something of itself, as who signed it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from assistant.point.particulars import the_likeliest
from assistant.point.which_paper import about, telling, the_one
from assistant.understand.kinds import is_called
from assistant.understand.of_itself import kinds_called, tells_which
from assistant.understand.places import without
from assistant.understand.question import Question
from index.dutch import fold, stem, terms
from ingest.document import Document, Kind
from ingest.times import moments

CLEARLY = 3  # times as many passages as in the next paper speak of what is told, if that paper is meant

_DOSSIER = re.compile(r"(?<![\d-])(\d{2}) ?(\d{3})(?![\d-])")
_SENDER = re.compile(  # "de brief van Bos"; not "de brief van de drie scholen"
    r"\b(?:\w*brief|\w*reactie|nota|stuk) van (?:(?:de )?(?:oud-)?(?:minister|staatssecretaris|bewindspersoon) )?"
    r"(?!(?:de|het|een|die|dat|deze|dit|mijn|onze?|minister|staatssecretaris|bewindspersoon|van|voor|over|wijziging|"
    r"toelichting|inlichtingen)\b)([a-z][\w-]+)"
)
# What is asked of any paper, and tells none apart.
_ASKED = frozenset(
    terms(
        "kenmerk referentie referentienummer dossiernummer uiterste beslisdatum reactiedatum bijlagen geadresseerde "
        "gericht griffier adjunct adjunct-griffier voorzitter fungerend zat trad verslag debat commissiedebat "
        "vergadering vastgesteld vaststelling aanvang sluiting laat begon begint eindigde eindigt gesloten "
        "afgelopen wijziging erbij zitten kamerstuknummer stuknummer ontvangst ondertekenaar ondertekende "
        "handtekening tekende tekent getekend ie opsteller stellers steller auteur naam namen ambtenaar ambtenaren "
        "schreef geschreven opgesteld heet"
    )
)


class Holding(Protocol):
    """Knows in which papers words stand, as ``assistant.point.contents.Contents`` does."""

    def holding(self, words: Sequence[str]) -> dict[str, int]:
        """Of each paper with passages that hold all of some folded words, how many."""


def paper_meant(question: Question, documents: Sequence[Document], contents: Holding | None) -> Document | None:
    """The one paper that a question asks something of, known by its number, its title or what it says; else None."""
    if question.papers:
        return documents[0] if len(documents) == 1 else None
    own = question.folded
    text = own if kinds_called(own) and _tells(own) else question.whole.folded
    kinds = _kinds(text)
    fitting = [one for one in documents if _fits(one, kinds) and _bears(one, text)]
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
    text = tells_which(text)
    spans = [(day.start, day.end) for day in moments(text, None)] + [one.span() for one in _DOSSIER.finditer(text)]
    return [word for word in telling(without(text, spans)) if stem(word) not in _ASKED]


def _kinds(text: str) -> frozenset[Kind] | None:
    """The kinds of which the paper may be that a folded text names first; None for any."""
    named = kinds_called(text)
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
