"""Asking a source politely: under our own name, one request at a time, with a pause between two, and with patience.

A source that is busy is asked again after as long as it says (``Retry-After``) or twice as long as the time before;
an answer that was cut off is asked for again; an answer that has no end or is larger than any paper is broken off.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx
from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_attempt

from ingest.folder import MOST_BYTES  # what is larger would not be read either
from ingest.sources.addresses import Manners
from ingest.sources.errors import (
    NotThere,
    SourceBusy,
    SourceChanged,
    SourceFault,
    SourceRefuses,
    SourceUnreachable,
    TooLarge,
)

_AGAIN = {408, 425, 429, 500, 502, 503, 504}  # statuses after which the same request may go well (RFC 9110, RFC 6585)
_GONE = {404, 410}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """A whole answer with status 200."""

    content: bytes = field(repr=False)
    retrieved_at: datetime  # UTC


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """One request and what came of it, for who wants to see what a source really says."""

    method: str
    address: str
    status: int  # 0 if no answer came
    headers: dict[str, str]
    content: bytes
    seconds: float
    problem: str = ""


class Web:
    """A connection to one source.

    Args:
        source: Its name for people.
        homes: Addresses at it; requests are led nowhere else than to their domains.
        pause: Seconds between two requests.
        manners: How any source is spoken to.
        recorder: Is given every exchange.
    """

    def __init__(
        self,
        source: str,
        homes: Sequence[str],
        pause: float,
        manners: Manners,
        recorder: Callable[[Exchange], None] | None = None,
    ) -> None:
        self.source = source
        self._domains = {_domain(httpx.URL(home)) for home in homes}
        self._secure = all(httpx.URL(home).scheme == "https" for home in homes)
        self._pause = pause
        self._manners = manners
        self._recorder = recorder
        self._free_at = 0.0  # on the monotonic clock
        agent = f"{manners.agent} (+mailto:{manners.contact})" if manners.contact else manners.agent
        self._client = httpx.Client(
            headers={"User-Agent": agent, "Accept-Language": "nl"},
            timeout=httpx.Timeout(manners.read, connect=manners.connect),
            limits=httpx.Limits(max_connections=1, max_keepalive_connections=1),
            follow_redirects=True,
            max_redirects=5,
            event_hooks={"request": [self._stay_at_home]},
        )

    def __enter__(self) -> Web:
        """Open it."""
        return self

    def __exit__(self, *_: object) -> None:
        """Hang up."""
        self._client.close()

    def get(self, address: str, params: dict[str, str] | None = None) -> Reply:
        """Ask for an address until a whole answer comes.

        Raises:
            SourceFault: None came; the class says why.
        """
        try:
            url = httpx.URL(address, params=params) if params else httpx.URL(address)
        except httpx.InvalidURL as error:
            raise SourceChanged(self.source, f"{address!r} is no address") from error
        asking = Retrying(
            retry=retry_if_exception_type(SourceUnreachable),
            stop=stop_after_attempt(self._manners.attempts),
            wait=self._wait,
            reraise=True,
        )
        return asking(self._once, url)

    def size(self, address: str) -> int | None:
        """How many bytes an address says it has, without asking for them; None where it does not say."""
        self._rest()
        try:
            response = self._client.head(address, headers={"Accept-Encoding": "identity"})
        except (httpx.HTTPError, httpx.InvalidURL):
            return None
        finally:
            self._free_at = time.monotonic() + self._pause
        length = response.headers.get("content-length", "")
        return int(length) if response.status_code == 200 and length.isdigit() else None

    def _once(self, url: httpx.URL) -> Reply:
        self._rest()
        began = time.monotonic()
        status, headers, content, problem = 0, {}, b"", ""
        try:
            with self._answer(url) as response:
                status, headers = response.status_code, dict(response.headers)
                content = self._whole(response, began)
            return self._judged(response, content)
        except SourceFault as error:
            problem = str(error)
            raise
        finally:
            self._free_at = time.monotonic() + self._pause
            if self._recorder:
                seconds = time.monotonic() - began
                self._recorder(
                    Exchange(
                        method="GET", address=str(url), status=status, headers=headers, content=content,
                        seconds=seconds, problem=problem,
                    )
                )  # fmt: skip

    @contextmanager
    def _answer(self, url: httpx.URL) -> Iterator[httpx.Response]:
        try:
            with self._client.stream("GET", url) as response:
                yield response
        except httpx.TooManyRedirects as error:
            raise SourceChanged(self.source, f"{url} is led round in circles") from error
        except httpx.UnsupportedProtocol as error:
            raise SourceChanged(self.source, f"{url} is no address of the web") from error
        except (httpx.TransportError, httpx.DecodingError) as error:  # cut off, too slow, no connection, garbled
            raise SourceUnreachable(self.source, f"{url}: {type(error).__name__}: {error}") from error

    def _whole(self, response: httpx.Response, began: float) -> bytes:
        parts: list[bytes] = []
        size = 0
        for part in response.iter_bytes():
            parts.append(part)
            size += len(part)
            if size > MOST_BYTES:
                raise TooLarge(self.source, f"{response.url} sends more than {MOST_BYTES} bytes")
            if time.monotonic() - began > self._manners.longest:
                raise SourceUnreachable(self.source, f"no end after {self._manners.longest:.0f} seconds")
        return b"".join(parts)

    def _judged(self, response: httpx.Response, content: bytes) -> Reply:
        status = response.status_code
        if status == 200:
            return Reply(content=content, retrieved_at=datetime.now(UTC))
        if status in _AGAIN:
            wait = retry_after(response.headers.get("retry-after", ""))
            if wait is not None and wait > self._manners.longest_wait:
                raise SourceBusy(self.source, wait)
            raise SourceUnreachable(self.source, f"{response.url}: status {status}", wait)
        if status in _GONE:
            raise NotThere(self.source, f"{response.url}: status {status}")
        raise SourceRefuses(self.source, f"{response.url}: status {status}: {content[:300].decode(errors='replace')}")

    def _wait(self, state: RetryCallState) -> float:
        """Seconds until the next attempt: what the source asks for, or twice what was waited before."""
        failure = state.outcome.exception() if state.outcome else None
        asked = failure.wait if isinstance(failure, SourceUnreachable) else None
        own = min(self._manners.first_wait * 2 ** (state.attempt_number - 1), self._manners.longest_wait)
        return own if asked is None else asked

    def _rest(self) -> None:
        time.sleep(max(0.0, self._free_at - time.monotonic()))

    def _stay_at_home(self, request: httpx.Request) -> None:
        """Follow a redirection only within the source's own domains, and never out of https."""
        if _domain(request.url) not in self._domains or (self._secure and request.url.scheme != "https"):
            raise SourceChanged(self.source, f"leads elsewhere, to {request.url.host}")


def retry_after(header: str) -> float | None:
    """The seconds that a ``Retry-After`` header asks for, written as seconds or as a day (RFC 9110, 10.2.3)."""
    if re.fullmatch(r"\s*[0-9]{1,9}\s*", header):
        return float(header)
    try:
        day = parsedate_to_datetime(header)
    except (ValueError, OverflowError):  # no day, or none of any calendar
        return None
    return max(0.0, ((day if day.tzinfo else day.replace(tzinfo=UTC)) - datetime.now(UTC)).total_seconds())


def _domain(url: httpx.URL) -> str:
    """The last two labels of a name; a number as it is."""
    host = url.host
    return host if host.replace(".", "").isdigit() else ".".join(host.split(".")[-2:])
