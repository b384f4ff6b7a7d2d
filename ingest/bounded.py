"""Work that may not go on without end: it is broken off after so many seconds of the processor."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

AGAIN = 0.05  # seconds of computing after which it is tried anew: what is raised while Python collects garbage is lost


class TookTooLong(Exception):
    """Work was broken off."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Break off what this context computes when it takes longer.

    Waiting for a busy machine does not count. Only the main thread can be broken off; elsewhere the work goes on.

    Raises:
        TookTooLong: It took longer.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(_number: int, _frame: object) -> NoReturn:
        raise TookTooLong(f"not done within {seconds} seconds of computing")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
