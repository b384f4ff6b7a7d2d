"""Which generation is current: one writer at a time, and one small file whose replacement is the commit."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index import begun, manifest
from index.errors import IndexBusy, IndexDamaged, IndexMissing
from ingest.durable import locked, settle, write

POINTER = re.compile(r"(\d{8}T\d{12}) ([0-9a-f]{64})")  # the current generation and the SHA-256 of its manifest


def root_of(data: Path) -> Path:
    """Where the index of a data folder is."""
    return data / "index"


@contextmanager
def only_writer(root: Path) -> Iterator[None]:
    """Keep every other process from building in this folder.

    Raises:
        IndexBusy: Another process is building in it.
    """
    root.mkdir(parents=True, exist_ok=True)
    try:
        lock = locked(root / "lock")
    except BlockingIOError as error:
        raise IndexBusy(f"another process is building in {root}") from error
    with lock:
        yield


def pointer(root: Path) -> str:
    """The words that name the current generation.

    Raises:
        IndexMissing: There is none.
        IndexDamaged: They cannot be read.
        PermissionError: This user may not read them.
    """
    try:
        return (root / "current").read_text(encoding="ascii")
    except (FileNotFoundError, NotADirectoryError):
        raise IndexMissing(f"no index in {root}; run 'passend index'") from None
    except PermissionError:  # what may not be read is not damaged: to make it anew is no remedy
        raise
    except (OSError, UnicodeDecodeError) as error:
        raise IndexDamaged(f"{root / 'current'} does not name a generation: {error}") from error


def folder_of(root: Path, pointed: str) -> Path:
    """The folder that a pointer names, once its manifest is known to be the one that was written.

    Raises:
        IndexDamaged: It names no generation, or the manifest is another.
    """
    named = POINTER.fullmatch(pointed)
    if not named:
        raise IndexDamaged(f"{root / 'current'} does not name a generation: {pointed!r}")
    folder = root / "generations" / named[1]
    if manifest.digest(folder / manifest.NAME) != named[2]:
        raise IndexDamaged(f"{folder}: the manifest is missing or not the one that was written")
    return folder


def make_current(root: Path, name: str) -> None:
    """Make the generation with this name the current one, in one step that a killed process cannot halve."""
    _sync(root / "generations" / name)
    settle(root)  # a name that no power cut may take away has to stand in a folder that is synced
    settle(root.parent)
    draft = root / "current.new"
    digest = manifest.digest(root / "generations" / name / manifest.NAME)
    write(draft, f"{name} {digest}".encode("ascii"))
    draft.replace(root / "current")
    settle(root)


def drop_others(root: Path, keep: str) -> None:
    """Remove what came before, and what a killed build left; only the writer comes here."""
    (root / "current.new").unlink(missing_ok=True)
    shutil.rmtree(root / begun.NAME, ignore_errors=True)
    for folder in (root / "generations").iterdir():
        if folder.name != keep:
            shutil.rmtree(folder, ignore_errors=True)


def _sync(folder: Path) -> None:
    for path in [*folder.rglob("*"), folder, folder.parent]:
        settle(path)
