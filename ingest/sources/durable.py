"""Writing so that a process killed at any moment, or a power cut, leaves the old or the new and nothing between."""

from __future__ import annotations

import os
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Put a file in its place with one rename, once it is safely on the disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
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
    target.parent.mkdir(parents=True, exist_ok=True)
    settle(folder)
    folder.rename(target)
    settle(target.parent)
    settle(folder.parent)


def settle(folder: Path) -> None:
    """Wait until the names in a folder are on the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
