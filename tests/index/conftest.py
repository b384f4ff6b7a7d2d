"""An index of the invented papers, built once, and the shipped embedder."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from index import embedder as embedders
from index.embedder import Embedder
from index.generation import Generation, build
from ingest.document import Document
from tests.index import papers as invented


@pytest.fixture(scope="session")
def embedder() -> Embedder:
    return embedders.load()


@pytest.fixture(scope="session")
def papers(tmp_path_factory: pytest.TempPathFactory) -> tuple[Document, ...]:
    return invented.documents(tmp_path_factory.mktemp("papers") / "all")


@pytest.fixture(scope="session")
def other_papers(tmp_path_factory: pytest.TempPathFactory) -> tuple[Document, ...]:
    return invented.documents(tmp_path_factory.mktemp("papers") / "other", vragen=invented.AANHANGSEL)


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory, papers: tuple[Document, ...], embedder: Embedder) -> Path:
    """A data folder with an index of all papers; copy it before changing anything in it."""
    folder = tmp_path_factory.mktemp("data")
    build(papers, folder, embedder=embedder)
    return folder


@pytest.fixture
def copied(data: Path, tmp_path: Path) -> Path:
    """A copy of that data folder."""
    return Path(shutil.copytree(data, tmp_path / "data"))


@pytest.fixture(scope="session")
def generation(
    tmp_path_factory: pytest.TempPathFactory, papers: tuple[Document, ...], embedder: Embedder
) -> Generation:
    return build(papers, tmp_path_factory.mktemp("built"), embedder=embedder)
