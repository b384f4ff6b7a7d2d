"""Folders that are followed: files wait until they lie still, faults are told, and it stops when it is told to."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import IndexBusy
from ingest.reading import read_files
from tests.ui.conftest import Passend
from ui import messages
from ui.watching import Settling, State, follow, states

LETTER = "Geachte voorzitter,\n\nDe veerboot vaart elke dag.\n"
A, B = Path("a.txt"), Path("b.txt")


def state(number: int) -> State:
    return number, 0, 0


def test_a_file_is_busy_until_it_was_the_same_for_long_enough() -> None:
    settling = Settling(quiet=2)
    assert settling.look({A: state(1)}, 0) == {A}
    assert settling.look({A: state(2), B: state(1)}, 1) == {A, B}
    assert settling.look({A: state(2), B: state(2)}, 3) == {B}
    assert settling.look({A: state(2), B: state(2)}, 5) == set()


def test_a_file_that_went_is_busy_for_as_long_and_then_forgotten() -> None:
    settling = Settling(quiet=2)
    settling.look({A: state(1)}, 0)
    assert settling.look({}, 10) == {A}
    assert settling.look({A: state(1)}, 11) == {A}  # replaced: gone for a moment
    assert settling.look({}, 20) == {A}
    assert settling.look({}, 22) == set()
    assert settling.look({A: state(1)}, 30) == {A}


@given(st.lists(st.integers(0, 2), min_size=1, max_size=20))
def test_what_lies_still_was_the_same_at_every_look_of_the_last_seconds(sizes: list[int]) -> None:
    settling = Settling(quiet=3)
    for now, size in enumerate(sizes):
        busy = settling.look({A: state(size)}, now)
        assert (A not in busy) == (now >= 3 and len(set(sizes[now - 3 : now + 1])) == 1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "stukken"
    made.mkdir()
    (made / "een.txt").write_text(LETTER, encoding="utf-8")
    return made


class Followed:
    """A folder that is followed in a thread; ``built`` holds what each build read, by name."""

    def __init__(self, folder: Path, fails: Callable[[int], Exception | None] = lambda _: None) -> None:
        self.built: list[set[str]] = []
        self.told: list[str] = []
        self.tries = 0
        self._happened = threading.Condition()
        self._stop = threading.Event()
        self._folder, self._fails = folder, fails
        self._thread = threading.Thread(target=self._run)

    def _run(self) -> None:
        follow([self._folder], self._build, self.told.append, stop=self._stop, quiet=0.4)

    def _build(self, passed_over: Collection[Path]) -> None:
        self.tries += 1
        if error := self._fails(self.tries):
            raise error
        read = read_files(self._folder, passed_over=passed_over)
        with self._happened:
            self.built.append({one.source.file for one in read.documents})
            self._happened.notify_all()

    def wait_for(self, files: set[str]) -> None:
        with self._happened:
            assert self._happened.wait_for(lambda: self.built and self.built[-1] == files, timeout=120), self.built

    def __enter__(self) -> "Followed":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()


def test_what_is_put_in_changed_and_taken_away_is_built(folder: Path) -> None:
    with Followed(folder) as followed:
        followed.wait_for({"een.txt"})
        (folder / "diep").mkdir()
        (folder / "diep" / "twee.txt").write_text(LETTER.replace("elke", "iedere"), encoding="utf-8")
        followed.wait_for({"een.txt", "diep/twee.txt"})
        (folder / "een.txt").unlink()
        followed.wait_for({"diep/twee.txt"})
    assert followed.told == [
        f"Ik volg {folder}. Stop met Ctrl+C.",
        f"Ik wacht tot {folder / 'een.txt'} niet meer verandert.",
    ]


def test_a_file_that_is_half_written_waits_and_holds_nobody_up(folder: Path) -> None:
    half = folder / "half.txt"
    stop = threading.Event()

    def write() -> None:
        with half.open("w", encoding="utf-8") as file:
            while not stop.wait(0.05):
                file.write(LETTER)
                file.flush()

    writer = threading.Thread(target=write)
    with Followed(folder) as followed:
        followed.wait_for({"een.txt"})
        writer.start()
        (folder / "twee.txt").write_text(LETTER.replace("elke", "iedere"), encoding="utf-8")
        followed.wait_for({"een.txt", "twee.txt"})
        stop.set()
        writer.join()
        followed.wait_for({"een.txt", "half.txt", "twee.txt"})
    assert not any("half.txt" in built for built in followed.built[:-1])


def test_a_build_that_fails_is_told_and_tried_again(folder: Path) -> None:
    busy = IndexBusy("another process")
    with Followed(folder, lambda tries: busy if tries == 1 else None) as followed:
        while followed.tries < 1:
            threading.Event().wait(0.05)
        (folder / "twee.txt").write_text(LETTER.replace("elke", "iedere"), encoding="utf-8")
        followed.wait_for({"een.txt", "twee.txt"})
    assert followed.told[1:] == [messages.explain(busy)]


def test_a_change_of_what_corpus_toml_says_counts(folder: Path) -> None:
    before = states([folder])
    (folder / "corpus.toml").write_text("", encoding="utf-8")
    (folder / ".verborgen").write_text("", encoding="utf-8")
    assert states([folder]).keys() - before.keys() == {folder / "corpus.toml"}


def test_what_cannot_be_followed_is_told(passend: Passend, folder: Path, tmp_path: Path) -> None:
    ran = passend("watch", tmp_path / "nergens", "--data", tmp_path / "data")
    assert (ran.code, ran.err) == (1, f"De map {tmp_path / 'nergens'} bestaat niet of is geen map.\n")
    ran = passend("watch", folder, "--data", folder / "data")
    assert ran.code == 1 and "dat ligt in de map" in ran.err


@pytest.fixture
def watching(folder: Path, tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "ui", "watch", str(folder), "--data", str(tmp_path / "data")]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=dict(os.environ)
    ) as run:
        yield run
        run.kill()


def test_the_command_tells_what_it_took_in_and_stops_cleanly(
    watching: "subprocess.Popen[str]", folder: Path, passend: Passend, tmp_path: Path
) -> None:
    assert watching.stdout and watching.stderr
    assert "uur: 1 stuk nieuw." in watching.stdout.readline()
    (folder / "twee.txt").write_text(LETTER.replace("elke", "iedere"), encoding="utf-8")
    assert "uur: 1 stuk nieuw, 1 ongewijzigd." in watching.stdout.readline()
    (folder / "leeg.txt").write_text("", encoding="utf-8")
    lines = iter(watching.stderr.readline, "")
    assert any(line == "Overgeslagen: leeg.txt: het bestand is leeg\n" for line in lines)
    watching.send_signal(signal.SIGTERM)
    assert watching.wait(timeout=120) == 0
    assert watching.stderr.read().endswith("De map wordt niet meer gevolgd. De zoekindex blijft zoals hij is.\n")
    assert "Ik ken 2 stukken" in passend("status", "--data", tmp_path / "data").out
