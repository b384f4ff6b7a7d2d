"""The Model Context Protocol spoken by hand, so that nothing of a client mends what is sent."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from threading import Timer
from typing import Any

from eval.fire import house

Call = Callable[[str, object], dict[str, Any]]  # a method and what it is given -> what came back
SAID = "protocol.log"  # in the home of the server: what it wrote to its terminal
_CLIENT = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "fire", "version": "1"}}


def is_here() -> bool:
    """Whether the extra that speaks it is installed."""
    return find_spec("mcp") is not None


@contextmanager
def spoken(home: Path, data: Path, *, program: str = "") -> Iterator[Call]:
    """A server over the index in ``data``, as long as the context lasts; ``program`` stands in for the command.

    Raises:
        EOFError: It hung up on a call, or said nothing for so long that it was ended.
    """
    with (home / SAID).open("ab") as said:
        process = subprocess.Popen(
            [*house.command(program), "mcp", "--data", str(data)],
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
        impatient = Timer(house.PATIENCE, process.kill)
        impatient.start()
        try:
            sends.write(json.dumps(message).encode() + b"\n")
            sends.flush()
            while line := hears.readline():
                told: dict[str, Any] = json.loads(line)
                if told.get("id") == number:
                    return told
        except BrokenPipeError:  # it was gone before it was spoken to
            pass
        finally:
            impatient.cancel()
        raise EOFError("the server hung up")

    try:
        call("initialize", _CLIENT)
        sends.write(b'{"jsonrpc": "2.0", "method": "notifications/initialized"}\n')
        yield call
    finally:
        process.kill()
        process.wait()
        with suppress(BrokenPipeError):  # by what it no longer heard
            sends.close()
        hears.close()
