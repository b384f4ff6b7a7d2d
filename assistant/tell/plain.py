"""Plain words for an answer: what our own summary says about the same place of the same paper."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.answer import Answer, Citation
from assistant.find.sentences import sentences_of
from assistant.prove.verify import Statement, holds
from assistant.understand.asked import VALUES
from assistant.understand.names import numbers_in
from assistant.understand.question import Question
from index.summaries import same_place
from ingest.document import Document, Passage, block_at
from ingest.official_numbers import cite
from ingest.passages import cut

OURS = "Onze samenvatting:"
LEAST = 2.0  # logit of a sentence of a summary from which on it is told first; 0 is that of "nothing here answers"
LONGEST = 22  # words of such a sentence

Hear = Callable[[str, Document, Sequence[Passage]], Sequence[NDArray[np.float32]]]


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


def in_own_words(
    question: Question, proof: Sequence[Citation], documents: Mapping[str, Document], hear: Hear
) -> Statement | None:
    """The sentence of our own summary that answers a question, said to be ours; None where none surely does.

    Args:
        question: As it was understood.
        proof: Quotes that answer it: the sentence is about their place, and says no number or name that they do not.
        documents: All papers and summaries, by identifier.
        hear: The reader: the logit that each sentence of some passages of a paper answers a question.
    """
    asked = f"{question.background} {question.text}".strip()
    best, told = LEAST, None
    for summary in documents.values():
        cited = [one for one in proof if one.document == summary.summary_of]
        parts = [part for one in cited[:1] for part in _sections(summary, documents[one.document], one)]
        sentences = sentences_of(summary) if parts else []
        for part, logits in zip(parts, hear(asked, summary, parts) if parts else [], strict=True):
            own = [one for one in sentences if part.start <= one.spans[0][0] < part.end]
            for sentence, logit in zip(own, logits.tolist(), strict=False):
                said = Statement(text=" ".join(sentence.text.split()), citations=tuple(cited[:1]))
                if logit > best and _may_stand(question, said) and holds(said, documents):
                    best, told = logit, said
    return Statement(text=f"{OURS} {told.text}", citations=told.citations) if told else None


def _may_stand(question: Question, said: Statement) -> bool:
    """Whether a sentence is short enough, and holds a number where one is asked for."""
    if len(said.text.split()) > LONGEST or said.text.endswith("?"):
        return False
    return question.asked not in VALUES or bool(numbers_in(said.text))


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
