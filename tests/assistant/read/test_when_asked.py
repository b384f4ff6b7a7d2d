"""An index that is too large to keep what the reader read of its passages answers as a small one does."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.read import reader
from assistant.read.tokens import Ids
from index import embedder, generation
from index.generation import Generation
from index.page_vectors import Vectors
from ingest.reading import Reading

ASKED = (
    "Hoeveel aanvragen voor de proef met reisbegeleiders zijn goedgekeurd?",
    "Waarom zijn er aanvragen afgewezen?",
    "Wat kost een ruimtereis?",
)


@pytest.fixture(scope="module")
def large(read_papers: Reading, tmp_path_factory: pytest.TempPathFactory) -> Generation:
    """The papers of ``built``, as if they were very many."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(generation, "READ_WHEN_ASKED_FROM", 1)
        data = tmp_path_factory.mktemp("large")
        return generation.build(read_papers.documents, data, embedder=embedder.load(), reader=reader.load())


def told(answer: Answer) -> tuple[object, ...]:
    return answer.status, answer.text, [one.text for one in answer.citations]


def test_it_answers_as_an_index_that_keeps_what_was_read(
    large: Generation, built: Generation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "READ_WHEN_ASKED_FROM", 1)
    assert large.pages is None
    assert built.pages is not None
    one, other = Assistant(large), Assistant(built)
    for question in ASKED:
        assert told(one.ask(question)) == told(other.ask(question))


def test_a_passage_that_was_asked_for_is_not_read_again(large: Generation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "READ_WHEN_ASKED_FROM", 1)
    read: list[int] = []
    vectors = reader.Model.vectors

    def counted(model: reader.Model, texts: Sequence[Ids]) -> list[Vectors]:
        read.append(len(texts))
        return vectors(model, texts)

    monkeypatch.setattr(reader.Model, "vectors", counted)
    assistant = Assistant(large)
    assistant.ask(ASKED[0])
    first = sum(read)
    assert 0 < first <= len(large.passages)
    assistant.ask(ASKED[0])
    assistant.ask(ASKED[1])
    assert sum(read) <= len(large.passages)
