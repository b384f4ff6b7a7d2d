"""What was read before: a file with the same bytes, read by the same program, is not read again.

Each reading is kept in a file of its own, named by everything that it depends on. It is only a shortcut:
what is missing, damaged or half written is read again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from ingest import library, version
from ingest.document import Document
from ingest.formats.paged_text import Reason, UnreadableFile

# These may come out otherwise another time, on a machine that is less busy or has Tesseract by then.
PASSING = frozenset({Reason.TE_GROOT, Reason.ONLEESBAAR, Reason.GEEN_TEKST, Reason.FOUT})


class Remembered:
    """The readings that are kept in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._used: set[str] = set()
        self._program = version.of(Path(__file__).parent)

    def read(self, sha256: str, suffix: str, read: Callable[[], Document]) -> Document:
        """What ``read`` gives for a file with these bytes and this suffix, from memory where possible.

        Raises:
            UnreadableFile: As ``read`` does, or did.
        """
        name = self._name(sha256, suffix)
        self._used.add(name)
        if found := self._recalled(name):
            return _outcome(found)
        try:
            document = read()
        except UnreadableFile as error:
            if error.reason not in PASSING:
                self._keep(name, json.dumps({"reason": error.reason, "detail": error.detail}).encode())
            raise
        self._keep(name, library.to_bytes(document))
        return document

    def forget(self, sha256: str, suffix: str) -> None:
        """Remove what was kept of a file, because it may come out otherwise another time."""
        (self._folder / self._name(sha256, suffix)).unlink(missing_ok=True)

    def forget_unused(self) -> None:
        """Remove what was kept of files that were not read this time."""
        for path in self._folder.glob("*"):
            if path.name not in self._used:
                path.unlink(missing_ok=True)

    def _name(self, sha256: str, suffix: str) -> str:
        return hashlib.sha256(f"{self._program} {sha256} {suffix}".encode()).hexdigest()

    def _recalled(self, name: str) -> bytes:
        with suppress(OSError):
            digest, _, content = (self._folder / name).read_bytes().partition(b"\n")
            if hashlib.sha256(content).hexdigest().encode() == digest:
                return content
        return b""

    def _keep(self, name: str, content: bytes) -> None:
        digest = hashlib.sha256(content).hexdigest().encode()
        self._folder.mkdir(parents=True, exist_ok=True)
        (self._folder / name).write_bytes(digest + b"\n" + content)


def _outcome(content: bytes) -> Document:
    said = json.loads(content)
    if "reason" in said:
        raise UnreadableFile(Reason(said["reason"]), said["detail"])
    return library.from_record(said)
