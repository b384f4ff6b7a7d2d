"""HTTP that takes in no more than was agreed, however much a server sends."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import httpx


class LimitedTransport(httpx.HTTPTransport):
    """Breaks off an answer of more than ``size`` bytes; takes none that is packed, for that can be of any size.

    ``connect`` and ``read`` are seconds; they hold whatever the library that sends the request would wait.
    """

    def __init__(self, *, size: int, connect: float, read: float) -> None:
        super().__init__()
        self._size = size
        self._patience = httpx.Timeout(read, connect=connect).as_dict()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request."""
        request.headers["Accept-Encoding"] = "identity"
        request.extensions["timeout"] = self._patience
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
