"""What many questions leave behind in memory: ``python -m eval.endurance [--questions 10000] [--papers FOLDER]``.

Asks questions one after the other, every one (or the share that ``--new`` gives) typed otherwise than those before it,
so that whatever is remembered of a question is remembered each time anew. Without ``--address`` the assistant is asked
in this process; with it a chat that runs (``passend chat``), whose memory is read where ``--process`` gives its number.
Linux only.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count, islice
from pathlib import Path

import httpx

from eval.items import Item, load
from eval.load import PATIENCE, SETS, Ended, event_of, memory, visit
from eval.perturb import with_slips
from eval.subject import indexed
from index import embedder

BUILTIN = Path(__file__).resolve().parent.parent / "corpus"
SLIPS = 2  # typing errors of a question that was asked before


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The memory of the process that answers, after so many questions."""

    questions: int
    megabytes: float  # resident
    seconds: float  # since the first question


def marks(questions: int) -> set[int]:
    """After how many questions memory is read: 100, 1,000, 10,000 and so on, and at the end."""
    return {10**power for power in range(2, len(str(questions))) if 10**power <= questions} | {questions}


def typed(items: Sequence[Item], *, new: float = 1.0, seed: int = 0) -> Iterator[Item]:
    """The questions again and again without end; after the first round this share of them with other typing errors."""
    rng = random.Random(seed)
    for turn in count():
        for item in items:
            otherwise = turn and rng.random() < new
            yield replace(item, question=with_slips(item.question, rng, SLIPS)) if otherwise else item


def endured(
    ask: Callable[[Item], object], items: Sequence[Item], questions: int, process: int, *, new: float = 1.0
) -> Iterator[Reading]:
    """Ask so many questions, and read the memory of a process along the way."""
    wanted = marks(questions)
    began = time.perf_counter()
    for number, item in enumerate(islice(typed(items, new=new), questions), 1):
        ask(item)
        if number in wanted:
            seconds = time.perf_counter() - began
            yield Reading(questions=number, megabytes=memory(process), seconds=seconds)


def over_http(address: str) -> Callable[[Item], object]:
    """Asks a chat that runs as a browser does, each question as a page of its own.

    Raises:
        RuntimeError: A question was not answered.
    """
    event = event_of(httpx.get(f"{address}/config", timeout=PATIENCE).json())

    def ask(item: Item) -> None:
        ended = visit(address, event, item.question, threading.Barrier(1)).ended
        if ended is not Ended.ANSWERED:
            raise RuntimeError(f"{ended.value}: {item.question!r}; is anybody else asking?")

    return ask


def main(arguments: Sequence[str] | None = None) -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(prog="python -m eval.endurance", description=__doc__)
    parser.add_argument("--questions", type=int, default=10_000)
    parser.add_argument("--new", type=float, default=1.0, help="share of them that nobody typed before (0 to 1)")
    parser.add_argument("--set", type=Path, default=SETS / "builtin.jsonl", help="the questions")
    parser.add_argument("--papers", type=Path, default=BUILTIN, help="the papers that they are asked of")
    parser.add_argument("--address", help="of a chat that runs")
    parser.add_argument("--process", type=int, default=os.getpid(), help="number of the process of that chat")
    given = parser.parse_args(arguments)
    items = load(given.set)
    sys.stdout.write("| questions | resident MB | seconds |\n| --- | --- | --- |\n")
    with tempfile.TemporaryDirectory(prefix="passend-eval-") as data:
        if given.address:
            ask = over_http(given.address)
        else:
            ask = indexed([given.papers], Path(data), embedder=embedder.load()).ask
        for one in endured(ask, items, given.questions, given.process, new=given.new):
            sys.stdout.write(f"| {one.questions} | {one.megabytes:.0f} | {one.seconds:.0f} |\n")
            sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
