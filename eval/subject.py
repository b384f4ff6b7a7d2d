"""Building what is measured: an index of some folders, and the assistant over it."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.assistant import Assistant
from assistant.read import reader
from assistant.word.answering import Writer
from eval import outside
from eval.items import Item
from eval.relevance import DEPTH
from eval.run import Progress, Result, Run, Subject, evaluate
from index import generation as generations
from index.embedder import Embedder
from index.generation import Generation
from ingest.document import Document
from ingest.reading import read_folder


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Questions with the papers that they are about."""

    items: Sequence[Item]
    folders: Sequence[Path]


def measure(
    parts: Sequence[Part], *, embedder: Embedder, writer: Writer | None = None, progress: Progress | None = None
) -> Run:
    """Read and index the papers of each part, apart from each other, and ask its questions.

    The first question of a part is asked once before, so that what is loaded on first use is not timed.

    Args:
        parts: What is asked over what; a part without questions is not read.
        embedder: Makes the vectors.
        writer: The language model that words the answers; None: they are quotes.
        progress: Called with the number of questions done and their total.
    """
    asked = [part for part in parts if part.items]
    total = sum(len(part.items) for part in asked)
    results: list[Result] = []
    for part in asked:
        with tempfile.TemporaryDirectory(prefix="passend-eval-") as data:
            subject = indexed(part.folders, Path(data), embedder=embedder, writer=writer)
            subject.ask(part.items[0])
            subject.retrieve(part.items[0].question)
            results += evaluate(part.items, subject, progress=_onward(progress, len(results), total)).results
    return Run(results=tuple(results))


def indexed(folders: Sequence[Path], data: Path, *, embedder: Embedder, writer: Writer | None = None) -> Subject:
    """Index the papers of some folders in ``data``, and give what can be asked of them.

    An identifier that occurs in two folders counts in the first of them.
    """
    documents: dict[str, Document] = {}
    delivered: dict[str, str] = {}
    for folder in folders:
        for document in read_folder(folder).documents:
            if documents.setdefault(document.identifier, document) is document:
                words = outside.read(folder / document.source.file)
                if words is not None:
                    delivered[document.identifier] = words
    generation = generations.build(list(documents.values()), data, embedder=embedder, reader=reader.load())
    return subject_of(generation, delivered, writer)


def subject_of(generation: Generation, delivered: Mapping[str, str], writer: Writer | None = None) -> Subject:
    """The assistant and the search over one index; the one place that knows how they are called."""
    assistant = Assistant(generation, writer=writer)
    return Subject(
        ask=lambda item: assistant.ask(item.question, history=item.history, persona=item.persona.value),
        retrieve=lambda query: assistant.search(query)[:DEPTH],
        documents=generation.document_of,
        delivered=delivered,
    )


def _onward(progress: Progress | None, before: int, total: int) -> Progress | None:
    """Progress of one set as progress of the whole."""
    return progress and (lambda done, _: progress(before + done, total))
