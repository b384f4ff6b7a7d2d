"""What a paper is known by, its official number and its day, for who asks where to find it or when it was sent."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.point.which_paper import the_one
from assistant.understand.kinds import SPOKEN_OF, is_called
from assistant.understand.question import Question
from assistant.understand.wishes import Wish
from ingest.document import Block, Document, Kind
from ingest.official_numbers import cite, is_identifier, written

NO_NUMBER = "Een officieel nummer van dit stuk ken ik niet: „%s”."
NO_DAY = "De datum van dit stuk ken ik niet: „%s”."

# "Naar welk ander Aanhangsel verwijzen de antwoorden", "het nummer van de motie in de Kamervragen".
_OF_ANOTHER = re.compile(
    r"\b(?:verwijs|verwijst|verwijzen|verwijzing\w*|verwezen|andere?|eerdere?|noem\w*|genoemd\w*|moties|"
    rf"wetsvoorstel|bijlagen|amendement\w*|{SPOKEN_OF})\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A paper, and what is told of it."""

    document: Document
    told: str  # a sentence; which paper it is and its number or its day
    proof: tuple[Block, ...] = ()  # where the paper itself says it, or else how it begins; empty if it is not known


def record_of(question: Question, documents: Iterable[Document]) -> Record | None:
    """The number or the day of the paper that a question asks it of; None for any other question.

    Args:
        question: What is asked. A paper that is not here is often described alike: only one whose own particulars
            bear the words of the question is told of, or the only one of the kind that it names.
        documents: The papers that may be meant.
    """
    day = Wish.ITS_DAY in question.wishes
    if not question.wishes & {Wish.ITS_DAY, Wish.ITS_NUMBER}:
        return None
    if Wish.OF_A_PAPER not in question.wishes:
        if day or not _of_kamervragen(question):
            return None
        documents = [one for one in documents if is_called(one, frozenset({Kind.AANHANGSEL}))]
    meant = _meant(question, documents)
    if meant is None:
        return None
    return day_of(meant) if day else number_of(meant)


def _of_kamervragen(question: Question) -> bool:
    """Whether the Aanhangselnummer of Kamervragen is asked for, and not the number of a paper which they speak of."""
    asked = Wish.KAMERVRAGEN in question.wishes and "aanhangsel" in question.folded
    return asked and not _OF_ANOTHER.search(question.folded)


def _meant(question: Question, documents: Iterable[Document]) -> Document | None:
    """The one paper of the kind that is named which the question can only stand for."""
    kinds = question.own_kind or frozenset().union(*(one.kinds for one in question.called))
    if any(name[0].isdigit() for name in question.named):
        return None  # "de brief van 13 februari" may be any
    fitting = [one for one in documents if is_called(one, frozenset({*kinds, Kind.SAMENVATTING})) or not kinds]
    return the_one(question.text, question.named, fitting)


def number_of(document: Document) -> Record:
    """The official number of a paper."""
    if not is_identifier(document.summary_of or document.identifier):
        return Record(document=document, told=NO_NUMBER % document.title)
    day = written(document.date) if document.date else ""
    own = document.identifier.rpartition("-")[2]
    told = f"„{document.title}” is {cite(document)}{f', van {day}' if day else ''}."
    return Record(document=document, told=told, proof=_proof(document, rf"\b{own}\b", day))


def day_of(document: Document) -> Record:
    """The day of a paper."""
    if document.date is None:
        return Record(document=document, told=NO_DAY % document.title)
    told = f"„{document.title}” is van {written(document.date)} ({cite(document)})."
    return Record(document=document, told=told, proof=_proof(document, written(document.date)))


def _proof(document: Document, *said: str) -> tuple[Block, ...]:
    """The first block with each of these patterns; the first of all if there is none."""
    wanted = [re.compile(one.replace(" ", r"\s+")) for one in said if one]
    blocks = [
        next((block for block in document.blocks if one.search(document.text, block.start, block.end)), None)
        for one in wanted
    ]
    return tuple(dict.fromkeys(block for block in blocks if block)) or document.blocks[:1]
