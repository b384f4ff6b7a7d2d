"""The Model Context Protocol spoken by hand, so that nothing of a client mends what is sent."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import Any

from eval.fire import house

Call = Callable[[str, object], dict[str, Any]]  # a method and what it is given -> what came back
SAID = "protocol.log"  # in the home of the server: what it wrote to its terminal
_CLIENT = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "fire", "version": "1"}}


def is_here() -> bool:
    """Whether the extra that speaks it is installed."""
    return find_spec("mcp") is not None


@contextmanager
def spoken(home: Path, data: Path) -> Iterator[Call]:
    """A server over the index in ``data``, as long as the context lasts.

    Raises:
        EOFError: It hung up on a call.
    """
    with (home / SAID).open("ab") as said:
        process = subprocess.Popen(
            [sys.executable, "-m", "ui", "mcp", "--data", str(data)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=said,
            env=house.environment(home),
            cwd=home,
        )
    assert process.stdin and process.stdout
    sends, hears, numbers = process.stdin, process.stdout, count()

    def call(method: str, given: object) -> dict[str, Any]:
        number = next(numbers)
        message = {"jsonrpc": "2.0", "id": number, "method": method, "params": given}
        sends.write(json.dumps(message).encode() + b"\n")
        sends.flush()
        while line := hears.readline():
            told: dict[str, Any] = json.loads(line)
            if told.get("id") == number:
                return told
        raise EOFError("the server hung up")

    try:
        call("initialize", _CLIENT)
        sends.write(b'{"jsonrpc": "2.0", "method": "notifications/initialized"}\n')
        yield call
    finally:
        process.kill()
        process.wait()
        sends.close()
        hears.close()
