"""Writing so that a process killed at any moment, or a power cut, leaves the old or the new and nothing between."""

from __future__ import annotations

import fcntl
import hashlib
import os
from pathlib import Path
from typing import IO


def write_whole(path: Path, content: bytes) -> None:
    """Put a file in its place with one rename, once it is safely on the disk."""
    make(path.parent)
    draft = path.with_name(f".{path.name}.new")
    write(draft, content)
    draft.replace(path)
    settle(path.parent)


def write(path: Path, content: bytes) -> None:
    """Write a file and wait until it is on the disk."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def move_whole(folder: Path, target: Path) -> None:
    """Move a folder with one rename; it is there with all its files, or not at all."""
    make(target.parent)
    settle(folder)
    folder.rename(target)
    settle(target.parent)
    settle(folder.parent)


def make(folder: Path) -> None:
    """Make a folder that outlasts a power cut, with every folder that it lies in; one that is there stays as it is."""
    if not folder.is_dir():
        make(folder.parent)
        folder.mkdir(exist_ok=True)
        settle(folder.parent)


def settle(path: Path) -> None:
    """Wait until a file, or the names in a folder, are on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def locked(path: Path) -> IO[bytes]:
    """A file that no other process has locked. Closing it unlocks it, and so does the end of this process.

    Raises:
        BlockingIOError: Another process has locked it.
        OSError: It cannot be locked, as on a disk that knows no locks.
    """
    file = path.open("wb")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.close()
        raise
    return file


def sealed(content: bytes) -> bytes:
    """What to write in a file that is not waited for: its SHA-256 above it tells later whether it is all there."""
    return f"{hashlib.sha256(content).hexdigest()}\n".encode() + content


def unsealed(written: bytes) -> bytes | None:
    """What was sealed; None if it is damaged or half written."""
    digest, _, content = written.partition(b"\n")
    return content if hashlib.sha256(content).hexdigest().encode() == digest else None
