"""The program as a person runs it: in a process of its own, at home in a folder of its own."""

from __future__ import annotations

import atexit
import os
import queue
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import httpx

ROOT = Path(__file__).resolve().parents[2]
BUILTIN = ROOT / "corpus"
FULL = 100  # shots from which on a run is made at the built-in papers
LETTER = (
    "Onderwerp: Veerboot naar Vogelstad\n\nGeachte voorzitter,\n\nDe veerboot naar Vogelstad vaart dagelijks. "
    "De gemeente betaalt het leerlingenvervoer over het water: in 2023 waren dat 41 leerlingen.\n\n"
    "Er zijn 12 aanvragen voor een overtocht goedgekeurd en 3 afgewezen, omdat de haven toen dicht was.\n"
)
PATIENCE = 1_800  # seconds for one command, on a machine that is busy
UNFORESEEN = "(code"  # in the sentence of an error that nobody foresaw; a line may end behind it
# The command as a program, for what has to run before it in the same process.
COMMAND = """
import sys
from ui.cli import main
sys.exit(main(sys.argv[1:]))
"""
_ADDRESS = re.compile(r"http://\S+?:\d+")


def environment(home: Path) -> dict[str, str]:
    """The environment of somebody whose every folder lies under ``home``."""
    (home / "tmp").mkdir(parents=True, exist_ok=True)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PASSEND_")}
    return kept | {
        "HOME": str(home),
        "TMPDIR": str(home / "tmp"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
        "PYTHONPATH": str(ROOT),
        "PYTHONUNBUFFERED": "1",
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """How a command ended and what it wrote."""

    code: int
    out: bytes
    err: bytes

    @property
    def said(self) -> str:
        """All that it wrote."""
        return (self.out + self.err).decode("utf-8", "replace")

    def wrong(self, *codes: int) -> str:
        """What is wrong with how it ended: another code than these, or an error that nobody foresaw; or ""."""
        foreseen = "Traceback" not in self.said and UNFORESEEN not in self.said
        return "" if self.code in codes and foreseen else f"ended with {self.code}: {self.said[-300:]!r}"


def passend(
    home: Path, *arguments: str | bytes, given: bytes = b"", program: str = "", before: Sequence[str] = ()
) -> Ran:
    """Run one command to its end; ``given`` is typed into it.

    ``program`` stands in for the command itself, and ``before`` is a command that runs it.
    """
    whole = [*command(program, before), *arguments]
    done = subprocess.run(
        whole, input=given, capture_output=True, env=environment(home), cwd=home, timeout=PATIENCE, check=False
    )
    return Ran(code=done.returncode, out=done.stdout, err=done.stderr)


def command(program: str = "", before: Sequence[str] = ()) -> list[str]:
    """The command, or a program in Python that stands in for it, behind a command that runs it."""
    return [*before, sys.executable, *(["-c", program] if program else ["-m", "ui"])]


def apart(space: str) -> list[str]:
    """A command before a command that gives it a namespace of its own, as ``--net``; none where that is not allowed."""
    alone = ["unshare", "--map-root-user", space]
    if not shutil.which(alone[0]) or subprocess.run([*alone, "true"], capture_output=True, check=False).returncode:
        return []
    return alone


def indexed(home: Path, n: int) -> Path:
    """A data folder in somebody's home with an index, as the command makes it, to be shot at so many times."""
    return Path(shutil.copytree(_indexed(is_short(n)), home / "index"))


def papers(home: Path, *, short: bool) -> Path:
    """A folder in somebody's home with the papers that are indexed."""
    folder = home / "stukken"
    if not short:
        return Path(shutil.copytree(BUILTIN, folder))
    folder.mkdir()
    (folder / "brief.txt").write_text(LETTER, encoding="utf-8")
    return folder


def files(folder: Path) -> Iterator[Path]:
    """All that lies in a folder, however deep, but for folders; those that vanish meanwhile are passed over."""
    return (Path(place, name) for place, _, names in os.walk(folder) for name in names)


def is_short(n: int) -> bool:
    """Whether so many shots are a short run, as among the tests: to read the built-in papers takes longer than that."""
    return n < FULL


@cache
def _indexed(short: bool) -> Path:
    """The index that is copied: of the built-in papers, or for a short run of a letter of our own."""
    home = Path(tempfile.mkdtemp(prefix="passend-fire-"))
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    ran = passend(home, "index", str(papers(home, short=short)), "--data", str(home / "index"))
    if ran.code:
        raise RuntimeError(f"no index to shoot at: {ran.err!r}")
    return home / "index"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chat:
    """A chat that runs, with every folder that it may write to."""

    address: str
    process: subprocess.Popen[str]
    home: Path
    said: list[str]

    @property
    def config(self) -> dict[str, Any]:
        """What its page is made of."""
        told: dict[str, Any] = httpx.get(f"{self.address}/config", timeout=PATIENCE).json()
        return told

    def stop(self) -> None:
        """End it as a person does, with Ctrl+C."""
        self.process.send_signal(signal.SIGINT)
        self.process.wait(timeout=PATIENCE)


@contextmanager
def chat(home: Path, data: Path, *, program: str = "", before: Sequence[str] = (), **settings: str) -> Iterator[Chat]:
    """A chat over the index in ``data``, as long as the context lasts.

    ``program`` stands in for the command itself, ``before`` is a command that runs it, and settings are given by the
    names of their variables.
    """
    process = subprocess.Popen(
        [*command(program, before), "chat", "--no-browser", "--data", str(data)],
        env=environment(home) | settings,
        cwd=home,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        preexec_fn=_hear_interrupts,
    )
    said: list[str] = []
    lines: queue.Queue[str] = queue.Queue()
    listener = threading.Thread(target=_listen, args=(process, said, lines))
    listener.start()
    try:
        address = None
        while address is None:
            if not (line := lines.get(timeout=PATIENCE)):
                raise RuntimeError(f"the chat ended before it began: {said}")
            address = _ADDRESS.search(line)
        yield Chat(address=address[0], process=process, home=home, said=said)
    finally:
        process.kill()
        process.wait()
        listener.join()


def _hear_interrupts() -> None:
    """What runs in the background ignores Ctrl+C, and a child would inherit that."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def _listen(process: subprocess.Popen[str], said: list[str], lines: queue.Queue[str]) -> None:
    assert process.stdout is not None
    with process.stdout as output:
        for line in output:
            said.append(line)
            lines.put(line)
    lines.put("")  # nothing more will come
