"""What the reader sees of a passage: what stands above it, and its sentences in their order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.find.sentences import sentences_of
from index.embedding import header
from ingest.document import Document, Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A passage as the reader reads it.

    ``above`` tells what a sentence belongs to: the title of the paper, the headings, the speaker and the question
    that is answered. It is read along and never judged.
    """

    above: str
    sentences: tuple[str, ...]


def above(document: Document, passage: Passage, title: str = "") -> str:
    """The title of a paper, then the headings, the speaker and the question that a passage hangs on."""
    parts = (title or document.title, passage.speaker.name, header(passage))
    return " · ".join(" ".join(part.split()) for part in parts if part)


def pages_of(document: Document, passages: Sequence[Passage], title: str = "") -> list[Page]:
    """Passages of one paper as the reader reads them: the sentences that begin in each, table rows with their heads."""
    found = sentences_of(document)
    starts = [sentence.spans[0][0] for sentence in found]
    made = []
    for passage in passages:
        own = found[bisect_left(starts, passage.start) : bisect_left(starts, passage.end)]
        texts = tuple(" ".join(f"{sentence.head} {sentence.text}".split()) for sentence in own)
        made.append(Page(above=above(document, passage, title), sentences=texts))
    return made
