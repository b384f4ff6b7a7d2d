"""Bytes that change in an index: noticed before a word is served, and mended by the next build.

Each file of an index gets so many flips of one bit and two truncations for every five flips. Opening has to refuse
each of them. Chroma's files are not read by a search: of those opening need only notice another size, and the check
that comes before a build the rest.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from assistant.read import reader
from eval.fire.counted import Counted, Order
from eval.fire.house import BUILTIN
from index import commit, manifest
from index import embedder as embedders
from index.embedder import Embedder
from index.errors import IndexFault
from index.generation import build, open_current
from ingest.document import Document
from ingest.library import DamagedDocument
from ingest.reading import read_folder

Damage = Callable[[bytes, Random], bytes]
NOTICED = (IndexFault, DamagedDocument)  # each has its sentence in Dutch; a test of the messages sees to that


def flipped(content: bytes, chance: Random) -> bytes:
    """The content with one bit turned."""
    changed = bytearray(content)
    changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def cut_off(content: bytes, chance: Random) -> bytes:
    """The content without its end."""
    return content[: chance.randrange(len(content))]


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """An index that is whole, and the papers that it was made of."""

    data: Path
    papers: tuple[Document, ...]
    embedder: Embedder

    @property
    def files(self) -> list[Path]:
        """Every file that opening it depends on, and Chroma's; the lock holds nothing."""
        index = commit.root_of(self.data)
        found = sorted(path for path in index.rglob("*") if path.is_file() and path.name != "lock")
        return [path for path in found if path.stat().st_size]


def fire(order: Order) -> list[Counted]:
    """``n`` flips and two fifths as many truncations of each file; one build after damage for every hundred."""
    n = order.n
    with tempfile.TemporaryDirectory(prefix="passend-fire-") as place:
        papers = read_folder(BUILTIN).documents[1:3]
        embedder = embedders.load()
        build(papers, Path(place), embedder=embedder, reader=reader.load())
        target = Target(data=Path(place), papers=papers, embedder=embedder)
        ways: list[tuple[str, Damage, int]] = [
            ("truncations", cut_off, max(1, n * 2 // 5)),
            ("flips", flipped, n),
        ]
        mended = _mended(target, max(1, n // 100), order)
        return [*(_counted(target, name, damage, times, order) for name, damage, times in ways), mended]


def _counted(target: Target, name: str, damage: Damage, times: int, order: Order) -> Counted:
    """Damage every file so many times; the files take turns, so that a run that is stopped has been at each of them."""
    whole = {file: file.read_bytes() for file in target.files}
    firing = order.firing("bytes", f"{name} in each of {len(whole)} files", times * len(whole))
    for shot in firing:
        number, place = divmod(shot, len(whole))
        file = list(whole)[place]
        file.write_bytes(damage(whole[file], Random(f"{order.seed}-{name}-{file.name}-{number}")))
        if said := _unnoticed(target, file):
            firing.hit(f"seed {order.seed}, {name} {number} of {file.name}: {said}")
        file.write_bytes(whole[file])
    return firing.counted()


def _unnoticed(target: Target, file: Path) -> str:
    """What is wrong with how a damaged index is opened; "" if it is refused as it should."""
    try:
        opened = open_current(target.data, target.embedder)
        if manifest.CHROMA not in file.relative_to(target.data).parts:
            return "served all the same"
        folder = commit.root_of(target.data) / "generations" / opened.name
        manifest.check(folder, manifest.read(folder), searched_only=False)
    except NOTICED:
        return ""
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return "not even a build notices"


def _mended(target: Target, times: int, order: Order) -> Counted:
    """Damage a file by chance and build again."""
    firing = order.firing("bytes", "builds over a damaged index", times)
    for number in firing:
        chance = Random(f"{order.seed}-mended-{number}")
        with tempfile.TemporaryDirectory(prefix="passend-fire-") as place:
            data = Path(shutil.copytree(target.data, Path(place) / "data"))
            file = chance.choice(replace(target, data=data).files)
            file.write_bytes(chance.choice((flipped, cut_off))(file.read_bytes(), chance))
            build(target.papers, data, embedder=target.embedder, reader=reader.load())
            folder = commit.folder_of(root := commit.root_of(data), commit.pointer(root))
            try:
                open_current(data, target.embedder)
                manifest.check(folder, manifest.read(folder), searched_only=False)
            except NOTICED as error:
                firing.hit(f"seed {order.seed}, build {number} after damage of {file.name}: {error}")
    return firing.counted()
