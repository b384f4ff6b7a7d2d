from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from ingest.folder import MOST_BYTES, content, files
from ingest.formats.paged_text import Reason, UnreadableFile
from ingest.reading import read_folder


def refused(folder: Path, path: Path) -> Reason:
    with pytest.raises(UnreadableFile) as told:
        content(folder, path)
    return told.value.reason


def test_files_come_by_name_without_what_is_hidden_or_tells_of_the_folder(tmp_path: Path) -> None:
    beside = (".git/x.txt", ".y.txt", "a/corpus.toml", "a/.hidden", "README.md", "a/LICENSE")
    for name in ("b.txt", "a/z.txt", *beside):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    assert [path.relative_to(tmp_path).as_posix() for path in files(tmp_path)] == ["a/z.txt", "b.txt"]


def test_a_file_of_500_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "groot.txt"
    with path.open("wb") as file:
        file.truncate(500_000_000)
    assert MOST_BYTES < 500_000_000
    assert refused(tmp_path, path) is Reason.TE_GROOT


def test_a_pipe_or_a_socket_does_not_hold_up_the_others(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp.txt")
    with socket.socket(socket.AF_UNIX) as listening:
        here = Path.cwd()
        os.chdir(tmp_path)  # the path of a socket may not be long
        try:
            listening.bind("stekker.txt")
        finally:
            os.chdir(here)
        (tmp_path / "a.txt").write_text("De boot vaart.", encoding="utf-8")
        reading = read_folder(tmp_path)
    assert [document.source.file for document in reading.documents] == ["a.txt"]
    assert [(one.file, one.reason) for one in reading.skipped] == [
        ("pijp.txt", Reason.SOORT),
        ("stekker.txt", Reason.SOORT),
    ]


def test_a_folder_that_is_called_like_a_file_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "map.txt").mkdir()
    (tmp_path / "map.txt" / "a.txt").write_text("De boot vaart.", encoding="utf-8")
    assert [document.source.file for document in read_folder(tmp_path).documents] == ["map.txt/a.txt"]


def test_links_to_nowhere_in_circles_and_to_folders_end(tmp_path: Path) -> None:
    folder = tmp_path / "stukken"
    folder.mkdir()
    (folder / "weg.txt").symlink_to(folder / "nergens.txt")
    (folder / "rond.txt").symlink_to(folder / "rond.txt")
    (folder / "zelf").symlink_to(folder)
    (folder / "buiten").symlink_to(tmp_path)
    assert {one.file: one.reason for one in read_folder(folder).skipped} == {
        "buiten": Reason.KOPPELING,
        "rond.txt": Reason.ONLEESBAAR,
        "weg.txt": Reason.ONLEESBAAR,
    }


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "stukken"
    folder.mkdir()
    (tmp_path / "buiten.txt").write_text("x", encoding="utf-8")
    (folder / "koppeling.txt").symlink_to(tmp_path / "buiten.txt")
    assert refused(folder, folder / "koppeling.txt") is Reason.KOPPELING


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "dicht.txt").write_text("x", encoding="utf-8")
    (tmp_path / "dicht.txt").chmod(0)
    (tmp_path / "gesloten").mkdir(mode=0)
    assert [one.reason for one in read_folder(tmp_path).skipped] == [Reason.ONLEESBAAR, Reason.ONLEESBAAR]


def test_a_folder_with_ten_thousand_files_is_listed(tmp_path: Path) -> None:
    for number in range(10_000):
        (tmp_path / f"{number}.xyz").touch()
    reading = read_folder(tmp_path)
    assert len(reading.skipped) == 10_000
    assert {one.reason for one in reading.skipped} == {Reason.LEEG}
