"""What is worth telling about a file that was read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ingest.formats.paged_text import Reason


class NoteKind(StrEnum):
    """What is worth telling about a file that was read."""

    SAME_BYTES = "same bytes"
    OTHER_FORM = "other form of the same paper"
    SUPERSEDED = "older version"
    SAME_IDENTIFIER = "same identifier"
    DIFFERS = "text and corpus.toml differ"
    UNKNOWN_FILE = "corpus.toml names a file that is not there"
    UNREAD_PAGES = "pages that could not be read"
    READ_PLAINLY = "pages or blocks read without tables, columns and headings"
    WITHOUT_STRUCTURE = "read without questions, answers, sections and notes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Something about a file that a person should know: which field, what was kept and what was left."""

    file: str
    kind: NoteKind
    field: str = ""
    kept: str = ""
    left: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A file that gave no document, and why."""

    file: str  # path relative to the folder that was read
    reason: Reason
    detail: str = ""
