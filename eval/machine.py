"""What figures of speed were measured on, and how much memory the measured took."""

from __future__ import annotations

import os
import platform
import sys
import time
from collections.abc import Callable
from typing import TypeVar

Made = TypeVar("Made")


def machine() -> str:
    """The system, its processors and Python, in one line."""
    return f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors, Python {platform.python_version()}"


def timed(work: Callable[[], Made]) -> tuple[Made, float, float]:
    """What some work made, with the seconds of this process' processor and those by the clock that it took."""
    processor, clock = time.process_time(), time.perf_counter()
    made = work()
    return made, time.process_time() - processor, time.perf_counter() - clock


def most_memory(*, children: bool = False) -> int:
    """The most bytes that this process ever held, or, of the children that it waited for, the largest."""
    import resource  # not on Windows

    used = resource.getrusage(resource.RUSAGE_CHILDREN if children else resource.RUSAGE_SELF)
    return used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)  # kilobytes on Linux
