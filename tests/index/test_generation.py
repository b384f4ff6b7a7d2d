"""An index is built whole or not at all, and opened whole or not at all."""

from __future__ import annotations

import errno
import fcntl
import json
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

import numpy as np
import pytest

from eval.fire import builder as building
from index import vectors as vector_store
from index.commit import only_writer
from index.embedder import Embedder
from index.embedding import header
from index.errors import (
    IndexBusy,
    IndexDamaged,
    IndexFault,
    IndexMissing,
    IndexNotWritten,
    NothingToIndex,
    OtherFormat,
    WrongModel,
)
from index.generation import Generation, build, open_current, searched
from index.search import search
from ingest import library
from ingest.document import Block, BlockKind, Document
from ingest.passages import cut
from tests.index.papers import Renamed

QUESTIONS = ("Wie betaalt het leerlingenvervoer?", "lessen vanuit het ziekenhuis")


def answers(generation: Generation) -> list[list[tuple[str, float]]]:
    hits = [search(generation, question) for question in QUESTIONS]
    return [[(hit.passage.text, hit.score) for hit in found] for found in hits]


def generations(data: Path) -> list[str]:
    return sorted(folder.name for folder in (data / "index" / "generations").iterdir())


def current(data: Path) -> Path:
    (folder,) = (data / "index" / "generations").iterdir()
    return folder


# Building and opening


def test_what_is_opened_is_what_was_built(tmp_path: Path, papers: tuple[Document, ...], embedder: Embedder) -> None:
    built = build(papers, tmp_path, embedder=embedder)
    opened = open_current(tmp_path, embedder)
    assert (opened.name, opened.built_at) == (built.name, built.built_at)
    assert opened.passages == built.passages
    assert set(opened.documents) == set(papers)
    assert opened.words.stems == built.words.stems
    np.testing.assert_array_equal(opened.vectors, built.vectors)
    assert answers(opened) == answers(built)


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\x85", "\x0c"])
def test_a_character_that_only_looks_like_a_line_end_ends_no_passage(
    separator: str, tmp_path: Path, embedder: Embedder, papers: tuple[Document, ...]
) -> None:
    text = f"De bus rijdt{separator}elke dag."
    block = Block(kind=BlockKind.PARAGRAPH, start=0, end=len(text))
    paper = Document(identifier="p", kind=papers[0].kind, title="", text=text, source=papers[0].source, blocks=(block,))
    built = build([paper], tmp_path, embedder=embedder)
    assert [passage.text for passage in open_current(tmp_path, embedder).passages] == [text]
    assert len(built.passages) == 1


def test_the_passages_are_those_of_the_papers_in_order(generation: Generation, papers: tuple[Document, ...]) -> None:
    assert generation.passages == tuple(p for paper in papers if not paper.summary_of for p in cut(paper))
    assert {p.text for p in generation.passages} >= {
        "Vraag 2\n\nBent u bereid extra beeldschermen aan te schaffen?\n\n"
    }


def test_the_vectors_have_length_one_and_a_row_for_each_passage(generation: Generation, embedder: Embedder) -> None:
    assert generation.vectors.shape == (len(generation.passages), embedder.dim)
    assert generation.vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(generation.vectors, axis=1), 1, atol=1e-5)


def test_the_same_papers_give_the_same_index(
    generation: Generation, tmp_path: Path, papers: tuple[Document, ...], embedder: Embedder
) -> None:
    again = build(papers, tmp_path, embedder=embedder)
    assert again.passages == generation.passages
    np.testing.assert_array_equal(again.vectors, generation.vectors)
    assert answers(again) == answers(generation)


def test_opening_changes_nothing_in_the_folder(copied: Path, embedder: Embedder) -> None:
    before = contents(copied)
    open_current(copied, embedder)
    open_current(copied, embedder)
    assert contents(copied) == before


def test_progress_ends_with_all_passages(
    tmp_path: Path, other_papers: tuple[Document, ...], embedder: Embedder
) -> None:
    told: list[tuple[int, int]] = []
    built = build(other_papers, tmp_path, embedder=embedder, progress=lambda *done: told.append(done))
    assert told == [(len(built.passages), len(built.passages))]


