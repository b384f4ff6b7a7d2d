"""Whether the real sources still speak as they are known here, and a recorder of what they say.

``passend fetch --check`` makes a dozen requests. With a recorder every exchange is written to a file, which can be sent
to who keeps this program when something differs. It holds nothing of the machine that it was made on.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest.sources.errors import SourceFault
from ingest.sources.opening import Open
from ingest.sources.web import Exchange

MOST_WORDS = 20_000  # characters of an answer that are written down
_TEXT = ("xml", "json", "html", "text")


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One thing that was tried at a source."""

    source: str
    what: str  # in Dutch
    fault: SourceFault | None  # None if it is as it is known


def check_sources(opened: Sequence[Open]) -> Iterator[Checked]:
    """Try everything that fetching needs, once; after a fault the rest of that source is left."""
    for one in opened:
        for what, attempt in one.source.probes():
            fault = None
            try:
                attempt()
            except SourceFault as found:
                fault = found
            yield Checked(source=one.source.name, what=what, fault=fault)
            if fault:
                break


class Recorder:
    """Writes every exchange to a file, one JSON object a line."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._path.write_bytes(b"")

    def __call__(self, exchange: Exchange) -> None:
        """Write one exchange: of a text its beginning, of anything else its length and hash only."""
        kind = exchange.headers.get("content-type", "")
        told = any(word in kind for word in _TEXT)
        record = {
            "method": exchange.method,
            "address": exchange.address,
            "status": exchange.status,
            "headers": {name: value for name, value in exchange.headers.items() if name != "set-cookie"},
            "bytes": len(exchange.content),
            "sha256": hashlib.sha256(exchange.content).hexdigest(),
            "text": exchange.content.decode("utf-8", "replace")[:MOST_WORDS] if told else "",
            "seconds": round(exchange.seconds, 3),
            "problem": exchange.problem,
        }
        with self._path.open("ab") as file:
            file.write(json.dumps(record, ensure_ascii=False).encode() + b"\n")
