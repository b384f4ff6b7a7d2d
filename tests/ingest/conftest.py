"""The real papers, where they are: they stand beside the project, never in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from simplemma import is_known

from ingest.document import Document
from ingest.reading import Reading, read_folder

SHARED = Path(__file__).parents[3] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    if not (SHARED / "corpus").is_dir():
        pytest.skip("the real papers are not here: no ../shared/corpus")
    return SHARED


@pytest.fixture(scope="session")
def reading(shared: Path) -> Reading:
    return read_folder(shared / "corpus")


@pytest.fixture(scope="session")
def papers(reading: Reading) -> dict[str, Document]:
    """By the first three characters of the file name."""
    return {document.source.file[:3]: document for document in reading.documents}


@pytest.fixture(scope="session")
def samples(shared: Path) -> dict[str, Document]:
    """By file name."""
    return {document.source.file: document for document in read_folder(shared / "samples").documents}


@pytest.fixture(scope="session", autouse=True)
def word_list() -> None:
    """Open the Dutch word list once, so that no single test pays for it."""
    is_known("boot", lang="nl")


@pytest.fixture(scope="session")
def case() -> Callable[[str], str]:
    """The text of a small file of a kind that once went wrong, by its name."""
    folder = SHARED / "cases"
    if not folder.is_dir():
        pytest.skip("the files that went wrong are not here: no ../shared/cases")
    texts = {document.source.file: document.text for document in read_folder(folder).documents}
    return texts.__getitem__
