"""What figures of speed were measured on, and how much memory the measured took."""

from __future__ import annotations

import os
import platform
import sys


def machine() -> str:
    """The system, its processors and Python, in one line."""
    return f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors, Python {platform.python_version()}"


def most_memory(*, children: bool = False) -> int:
    """The most bytes that this process ever held, or, of the children that it waited for, the largest."""
    import resource  # not on Windows

    used = resource.getrusage(resource.RUSAGE_CHILDREN if children else resource.RUSAGE_SELF)
    return used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)  # kilobytes on Linux
