"""Indexing again reads and embeds only what changed, and gives what indexing from nothing gives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index import generation as generations
from index import manifest
from index import vectors as vector_store
from index.embedder import Embedder, Vectors
from index.generation import Generation, build, open_current, stored_papers
from index.search import search
from ingest.document import Document, Passage
from ingest.reading import one_reading, read_files
from ingest.remembered import Remembered
from tests.index import papers as invented
from tests.index.papers import Renamed

OTHER = "Geachte voorzitter,\n\nDe veerboot vaart vier keer per dag. Een kaartje kost 3 euro.\n"
TEXTS = {
    "brief": invented.KAMERBRIEF,
    "herdruk": invented.KAMERBRIEF.replace("312 miljoen", "321 miljoen").replace("4 mei", "6 mei"),
    "vragen": invented.AANHANGSEL,
    "boot": OTHER,
    "boten": OTHER.replace("3 euro", "4 euro"),
    "uitleg": invented.SUMMARY,
    "niets": "",
}


class Counting(Renamed):
    """The shipped embedder, which also notes the texts that it was given."""

    def __init__(self, embedder: Embedder) -> None:
        super().__init__(embedder, embedder.name)
        self.texts: list[str] = []

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        self.texts += texts
        return super().encode_passages(texts)


def put(folder: Path, files: Mapping[str, str]) -> None:
    """Make a folder hold exactly these texts."""
    folder.mkdir(exist_ok=True)
    for path in folder.iterdir():
        path.unlink()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")


def index(folder: Path, data: Path, embedder: Embedder) -> Generation:
    reading = one_reading([read_files(folder, Remembered(data / "read"))])
    return build(reading.documents, data, embedder=embedder)


def assert_same(one: Generation, other: Generation) -> None:
    assert one.passages == other.passages
    assert set(one.documents) == set(other.documents)
    np.testing.assert_allclose(one.vectors, other.vectors, atol=1e-6)
    assert one.words.stems == other.words.stems
    np.testing.assert_allclose(one.words.vectors, other.words.vectors, atol=1e-6)
    for question in ("Wie betaalt het leerlingenvervoer?", "Hoe vaak vaart de boot?"):
        mine, its = ([(hit.passage.id, hit.score) for hit in search(each, question)] for each in (one, other))
        assert [name for name, _ in mine] == [name for name, _ in its]
        np.testing.assert_allclose([score for _, score in mine], [score for _, score in its], atol=1e-5)


def written(data: Path) -> dict[str, str]:
    """The hash of each file of an index, but for those that hold vectors as Chroma scaled them, once or again."""
    (folder,) = (data / "index" / "generations").iterdir()
    found = manifest.read(folder).files
    return {name: one for name, one in found.items() if not name.startswith((manifest.CHROMA, manifest.VECTORS))}


FOLDERS = st.dictionaries(st.sampled_from(["a.txt", "b.txt", "c.txt", "d.md", "e.md"]), st.sampled_from(sorted(TEXTS)))


@settings(deadline=None, max_examples=8)
@given(st.lists(FOLDERS, min_size=2, max_size=3))
def test_indexing_again_gives_what_indexing_from_nothing_gives(
    embedder: Embedder, states: list[dict[str, str]]
) -> None:
    with TemporaryDirectory() as place:
        folder, data = Path(place, "papers"), Path(place, "data")
        again = None
        for state in states:
            put(
                folder, {"vast.txt": OTHER.replace("boot", "trein")} | {name: TEXTS[key] for name, key in state.items()}
            )
            again = index(folder, data, embedder)
        assert again is not None
        assert_same(again, index(folder, Path(place, "nothing"), embedder))
        assert written(data) == written(Path(place, "nothing"))
        assert_same(again, open_current(data, embedder))


def test_nothing_changed_leaves_the_index_that_is_there(tmp_path: Path, embedder: Embedder) -> None:
    put(tmp_path / "papers", {"a.txt": invented.KAMERBRIEF, "b.txt": invented.AANHANGSEL})
    counting = Counting(embedder)
    first = index(tmp_path / "papers", tmp_path, counting)
    counting.texts.clear()
    again = index(tmp_path / "papers", tmp_path, counting)
    assert (again.name, counting.texts) == (first.name, [])


def test_only_the_passages_that_changed_are_embedded_again(tmp_path: Path, embedder: Embedder) -> None:
    put(tmp_path / "papers", {"a.txt": invented.KAMERBRIEF, "b.txt": invented.AANHANGSEL})
    counting = Counting(embedder)
    index(tmp_path / "papers", tmp_path, counting)
    counting.texts.clear()
    changed = invented.KAMERBRIEF.replace("312 miljoen", "413 miljoen")
    put(tmp_path / "papers", {"a.txt": changed, "b.txt": invented.AANHANGSEL})
    index(tmp_path / "papers", tmp_path, counting)
    text, _header = (text for text in counting.texts if " " in text)  # the others are single words
    assert "413 miljoen" in text


@pytest.mark.parametrize(("files", "written"), [("abc", 1), ("abcd", 2), ("bcd", 3)])
def test_only_vectors_that_come_to_all_others_are_written_to_chroma(
    tmp_path: Path, embedder: Embedder, monkeypatch: pytest.MonkeyPatch, files: str, written: int
) -> None:
    """The texts of these letters bear no number, so that each is known by its bytes."""
    letters = {name: OTHER.replace("boot", f"boot {name}") for name in "abcd"}
    put(tmp_path / "papers", {f"{name}.txt": letters[name] for name in "ab"})
    index(tmp_path / "papers", tmp_path, embedder)
    given: list[int] = []
    real = vector_store.write

    def write(folder: Path, passages: Sequence[Passage], vectors: Vectors, onto: Path | None = None) -> None:
        given.append(len(passages))
        real(folder, passages, vectors, onto)

    monkeypatch.setattr(vector_store, "write", write)
    put(tmp_path / "papers", {f"{name}.txt": letters[name] for name in files})
    assert len(index(tmp_path / "papers", tmp_path, embedder).passages) == len(files)
    assert given == [written]


def test_another_program_embeds_all_again(tmp_path: Path, embedder: Embedder, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path / "papers", {"a.txt": invented.AANHANGSEL})
    counting = Counting(embedder)
    first = index(tmp_path / "papers", tmp_path, counting)
    counting.texts.clear()
    monkeypatch.setattr(generations, "_program", lambda: "another")
    again = index(tmp_path / "papers", tmp_path, counting)
    assert again.name != first.name
    assert {passage.text for passage in again.passages} <= set(counting.texts)


def test_a_superseded_paper_is_kept_and_not_searched(tmp_path: Path, embedder: Embedder) -> None:
    put(tmp_path / "papers", {"a.txt": TEXTS["brief"], "b.txt": TEXTS["herdruk"]})
    built = index(tmp_path / "papers", tmp_path, embedder)
    old, new = sorted(built.documents, key=lambda document: document.source.file)
    assert old.superseded_by == new.identifier
    assert {passage.document for passage in built.passages} == {new.identifier}
    assert set(stored_papers(tmp_path)) == {old, new}


def of(documents: Sequence[Document]) -> set[str]:
    return {document.source.file for document in documents}


def test_a_paper_whose_file_is_gone_is_dropped(tmp_path: Path, embedder: Embedder) -> None:
    put(tmp_path / "papers", {"a.txt": invented.KAMERBRIEF, "b.txt": invented.AANHANGSEL})
    index(tmp_path / "papers", tmp_path, embedder)
    (tmp_path / "papers" / "a.txt").unlink()
    assert of(index(tmp_path / "papers", tmp_path, embedder).documents) == {"b.txt"}
