"""What the terminal is told is only words: a paper, a question or the name of a file cannot command it."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from typing import Any, TextIO, cast

REPLACED = "\ufffd"  # shown in the place of a sign that a terminal would obey

# The control characters but for tab and line end, the marks that turn the direction of what is read, and halves of a
# pair, which stand for bytes that are no text and cannot be written.
_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def inert(text: str) -> str:
    """A text without anything that a terminal obeys."""
    return _OBEYED.sub(REPLACED, text)


class _Inert:
    """A stream of text that passes on words only; a bar of progress may go back to the start of its own line."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        start = "\r" if text.startswith("\r") else ""
        return self._stream.write(start + inert(text[len(start) :]))

    def writelines(self, lines: Iterator[str]) -> None:
        for line in lines:
            self.write(line)

    def flush(self) -> None:
        if self._stream is not None:  # as where output was closed before the program began
            self._stream.flush()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


@contextmanager
def inert_output() -> Iterator[None]:
    """Let everything that is printed in this context be inert."""
    with (
        redirect_stdout(cast(TextIO, _Inert(sys.stdout))),
        redirect_stderr(cast(TextIO, _Inert(sys.stderr))),
    ):
        yield
