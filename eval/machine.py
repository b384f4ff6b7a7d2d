"""What figures of speed were measured on."""

from __future__ import annotations

import os
import platform


def machine() -> str:
    """The system, its processors and Python, in one line."""
    return f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors, Python {platform.python_version()}"
