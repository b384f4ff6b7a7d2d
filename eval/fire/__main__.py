"""The command: ``python -m eval.fire kills --n 1000 --seed 1``, and so on for every promise; ``all`` for the table."""

from __future__ import annotations

import argparse
import importlib
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from eval.fire.counted import Counted, Order, table

# The module of each promise, and how many shots a full run fires.
PROMISES = {
    "kills": ("kills", 1_000),
    "bytes": ("damage", 500),
    "papers": ("papers", 300),
    "questions": ("questions", 10_000),
    "load": ("crowds", 1_000),
    "inert": ("inert", 300),
    "shut": ("shut", 100),
    "private": ("private", 200),
    "true": ("truth", 2_000),
    "supply": ("supply", 1),
}


def fired(promise: str, order: Order) -> list[Counted]:
    """Fire at a promise."""
    counted: list[Counted] = importlib.import_module(f"eval.fire.{PROMISES[promise][0]}").fire(order)
    return counted


def main(arguments: Sequence[str] | None = None) -> int:
    """Run from the command line; 1 if anything did not hold."""
    parser = argparse.ArgumentParser(prog="python -m eval.fire", description=__doc__)
    parser.add_argument("promise", choices=[*PROMISES, "all"])
    parser.add_argument("--n", type=int, help="shots; a full run without")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=float("inf"), help="for each promise; the rest is not tried")
    parser.add_argument("--papers", type=Path, help="folder with the official papers, asked about by ``true``")
    given = parser.parse_args(arguments)
    found: list[Counted] = []
    for promise in PROMISES if given.promise == "all" else [given.promise]:
        until = time.monotonic() + 60 * given.minutes
        n = given.n or PROMISES[promise][1]
        found += fired(promise, Order(n=n, seed=given.seed, until=until, papers=given.papers))
    sys.stdout.write(table(found))
    return 1 if any(one.faults for one in found) else 0


if __name__ == "__main__":
    sys.exit(main())
