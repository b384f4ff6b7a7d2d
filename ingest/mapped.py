"""How one thing is done to many: here, one after the other, or by many processes at once (``ingest.cluster``)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

Given = TypeVar("Given")
Made = TypeVar("Made")


class Mapped(Protocol):
    """Does one thing to many and gives what comes of it, in their order, as the function ``map`` does.

    Function, things and outcomes may travel to another process and back, so all of them can be pickled.
    """

    def __call__(self, work: Callable[[Given], Made], given: Iterable[Given], /) -> Iterator[Made]:
        """What ``work`` makes of each thing; ``given`` is drawn from only so far as there is room for it."""


def one_by_one(work: Callable[[Given], Made], given: Iterable[Given], /) -> Iterator[Made]:
    """Do it in this process, one after the other."""
    return map(work, given)
