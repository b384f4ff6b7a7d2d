"""What is written durably is there after a power cut, with every folder that was made for it."""

import multiprocessing
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.fire import disk
from ingest import durable


def _write(folder: Path) -> None:
    durable.write_whole(folder / "a/b/words.txt", b"woorden")


def _move(folder: Path) -> None:
    staged = folder / "staged"
    staged.mkdir()
    durable.write(staged / "words.txt", b"woorden")
    durable.move_whole(staged, folder / "a/b")


def _forgetfully(act: Callable[[Path], None], folder: Path, notes: Path) -> None:
    disk.remember(folder, notes)
    act(folder)


@pytest.mark.parametrize("act", [_write, _move])
def test_a_power_cut_leaves_what_was_written_and_the_folders_it_lies_in(
    act: Callable[[Path], None], tmp_path: Path
) -> None:
    folder, notes = tmp_path / "folder", tmp_path / "notes"
    folder.mkdir()
    process = multiprocessing.get_context("fork").Process(target=_forgetfully, args=(act, folder, notes))
    process.start()
    process.join()
    for seed in range(20):
        disk.cut_power(folder, notes, Random(seed))
        assert (folder / "a/b/words.txt").read_bytes() == b"woorden"


def test_a_folder_is_made_with_those_that_it_lies_in_and_may_be_there_already(tmp_path: Path) -> None:
    durable.make(tmp_path / "a/b")
    durable.make(tmp_path / "a/b")
    assert (tmp_path / "a/b").is_dir()


def test_a_file_in_the_place_of_a_folder_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(FileExistsError):
        durable.make(tmp_path / "a")


@given(st.binary(min_size=1), st.binary(), st.data())
def test_what_is_sealed_comes_back_whole_or_not_at_all(content: bytes, more: bytes, data: st.DataObject) -> None:
    written = durable.sealed(content)
    assert durable.unsealed(written) == content
    assert durable.unsealed(written[: data.draw(st.integers(0, len(written) - 1))]) is None
    assert durable.unsealed(written + more) == (None if more else content)
