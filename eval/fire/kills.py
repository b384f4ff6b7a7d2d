"""Kills, power cuts, hindered disks: a reader has the old index or the new one afterwards, and nothing kept is lost.

A build dies at a step drawn by chance, or at a moment drawn by chance, or the power fails with it
(``disk.cut_power``), while another process opens the index over and over. The program that keeps what people agreed to
keep is killed in the middle of writing. Builds also run that may hold few files open, find a disk that fills up at any
moment or that nobody may write to, or wake up in the past.
"""

from __future__ import annotations

import multiprocessing
import shutil
import tempfile
import time
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random

from assistant.desk.kept import Kept
from eval.fire import builder, disk, hindered
from eval.fire.aftermath import Range, mended_wrong, opened_wrong
from eval.fire.counted import Counted, Order
from eval.fire.house import BUILTIN
from index import embedder as embedders
from index.generation import build
from ingest.reading import read_folder

BEGINNINGS = ("new", "again", "changed")
ENDS = ("killed at a step", "killed by the clock", "power cut")
KEPT_A_SHOT = 10  # kills of the writer that keeps, for one of a build: they take a tenth of the time


def fire(order: Order) -> list[Counted]:
    """A few builds on a disk that does not help, so many builds that die, and ten times as many writers that do."""
    with tempfile.TemporaryDirectory(prefix="passend-fire-") as place:
        shot_at = _range(Path(place))
        counted = [*hindered.fire(order, shot_at, Path(place)), _kept(Path(place), order)]
        counted.append(_clock_set_back(shot_at, Path(place)))
        builds = order.firing("kills", "builds that die: readers beside it, checks, the next build")
        for number in builds:
            builds.hit(_shot(shot_at, Path(place), order.seed, number))
    return [*counted, builds.counted()]


def _range(place: Path) -> Range:
    papers = read_folder(BUILTIN).documents
    embedder = embedders.load()
    old = place / "old"
    build(papers[:2], old, embedder=embedder)
    whole = Path(shutil.copytree(old, place / "whole"))
    began = time.monotonic()
    process = builder.start(papers[1:3], whole)
    process.join()
    if process.exitcode:
        raise RuntimeError(f"a build that nobody killed ended with {process.exitcode}")
    seconds = time.monotonic() - began
    return Range(
        papers=papers[:2], changed=papers[1:3], embedder=embedder, old=old, steps=builder.steps(whole), seconds=seconds
    )


def _shot(shot_at: Range, place: Path, seed: int, number: int) -> str:
    """Let one build die; gives what was wrong afterwards, or ""."""
    chance = Random(f"{seed}-{number}")
    beginning, end = BEGINNINGS[number % 3], chance.choice(ENDS)
    home = place / f"shot-{number}"
    data, notes = home / "data", home / "notes" if end == "power cut" else None
    if beginning == "new":
        data.mkdir(parents=True)
    else:
        shutil.copytree(shot_at.old, data)
    papers = shot_at.papers if beginning == "again" else shot_at.changed
    # What is noted for a power cut takes steps too: about every second cut comes after a build that was done.
    at = builder.NEVER if end == "killed by the clock" else chance.randrange(shot_at.steps * (1 + (notes is not None)))
    process = builder.start(papers, data, killed_at=at, forgetful=notes)
    ends = time.monotonic() + chance.random() * shot_at.seconds if at == builder.NEVER else float("inf")
    said = ""
    while process.is_alive() and time.monotonic() < ends:
        said = said or opened_wrong(data, shot_at, beginning)
    process.kill()
    process.join()
    if notes:
        disk.cut_power(data, notes, chance)
    done = process.exitcode == 0 and beginning != "again"  # then the old one is not good enough
    said = said or opened_wrong(data, shot_at, beginning, done=done) or mended_wrong(data, home, shot_at)
    shutil.rmtree(home)
    return said and f"seed {seed}, shot {number}, {beginning}, {end}: {said}"


def _kept(place: Path, order: Order) -> Counted:
    """Kill a process that keeps records, so many times on one file; whatever it said to be kept has to be there."""
    file = place / "kept" / "oordelen.jsonl"
    said_kept: set[int] = set()
    context = multiprocessing.get_context("fork")
    firing = order.firing("kills", "writers of kept records that die", order.n * KEPT_A_SHOT)
    for number in firing:
        chance = Random(f"{order.seed}-kept-{number}")
        near, far = context.Pipe()
        process = context.Process(target=_keep, args=(file, number * 1_000_000, far), daemon=True)
        process.start()
        far.close()
        near.poll(60)
        time.sleep(chance.random() * 0.02)
        process.kill()
        process.join()
        try:
            while near.poll():
                said_kept.add(near.recv())
        except EOFError:
            pass
        near.close()
    held = {record["number"] for record in Kept(file).records()}
    if lost := said_kept - held:
        firing.hit(f"seed {order.seed}: {len(lost)} of {len(said_kept)} records that were kept are gone")
    broken = len([line for line in file.read_bytes().split(b"\n") if line]) - len(held)
    return firing.counted(f"{len(said_kept)} records, {broken} lines broken off and passed over")


def _keep(file: Path, first: int, said: Connection) -> None:
    kept = Kept(file)
    for number in range(first, first + 1_000_000):
        kept.add({"number": number, "words": "woord " * 200}, typed="")
        said.send(number)


def _clock_set_back(shot_at: Range, place: Path) -> Counted:
    """Build over an index that bears a later date than the clock shows."""
    home = place / "clock"
    data = home / "data"
    shutil.copytree(shot_at.old, data)
    root = data / "index"
    name, digest = (root / "current").read_text().split()
    later = f"2999{name[4:]}"
    (root / "generations" / name).rename(root / "generations" / later)
    (root / "current").write_text(f"{later} {digest}")
    wrong = opened_wrong(data, shot_at, "again") or mended_wrong(data, home, shot_at)
    return Counted(promise="kills", what="clock set back", tried=1, faults=(wrong,) if wrong else ())
