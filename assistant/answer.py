"""What the assistant gives back, and the public JSON form of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from ingest.document import Kind, Speaker


class Status(StrEnum):
    """How far the question was answered."""

    ANSWERED = "answered"
    PARTIAL = "partial"
    UNANSWERABLE = "unanswerable"
    REDACTED = "redacted"
    CLARIFY = "clarify"


class Standing(StrEnum):
    """What weight the quoted words have."""

    GELDEND_RECHT = "geldend recht"
    WETSVOORSTEL = "wetsvoorstel"
    VOORNEMEN = "voornemen"
    TOEZEGGING = "toezegging"
    ONDERZOEK = "onderzoek"
    AMBTELIJK_ADVIES = "ambtelijk advies"
    VRAAG = "vraag"
    ONBEKEND = "onbekend"


class Wording(StrEnum):
    """Who put an answer into words, and if it was not the language model that is set: why not."""

    QUOTES = "citaten"  # no language model is set, or it has no part in this answer
    MODEL = "taalmodel"  # it read what was found; each of its sentences is proven, or gave way to its quote
    WITHHELD = "niet verstuurd"  # the question holds personal data and the model is on another machine
    LEANING = "bouwt voort"  # the question leans on one that was asked without the model
    FAILED = "geen antwoord"  # it could not be reached, was too slow or broke off without a sentence that holds
    REJECTED = "afgekeurd"  # what it wrote is not borne by the papers


EVEN = 0.5  # a chance below which an answer is likelier to miss the question than to answer it
LIKELY = 0.7  # a chance from which on an answer that is not sure is called likely: two of three of these are right
# Two spaces, between which a word was taken out, or three for two; not behind the sign of an item or a sentence, and no
# columns set apart by more.
HOLE = re.compile(
    r"(?<!^.)(?<!^\w[.)])(?<!^\d\d[.)])(?<!^\d\.\d)(?<!^[IVX]{2})(?<!^[IVX]{3})(?<!^[ivx]{2}[.)])"
    r"(?:(?<=[^\s.!?:])[^\S\n\t]{2}(?=\S)|(?<=[.!?:])[^\S\n\t]{2}(?=[^\sA-ZÀ-Ý])"
    r"|(?<=[a-zà-ÿ,])[^\S\n\t]{3}(?=[a-zà-ÿ(]))",
    re.MULTILINE,
)
UNREADABLE = "[onleesbaar gemaakt]"  # how a hole is shown to people, everywhere
PAINTED = re.compile(r"\[weggelakt\]")  # how the readers of files write one


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """An exact quote with the place it stands in.

    ``document.text[start:end] == text``; checked in ``assistant.prove.verify`` before it leaves.
    """

    text: str
    document: str  # identifier
    title: str
    kind: Kind
    citation: str  # "Aanhangsel Handelingen II 2022/23, nr. 2038, antwoord 5"
    place: str  # "antwoord 5"; "" if the paper has no named places
    date: date | None
    start: int
    end: int
    speaker: Speaker
    standing: Standing = Standing.ONBEKEND
    url: str = ""
    holes: bool = False  # whether two spaces in it stand for words that were made unreadable
    opening: str = ""  # what is shown for the beginning of its first sentence where the paper lacks that: "…"
    marks: tuple[tuple[int, int], ...] = ()  # spans in ``text`` of marks of footnotes, or of an item it opens with

    @property
    def shown(self) -> str:
        """The quote as people read it: told where words are lacking, and without marks of notes and items."""
        return self.shown_between(0, len(self.text)).strip()

    def shown_between(self, start: int, end: int) -> str:
        """A stretch of ``text`` as people read it."""
        inside = [(max(left, start), min(right, end)) for left, right in self.marks if left < end and right > start]
        edges = [start, *(edge for mark in inside for edge in mark), end]
        words = "".join(self.text[left:right] for left, right in zip(edges[::2], edges[1::2], strict=True))
        held = HOLE.sub(f" {UNREADABLE} ", words) if self.holes else words
        opening = f"{self.opening} " if self.opening and start == 0 < end else ""
        return opening + PAINTED.sub(UNREADABLE, held)


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictSide:
    """One of the values that papers give for the same thing."""

    value: str  # "40"
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Papers give different values for the same thing; newest first, undated last."""

    subject: str  # "aanvragen"
    sides: tuple[ConflictSide, ...]
    reasons: tuple[Citation, ...] = ()  # what these papers say themselves of how they counted
    told: str = ""  # the same in words, with the marks of the answer's citations


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The answer to one question."""

    question: str
    understood_as: str  # equals the question unless it was completed or corrected
    status: Status
    text: str  # short Dutch text with [1] marks that count ``citations`` from 1
    citations: tuple[Citation, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    as_of: date | None = None  # date of the newest paper cited; None if none bears a date
    chance: float | None = None  # that what was found answers, 0..1; None for what was looked up, not searched
    ms: float = 0.0  # time taken, milliseconds
    parts: tuple[Answer, ...] = ()  # the answer to each question, where a message asked several
    wording: Wording = Wording.QUOTES
    model: str = ""  # what the language model that worded it is called
    nearest: Citation | None = None  # what is told instead where nothing answers; number 0, and never an answer
    evidence: tuple[tuple[str, int, int], ...] = ()  # identifier, start, end of what in the quotes answers; none: all
    likely: bool = False  # of a partial one: it is told as what most probably answers
    beside: frozenset[int] = frozenset()  # numbers of the citations that may be folded: the others answer without them

    @property
    def whole_text(self) -> str:
        """The text with all that is told of conflicts."""
        return "\n\n".join([self.text, *(conflict.told for conflict in self.conflicts if conflict.told)])

    @property
    def refused(self) -> bool:
        """Whether no answer is given."""
        return self.status in {Status.UNANSWERABLE, Status.REDACTED, Status.CLARIFY}

    @property
    def unlikely(self) -> bool:
        """Whether it is likelier to miss the question than to answer it; it still answers nearly as often."""
        below_even = self.chance is not None and self.chance < EVEN
        return self.status is Status.PARTIAL and not self.parts and below_even

    def cited(self, number: int) -> Citation:
        """The quote with a number: those of ``citations`` count from 1, 0 is ``nearest``.

        Raises:
            ValueError: There is no such quote.
        """
        if number == 0 and self.nearest:
            return self.nearest
        if not 0 < number <= len(self.citations):
            raise ValueError(f"no quote {number} in this answer")
        return self.citations[number - 1]


def as_record(answer: Answer) -> dict[str, Any]:
    """The public form of ``passend ask --jsonl``, without the ``id``."""
    return {
        "answer": answer.whole_text,
        "quotes": [_quote(citation) for citation in answer.citations],
        "refused": answer.refused,
        "status": answer.status.value,
        "likely": answer.likely,
        "conflicts": [
            {
                "subject": conflict.subject,
                "sides": [{"value": side.value, **_quote(side.citation)} for side in conflict.sides],
            }
            for conflict in answer.conflicts
        ],
        "understood_as": answer.understood_as,
        "ms": round(answer.ms, 1),
    }


def _quote(citation: Citation) -> dict[str, Any]:
    return {
        "text": citation.text,
        "document": citation.document,
        "citation": citation.citation,
        "place": citation.place,
        "date": citation.date.isoformat() if citation.date else None,
        "start": citation.start,
        "end": citation.end,
    }
