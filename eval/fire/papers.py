"""Hostile files beside sound ones: time and memory are bounded, and the run goes on.

Each file is read with its structure in a process of its own that counts what it takes of the processor and of memory;
waiting for a busy machine does not count. A second part puts names, links and devices that mean harm beside one sound
paper, indexes the folder as a person does, and looks for what lies outside of it; a third does so with a file of each
kind. Damaged papers of every form are counted by ``python -m eval.fuzz``.
"""

from __future__ import annotations

import multiprocessing
import os
import resource
import tempfile
from collections import Counter
from multiprocessing.connection import Connection
from pathlib import Path

from eval.fire import house
from eval.fire.counted import Counted, Order
from eval.fire.hostile_files import KINDS, hostile
from eval.fuzz import GOOD, PLAINLY, READ, REFUSED, outcome_of
from eval.mutants import Mutant as File
from eval.scores import percentile

SECONDS = 120  # of the processor, for one file
MEGABYTES = 2_500  # of memory; the reader of one file may have 2,048, and what it read is held twice
WAIT = 1_800  # seconds on the clock after which a file counts as hanging, however busy the machine is
SOUND = "Geachte voorzitter,\n\nDe veerboot naar Vogelstad vaart dagelijks.\n"
SECRET = "kanariegeheim"


def fire(order: Order) -> list[Counted]:
    """One folder of names, links and devices, so many hostile files, and in a full run one of each kind together."""
    return [_folder(), _read(order), *([] if house.is_short(order.n) else [_together(order)])]


def _read(order: Order) -> Counted:
    outcomes: Counter[str] = Counter()
    seconds, megabytes = [0.0], [0.0]
    firing = order.firing("papers", "hostile files")
    for number in firing:
        file = hostile(number, order.seed)
        said, took, held = _apart(file)
        seconds.append(took)
        megabytes.append(held)
        outcomes[said if said in GOOD else "fault"] += 1
        if said not in GOOD:
            firing.hit(f"seed {order.seed}, {file.name}{file.extension}: {said}")
        elif took > SECONDS or held > MEGABYTES:
            firing.hit(f"seed {order.seed}, {file.name}{file.extension}: {took:.0f} s, {held:.0f} MB")
    times = f"p50 {percentile(seconds, 0.5):.1f}, p99 {percentile(seconds, 0.99):.1f}, at most {max(seconds):.0f}"
    return firing.counted(
        f"{outcomes[READ]} read, {outcomes[PLAINLY]} plainly, {outcomes[REFUSED]} refused; seconds of the processor "
        f"{times}; at most {max(megabytes):.0f} MB"
    )


def _apart(file: File) -> tuple[str, float, float]:
    """What became of a file, with the seconds and megabytes that it took."""
    near, far = multiprocessing.Pipe()
    process = multiprocessing.get_context("fork").Process(target=_serve, args=(file, far), daemon=True)
    process.start()
    far.close()
    try:
        if near.poll(WAIT):
            said, took, held = near.recv()
            return str(said), float(took), float(held)
        return "hang", float(WAIT), 0.0
    except EOFError:
        process.join()
        return f"the process died: {process.exitcode}", 0.0, 0.0
    finally:
        process.kill()
        process.join()


def _serve(file: File, said: Connection) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    outcome = outcome_of(file.extension, file.data)
    used = resource.getrusage(resource.RUSAGE_SELF)
    said.send((outcome, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024))


def _together(order: Order) -> Counted:
    """Index one file of each kind beside a sound paper, as a person does, and ask about it."""
    faults = []
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    with tempfile.TemporaryDirectory(prefix="passend-fire-") as place:
        home, folder = Path(place), Path(place, "stukken")
        folder.mkdir()
        (folder / "brief.txt").write_text(SOUND, encoding="utf-8")
        for number in range(len(KINDS)):
            file = hostile(number, order.seed)
            (folder / f"{number}{file.extension}").write_bytes(file.data)
        asked = ("ask", "Hoe vaak vaart de veerboot naar Vogelstad?")
        for arguments in (("index", str(folder)), asked):
            ran = house.passend(home, *arguments, "--data", str(home / "index"))
            if wrong := ran.wrong(0):
                faults.append(f"{arguments[0]} {wrong}")
        if not faults and "dagelijks" not in ran.said:
            faults.append(f"the sound paper does not answer: {ran.said[:300]!r}")
    took = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
    what, figures = "one of each kind, indexed and asked about", f"{took:.0f} s of the processor"
    return Counted(promise="papers", what=what, tried=len(KINDS), faults=tuple(faults), figures=figures)


def _folder() -> Counted:
    """Index a folder of names, links and devices, with a secret beside it."""
    faults = []
    with tempfile.TemporaryDirectory(prefix="passend-fire-") as place:
        home, folder = Path(place), Path(place, "stukken")
        folder.mkdir()
        Path(place, "geheim.txt").write_text(f"{SECRET} {SOUND}", encoding="utf-8")
        _plant(folder, home)
        planted = len(list(folder.iterdir()))
        ran = house.passend(home, "index", str(folder), "--data", str(home / "index"))
        if wrong := ran.wrong(0):
            faults.append(f"the run {wrong}")
        if "\x1b" in ran.said:
            faults.append("a name writes to the terminal what a terminal obeys")
        if _holding(home / "index", SECRET.encode()):
            faults.append("what lies outside of the folder is in the index")
        if not _holding(home / "index", b"veerboot"):
            faults.append("the sound paper is not in the index")
    what = "names, links, loops and devices in one folder"
    return Counted(promise="papers", what=what, tried=planted, faults=tuple(faults))


def _plant(folder: Path, home: Path) -> None:
    for name in (
        "brief.txt",
        "..\\..\\brief.txt",
        "-rf.txt",
        "a\nb.txt",
        "\x1b[2J\x1b]0;x\x07.txt",
        "CON.txt",
        "‮gnp.txt",
    ):
        (folder / name).write_text(f"{SOUND}{name!r}\n", encoding="utf-8")
    (folder / f"{'lang' * 60}.txt").write_text(SOUND, encoding="utf-8")
    (folder / "koppeling.txt").symlink_to(home / "geheim.txt")
    (folder / "klim.txt").symlink_to("../geheim.txt")
    (folder / "zelf.txt").symlink_to("zelf.txt")
    (folder / "rond").symlink_to(folder, target_is_directory=True)
    (folder / "boven").symlink_to(home, target_is_directory=True)
    (folder / "nul.txt").symlink_to("/dev/zero")
    (folder / "proces.txt").symlink_to("/proc/self/environ")
    os.mkfifo(folder / "pijp.txt")
    with (folder / "leeg van binnen.txt").open("wb") as sparse:
        sparse.truncate(20 * 1024**3)


def _holding(folder: Path, words: bytes) -> bool:
    return any(words in path.read_bytes() for path in folder.rglob("*.json*") if path.is_file())
