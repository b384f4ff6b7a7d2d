"""What the terminal of a server is told of an error: its kind and where it arose, and not its words.

A library that is given what a person typed may repeat it in the words of an error, and what serves the page writes
errors that nobody caught to the terminal, or to the log of whoever runs it; so does Python of those that end a thread
or that nobody can catch. What people ask may stand in neither.
"""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


def described(error: BaseException) -> str:
    """The kind of an error and the lines of code that it went through."""
    frames = "".join(traceback.format_tb(error.__traceback__))
    return f"{frames}{type(error).__module__}.{type(error).__qualname__}"


@contextmanager
def errors_without_words() -> Iterator[None]:
    """Let whoever prints or logs an error in this context tell only what ``described`` tells."""
    printed, made = traceback.print_exc, logging.getLogRecordFactory()
    of_thread, uncatchable = threading.excepthook, sys.unraisablehook

    def record(*given: Any, **named: Any) -> logging.LogRecord:
        logged = made(*given, **named)
        if logged.exc_info and logged.exc_info[1]:
            logged.msg, logged.args, logged.exc_info = described(logged.exc_info[1]), (), None
        return logged

    traceback.print_exc = _print
    logging.setLogRecordFactory(record)
    threading.excepthook, sys.unraisablehook = _print_uncaught, _print_uncaught
    try:
        yield
    finally:
        traceback.print_exc = printed
        logging.setLogRecordFactory(made)
        threading.excepthook, sys.unraisablehook = of_thread, uncatchable


def _print(limit: int | None = None, file: Any = None, chain: bool = True) -> None:
    """Stands in for ``traceback.print_exc``, of which nothing but the place to write to makes a difference here."""
    del limit, chain
    if error := sys.exception():
        print(described(error), file=file or sys.stderr)


def _print_uncaught(failed: Any) -> None:
    """Stands in for what Python calls with an error that ends a thread, or that nobody can catch."""
    error = failed.exc_value
    if error and not isinstance(error, SystemExit):  # by which a thread may end itself
        print(described(error), file=sys.stderr)
