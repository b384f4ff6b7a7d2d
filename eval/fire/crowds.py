"""Many people at once: all at one moment, one after the other by chance, slow readers and those who hang up.

Figures of a machine that does something else besides are not worth much: run this one alone.
"""

from __future__ import annotations

import tempfile
import threading
import time
import uuid
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, nullcontext, suppress
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from random import Random

import httpx

from eval.fire import house
from eval.fire.counted import Counted, Order
from eval.items import load
from eval.load import SETS, Ended, Event, Visit, crowd, event_of, joining, lines_of, memory, processor, visit
from eval.scores import percentile

SIZES = (10, 50, 200, 1_000)  # people at one moment, as far as n allows
RATE = 20.0  # people a second who come one after the other
SLOW = 0.02  # seconds that a slow reader rests after each line of an answer
WAITING = "1000"  # how many may wait; the default turns most of a large crowd away


def fire(order: Order) -> list[Counted]:
    """Crowds of up to ``n`` people; then ``n`` one after the other, beside slow readers and those who hang up."""
    n, seed = order.n, order.seed
    questions = [item.question for item in load(SETS / "builtin.jsonl")]
    with tempfile.TemporaryDirectory(prefix="passend-fire-") as place:
        data = house.indexed(home := Path(place), n)
        with house.chat(home, data, PASSEND_WAITING=WAITING) as chat:
            crowd(chat.address, questions, 1)
            before = memory(chat.process.pid)
            counted = [
                _counted(f"{people} at one moment", chat, partial(crowd, chat.address, questions, people))
                for people in [*(size for size in SIZES if size < n), n]
            ]
            what = f"{n} at {RATE:.0f} a second, beside slow readers and cut connections"
            with _disturbed(chat, questions), nullcontext() if house.is_short(n) else _building(home, data) as built:
                counted.append(_counted(what, chat, partial(_one_by_one, chat, questions, n, seed)))
            if built:
                ran = built.result()
                wrong = ran.wrong(0)
                faults = (wrong,) if wrong else ()
                counted.append(Counted(promise="load", what="a build meanwhile", tried=1, faults=faults))
            grown = memory(chat.process.pid) - before
    figures = f"{before:.0f} MB before, {grown:+.0f} MB after"
    return [*counted, Counted(promise="load", what="memory of the chat", tried=1, figures=figures)]


@contextmanager
def _building(home: Path, data: Path) -> Iterator[Future[house.Ran]]:
    """As long as the context lasts, and until it is done, an index is built of one paper more."""
    papers = house.papers(home, short=False)
    (papers / "nieuw.txt").write_text(house.LETTER, encoding="utf-8")
    with ThreadPoolExecutor(1) as builder:
        yield builder.submit(house.passend, home, "index", str(papers), "--data", str(data))


def _counted(what: str, chat: house.Chat, come: Callable[[], Sequence[Visit]]) -> Counted:
    """Let people come; gives how it ended for them, and what it took."""
    began, used = time.perf_counter(), processor(chat.process.pid)
    visits = come()
    seconds, used = time.perf_counter() - began, processor(chat.process.pid) - used
    ended = Counter(one.ended for one in visits)
    waited = [one.seconds for one in visits if one.ended is Ended.ANSWERED] or [0.0]
    p50, p95, p99 = (percentile(waited, share) for share in (0.5, 0.95, 0.99))
    figures = (
        f"p50 {p50:.2f}, p95 {p95:.2f}, p99 {p99:.2f} s; {ended[Ended.ANSWERED] / seconds:.1f} answers a second, "
        f"{used / len(visits) * 1e3:.0f} ms of the chat's processor for each; {ended[Ended.BUSY]} told busy"
    )
    faults = [f"{ended[Ended.FAILED]} failed"] if ended[Ended.FAILED] else []
    return Counted(promise="load", what=what, tried=len(visits), faults=tuple(faults), figures=figures)


def _one_by_one(chat: house.Chat, questions: Sequence[str], people: int, seed: int) -> list[Visit]:
    """People who come when they come, whether those before them are done or not."""
    chance = Random(seed)
    event = event_of(chat.config)
    with ThreadPoolExecutor(people) as pool:
        coming = []
        for question in islice(cycle(questions), people):
            coming.append(pool.submit(visit, chat.address, event, question, threading.Barrier(1)))
            time.sleep(chance.expovariate(RATE))
        return [one.result() for one in coming]


@contextmanager
def _disturbed(chat: house.Chat, questions: Sequence[str]) -> Iterator[None]:
    """As long as the context lasts, somebody reads slowly and somebody asks and hangs up at once."""
    event = event_of(chat.config)
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
            for line in lines_of(events):
                if not rest or b"process_completed" in line:
                    return
                time.sleep(rest)