def test_the_header_of_a_passage_is_its_headings_and_its_question(generation: Generation) -> None:
    answer = next(passage for passage in generation.passages if passage.place == "antwoord 2")
    assert header(answer).startswith("Antwoord 2 ")
    assert header(answer).endswith("Bent u bereid extra beeldschermen aan te schaffen?")


def test_a_summary_is_searched_only_where_its_paper_is_not_there(papers: tuple[Document, ...]) -> None:
    assert [paper.summary_of for paper in searched(papers)] == ["", ""]
    alone = [paper for paper in papers if paper.summary_of]
    assert searched(alone) == alone


def test_no_papers_or_papers_without_text_give_no_index(
    tmp_path: Path, embedder: Embedder, papers: tuple[Document, ...]
) -> None:
    with pytest.raises(NothingToIndex, match="0 papers"):
        build([], tmp_path, embedder=embedder)
    blank = Document(identifier="leeg", kind=papers[0].kind, title="", text="", source=papers[0].source)
    with pytest.raises(NothingToIndex, match="1 papers"):
        build([blank], tmp_path, embedder=embedder)
    with pytest.raises(IndexMissing):
        open_current(tmp_path, embedder)


# Building again


def test_a_new_build_replaces_the_old_one(copied: Path, other_papers: tuple[Document, ...], embedder: Embedder) -> None:
    old = open_current(copied, embedder)
    built = build(other_papers, copied, embedder=embedder)
    assert generations(copied) == [built.name]
    assert built.name > old.name
    assert open_current(copied, embedder).documents == other_papers


def test_an_index_that_is_open_outlives_the_next_build(
    copied: Path, other_papers: tuple[Document, ...], embedder: Embedder
) -> None:
    old = open_current(copied, embedder)
    before = answers(old)
    build(other_papers, copied, embedder=embedder)
    assert answers(old) == before


def test_the_next_build_removes_what_a_killed_one_left(
    copied: Path, other_papers: tuple[Document, ...], embedder: Embedder
) -> None:
    left = copied / "index" / "generations" / "20200101T000000000000"
    (left / "chroma").mkdir(parents=True)
    (left / "passages.jsonl").write_text("{")
    (copied / "index" / "current.new").write_text("2020")
    built = build(other_papers, copied, embedder=embedder)
    assert generations(copied) == [built.name]
    assert sorted(path.name for path in (copied / "index").iterdir()) == ["current", "generations", "lock"]


