"""New indexes under load: ``python -m eval.swaps [--builds 20] [--people 3] [--papers FOLDER] [--ray ADDRESS]``.

Starts a chat of its own and commits a new index every few seconds, each with another number in one letter. All the
while people ask through the page, other programs through the API, and readers open papers. Shown are requests and
failures; answers that are older than the index that was served when they were asked for; how long it takes after a
commit until the new index is served; and the memory of the chat along the way. With ``--ray`` two replicas answer; an
index is served then when both serve it, and the memory is that of the process that started them. Linux only.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from eval.items import load
from eval.load import PATIENCE, SETS, Ended, event_of, memory, visit
from eval.scores import percentile
from index import embedder
from index.generation import build
from ingest.reading import one_reading, read_files

BUILTIN = Path(__file__).resolve().parent.parent / "corpus"
QUESTION = "Hoe vaak per dag vaart de veerboot naar het eiland?"
LETTER = """Geachte voorzitter,

Met deze brief vertel ik uw Kamer hoe het staat met de veerboot.

De veerboot naar het eiland vaart {times} keer per dag. De gemeente betaalt de haven.

De Minister van Vervoer,
A.B. Proef
"""
TIMES = re.compile(r"vaart (\d+) keer")
PAUSE = 1.1  # seconds between two requests of one address to the API, which lets sixty a minute pass
LOOK = 0.05  # seconds between two looks at which index is served
REPLICAS = 2
SURE = 20  # visitors in a row who are served the new index before both replicas are believed to serve it


@dataclass(slots=True)
class Watched:
    """What was seen while indexes came and went; shared by all threads."""

    served: int = 0  # the number that the letter of the index has that is known to be served
    requests: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)
    outdated: int = 0  # answers from an index older than the one that was served when they were asked for
    seconds: list[float] = field(default_factory=list)  # of each request
    done: threading.Event = field(default_factory=threading.Event)

    def repeat(self, way: str, ask: Callable[[], str], pause: float = 0.0) -> None:
        """Ask again and again until all is done; ``ask`` gives what went wrong, or ""."""
        while not self.done.wait(pause):
            began = time.perf_counter()
            try:
                wrong = ask()
            except httpx.HTTPError as error:
                wrong = repr(error)
            self.seconds.append(time.perf_counter() - began)
            self.requests[way] += 1
            if wrong:
                self.failures.append(f"{way}: {wrong}")


class Builder:
    """Commits index after index of some papers and a letter that says another number each time."""

    def __init__(self, folders: Sequence[Path], work: Path) -> None:
        self.data = work / "data"
        self._letters = work / "letters"
        self._letters.mkdir()
        self._read = [read_files(folder) for folder in folders]
        self._embedder = embedder.load()

    def commit(self, times: int) -> str:
        """Make the next index; gives its name."""
        (self._letters / "veerboot.txt").write_text(LETTER.format(times=times), encoding="utf-8")
        reading = one_reading([*self._read, read_files(self._letters)])
        return build(reading.documents, self.data, embedder=self._embedder).name


@contextmanager
def chat(data: Path, port: int, ray: str | None = None) -> Iterator[tuple[str, int]]:
    """A chat over a data folder, by replicas on a Ray cluster if one is named; gives its address and its process."""
    command = [sys.executable, "-m", "ui", "chat", "--no-browser", "--port", str(port), "--data", str(data)]
    command += ["--ray", ray, "--replicas", str(REPLICAS)] if ray else []
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        address = f"http://127.0.0.1:{port}"
        try:
            while process.poll() is None:
                try:
                    httpx.get(f"{address}/stand", timeout=PATIENCE).raise_for_status()
                    break
                except httpx.HTTPError:
                    time.sleep(0.2)
            yield address, process.pid
        finally:
            process.terminate()  # a program that was started in the background hears no Ctrl+C


def through_page(address: str, questions: Sequence[str]) -> Callable[[], str]:
    """Asks one question after the other as a browser does."""
    event = event_of(httpx.get(f"{address}/config", timeout=PATIENCE).json())
    number = iter(range(sys.maxsize))

    def ask() -> str:
        ended = visit(address, event, questions[next(number) % len(questions)], threading.Barrier(1)).ended
        return "" if ended is Ended.ANSWERED else ended.value

    return ask


def through_api(address: str, watched: Watched, number: int) -> Callable[[], str]:
    """Asks what the letter says, from an address of its own, and holds it against what is served."""
    client = httpx.Client(
        base_url=address, timeout=PATIENCE, transport=httpx.HTTPTransport(local_address=f"127.0.0.{number}")
    )

    def ask() -> str:
        served = watched.served
        answer = client.post("/api/vraag", json={"question": QUESTION})
        told = TIMES.search(json.dumps(answer.json(), ensure_ascii=False))
        if answer.status_code != 200 or not told:
            return f"{answer.status_code} {answer.text[:200]}"
        watched.outdated += int(told[1]) < served
        return ""

    return ask


def through_viewer(address: str) -> Callable[[], str]:
    """Opens a paper that every index holds."""
    papers = httpx.get(f"{address}/api/stukken", timeout=PATIENCE).json()
    stays = next(one["document"] for one in papers if not one["document"].startswith("bestand-"))

    def ask() -> str:
        answer = httpx.get(f"{address}/stuk/{stays}", timeout=PATIENCE)
        return "" if answer.status_code == 200 else str(answer.status_code)

    return ask


def served_after(address: str, name: str, sure: int) -> float:
    """Seconds until so many visitors in a row are served an index."""
    began, seen = time.perf_counter(), 0
    while seen < sure:
        newest = httpx.get(f"{address}/stand", timeout=PATIENCE).json()["index"] == name
        seen = seen + 1 if newest else 0
        if not newest:
            time.sleep(LOOK)
    return time.perf_counter() - began


def main(arguments: Sequence[str] | None = None) -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(prog="python -m eval.swaps", description=__doc__)
    parser.add_argument("--builds", type=int, default=20)
    parser.add_argument("--every", type=float, default=3.0, help="seconds from one commit to the next, at least")
    parser.add_argument("--people", type=int, default=3, help="through the page; as many through the API")
    parser.add_argument("--papers", type=Path, action="append", default=[], help="papers beside the built-in ones")
    parser.add_argument("--port", type=int, default=8190)
    parser.add_argument("--ray", metavar="ADDRESS", help="let two replicas answer, on this Ray cluster or 'local'")
    given = parser.parse_args(arguments)
    questions = [item.question for item in load(SETS / "builtin.jsonl")]
    watched, delays = Watched(served=1), []
    with tempfile.TemporaryDirectory(prefix="passend-eval-") as work:
        builder = Builder([BUILTIN, *given.papers], Path(work))
        builder.commit(1)
        with chat(builder.data, given.port, given.ray) as (address, process):
            asking = [("page", through_page(address, questions[one:]), 0.0) for one in range(given.people)]
            asking += [("API", through_api(address, watched, 2 + one), PAUSE) for one in range(given.people)]
            asking += [("viewer", through_viewer(address), 0.5)]
            threads = [threading.Thread(target=watched.repeat, args=each, daemon=True) for each in asking]
            for thread in threads:
                thread.start()
            sys.stdout.write("| indexes | resident MB of the chat |\n| --- | --- |\n")
            for times in range(2, given.builds + 2):
                began = time.perf_counter()
                delays.append(served_after(address, builder.commit(times), SURE if given.ray else 1))
                watched.served = times
                if times - 1 in {1, given.builds // 4, given.builds // 2, given.builds}:
                    sys.stdout.write(f"| {times - 1} | {memory(process):.0f} |\n")
                    sys.stdout.flush()
                time.sleep(max(0.0, given.every - (time.perf_counter() - began)))
            watched.done.set()
            for thread in threads:
                thread.join()
    sys.stdout.write(_told(watched, delays))
    return 1 if watched.failures or watched.outdated else 0


def _told(watched: Watched, delays: Sequence[float]) -> str:
    requests = ", ".join(f"{number} {way}" for way, number in sorted(watched.requests.items()))
    lines = [
        f"requests: {watched.requests.total()} ({requests}); failed: {len(watched.failures)}",
        f"answers older than the index that was served: {watched.outdated}",
        f"seconds of a request: {_spread(watched.seconds)}",
        f"seconds from commit to served: {_spread(delays)}",
        *watched.failures[:5],
    ]
    return "\n".join(lines) + "\n"


def _spread(seconds: Sequence[float]) -> str:
    return f"p50 {percentile(seconds, 0.5):.2f}, p95 {percentile(seconds, 0.95):.2f}, longest {max(seconds):.2f}"


if __name__ == "__main__":
    sys.exit(main())
