"""Answers that a person approved: found again for a like question, and told apart when a source has changed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from assistant.answer import Citation
from assistant.desk.kept import Kept
from index.dutch import terms
from index.embedder import Embedder
from ingest.document import Document

ALIKE = 0.8  # cosine from which two questions are shown as alike; a person reads both before anything is copied

_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A quote as it stood when the answer was approved."""

    document: str  # identifier
    sha256: str  # of the bytes of the paper
    start: int
    end: int
    text: str
    citation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Approved:
    """An answer that somebody approved."""

    question: str
    reply: str
    day: date
    proofs: tuple[Proof, ...] = field(default=())


class AnswerBank:
    """The approved answers of one data folder."""

    def __init__(self, kept: Kept, embedder: Embedder) -> None:
        self._kept = kept
        self._embedder = embedder

    def approve(self, approved: Approved) -> None:
        """Keep an answer.

        Raises:
            PersonalDataFound: Its question or reply seems to hold something about a person.
        """
        record = asdict(approved) | {"day": approved.day.isoformat()}
        self._kept.add(record, typed=f"{approved.question}\n{approved.reply}")

    def answers(self) -> list[Approved]:
        """All of them, oldest first."""
        return [read for record in self._kept.records() if (read := _read(record))]

    def nearest(self, question: str) -> Approved | None:
        """The latest answer to the question that is most like this one; None if none is like it.

        Questions that name other numbers ("2022", "artikel 40a") are never alike, however near their words.
        """
        known = [one for one in self.answers() if _numbers(one.question) == _numbers(question)]
        if not known:
            return None
        vectors = self._embedder.encode_queries([question, *(one.question for one in known)])
        likeness = (vectors[1:] @ vectors[0]).tolist()
        wanted = set(terms(question))
        best = max(range(len(known)), key=lambda at: (set(terms(known[at].question)) == wanted, likeness[at], at))
        same = set(terms(known[best].question)) == wanted
        return known[best] if same or likeness[best] >= ALIKE else None


def proofs(citations: Sequence[Citation], papers: Mapping[str, Document]) -> tuple[Proof, ...]:
    """What must stay as it is for an answer with these citations to hold."""
    return tuple(
        Proof(
            document=one.document,
            sha256=papers[one.document].source.sha256,
            start=one.start,
            end=one.end,
            text=one.text,
            citation=one.citation,
        )
        for one in citations
    )


def revised(approved: Approved, papers: Mapping[str, Document]) -> tuple[Proof, ...]:
    """The proofs that no longer hold: the paper is gone or superseded, its bytes changed, or the quote is elsewhere."""
    return tuple(proof for proof in approved.proofs if not _holds(proof, papers.get(proof.document)))


def _holds(proof: Proof, document: Document | None) -> bool:
    return (
        document is not None
        and not document.superseded_by
        and document.source.sha256 == proof.sha256
        and document.text[proof.start : proof.end] == proof.text
    )


def _read(record: dict[str, Any]) -> Approved | None:
    """An answer out of its record; None where a field is not as we write it."""
    try:
        found = tuple(Proof(**proof) for proof in record["proofs"])
        day = date.fromisoformat(record["day"])
        return Approved(question=str(record["question"]), reply=str(record["reply"]), day=day, proofs=found)
    except (KeyError, TypeError, ValueError):
        return None


def _numbers(text: str) -> list[str]:
    return sorted(_NUMBER.findall(text))
