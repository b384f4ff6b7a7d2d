"""Plain words beside an answer: what our own summary says about the same place of the same paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.answer import Answer, Citation
from index.summaries import same_place
from ingest.document import Document, Passage, block_at
from ingest.official_numbers import cite
from ingest.passages import cut


@dataclass(frozen=True, slots=True, kw_only=True)
class Plain:
    """A part of one of our summaries."""

    number: int  # of the citation that it explains, from 1
    text: str
    document: str  # identifier of the summary
    citation: str
    start: int
    end: int


def in_plain_words(answer: Answer, documents: Sequence[Document]) -> tuple[Plain, ...]:
    """What our summaries say about the places that an answer cites, each part once; nothing where there is none."""
    papers = {document.identifier: document for document in documents}
    found: dict[tuple[str, int], Plain] = {}
    for number, citation in enumerate(answer.citations, 1):
        for summary in documents:
            if summary.summary_of == citation.document:
                for one in _sections(summary, papers[citation.document], citation):
                    found.setdefault((summary.identifier, one.start), _plain(number, summary, one))
    return tuple(found.values())


def _sections(summary: Document, paper: Document, citation: Citation) -> Iterable[Passage]:
    block = block_at(paper, citation.start)
    return [one for one in cut(summary) if block and one.path and same_place(one, block)]


def _plain(number: int, summary: Document, part: Passage) -> Plain:
    return Plain(
        number=number,
        text=part.text.strip(),
        document=summary.identifier,
        citation=cite(summary, part.place),
        start=part.start,
        end=part.end,
    )
