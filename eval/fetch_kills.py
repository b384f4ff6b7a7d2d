"""Killing ``passend fetch`` at random moments: ``python -m eval.fetch_kills [--kills 200] [--seed 0]``.

A process fetches from the sources on the loopback and is killed (SIGKILL) after a random number of requests and a
moment more. After each kill the folder is looked at as an index would see it: every paper in it must be whole, to the
byte as the source gave it, and no paper that was in it may be gone. Now and then a fetch may finish, and everything
must be there; then the sources change a third of their papers, so that kills also fall while newer versions come.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import multiprocessing
import random
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from eval.loopback import Sources, filled, pdf_of, serving, xml_of
from ingest.sources import addresses
from ingest.sources.fetch import fetch_from
from ingest.sources.listed import Order
from ingest.sources.opening import open_sources
from ingest.sources.store import RECORD, Store

A_ROUND = 10  # kills before a fetch may finish
SINCE = date(2024, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What came of the kills."""

    kills: int  # of processes that were still at work
    finished: int  # fetches that were let finish
    half: int  # papers that were seen with a file missing, cut or other than at the source
    lost: int  # papers that were seen once and then no more
    missing: int  # papers that a finished fetch had not brought in


def kill_often(folder: Path, kills: int, seed: int = 0, letters: int = 3) -> Iterator[Tally]:
    """Fetch into a folder, kill so many times, and look at the folder each time; gives all so far after each round.

    Raises:
        RuntimeError: A fetch broke off that nobody killed.
    """
    chance = random.Random(seed)
    tally = Tally(kills=0, finished=0, half=0, lost=0, missing=0)
    seen: set[str] = set()
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["ingest.sources.opening", "eval.loopback"])  # what takes long to import
    with serving(filled(letters)) as sources, tempfile.TemporaryDirectory() as outside:
        toml = sources.toml(Path(outside) / "sources.toml")
        while tally.kills < kills:
            whole_run = 10 + 2 * len(sources.koop)  # requests, about
            process = context.Process(target=fetch_all, args=(folder, toml))
            before, after = len(sources.asked), chance.randint(1, whole_run)
            process.start()
            while process.is_alive() and len(sources.asked) < before + after:
                time.sleep(0.001)
            time.sleep(chance.random() * 0.01)  # writing one paper takes about as long
            was_at_work = process.is_alive()
            process.kill()
            process.join()
            if process.exitcode == 1:
                raise RuntimeError("a fetch broke off by itself; its traceback stands above")
            here, half = look(folder, sources)
            tally = replace(
                tally,
                kills=tally.kills + was_at_work,
                half=tally.half + half,
                lost=tally.lost + len(seen - here),
            )
            seen |= here
            if was_at_work and (tally.kills % A_ROUND == 0 or tally.kills == kills):
                fetch_all(folder, toml)
                here, half = look(folder, sources)
                expected = {*sources.koop, "2024D00002", "2024D00003", *sources.woo}
                tally = replace(
                    tally,
                    finished=tally.finished + 1,
                    half=tally.half + half,
                    missing=tally.missing + len(expected - here),
                )
                seen |= here
                change(sources, chance)
                yield tally


def fetch_all(folder: Path, toml: Path) -> None:
    """One fetch from start to end, as the command does it."""
    store = Store(folder)
    order = Order(dossiers=("99497",), since=SINCE, query="veerboot")
    known = addresses.load(toml)
    with store.only_writer(), open_sources(known) as opened:
        for one in opened:
            fetch_from(one, order, store, today=date.today(), failures_in_a_row=5)


def look(folder: Path, sources: Sources) -> tuple[set[str], int]:
    """The keys of the papers that an index would find in the folder, and how many are not whole."""
    keys, half = set(), 0
    for version in folder.glob("[!.]*/*/*"):
        keys.add(version.parent.name)
        try:
            record = json.loads((version / RECORD).read_bytes())
            half += not all(_is_whole(file, (version / file["name"]).read_bytes(), sources) for file in record["files"])
        except (OSError, ValueError, KeyError):
            half += 1
    return keys, half


def change(sources: Sources, chance: random.Random) -> None:
    """Let a third of the papers of KOOP have new words."""
    for paper in chance.sample(sorted(sources.koop.values(), key=lambda one: one.identifier), len(sources.koop) // 3):
        paper.words += " Dat is gewijzigd."
        paper.modified = f"{int(paper.modified[:4]) + 1}{paper.modified[4:]}"


def _is_whole(file: dict[str, str], content: bytes, sources: Sources) -> bool:
    """Whether a file is what was written down of it, and what its source gave."""
    return hashlib.sha256(content).hexdigest() == file["sha256"] and _was_given(file["name"], content, sources)


def _was_given(name: str, content: bytes, sources: Sources) -> bool:
    """Whether a file is what its source has or had: its words, without the changes that came since."""
    paper = sources.koop.get(name.rpartition(".")[0])
    if paper is None:
        return True
    make = xml_of if name.endswith(".xml") else pdf_of
    first = paper.words.split(" Dat is gewijzigd.")[0]
    times = paper.words.count(" Dat is gewijzigd.")
    return any(content == make(replace(paper, words=first + " Dat is gewijzigd." * n)) for n in range(times + 1))


def main(arguments: Sequence[str] | None = None) -> None:
    """Kill as often as is asked and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        for tally in kill_often(Path(folder), given.kills, given.seed):
            sys.stdout.write(f"{tally}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
