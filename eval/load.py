"""Many people at once: ``python -m eval.load [--address URL] [--people 50] [--people 200] [--process ID]``.

Speaks to a chat that runs (``passend chat``) as the browser does: a question joins the queue, the answer
arrives as events. Every person asks one question of the built-in set, all of them at the same moment.
With ``--process ID`` the memory of the chat is read before and after (Linux).
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import threading
import time
import uuid
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import httpx

from eval.items import load
from eval.scores import percentile

SETS = Path(__file__).parent / "sets"
PATIENCE = 180.0  # seconds without any event after which a person gives up
MARK = "passend-bezoek"  # the cookie that tells to which replica a visitor belongs
BUTTON = "stel"  # the element id of the button that asks
BOX = "textbox"  # the kind of component that holds what a person types


class Ended(StrEnum):
    """How it ended for one person."""

    ANSWERED = "answered"
    BUSY = "told that it is too busy"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One person's question."""

    ended: Ended
    seconds: float  # from asking until the last event


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that a person does on a page and that the server answers."""

    number: int  # that Gradio gave to it
    inputs: tuple[dict[str, Any], ...]  # the components that are sent along, as the page describes them

    def given(self, words: str) -> list[Any]:
        """What is sent along by a person who typed these words and left all else as it was."""
        return [words if one["type"] == BOX else one["props"].get("value") for one in self.inputs]


def events_of(config: dict[str, Any]) -> Iterator[tuple[Event, list[list[Any]]]]:
    """Every event that the server answers, with what sets it off: numbers of components, and what happens to them."""
    components = {one["id"]: one for one in config["components"]}
    for event in config["dependencies"]:
        if event["backend_fn"]:
            inputs = tuple(components[number] for number in event["inputs"])
            yield Event(number=event["id"], inputs=inputs), event["targets"]


def typed_in(config: dict[str, Any]) -> list[Event]:
    """Every event that is sent along with words that a person types."""
    return [event for event, _ in events_of(config) if any(one["type"] == BOX for one in event.inputs)]


def event_of(config: dict[str, Any], button: str = BUTTON) -> Event:
    """The click on a button.

    Args:
        config: What ``/config`` of a Gradio page holds.
        button: Element id.

    Raises:
        LookupError: The page has no such button.
    """
    component = next((one["id"] for one in config["components"] if one["props"].get("elem_id") == button), None)
    for event, targets in events_of(config):
        if [component, "click"] in targets:
            return event
    raise LookupError(f"no button {button!r} on the page")


def joining(event: Event, words: str, session: str) -> dict[str, Any]:
    """What a page sends to the queue for a person who typed these words."""
    return {"data": event.given(words), "fn_index": event.number, "session_hash": session}


def visit(address: str, event: Event, question: str, gate: threading.Barrier) -> Visit:
    """Ask one question as a page of its own, once everybody is at the door."""
    session = uuid.uuid4().hex
    with _visitor(address, session) as client:
        gate.wait()
        began = time.perf_counter()
        try:
            joined = client.post("/queue/join", json=joining(event, question, session))
            ended = Ended.BUSY if joined.status_code == 429 else _outcome(client, session)
        except httpx.HTTPError:
            ended = Ended.FAILED
        return Visit(ended=ended, seconds=time.perf_counter() - began)


def _visitor(address: str, session: str) -> httpx.Client:
    """A browser with the mark that it got with the page, where several replicas answer behind one address."""
    return httpx.Client(base_url=f"{address}/gradio_api", timeout=PATIENCE, cookies={MARK: session})


def _outcome(client: httpx.Client, session: str) -> Ended:
    message = _last(client, session)
    return _read(message) if message else Ended.FAILED


def _last(client: httpx.Client, session: str) -> dict[str, Any] | None:
    """The message that ends an event; None if the stream ends without one."""
    with client.stream("GET", "/queue/data", params={"session_hash": session}) as events:
        for line in lines_of(events):
            if line.startswith(b"data:"):
                message: dict[str, Any] = json.loads(line.removeprefix(b"data:"))
                if message["msg"] == "process_completed":
                    return message
    return None


def lines_of(events: httpx.Response) -> Iterator[bytes]:
    """The lines of a stream of events, as a browser parts them: words may hold other signs that end a line."""
    rest = b""
    for piece in events.iter_bytes():
        *whole, rest = (rest + piece).split(b"\n")
        yield from whole


def told(address: str, event: Event, words: str) -> list[Any]:
    """What the page gets back for an event of a person who typed these words; nothing if it failed."""
    session = uuid.uuid4().hex
    with _visitor(address, session) as client:
        client.post("/queue/join", json=joining(event, words, session))
        message = _last(client, session) or {"output": {}}
        found: list[Any] = message["output"].get("data", [])
        return found


def _read(message: dict[str, Any]) -> Ended:
    if not message["success"]:
        return Ended.FAILED
    return Ended.BUSY if "te druk" in json.dumps(message["output"], ensure_ascii=False) else Ended.ANSWERED


def crowd(address: str, questions: Sequence[str], people: int) -> list[Visit]:
    """So many people who ask at the same moment."""
    event = event_of(httpx.get(f"{address}/config", timeout=PATIENCE).json())
    gate = threading.Barrier(people)
    asked = [questions[number % len(questions)] for number in range(people)]
    with ThreadPoolExecutor(people) as pool:
        return list(pool.map(lambda question: visit(address, event, question, gate), asked))


def row(visits: Sequence[Visit]) -> str:
    """One line of the table."""
    ended = Counter(one.ended for one in visits)
    waited = [one.seconds for one in visits if one.ended is Ended.ANSWERED] or [0.0]
    counted = " | ".join(str(ended[how]) for how in Ended)
    return f"| {len(visits)} | {counted} | {percentile(waited, 0.5):.1f} | {percentile(waited, 0.95):.1f} |"


def memory(process: int) -> float:
    """Resident memory of a process, in MB (Linux)."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmRSS")).split()[1]) / 1024


def processor(process: int) -> float:
    """Seconds of the processor that a process has taken, all its threads together (Linux)."""
    cells = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(cells[11]) + int(cells[12])) / os.sysconf("SC_CLK_TCK")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--address", default="http://127.0.0.1:7860")
    parser.add_argument("--people", type=int, action="append", help="may be given more often; 50 and 200 without")
    parser.add_argument("--rounds", type=int, default=1, help="how often each crowd comes")
    parser.add_argument("--questions", type=Path, default=SETS / "builtin.jsonl")
    parser.add_argument("--process", type=int, help="number of the process of the chat")
    given = parser.parse_args(arguments)
    questions = [item.question for item in load(given.questions)]
    if given.process:
        sys.stdout.write(f"memory before: {memory(given.process):.0f} MB" + "\n")
    sys.stdout.write(f"| people | {' | '.join(Ended)} | seconds p50 | p95 |\n|{' --- |' * 6}" + "\n")
    failed = 0
    for people in given.people or [50, 200]:
        visits = [one for _ in range(given.rounds) for one in crowd(given.address, questions, people)]
        sys.stdout.write(row(visits) + "\n")
        failed += sum(one.ended is Ended.FAILED for one in visits)
    if given.process:
        sys.stdout.write(f"memory after: {memory(given.process):.0f} MB" + "\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
