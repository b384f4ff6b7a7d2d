"""Who reads the files, and how many at a time, is not to be seen in what was read."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index import embedder as embedders
from ingest.formats.paged_text import Reason, UnreadableFile
from ingest.reading import read_file, read_files
from ingest.remembered import Read, Remembered
from tests.ingest.structure.made import AANHANGSEL, KAMERBRIEF

FILES = {
    "a.txt": AANHANGSEL.encode(),
    "b.txt": KAMERBRIEF.encode(),
    "c.txt": bytes(range(256)),  # no text
    "d.txt": b"",
    "e.md": KAMERBRIEF.encode(),
    "f.txt": AANHANGSEL.encode(),  # the bytes of a.txt
    "g.pdf": KAMERBRIEF.encode(),  # another form of b.txt, as corpus.toml tells
    "h.txt": b"De boot vaart.",  # another form of d.txt, which cannot be read
}
CORPUS = """
[[paper]]
file = "g.pdf"
other_form_of = "b.txt"
[[paper]]
file = "h.txt"
other_form_of = "d.txt"
[[paper]]
file = "z.txt"
title = "Niet hier"
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("stukken")
    for name, data in FILES.items():
        (folder / name).write_bytes(data)
    (folder / "corpus.toml").write_text(CORPUS, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def pool() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(3) as pool:
        yield pool


@settings(max_examples=20)
@given(before=st.sets(st.sampled_from(sorted(FILES))))
def test_files_read_at_once_are_read_as_one_by_one(
    before: set[str], folder: Path, pool: ThreadPoolExecutor, tmp_path_factory: pytest.TempPathFactory
) -> None:
    memory = tmp_path_factory.mktemp("read")
    read_files(folder, Remembered(memory), passed_over=[folder / name for name in FILES if name not in before])
    assert read_files(folder, Remembered(memory), mapped=pool.map) == read_files(folder)


def test_what_is_remembered_is_given_to_nobody(folder: Path, pool: ThreadPoolExecutor, tmp_path: Path) -> None:
    read_files(folder, Remembered(tmp_path), mapped=pool.map)

    def nobody(_work: object, given: Iterable[object], /) -> Iterator[object]:
        assert list(given) == []
        return iter(())

    assert read_files(folder, Remembered(tmp_path), mapped=nobody) == read_files(folder)  # type: ignore[arg-type]


def test_a_paper_travels() -> None:
    outcome = read_file((Path("a.txt"), FILES["a.txt"]))
    assert isinstance(outcome, Read)
    assert pickle.loads(pickle.dumps(outcome)) == outcome


def test_why_a_file_is_no_paper_travels() -> None:
    told = pickle.loads(pickle.dumps(read_file((Path("c.txt"), FILES["c.txt"]))))
    assert isinstance(told, UnreadableFile)
    assert told.reason is Reason.BINAIR


def test_an_embedder_travels_as_its_name() -> None:
    embedder = embedders.load()
    travelled = pickle.dumps(embedder)
    assert len(travelled) < 500
    assert pickle.loads(travelled).name == embedder.name


def test_an_embedder_that_is_another_one_there_is_refused() -> None:
    with pytest.raises(embedders.EmbedderUnavailable):
        embedders.again(None, embedders.BATCH_SIZE, "another")
