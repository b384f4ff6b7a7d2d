"""Plain words for an answer: what our own summary says about the same place of the same paper."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.answer import Answer, Citation
from assistant.find.sentences import sentences_of
from assistant.prove.verify import Statement, holds
from assistant.understand.question import Question
from index.dutch import terms
from index.summaries import same_place
from ingest.document import Document, Passage, block_at
from ingest.official_numbers import cite
from ingest.passages import cut

OURS = "Onze samenvatting:"
LEAST = 0.0  # logit of a sentence of a summary from which on it is told first: that of "nothing here answers"
SAME = 0.5  # share of the words of such a sentence that the quoted one holds too
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
    question: Question, quoted: str, proof: Citation, documents: Mapping[str, Document], hear: Hear
) -> Statement | None:
    """The sentence of our own summary that says what a quoted sentence says, said to be ours; None where none does.

    It may hold no number and no name that the quote does not. Of several the reader takes the one that answers best.

    Args:
        question: As it was understood.
        quoted: The sentence of the paper that answers it.
        proof: The quote that it stands in.
        documents: All papers and summaries, by identifier.
        hear: The reader: the logit that each sentence of some passages of a paper answers a question.
    """
    asked, said = f"{question.background} {question.text}".strip(), set(terms(quoted))
    best, told = LEAST, ""
    for summary in documents.values():
        if summary.summary_of != proof.document:
            continue
        sentences = sentences_of(summary)
        for part in _sections(summary, documents[proof.document], proof):
            own = [one for one in sentences if part.start <= one.spans[0][0] < part.end]
            texts = [" ".join(one.text.split()) for one in own]
            fit = [_says(text, said) and holds(Statement(text=text, citations=(proof,)), documents) for text in texts]
            logits = hear(asked, summary, [part])[0].tolist() if any(fit) else []
            for text, fits, logit in zip(texts, fit, logits, strict=False):
                if fits and logit > best:
                    best, told = logit, text
    return Statement(text=f"{OURS} {told}", citations=(proof,)) if told else None


def _says(text: str, quoted: Set[str]) -> bool:
    """Whether a short sentence says what a sentence with these stems says, as far as its words show."""
    own = set(terms(text))
    shared = len(own & quoted)
    return len(text.split()) <= LONGEST and shared > 1 and shared >= SAME * len(own)


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
