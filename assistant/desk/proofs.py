"""The quotes that an answer rests on as they stood when it was given, and which of them no longer hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.answer import Citation
from ingest.document import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A quote as it stood when the answer was given."""

    document: str  # identifier
    sha256: str  # of the bytes of the paper
    start: int
    end: int
    text: str
    citation: str


class Why(StrEnum):
    """Why a quote no longer holds."""

    GONE = "weg"  # the paper is not in the index any more
    SUPERSEDED = "vervangen"  # a newer version took its place
    REWRITTEN = "herschreven"  # the paper is another file in which the quote does not stand
    REISSUED = "opnieuw uitgegeven"  # the paper is another file, in which the quote still stands somewhere


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """A quote that no longer holds."""

    proof: Proof
    why: Why
    newer: str = ""  # identifier of the version that took its place


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


def broken(known: Iterable[Proof], papers: Mapping[str, Document]) -> tuple[Broken, ...]:
    """The proofs that no longer hold in these papers, each with the reason."""
    return tuple(found for proof in known if (found := _fault(proof, papers.get(proof.document))))


def _fault(proof: Proof, document: Document | None) -> Broken | None:
    if document is None:
        return Broken(proof=proof, why=Why.GONE)
    if document.superseded_by:
        return Broken(proof=proof, why=Why.SUPERSEDED, newer=document.superseded_by)
    if document.source.sha256 == proof.sha256 and document.text[proof.start : proof.end] == proof.text:
        return None
    return Broken(proof=proof, why=Why.REISSUED if proof.text in document.text else Why.REWRITTEN)
