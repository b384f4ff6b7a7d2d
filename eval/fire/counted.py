"""What came of the shots at one promise, and the table of all of them."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

SHOWN = 10  # faults that are printed in full under the table
TOLD_EVERY = 50  # shots after which a run tells how far it is

HEAD = "| promise | what was tried | n | faults | measured beside |\n| --- | --- | --- | --- | --- |"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """The shots of one kind at one promise."""

    promise: str
    what: str  # in a few words, what was tried
    tried: int
    faults: tuple[str, ...] = ()  # each with what it takes to have it again
    figures: str = ""  # what was measured beside: seconds, megabytes
    left_out: str = ""  # why nothing was tried, where the machine does not allow it

    @property
    def row(self) -> str:
        """Its line of the table."""
        found = f"not tried: {self.left_out}" if self.left_out else str(len(self.faults))
        return f"| {self.promise} | {self.what} | {self.tried} | {found} | {self.figures} |"


class Firing:
    """Shots of one kind at one promise, one after the other.

    A fault is told at once and a count every fifty shots, so that a run that is stopped has its figure too.
    """

    def __init__(self, promise: str, what: str, n: int, until: float) -> None:
        self._promise, self._what, self._n, self._until = promise, what, n, until
        self.fired = 0
        self.faults: list[str] = []

    def __iter__(self) -> Iterator[int]:
        """The number of each shot, from 0, as long as there is time."""
        for number in range(self._n):
            if time.monotonic() > self._until:
                return
            yield number
            self.fired += 1
            if self.fired % TOLD_EVERY == 0:
                self._tell(f"{self.fired} of {self._n}, {len(self.faults)} faults")

    def hit(self, fault: str) -> None:
        """Count a fault; "" is none."""
        if fault:
            self.faults.append(fault)
            self._tell(fault)

    def counted(self, figures: str = "") -> Counted:
        """What came of it."""
        return Counted(
            promise=self._promise, what=self._what, tried=self.fired, faults=tuple(self.faults), figures=figures
        )

    def _tell(self, words: str) -> None:
        sys.stderr.write(f"{self._promise}, {self._what}: {words}\n")
        sys.stderr.flush()


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """How many shots are asked for, which ones, and until when."""

    n: int
    seed: int
    until: float = float("inf")  # of ``time.monotonic``; what has not begun by then is not tried
    papers: Path | None = None  # a folder with the official papers, where they are at hand

    def firing(self, promise: str, what: str, n: int | None = None) -> Firing:
        """Shots of one kind, as many as are asked for where no other number is given."""
        return Firing(promise, what, self.n if n is None else n, self.until)


def table(counted: Iterable[Counted]) -> str:
    """The table, and under it the faults themselves."""
    rows = list(counted)
    faults = [f"{one.promise}: {fault}" for one in rows for fault in one.faults[:SHOWN]]
    return "\n".join([HEAD, *(one.row for one in rows), "", *faults]).rstrip() + "\n"