def test_a_build_that_fails_leaves_the_index_that_was_there(
    copied: Path, other_papers: tuple[Document, ...], embedder: Embedder
) -> None:
    before = answers(open_current(copied, embedder))
    names = generations(copied)

    def stop(_done: int, _all: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(other_papers, copied, embedder=embedder, progress=stop)
    assert generations(copied) == names
    assert answers(open_current(copied, embedder)) == before


def test_two_builds_at_once_do_not_mix(
    tmp_path: Path, papers: tuple[Document, ...], other_papers: tuple[Document, ...], embedder: Embedder
) -> None:
    def second(_done: int, _all: int) -> None:
        with pytest.raises(IndexBusy):
            build(other_papers, tmp_path, embedder=embedder)

    built = build(papers, tmp_path, embedder=embedder, progress=second)
    assert open_current(tmp_path, embedder).name == built.name


class Overtaken(Renamed):
    """An embedder that is first asked its name while an index is opened; by then a build replaces that index."""

    def __init__(self, embedder: Embedder, overtake: Callable[[], object]) -> None:
        super().__init__(embedder, embedder.name)
        self._overtake: list[Callable[[], object]] = [overtake]

    @property
    def name(self) -> str:
        while self._overtake:
            self._overtake.pop()()
        return self._name


def test_an_index_replaced_while_it_is_opened_gives_the_new_one(
    copied: Path, other_papers: tuple[Document, ...], embedder: Embedder
) -> None:
    overtaken = Overtaken(embedder, lambda: build(other_papers, copied, embedder=embedder))
    assert open_current(copied, overtaken).documents == other_papers


def test_papers_that_a_build_removes_while_an_index_is_opened_are_those_of_the_new_one(
    copied: Path, other_papers: tuple[Document, ...], embedder: Embedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    load, waiting = library.load, [True]

    def overtaken(folder: Path) -> tuple[Document, ...]:
        if waiting:
            waiting.clear()
            build(other_papers, copied, embedder=embedder)
        return load(folder)

    monkeypatch.setattr(library, "load", overtaken)
    assert open_current(copied, embedder).documents == other_papers


# Killed builds


@pytest.fixture(scope="module")
def whole(data: Path, other_papers: tuple[Document, ...], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a build in a process of its own replaced the index, and was not killed."""
    folder = Path(shutil.copytree(data, tmp_path_factory.mktemp("whole") / "data"))
    process = building.start(other_papers, folder)
    process.join()
    assert process.exitcode == 0
    return folder


def survives(data: Path, whole: Path, embedder: Embedder, other_papers: Sequence[Document], old: Path) -> None:
    """Check that a data folder has the old index or the new one, and takes the next build."""
    opened = answers(open_current(data, embedder))
    assert opened in (answers(open_current(old, embedder)), answers(open_current(whole, embedder)))
    built = build(other_papers, data, embedder=embedder)
    assert generations(data) == [built.name]
    assert not (data / "index" / "current.new").exists()


@pytest.mark.parametrize("share", [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98, 1])
def test_a_build_killed_at_any_step_leaves_an_index_that_answers(
    share: float, whole: Path, copied: Path, data: Path, other_papers: tuple[Document, ...], embedder: Embedder
) -> None:
    process = building.start(other_papers, copied, killed_at=int(share * (building.steps(whole) - 1)))
    process.join()
    assert process.exitcode == -9
    survives(copied, whole, embedder, other_papers, data)


@pytest.mark.parametrize("seconds", [0.4, 0.7, 1.0])
def test_a_build_killed_at_any_time_leaves_an_index_that_answers(
    seconds: float, whole: Path, copied: Path, data: Path, other_papers: tuple[Document, ...], embedder: Embedder
) -> None:
    process = building.start(other_papers, copied)
    time.sleep(seconds)
    process.kill()
    process.join()
    survives(copied, whole, embedder, other_papers, data)


# What is not there, or not what was written


def contents(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}


def delete(path: Path) -> None:
    path.unlink()


def empty(path: Path) -> None:
    path.write_bytes(b"")


def halve(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def lengthen(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"\n")


FILES = (
    "current",
    "generations/*/manifest.json",
    "generations/*/documents/papers.bin",
    "generations/*/documents/papers.jsonl",
    "generations/*/passages.jsonl",
    "generations/*/rows/starts.npy",
    "generations/*/rows/keys.npy",
    "generations/*/rows/order.npy",
    "generations/*/rows/papers.npy",
    "generations/*/rows/speakers.npy",
    "generations/*/rows/spoken.json",
    "generations/*/lexical/data.npy",
    "generations/*/lexical/indices.npy",
    "generations/*/lexical/indptr.npy",
    "generations/*/lexical/counts.npy",
    "generations/*/lexical/lengths.npy",
    "generations/*/lexical/terms.json",
    "generations/*/lexical/by_ending.npy",
    "generations/*/words/stems.txt",
    "generations/*/words/forms.npy",
    "generations/*/words/vectors.npy",
    "generations/*/vectors.npy",
    "generations/*/chroma/chroma.sqlite3",
    "generations/*/chroma/*/data_level0.bin",
    "generations/*/chroma/*/header.bin",
    "generations/*/chroma/*/length.bin",
)
# A search does not read Chroma, so opening looks at the size of its files only.
DAMAGES = [
    (name, damage)
    for name in FILES
    for damage in (delete, empty, halve, flip, lengthen)
    if not (damage is flip and "/chroma/" in name)
]


@pytest.mark.parametrize(("name", "damage"), DAMAGES)
def test_a_damaged_file_is_noticed(name: str, damage: Callable[[Path], None], copied: Path, embedder: Embedder) -> None:
    damage(sorted((copied / "index").glob(name))[0])
    missing = name == "current" and damage is delete
    with pytest.raises(IndexMissing if missing else IndexDamaged):
        open_current(copied, embedder)


def test_every_file_of_an_index_is_in_its_manifest(data: Path) -> None:
    manifest = json.loads((current(data) / "manifest.json").read_text())
    assert manifest["files"] == {
        name: digest for name, digest in contents(current(data)).items() if name != "manifest.json"
    }


@pytest.mark.parametrize("pointer", ["..", "20200101T000000000000", "\u00e9", "../../ " + 64 * "0", "a" * 5_000])
def test_a_pointer_to_anything_else_is_damage(pointer: str, copied: Path, embedder: Embedder) -> None:
    (copied / "index" / "current").write_text(pointer, encoding="utf-8")
    with pytest.raises(IndexDamaged):
        open_current(copied, embedder)


def test_a_pointer_that_may_not_be_read_is_no_damage(
    copied: Path, embedder: Embedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(path: Path, *_: object, **__: object) -> str:  # who runs the tests may be allowed everything
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_text", closed)
    with pytest.raises(PermissionError):
        open_current(copied, embedder)


def test_a_disk_without_locks_is_not_told_as_another_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", unknown)
    with pytest.raises(OSError, match="No locks") as failed, only_writer(tmp_path):
        pytest.fail("nobody keeps others out")
    assert failed.type is OSError


def test_a_pointer_that_cannot_be_read_is_damage(copied: Path, embedder: Embedder) -> None:
    (copied / "index" / "current").unlink()
    (copied / "index" / "current").mkdir()
    with pytest.raises(IndexDamaged):
        open_current(copied, embedder)


def test_a_missing_generation_is_damage(copied: Path, embedder: Embedder) -> None:
    shutil.rmtree(current(copied))
    with pytest.raises(IndexDamaged):
        open_current(copied, embedder)


@pytest.mark.parametrize("damage", [halve, flip])
def test_a_damaged_index_is_mended_by_the_next_build(
    damage: Callable[[Path], None],
    copied: Path,
    papers: tuple[Document, ...],
    generation: Generation,
    embedder: Embedder,
) -> None:
    damage(current(copied) / "chroma" / "chroma.sqlite3")
    built = build(papers, copied, embedder=embedder)
    assert answers(open_current(copied, embedder)) == answers(generation)
    assert built.name != generation.name
    np.testing.assert_allclose(vector_store.read(current(copied) / "chroma", built.passages), built.vectors, atol=1e-5)


def test_searching_needs_none_of_what_only_building_needs(data: Path) -> None:
    """Importing these takes longer than all the rest of a question."""
    program = (
        "import sys; from pathlib import Path; from index import embedder, generation, search;"
        f"opened = generation.open_current(Path({str(data)!r}), embedder.load());"
        "assert search.search(opened, 'Wie betaalt de bus?');"
        "assert not {'chromadb', 'llama_index', 'scipy'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program], check=True, cwd=Path(__file__).parents[2])


def test_many_threads_that_search_at_once_find_what_one_finds(generation: Generation) -> None:
    questions = ["Wie betaalt de bus?", "extra beeldschermen", "hoeveel miljoen", "Wat vindt de minister?"] * 25
    alone = [search(generation, question) for question in questions]
    with ThreadPoolExecutor(16) as threads:
        assert list(threads.map(lambda question: search(generation, question), questions)) == alone


def rewrite(data: Path, **values: object) -> None:
    """Change the manifest as if it had been written so."""
    path = current(data) / "manifest.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | values))
    (data / "index" / "current").write_text(f"{path.parent.name} {sha256(path.read_bytes()).hexdigest()}")


def test_an_index_of_another_format_is_not_read(copied: Path, embedder: Embedder) -> None:
    rewrite(copied, format=0)
    with pytest.raises(OtherFormat, match="format 0"):
        open_current(copied, embedder)


def test_an_index_is_missing_where_none_was_built(tmp_path: Path, embedder: Embedder) -> None:
    with pytest.raises(IndexMissing, match="passend index"):
        open_current(tmp_path / "nergens", embedder)
    (tmp_path / "bestand").write_text("")
    with pytest.raises(IndexMissing):
        open_current(tmp_path / "bestand", embedder)


def test_an_index_is_searched_with_the_model_that_made_it(data: Path, embedder: Embedder) -> None:
    with pytest.raises(WrongModel, match="another-0123456789ab"):
        open_current(data, Renamed(embedder, "another-0123456789ab"))


def test_every_fault_of_an_index_is_an_index_fault() -> None:
    faults = {IndexBusy, IndexDamaged, IndexMissing, IndexNotWritten, NothingToIndex, WrongModel}
    assert set(IndexFault.__subclasses__()) == faults
