"""What was read before: a file with the same bytes, read by the same program, is not read again.

Each reading is kept in a file of its own, named by everything that it depends on. It is only a shortcut:
what is missing, damaged or half written is read again.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from ingest import library, version
from ingest.document import Document
from ingest.durable import sealed, unsealed
from ingest.formats.paged_text import Reason, UnreadableFile
from ingest.notes import Note

# These may come out otherwise another time, on a machine that is less busy or has Tesseract by then; and so may what
# there was something to tell about.
PASSING = frozenset({Reason.TE_GROOT, Reason.ONLEESBAAR, Reason.GEEN_TEKST, Reason.FOUT})


class Read(NamedTuple):
    """A paper as its file was read, and what of it was read plainly or not at all."""

    document: Document
    notes: tuple[Note, ...] = ()


Outcome = Read | UnreadableFile  # of reading a file: the paper, or why it is none


class Remembered:
    """The readings that are kept in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._used: set[str] = set()
        self._program = version.of(Path(__file__).parent)

    def recall(self, sha256: str, suffix: str) -> Outcome | None:
        """What reading a file with these bytes and this suffix gave; None if nobody knows any more."""
        name = self._name(sha256, suffix)
        self._used.add(name)
        path = self._folder / name
        return _outcome(content, path) if (content := _kept(path)) else None

    def keep(self, sha256: str, suffix: str, outcome: Outcome) -> None:
        """Keep what reading gave, unless it may come out otherwise another time; then nothing of it is kept."""
        path = self._folder / self._name(sha256, suffix)
        if isinstance(outcome, UnreadableFile):
            lasts = outcome.reason not in PASSING
            content = json.dumps({"reason": outcome.reason, "detail": outcome.detail}).encode()
        else:
            lasts = not outcome.notes
            content = library.to_bytes(outcome.document)
        if not lasts:
            path.unlink(missing_ok=True)
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        path.write_bytes(sealed(content))

    def forget_unused(self) -> None:
        """Remove what was kept of files that were not read this time."""
        for path in self._folder.glob("*"):
            if path.name not in self._used:
                path.unlink(missing_ok=True)

    def _name(self, sha256: str, suffix: str) -> str:
        return hashlib.sha256(f"{self._program} {sha256} {suffix}".encode()).hexdigest()


def _outcome(content: bytes, path: Path) -> Outcome:
    if content.startswith(b'{"reason"'):
        said = json.loads(content)
        return UnreadableFile(Reason(said["reason"]), said["detail"])
    return Read(library.from_bytes(content, lambda: _kept(path)))


def _kept(path: Path) -> bytes:
    """What a file keeps; nothing if it is gone or not what was written."""
    with suppress(OSError):
        return unsealed(path.read_bytes()) or b""
    return b""
