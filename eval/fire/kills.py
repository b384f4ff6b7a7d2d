"""Kills, power cuts, hindered disks: a reader has the old index or the new one afterwards, and nothing kept is lost.

A build dies at a step drawn by chance, or at a moment drawn by chance, or the power fails with it
(``disk.cut_power``), while another process opens the index over and over. The program that keeps what people agreed to
keep is killed in the middle of writing. At last builds run that may hold no file open, find no room, or wake up in
the past.
"""

from __future__ import annotations

import multiprocessing
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random

from assistant.desk.kept import Kept
from eval.fire import builder, disk
from eval.fire.counted import Counted
from eval.fire.house import BUILTIN, ROOT
from index import embedder as embedders
from index.embedder import Embedder
from index.errors import IndexMissing
from index.generation import build, open_current
from ingest.document import Document
from ingest.reading import read_folder

BEGINNINGS = ("new", "again", "changed")
ENDS = ("killed at a step", "killed by the clock", "power cut")
KEPT_A_SHOT = 10  # kills of the writer that keeps, for one of a build: they take a tenth of the time
LEFT = ["current", "generations", "lock"]  # all that a folder of an index may hold


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """What is shot at: papers before and after, and what whole builds of them give."""

    papers: Sequence[Document]
    changed: Sequence[Document]
    embedder: Embedder
    old: Path  # a data folder with an index of the papers
    steps: int  # of a whole build
    seconds: float


def fire(n: int, seed: int) -> list[Counted]:
    """So many builds that die, ten times as many writers that do, and a few builds on a disk that does not help."""
    with tempfile.TemporaryDirectory(prefix="passend-fire-") as place:
        shot_at = _range(Path(place))
        faults = [fault for number in range(n) if (fault := _shot(shot_at, Path(place), seed, number))]
        kept = _kept(Path(place), n * KEPT_A_SHOT, seed)
        hindered = _hindered(shot_at, Path(place))
    what = "builds that die: readers beside it, checks, the next build"
    builds = Counted(promise="kills", what=what, tried=n, faults=tuple(faults))
    return [builds, kept, hindered]


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
        said = said or _opened_wrong(data, shot_at, beginning)
    process.kill()
    process.join()
    if notes:
        disk.cut_power(data, notes, chance)
    done = process.exitcode == 0 and beginning != "again"  # then the old one is not good enough
    said = said or _opened_wrong(data, shot_at, beginning, done=done) or _mended_wrong(data, home, shot_at)
    shutil.rmtree(home)
    return said and f"seed {seed}, shot {number}, {beginning}, {end}: {said}"


def _opened_wrong(data: Path, shot_at: Range, beginning: str, *, done: bool = False) -> str:
    """What is wrong with the index that a reader opens now; after a build that was done it has to be the new one."""
    allowed = {_names(shot_at.changed)} if done else {_names(shot_at.papers), _names(shot_at.changed)}
    try:
        found = _names(open_current(data, shot_at.embedder).documents)
    except IndexMissing:
        return "" if beginning == "new" and not done else "the index is gone"
    except Exception as error:  # anything at all is a fault to be told
        return f"opening: {type(error).__name__}: {error}"
    return "" if found in allowed else f"an index of {found}"


def _mended_wrong(data: Path, home: Path, shot_at: Range) -> str:
    """What is wrong after the next build."""
    built = build(shot_at.changed, data, embedder=shot_at.embedder)
    left = sorted(path.name for path in (data / "index").iterdir())
    generations = [path.name for path in (data / "index" / "generations").iterdir()]
    rubbish = [path.name for path in home.iterdir() if path.name not in {"data", "notes"}]
    if left != LEFT or generations != [built.name] or rubbish:
        return f"left behind: {left}, {generations}, {rubbish}"
    return _opened_wrong(data, shot_at, "changed", done=True)


def _names(papers: Sequence[Document]) -> tuple[str, ...]:
    return tuple(paper.identifier for paper in papers)


def _kept(place: Path, n: int, seed: int) -> Counted:
    """Kill a process that keeps records, so many times on one file; whatever it said to be kept has to be there."""
    file, faults = place / "kept" / "oordelen.jsonl", []
    said_kept: set[int] = set()
    context = multiprocessing.get_context("fork")
    for number in range(n):
        chance = Random(f"{seed}-kept-{number}")
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
    held = {record["number"] for record in Kept(file).records()}
    if lost := said_kept - held:
        faults.append(f"seed {seed}: {len(lost)} of {len(said_kept)} records that were kept are gone")
    broken = len([line for line in file.read_bytes().split(b"\n") if line]) - len(held)
    figures = f"{len(said_kept)} records, {broken} lines broken off and passed over"
    return Counted(
        promise="kills", what="writers of kept records that die", tried=n, faults=tuple(faults), figures=figures
    )


def _keep(file: Path, first: int, said: Connection) -> None:
    kept = Kept(file)
    for number in range(first, first + 1_000_000):
        kept.add({"number": number, "words": "woord " * 200}, typed="")
        said.send(number)


def _hindered(shot_at: Range, place: Path) -> Counted:
    """Builds that meet a disk without room, or may hold few files open, or whose clock was set back."""
    hindrances = {
        "no file handles": "import resource; resource.setrlimit(resource.RLIMIT_NOFILE, (12, 12))",
        "no room": "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))",
    }
    faults = []
    for name, hindrance in hindrances.items():
        data = Path(shutil.copytree(shot_at.old, place / name))
        program = f"{hindrance}; import sys; from ui.cli import main; sys.exit(main(sys.argv[1:]))"
        command = [sys.executable, "-c", program, "index", str(BUILTIN), "--data", str(data)]
        ran = subprocess.run(command, capture_output=True, cwd=ROOT, check=False)
        said = ran.stderr.decode("utf-8", "replace")
        if ran.returncode != 1 or "Traceback" in said or "(code" in said:
            faults.append(f"{name}: ended with {ran.returncode}: {said[-300:]!r}")
        if wrong := _opened_wrong(data, shot_at, "again"):
            faults.append(f"{name}: {wrong}")
    if wrong := _from_the_future(shot_at, place / "clock"):
        faults.append(f"clock set back: {wrong}")
    return Counted(
        promise="kills",
        what="no room, no file handles, clock set back",
        tried=len(hindrances) + 1,
        faults=tuple(faults),
    )


def _from_the_future(shot_at: Range, home: Path) -> str:
    """Build over an index that bears a later date than the clock shows."""
    data = home / "data"
    shutil.copytree(shot_at.old, data)
    root = data / "index"
    name, digest = (root / "current").read_text().split()
    later = f"2999{name[4:]}"
    (root / "generations" / name).rename(root / "generations" / later)
    (root / "current").write_text(f"{later} {digest}")
    return _opened_wrong(data, shot_at, "again") or _mended_wrong(data, home, shot_at)
