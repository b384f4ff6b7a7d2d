"""HTTP that takes in no more than was agreed, however much a server sends, and hangs up at once when it is closed."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, cast

import httpx

_CONNECTED = ("connect_tcp.complete", "start_tls.complete")  # steps of httpcore that give a connection


class LimitedTransport(httpx.HTTPTransport):
    """Breaks off an answer of more than ``size`` bytes; takes none that is packed, for that can be of any size.

    ``connect`` and ``read`` are seconds; they hold whatever the library that sends the request would wait.
    """

    _connection: Any = None  # of httpcore, once there is one
    _closed = False

    def __init__(self, *, size: int, connect: float, read: float) -> None:
        super().__init__()
        self._size = size
        self._patience = httpx.Timeout(read, connect=connect).as_dict()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request."""
        if self._closed:
            raise httpx.ConnectError("nobody waits for an answer any more", request=request)
        request.headers["Accept-Encoding"] = "identity"
        request.extensions["timeout"] = self._patience
        request.extensions["trace"] = self._connected
        response = super().handle_request(request)
        if response.headers.get("content-encoding", "identity") != "identity":
            response.close()
            raise httpx.DecodingError("a packed answer was not asked for", request=request)
        return httpx.Response(
            status_code=response.status_code,
            headers=response.headers,
            stream=_LimitedStream(cast(httpx.SyncByteStream, response.stream), self._size),
            extensions=response.extensions,
        )

    def __exit__(self, *_: object) -> None:
        """Hang up; the library would close its connections only."""
        self.close()

    def close(self) -> None:
        """Hang up, also while another thread waits for the answer: a server stops working when nobody listens.

        A socket that is only closed stays open to the other side for as long as a thread reads from it.
        """
        self._closed = True
        self._hang_up()
        super().close()

    def _hang_up(self) -> None:
        if self._connection is not None:
            with suppress(OSError):
                self._connection.get_extra_info("socket").shutdown(socket.SHUT_RDWR)

    def _connected(self, step: str, given: dict[str, Any]) -> None:
        if step.endswith(_CONNECTED):
            self._connection = given["return_value"]
            if self._closed:
                self._hang_up()


class _LimitedStream(httpx.SyncByteStream):
    def __init__(self, stream: httpx.SyncByteStream, size: int) -> None:
        self._stream = stream
        self._left = size

    def __iter__(self) -> Iterator[bytes]:
        for part in self._stream:
            self._left -= len(part)
            if self._left < 0:
                raise httpx.ReadError("the answer is longer than was agreed")
            yield part

    def close(self) -> None:
        self._stream.close()
