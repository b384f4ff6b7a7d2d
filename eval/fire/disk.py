"""A disk that keeps only what it was told to keep, as any disk may when the power fails.

What a program writes is certain to be there after a power cut only if it synced the file, and the folder that names it.
Of all else the worst disk that POSIX allows may have kept the new, the old, a part or nothing, each file on its own.
``remember`` notes in the process that writes what is synced; ``cut_power`` then makes of the folder what such a disk
could have left of it. Only what Python syncs counts: a library that syncs by itself is taken not to have done so.
"""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from random import Random

_FOLDERS = "folders"


def remember(data: Path, notes: Path) -> None:
    """Note from now on what this process syncs of a folder; all that is there now counts as synced."""
    (notes / _FOLDERS).mkdir(parents=True)
    for path in [data, *data.rglob("*")]:
        _note(path, notes)
    sync = os.fsync

    def synced(handle: int) -> None:
        sync(handle)
        path = Path(f"/proc/self/fd/{handle}").readlink()
        if path == data or data in path.parents:
            _note(path, notes)

    os.fsync = synced  # type: ignore[assignment]  # it takes numbers only here


def _note(path: Path, notes: Path) -> None:
    """Keep what a file holds, or which names a folder holds, under the number that the file system gave it."""
    number = path.stat().st_ino
    if path.is_dir():
        names = {one.name: one.lstat().st_ino for one in path.iterdir()}
        (notes / _FOLDERS / str(number)).write_text(json.dumps(names))
    else:
        shutil.copyfile(path, notes / str(number))


def cut_power(data: Path, notes: Path, chance: Random) -> None:
    """Leave of a folder what a disk could hold on to, by chance where it was not told to."""
    _cut_folder(data, notes, chance)


def _cut_folder(folder: Path, notes: Path, chance: Random) -> None:
    noted = notes / _FOLDERS / str(folder.stat().st_ino)
    before: dict[str, int] = json.loads(noted.read_text()) if noted.exists() else {}
    now = {one.name: one.lstat().st_ino for one in folder.iterdir()}
    for name in sorted(before.keys() | now.keys()):
        path = folder / name
        if before.get(name) != now.get(name) and chance.random() < 0.5:
            _go_back(path, before.get(name), notes)
        if path.is_dir():
            _cut_folder(path, notes, chance)
        elif path.is_file():
            _cut_file(path, notes, chance)


def _go_back(path: Path, number: int | None, notes: Path) -> None:
    """Give a name what it stood for when its folder was synced last."""
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
    if number is None:
        return
    if (names := notes / _FOLDERS / str(number)).exists():
        path.mkdir()
        for name, inside in json.loads(names.read_text()).items():
            _go_back(path / name, inside, notes)
    elif (kept := notes / str(number)).exists():
        shutil.copyfile(kept, path)
        shutil.copyfile(path, notes / str(path.stat().st_ino))


def _cut_file(path: Path, notes: Path, chance: Random) -> None:
    kept = notes / str(path.stat().st_ino)
    now = path.read_bytes()
    if kept.exists() and kept.read_bytes() == now:
        return
    left = chance.choice((b"", now[: len(now) // 2], bytes(len(now)), now))
    path.unlink()  # it may share its bytes with a file of another name
    path.write_bytes(left)
