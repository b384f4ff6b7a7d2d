"""Many people at once: all at one moment, one after the other by chance, slow readers and those who hang up.

Figures of a machine that does something else besides are not worth much: run this one alone.
"""

from __future__ import annotations

import tempfile
import threading
import time
import uuid
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from itertools import cycle, islice
from pathlib import Path
from random import Random

import httpx

from eval.fire import house
from eval.fire.counted import Counted
from eval.items import load
from eval.load import SETS, Ended, Event, Visit, crowd, event_of, joining, memory, visit
from eval.scores import percentile

SIZES = (10, 50, 200, 1_000)  # people at one moment, as far as n allows
RATE = 20.0  # people a second who come one after the other
SLOW = 0.02  # seconds that a slow reader rests after each line of an answer
WAITING = "1000"  # how many may wait; the default turns most of a large crowd away


def fire(n: int, seed: int) -> list[Counted]:
    """Crowds of up to ``n`` people; then ``n`` one after the other, beside slow readers and those who hang up."""
    questions = [item.question for item in load(SETS / "builtin.jsonl")]
    counted = []
    with tempfile.TemporaryDirectory(prefix="passend-fire-") as place:
        data = house.indexed(home := Path(place), n)
        papers = house.papers(home, short=house.is_short(n))
        (papers / "nieuw.txt").write_text(house.LETTER.replace("2023", "2024"), encoding="utf-8")
        with house.chat(home, data, PASSEND_WAITING=WAITING) as chat:
            crowd(chat.address, questions, 1)
            before = memory(chat.process.pid)
            for people in [size for size in SIZES if size < n] + [n]:
                began = time.perf_counter()
                visits = crowd(chat.address, questions, people)
                counted.append(_counted(f"{people} at one moment", visits, time.perf_counter() - began))
            with _disturbed(chat, questions), ThreadPoolExecutor(1) as builder:
                built = builder.submit(house.passend, home, "index", str(papers), "--data", str(data))
                began = time.perf_counter()
                visits = _one_by_one(chat, questions, n, seed)
                seconds = time.perf_counter() - began
                code = built.result().code
            what = f"{n} at {RATE:.0f} a second, beside slow readers, cut connections and a build"
            counted.append(_counted(what, visits, seconds, "" if code == 0 else f"the build ended with {code}"))
            grown = memory(chat.process.pid) - before
    figures = f"{before:.0f} MB before, {grown:+.0f} MB after"
    return [*counted, Counted(promise="load", what="memory of the chat", tried=1, figures=figures)]


def _counted(what: str, visits: Sequence[Visit], seconds: float, fault: str = "") -> Counted:
    ended = Counter(one.ended for one in visits)
    waited = [one.seconds for one in visits if one.ended is Ended.ANSWERED] or [0.0]
    p50, p95, p99 = (percentile(waited, share) for share in (0.5, 0.95, 0.99))
    figures = (
        f"p50 {p50:.2f}, p95 {p95:.2f}, p99 {p99:.2f} s; {ended[Ended.ANSWERED] / seconds:.0f} answers a second; "
        f"{ended[Ended.BUSY]} told busy"
    )
    faults = [f"{ended[Ended.FAILED]} failed"] if ended[Ended.FAILED] else []
    faults += [fault] if fault else []
    return Counted(promise="load", what=what, tried=len(visits), faults=tuple(faults), figures=figures)


def _one_by_one(chat: house.Chat, questions: Sequence[str], people: int, seed: int) -> list[Visit]:
    """People who come when they come, whether those before them are done or not."""
    chance = Random(seed)
    event = event_of(httpx.get(f"{chat.address}/config", timeout=house.PATIENCE).json())
    with ThreadPoolExecutor(people) as pool:
        coming = []
        for question in islice(cycle(questions), people):
            coming.append(pool.submit(visit, chat.address, event, question, threading.Barrier(1)))
            time.sleep(chance.expovariate(RATE))
        return [one.result() for one in coming]


@contextmanager
def _disturbed(chat: house.Chat, questions: Sequence[str]) -> Iterator[None]:
    """As long as the context lasts, somebody reads slowly and somebody asks and hangs up at once."""
    event = event_of(httpx.get(f"{chat.address}/config", timeout=house.PATIENCE).json())
    over = threading.Event()

    def disturb(rest: float) -> None:
        for question in cycle(questions):
            if over.is_set():
                return
            with suppress(httpx.HTTPError):
                _ask_badly(chat.address, event, question, rest)

    threads = [threading.Thread(target=disturb, args=(rest,)) for rest in (SLOW, 0.0)]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        over.set()
        for thread in threads:
            thread.join()


def _ask_badly(address: str, event: Event, question: str, rest: float) -> None:
    session = uuid.uuid4().hex
    with httpx.Client(base_url=f"{address}/gradio_api", timeout=house.PATIENCE) as client:
        client.post("/queue/join", json=joining(event, question, session))
        with client.stream("GET", "/queue/data", params={"session_hash": session}) as events:
            for line in events.iter_lines():
                if not rest or "process_completed" in line:
                    return
                time.sleep(rest)
