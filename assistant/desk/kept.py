"""Lines of JSON that people agreed to keep: added one by one, whole or not at all."""

from __future__ import annotations

import json
import os
import threading
from pathlib import Path
from typing import Any

from assistant.understand.personal_data import personal_data
from ingest.durable import make, settle


class PersonalDataFound(Exception):
    """Words that were to be kept seem to hold something about a person; nothing was kept."""

    def __init__(self, found: list[str]) -> None:
        super().__init__("personal data in words to be kept")
        self.found = " en ".join(found)


class Kept:
    """A file of records, one JSON object per line; safe to share between threads."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._writing = threading.Lock()

    def add(self, record: dict[str, Any], *, typed: str) -> None:
        """Keep a record; the folder is made, for the owner's eyes only, when there is something to keep.

        Args:
            record: What JSON can hold.
            typed: The words in it that a person typed.

        Raises:
            PersonalDataFound: The typed words seem to hold something about a person.
            OSError: The file cannot be written.
        """
        found = personal_data(typed)
        if found:
            raise PersonalDataFound(found)
        line = json.dumps(record, ensure_ascii=False) + "\n"
        with self._writing:
            self._make_folder()
            is_new = not self._file.exists()
            descriptor = os.open(self._file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            with os.fdopen(descriptor, "ab") as out:
                # One write, begun on a line of its own also where an earlier one was broken off.
                out.write(("" if self._ends_well() else "\n").encode() + line.encode())
                out.flush()
                os.fsync(out.fileno())
            if is_new:
                settle(self._file.parent)

    def _make_folder(self) -> None:
        """The folder, which outlasts a power cut as what is kept in it does."""
        folder = self._file.parent
        if not folder.is_dir():
            make(folder.parent)
            folder.mkdir(exist_ok=True, mode=0o700)
            settle(folder.parent)

    def records(self) -> list[dict[str, Any]]:
        """What was kept, oldest first; a line that was broken off while it was written is passed over."""
        if not self._file.exists():
            return []
        found = []
        for line in self._file.read_bytes().split(b"\n"):
            try:
                record = json.loads(line)
            except ValueError:  # no JSON, or no UTF-8
                continue
            if isinstance(record, dict):
                found.append(record)
        return found

    def _ends_well(self) -> bool:
        if self._file.stat().st_size == 0:
            return True
        with self._file.open("rb") as read:
            read.seek(-1, os.SEEK_END)
            return read.read() == b"\n"
