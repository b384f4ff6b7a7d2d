"""Answers that a person approved: found again for a like question, and told apart when a source has changed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from assistant.desk.kept import Kept
from assistant.desk.proofs import Broken, Proof, broken
from index.dutch import terms
from index.embedder import Embedder
from ingest.document import Document

ALIKE = 0.8  # cosine from which two questions are shown as alike; a person reads both before anything is copied

_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Approved:
    """An answer that somebody approved."""

    question: str
    reply: str
    day: date
    proofs: tuple[Proof, ...] = field(default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Stale:
    """An approved answer that no longer holds, with the quotes that do not."""

    approved: Approved
    broken: tuple[Broken, ...]


def kept_in(data: Path) -> Kept:
    """Where the approved answers of a data folder are kept."""
    return Kept(data / "helpdesk" / "antwoorden.jsonl")


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

    def nearest(self, question: str) -> Approved | None:
        """The latest answer to the question that is most like this one; None if none is like it.

        Questions that name other numbers ("2022", "artikel 40a") are never alike, however near their words.
        """
        known = [one for one in approved_in(self._kept) if _numbers(one.question) == _numbers(question)]
        if not known:
            return None
        vectors = self._embedder.encode_queries([question, *(one.question for one in known)])
        likeness = (vectors[1:] @ vectors[0]).tolist()
        wanted = set(terms(question))
        best = max(range(len(known)), key=lambda at: (set(terms(known[at].question)) == wanted, likeness[at], at))
        same = set(terms(known[best].question)) == wanted
        return known[best] if same or likeness[best] >= ALIKE else None


def approved_in(kept: Kept) -> list[Approved]:
    """The approved answers, oldest first."""
    return [found for record in kept.records() if (found := _read(record))]


def stale(answers: Sequence[Approved], papers: Mapping[str, Document]) -> list[Stale]:
    """The answers of which a source changed or disappeared, oldest first.

    Where the same question was approved again, only the answer that was approved last is looked at.
    """
    latest = {(frozenset(terms(one.question)), *_numbers(one.question)): one for one in answers}
    held = [(one, broken(one.proofs, papers)) for one in latest.values()]
    return [Stale(approved=one, broken=found) for one, found in sorted(held, key=lambda each: each[0].day) if found]


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
