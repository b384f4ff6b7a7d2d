"""Reading a stream that may hang, trickle or never end, without ever holding up who waits for it."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from assistant.errors import NoAnswer


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How long one exchange with a model may take, in seconds, and how much may come in, in bytes.

    An answer can take several: one more after each search, and each again where a server refuses the form.
    """

    connect: float = 5.0
    first: float = 60.0  # until the first piece: a model on a slow machine reads the sheet first
    piece: float = 15.0  # until each further piece
    total: float = 90.0
    size: int = 2_000_000


def in_time(start: Callable[[], Iterator[str]], limits: Limits) -> Iterator[str]:
    """The pieces of a stream that is read in a thread of its own, so that no server can hold up who waits.

    Raises:
        NoAnswer: The stream fails in any way, or one of its limits is reached.
    """
    pieces: queue.SimpleQueue[str | Exception | None] = queue.SimpleQueue()
    left = threading.Event()

    def read() -> None:
        try:
            for piece in start():
                pieces.put(piece)
                if left.is_set():
                    break
            pieces.put(None)
        except Exception as error:  # whatever a server sends, some library may trip over it in its own way
            pieces.put(error)

    threading.Thread(target=read, name="language model", daemon=True).start()
    end, patience = time.monotonic() + limits.total, limits.first
    try:
        while True:
            try:
                piece = pieces.get(timeout=max(0.0, min(patience, end - time.monotonic())))
            except queue.Empty:
                raise NoAnswer("too slow") from None
            if isinstance(piece, Exception):
                raise NoAnswer(f"the stream failed: {type(piece).__name__}") from piece
            if piece is None:
                return
            patience = limits.piece
            yield piece
    finally:
        left.set()
