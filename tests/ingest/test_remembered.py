from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ingest import version
from ingest.document import Document, Kind, Source
from ingest.formats.paged_text import Reason, UnreadableFile
from ingest.notes import Note, NoteKind
from ingest.reading import read_files
from ingest.remembered import Outcome, Read, Remembered
from tests.ingest.structure.made import AANHANGSEL, KAMERBRIEF

BOAT = Read(Document(identifier="", kind=Kind.BRIEF, title="", text="De boot.", source=Source(file="", sha256="0")))


class Counted:
    """A reader that counts how often it is asked."""

    def __init__(self, outcome: Outcome) -> None:
        self.outcome = outcome
        self.times = 0

    def read(self, remembered: Remembered, sha256: str, suffix: str) -> Outcome:
        if known := remembered.recall(sha256, suffix):
            return known
        self.times += 1
        remembered.keep(sha256, suffix, self.outcome)
        return self.outcome


def test_the_same_bytes_are_read_once(tmp_path: Path) -> None:
    reader = Counted(BOAT)
    assert [reader.read(Remembered(tmp_path), "abc", ".txt") for _ in range(3)] == [BOAT] * 3
    assert reader.times == 1


def test_other_bytes_or_another_suffix_are_read(tmp_path: Path) -> None:
    reader, remembered = Counted(BOAT), Remembered(tmp_path)
    for sha256, suffix in (("abc", ".txt"), ("abd", ".txt"), ("abc", ".md")):
        reader.read(remembered, sha256, suffix)
    assert reader.times == 3


@pytest.mark.parametrize(("reason", "times"), [(Reason.BINAIR, 1), (Reason.WACHTWOORD, 1), (Reason.TE_GROOT, 2)])
def test_why_a_file_is_skipped_is_remembered_unless_it_may_pass(tmp_path: Path, reason: Reason, times: int) -> None:
    reader = Counted(UnreadableFile(reason, "hierom"))
    for _ in range(2):
        told = reader.read(Remembered(tmp_path), "abc", ".pdf")
        assert isinstance(told, UnreadableFile)
        assert (told.reason, told.detail) == (reason, "hierom")
    assert reader.times == times


def test_what_there_was_something_to_tell_about_is_read_again(tmp_path: Path) -> None:
    reader = Counted(BOAT._replace(notes=(Note(file="", kind=NoteKind.UNREAD_PAGES, left="3"),)))
    assert [reader.read(Remembered(tmp_path), "abc", ".pdf") for _ in range(2)] == [reader.outcome] * 2
    assert reader.times == 2


def empty(path: Path) -> None:
    path.write_bytes(b"")


def halve(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def flip(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"boot", b"bood"))


@pytest.mark.parametrize("damage", [empty, halve, flip])
def test_what_is_damaged_is_read_again(tmp_path: Path, damage: Callable[[Path], None]) -> None:
    reader = Counted(BOAT)
    reader.read(Remembered(tmp_path), "abc", ".txt")
    damage(next(tmp_path.iterdir()))
    assert reader.read(Remembered(tmp_path), "abc", ".txt") == BOAT
    assert reader.times == 2


def test_another_program_reads_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Counted(BOAT)
    reader.read(Remembered(tmp_path), "abc", ".txt")
    monkeypatch.setattr(version, "of", lambda _: "another")
    reader.read(Remembered(tmp_path), "abc", ".txt")
    assert reader.times == 2


def test_what_is_not_used_any_more_is_forgotten(tmp_path: Path) -> None:
    reader = Counted(BOAT)
    reader.read(Remembered(tmp_path), "abc", ".txt")
    later = Remembered(tmp_path)
    reader.read(later, "abd", ".txt")
    later.forget_unused()
    reader.read(Remembered(tmp_path), "abd", ".txt")
    assert reader.times == 2
    assert len(list(tmp_path.iterdir())) == 1


def test_a_reading_from_memory_is_the_reading_itself(tmp_path: Path) -> None:
    folder = tmp_path / "stukken"
    folder.mkdir()
    (folder / "a.txt").write_text(AANHANGSEL, encoding="utf-8")
    (folder / "b.txt").write_text(KAMERBRIEF, encoding="utf-8")
    (folder / "c.txt").write_bytes(bytes(range(256)))
    first, again = (read_files(folder, Remembered(tmp_path / "read")) for _ in range(2))
    assert first == again == read_files(folder)


def test_a_renamed_file_or_another_corpus_toml_needs_no_new_reading(tmp_path: Path) -> None:
    folder = tmp_path / "stukken"
    folder.mkdir()
    (folder / "a.txt").write_text("De boot vaart.", encoding="utf-8")
    read_files(folder, Remembered(tmp_path / "read"))
    before = {path.name for path in (tmp_path / "read").iterdir()}
    (folder / "a.txt").rename(folder / "b.txt")
    (folder / "corpus.toml").write_text('[[paper]]\nfile = "b.txt"\ntitle = "De boot"\n', encoding="utf-8")
    (document,) = read_files(folder, Remembered(tmp_path / "read")).documents
    assert (document.title, document.source.file) == ("De boot", "b.txt")
    assert {path.name for path in (tmp_path / "read").iterdir()} == before


def test_the_version_follows_the_sources(tmp_path: Path) -> None:
    found = []
    for name, source in (("a", "x = 1\n"), ("b", "x = 1\n"), ("c", "x = 2\n")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "module.py").write_text(source, encoding="utf-8")
        (tmp_path / name / "notes.bin").write_text(name, encoding="utf-8")
        found.append(version.of(tmp_path / name))
    assert found[0] == found[1] != found[2]


@pytest.mark.parametrize("library", ["lxml", "simplemma", "striprtf", "onnxruntime"])
def test_the_version_follows_the_libraries(library: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, installed = version.of.__wrapped__(tmp_path), version.version
    monkeypatch.setattr(version, "version", lambda name: "0" if name == library else installed(name))
    assert version.of.__wrapped__(tmp_path) != before
