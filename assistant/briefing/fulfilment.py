"""A promise and the later passage that seems to meet it: never more than a suggestion, for a person to confirm.

What points back to a promise and hands something over right behind it meets it ("Deze vindt u in bijlage 8"). Of later
passages that hand something over, one that names the very paper that was promised comes before one of alike words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.answer import Citation
from assistant.briefing.uitspraken import Uitspraak
from assistant.find.sentences import Sentence, sentences_of
from assistant.prove.quotes import quotes
from assistant.prove.toezeggingen import Stage, delivers, stage_of
from index.dutch import terms
from index.generation import Generation
from index.query import Concept
from ingest.document import BlockKind, Document, Role

ENOUGH = 0.3  # share of a promise, by how rare its words are, that the later passage speaks of
SHARED = 2  # stems that they share at least

# Compounds that name one paper of many: "voortgangsrapportage"; a bare "rapport" may be any.
_PAPER = re.compile(
    r"\b\w{3,}(?:rapport(?:age)?|evaluatie|monitor|verslag|overzicht|agenda|reactie|analyse|verkenning|onderzoek|nulmeting|"
    r"brochure|handreiking|nota)\b",
    re.IGNORECASE,
)
_POINTS = re.compile(r"(?:deze|dit|die|dat)\b(?! \w*brief)", re.IGNORECASE)
_MARK = 3  # characters of the mark of a note that may stand between two sentences

# What every promise speaks of; it tells nothing of what was promised.
_TELLING = frozenset(
    terms(
        "kamer tweede eerste stuur stuurt sturen toesturen zend zenden toezenden informeer informeert informeren nader "
        "ontvangt ontvangen bied aanbieden toegezegd toezegging toezeggingen hierbij bijgaand brief rapport verwacht"
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fulfilment:
    """What seems to meet a promise."""

    citations: tuple[Citation, ...]


def fulfilment_of(promise: Uitspraak, generation: Generation) -> Fulfilment | None:
    """The later passage that seems most to meet a promise; None if there is none, or nobody can tell what is later.

    A promise of an earlier paper that is only recalled may be met further on in the paper that recalls it.
    """
    if promise.stage not in {Stage.MADE, Stage.RECALLED}:
        return None
    if handed := _right_behind(promise):
        return Fulfilment(citations=quotes(handed))
    asked = _weights(_words(promise.sentence), _when(promise), generation)
    whole = sum(asked.values())
    papers = _papers(promise.sentence.text)
    best: tuple[tuple[bool, float], Sentence] | None = None
    for document in generation.documents:
        for sentence in _later(document, promise):
            shared = asked.keys() & set(terms(_words(sentence)))
            share = sum(asked[term] for term in shared) / whole if whole else 0.0
            named = papers & _papers(sentence.text)
            of_it = bool(named) and len((asked.keys() - named) & {*shared, *terms(document.title)}) >= SHARED
            likely = of_it or (len(shared) >= SHARED and share >= ENOUGH)
            if likely and (best is None or (of_it, share) > best[0]):
                best = ((of_it, share), sentence)
    return Fulfilment(citations=quotes(best[1])) if best else None


def _right_behind(promise: Uitspraak) -> Sentence | None:
    """The next sentence, where it points back to the promise and hands something over."""
    document, end = promise.document, promise.sentence.spans[-1][1]
    following = next((one for one in deliveries_of(document) if one.spans[0][0] >= end), None)
    if following is None or following.block != promise.sentence.block:
        return None
    between = document.text[end : following.spans[0][0]].strip()
    return following if len(between) <= _MARK and _POINTS.match(following.text) else None


def _papers(text: str) -> set[str]:
    """The stems of the papers that are called by a compound."""
    return {stem for name in _PAPER.findall(" ".join(text.split())) for stem in terms(name)}


@lru_cache(maxsize=4096)
def deliveries_of(document: Document) -> tuple[Sentence, ...]:
    """The sentences of members of government that hand something over, or say that a promise is met."""
    return tuple(
        sentence
        for sentence in sentences_of(document)
        if sentence.block.speaker.role is Role.BEWINDSPERSOON
        and sentence.block.kind is not BlockKind.QUESTION
        and (delivers(sentence.text) or stage_of(sentence.text, to_kamer=True) is Stage.MET)
    )


def _later(document: Document, promise: Uitspraak) -> Sequence[Sentence]:
    """The sentences of a paper that hand something over after a promise; a paper that is no later is not read."""
    day = promise.document.date
    if document.identifier == promise.document.identifier:
        found = deliveries_of(document) if promise.stage is Stage.RECALLED else ()
        return [one for one in found if one.spans[0][0] > promise.start]
    return deliveries_of(document) if document.date and day and document.date > day else []


def _words(sentence: Sentence) -> str:
    return " ".join([sentence.text, *sentence.block.path[-1:]])


def _when(promise: Uitspraak) -> str:
    return promise.deadline.words if promise.deadline else ""


def _weights(text: str, when: str, generation: Generation) -> dict[str, float]:
    """What was promised as stems, the rarer the heavier; the deadline and numbers are no part of it."""
    told = {term for term in terms(text) if not term.isdigit()} - set(terms(when)) - _TELLING
    return {term: generation.lexical.weight(Concept(word=term, alternatives=((term, 1.0),))) for term in told}
