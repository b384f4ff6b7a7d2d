"""An assistant on papers of our own, with the real index and the Dutch model that is shipped."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.read import reader
from index import embedder, generation
from index.generation import Generation
from ingest.reading import Reading, read_folder

PAPERS = Path(__file__).parents[1] / "data" / "papers"


@pytest.fixture(scope="session")
def read_papers() -> Reading:
    return read_folder(PAPERS)


@pytest.fixture(scope="session")
def built(read_papers: Reading, tmp_path_factory: pytest.TempPathFactory) -> Generation:
    data = tmp_path_factory.mktemp("data")
    return generation.build(read_papers.documents, data, embedder=embedder.load(), reader=reader.load())


@pytest.fixture(scope="session")
def assistant(built: Generation) -> Assistant:
    return Assistant(built)
