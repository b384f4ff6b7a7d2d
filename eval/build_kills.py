"""Killing builds over many papers at random moments: ``python -m eval.build_kills [--kills 200] [--papers 30]``.

A process reads invented papers and indexes them with the embedder and the reader, and is killed (SIGKILL) after it kept
a random number of readings and lots of vectors, and a moment more. Another one goes on, until one is done. After each
kill the index must be the one from before or the new one, and whatever was kept must still be there and not have been
made again. When a build is done, its index must be that of a build which nobody disturbed, byte for byte but for
Chroma's own files, and nothing else may be left. Then it begins anew.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.read import reader
from eval.fire.aftermath import left_behind
from eval.fire.house import files
from eval.incremental import READ, index, write
from index import begun, commit, manifest
from index import embedder as embedders
from index.generation import open_current
from index.page_vectors import TOGETHER
from ingest.durable import unsealed

FIRST = 2  # papers of the index that is there before
MOMENT = 1.0  # seconds that a process may live on at most


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What came of the kills."""

    kills: int  # of processes that were still at work
    finished: int  # builds that were done at last
    again: int  # readings and lots that were kept, and gone or made once more after the next kill
    wrong: int  # kills after which the index was neither the old one nor the new one
    other: int  # finished indexes that are not as the one that nobody disturbed
    left: int  # finished builds beside whose index something else lay


def kill_often(work: Path, kills: int, papers: int, seed: int = 0) -> Iterator[Tally]:
    """Kill builds in a folder at least so many times; gives all so far after each build that was done.

    Raises:
        RuntimeError: A build broke off that nobody killed.
    """
    chance = random.Random(seed)
    folder, old, alone = work / "papers", work / "old", work / "alone"
    write(folder, range(FIRST))
    indexed(folder, old)
    write(folder, range(FIRST, papers))
    shutil.copytree(old, alone)
    indexed(folder, alone)
    right = [written(old), written(alone)]
    things = papers + len(open_current(alone, embedders.load()).passages) // TOGETHER
    tally = Tally(kills=0, finished=0, again=0, wrong=0, other=0, left=0)
    while tally.kills < kills:
        data = Path(shutil.copytree(old, work / "data"))
        seen = kept(data)
        done = False
        while not done:
            moment = chance.randint(1, max(1, things - len(seen))), chance.random() * MOMENT
            done, killed = _let_work(folder, data, len(seen), *moment)
            there, now = kept(data), written(data)
            committed = now == right[1]  # what was kept for it is gone then, but for what was read
            again = [path for path, at in seen.items() if there.get(path) != at]
            tally = replace(
                tally,
                kills=tally.kills + killed,
                again=tally.again + sum(not committed or path.parent.name == READ for path in again),
                wrong=tally.wrong + (now not in right),
            )
            seen = there
        tally = replace(
            tally,
            finished=tally.finished + 1,
            other=tally.other + (now != right[1]),
            left=tally.left + bool(left_behind(data)),
        )
        shutil.rmtree(data)
        yield tally


def _let_work(folder: Path, data: Path, before: int, more: int, longer: float) -> tuple[bool, bool]:
    """Let a process index until it kept so many things more, and a moment longer; whether it was done, and killed."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["assistant.read.reader", "chromadb", "onnxruntime"])  # what takes long to import
    process = context.Process(target=indexed, args=(folder, data))
    process.start()
    while process.is_alive() and sum(1 for _ in _kept_in(data)) < before + more:
        time.sleep(0.005)
    process.join(longer)
    killed = process.is_alive()
    process.kill()
    process.join()
    if process.exitcode == 1:
        raise RuntimeError("a build broke off by itself; its traceback stands above")
    return process.exitcode == 0, killed


def indexed(folder: Path, data: Path) -> None:
    """Index a folder with the models, as a process does that loads them itself."""
    index(folder, data, embedders.load(), reader.load())


def kept(data: Path) -> dict[Path, int]:
    """What was kept whole of readings and vectors, with the time at which it was written."""
    whole = (path for path in _kept_in(data) if unsealed(path.read_bytes()) is not None)
    return {path: path.stat().st_mtime_ns for path in whole}


def written(data: Path) -> dict[str, str]:
    """The hash of each file of the current index but for those of Chroma, which writes no bytes twice."""
    root = commit.root_of(data)
    folder = commit.folder_of(root, commit.pointer(root))
    found = manifest.read(folder)
    manifest.check(folder, found, searched_only=False)
    return {name: digest for name, digest in found.files.items() if not name.startswith(f"{manifest.CHROMA}/")}


def _kept_in(data: Path) -> Iterator[Path]:
    yield from files(data / READ)
    yield from files(commit.root_of(data) / begun.NAME)  # which is gone as soon as the index is committed


def main(arguments: Sequence[str] | None = None) -> None:
    """Kill as often as is asked and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--papers", type=int, default=30)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="passend-kills-") as work:
        for tally in kill_often(Path(work), given.kills, given.papers, given.seed):
            sys.stdout.write(f"{tally}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
