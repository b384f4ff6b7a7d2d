"""Builds on a disk that fills up or may not be written to, and builds that may hold only a few files open.

The disk is one in memory, of a size drawn by chance, which only the command sees (a mount namespace of its own). What
the command leaves there is copied back and looked at.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

from eval.fire import house
from eval.fire.aftermath import Range, mended_wrong, opened_wrong
from eval.fire.counted import Counted, Order
from ingest.reading import read_folder

FOR_EACH = 100  # builds that die, for one of each kind here: each is a start of the program
HANDLES = (6, 80)  # files that a build may hold open; some fifty are enough
_ON_DISK = """
set -e; disk=$1 size=$2 old=$3 left=$4 options=$5; shift 5
mount -t tmpfs -o size=$size none "$disk"; cp -r "$old" "$disk/data"
if [ "$options" ]; then mount -o remount,"$options" "$disk"; fi
set +e; "$@"; code=$?
cp -r "$disk/data" "$left"; exit $code
"""
_WITH_HANDLES = """
import resource
resource.setrlimit(resource.RLIMIT_NOFILE, ({most}, {most}))
"""


def fire(order: Order, shot_at: Range, place: Path) -> list[Counted]:
    """Each hindrance a few times; the one that may not write once."""
    times = max(1, order.n // FOR_EACH)
    shot_at = replace(shot_at, changed=read_folder(house.BUILTIN).documents)
    handles = order.firing("kills", "few file handles", times)
    for number in handles:
        most = Random(f"{order.seed}-handles-{number}").randint(*HANDLES)
        handles.hit(_with_handles(most, shot_at, place / f"handles-{number}"))
    alone = house.apart("--mount")
    if not alone:
        left_out = "no mount namespace to be had here"
        return [handles.counted(), Counted(promise="kills", what="full disk, read-only", tried=0, left_out=left_out)]
    full = order.firing("kills", "disk that fills up", times)
    for number in full:
        room = _size(shot_at.old) // 1024 + Random(f"{order.seed}-room-{number}").randint(8, 4_000)
        full.hit(_on_disk(alone, f"{room}k", "", shot_at, place / f"full-{number}"))
    closed = order.firing("kills", "read-only disk", 1)
    for _ in closed:
        closed.hit(_on_disk(alone, "100m", "ro", shot_at, place / "closed"))
    return [handles.counted(), full.counted(), closed.counted()]


def _size(folder: Path) -> int:
    """What the files of a folder take on a disk with pages of 4,096 bytes."""
    return sum(-(-path.stat().st_size // 4096) * 4096 for path in folder.rglob("*"))


def _with_handles(most: int, shot_at: Range, home: Path) -> str:
    data = Path(shutil.copytree(shot_at.old, home / "data"))
    said = _indexing(data, home, program=_WITH_HANDLES.format(most=most) + house.COMMAND)
    return _left_wrong(said, f"{most} handles", data, shot_at, home)


def _on_disk(alone: Sequence[str], size: str, options: str, shot_at: Range, home: Path) -> str:
    disk, data = home / "disk", home / "data"
    disk.mkdir(parents=True)
    given = [str(disk), size, str(shot_at.old), str(data), options]
    said = _indexing(disk / "data", home, before=[*alone, "sh", "-c", _ON_DISK, "sh", *given])
    disk.rmdir()
    return _left_wrong(said, f"disk of {size} {options}".rstrip(), data, shot_at, home)


def _indexing(data: Path, home: Path, *, program: str = "", before: Sequence[str] = ()) -> str:
    """Index the built-in papers; gives what was wrong with how it ended, or ""."""
    arguments = ("index", str(house.BUILTIN), "--data", str(data))
    ran = house.passend(home / "home", *arguments, program=program, before=before)
    shutil.rmtree(home / "home")
    if wrong := ran.wrong(0, 1):
        return wrong
    return "" if ran.code == 0 or ran.err.strip() else "ended without a word"


def _left_wrong(said: str, how: str, data: Path, shot_at: Range, home: Path) -> str:
    """What was wrong with the command, with the index after it, or with the next build."""
    said = said or opened_wrong(data, shot_at, "again") or mended_wrong(data, home, shot_at)
    shutil.rmtree(home)
    return said and f"{how}: {said}"
