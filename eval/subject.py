"""Building what is measured: an index of some folders, and the assistant over it."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from assistant.assistant import Assistant
from eval.items import Item, ItemSet
from eval.relevance import DEPTH
from eval.run import Progress, Result, Run, Subject, evaluate
from index import generation as generations
from index.embedder import Embedder
from index.generation import Generation
from index.search import search
from ingest.document import Document
from ingest.reading import read_folder

_PLAIN = frozenset((".txt", ".md"))  # papers that can be read again without our parsing


def measure(
    items: Sequence[Item],
    folders: Mapping[ItemSet, Sequence[Path]],
    *,
    embedder: Embedder,
    progress: Progress | None = None,
) -> Run:
    """Read and index the papers of each set of questions, apart from each other, and evaluate.

    The first question of a set is asked once before, so that what is loaded on first use is not timed.

    Args:
        items: The questions; those of a set without folders are not asked.
        folders: Where the papers of each set are.
        embedder: Makes the vectors.
        progress: Called with the number of questions done and their total.
    """
    asked = {name: [item for item in items if item.set is name] for name in folders}
    total = sum(map(len, asked.values()))
    results: list[Result] = []
    for name, of_set in asked.items():
        if not of_set:
            continue
        with tempfile.TemporaryDirectory(prefix="passend-eval-") as data:
            subject = indexed(folders[name], Path(data), embedder=embedder)
            subject.ask(of_set[0])
            subject.retrieve(of_set[0].question)
            results += evaluate(of_set, subject, progress=_onward(progress, len(results), total)).results
    return Run(results=tuple(results))


def indexed(folders: Sequence[Path], data: Path, *, embedder: Embedder) -> Subject:
    """Index the papers of some folders in ``data``, and give what can be asked of them.

    An identifier that occurs in two folders counts in the first of them.
    """
    documents: dict[str, Document] = {}
    delivered: dict[str, str] = {}
    for folder in folders:
        for document in read_folder(folder).documents:
            if documents.setdefault(document.identifier, document) is document:
                file = folder / document.source.file
                if file.suffix.lower() in _PLAIN:
                    delivered[document.identifier] = file.read_text(encoding="utf-8", errors="replace")
    generation = generations.build(list(documents.values()), data, embedder=embedder)
    return subject_of(generation, delivered)


def subject_of(generation: Generation, delivered: Mapping[str, str]) -> Subject:
    """The assistant and the search over one index; the one place that knows how they are called."""
    assistant = Assistant(generation)
    return Subject(
        ask=lambda item: assistant.ask(item.question, history=item.history, persona=item.persona.value),
        retrieve=lambda query: [hit.passage for hit in search(generation, query, k=DEPTH)],
        documents=generation.document_of,
        delivered=delivered,
    )


def _onward(progress: Progress | None, before: int, total: int) -> Progress | None:
    """Progress of one set as progress of the whole."""
    return progress and (lambda done, _: progress(before + done, total))
