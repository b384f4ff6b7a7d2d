"""Nothing that a person types is found afterwards: not on the disk, not in a log, not in a temporary file."""

import os
import queue
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from eval.load import Ended, crowd

CANARIES = 200
AT_ONCE = 10
PAPERS = Path(__file__).parents[1] / "data" / "papers"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chat:
    """A chat in a process of its own, with every folder that it may write to."""

    address: str
    process: subprocess.Popen[str]
    home: Path
    said: list[str]

    def stop(self) -> None:
        """End it as a person does, with Ctrl+C."""
        self.process.send_signal(signal.SIGINT)
        self.process.wait(timeout=60)


@pytest.fixture
def chat(tmp_path: Path, indexed: Path) -> Iterator[Chat]:
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    environment = os.environ | {
        "HOME": str(tmp_path),
        "TMPDIR": str(temporary),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "PYTHONUNBUFFERED": "1",
    }
    command = [sys.executable, "-m", "ui", "chat", "--no-browser", "--data", str(indexed)]
    process = subprocess.Popen(
        command,
        env=environment,
        cwd=tmp_path,
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
            address = re.search(r"http://\S+?:\d+", lines.get(timeout=120))
        yield Chat(address=address[0], process=process, home=tmp_path, said=said)
    finally:
        process.kill()
        process.wait()
        listener.join()


def _hear_interrupts() -> None:
    """Tests that run in the background ignore Ctrl+C, and a child would inherit that."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def _listen(process: subprocess.Popen[str], said: list[str], lines: queue.Queue[str]) -> None:
    assert process.stdout is not None
    with process.stdout as output:
        for line in output:
            said.append(line)
            lines.put(line)


def found(canary: bytes, folders: list[Path]) -> list[Path]:
    """The files that hold these bytes, in their name or in their contents."""
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return [path for path in files if canary in os.fsencode(path.name) or canary in path.read_bytes()]


def test_no_word_of_two_hundred_questions_is_left_behind(chat: Chat, indexed: Path) -> None:
    questions = [f"Hoeveel aanvragen deed kanarie{number:03} uit Vogelstad?" for number in range(CANARIES)]
    for first in range(0, CANARIES, AT_ONCE):
        visits = crowd(chat.address, questions[first : first + AT_ONCE], AT_ONCE)
        assert [visit.ended for visit in visits] == [Ended.ANSWERED] * AT_ONCE
    folders = [chat.home, indexed]
    assert found(b"kanarie", folders) == [], "while it runs"
    chat.stop()
    assert found(b"kanarie", folders) == [], "after it has stopped"
    assert not [line for line in chat.said if "kanarie" in line]


def test_a_canary_that_was_left_would_be_found(tmp_path: Path) -> None:
    (tmp_path / "log").mkdir()
    (tmp_path / "log" / "vragen.txt").write_text("een kanarie", encoding="utf-8")
    (tmp_path / "kanarie.txt").touch()
    assert len(found(b"kanarie", [tmp_path])) == 2
