"""A paper on disk of which the particulars are known, and the text is read when somebody asks for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from functools import partial
from operator import attrgetter
from threading import Lock
from typing import Any

from ingest.document import Document

LATER = ("text", "blocks", "pages", "references")  # what is read late: nearly all of a paper
_EARLY = tuple(field.name for field in fields(Document) if field.name not in LATER)
_PARTICULARS = attrgetter(*_EARLY)
_ALL = attrgetter(*_EARLY, *LATER)
_LOCK = Lock()  # so that two threads that need the same paper get the same blocks

Read = Callable[[], Mapping[str, Any]]  # the ``LATER`` fields by their names


class StoredDocument(Document):
    """A document like any other, equal to the one that was stored; its ``LATER`` fields are read at the first look.

    They are kept from then on: who reads all papers holds all of them in memory.
    """

    __slots__ = ("_read", "late")

    late: str  # the SHA-256 of what is read late
    _read: Read

    def __getattr__(self, field: str) -> Any:
        """Read what is not there yet; called only for a field that has no value."""
        if field not in LATER:
            raise AttributeError(field)
        with _LOCK:
            try:
                return object.__getattribute__(self, field)
            except AttributeError:
                read = self._read()
                for late in LATER:
                    object.__setattr__(self, late, read[late])
        return read[field]

    def __eq__(self, other: object) -> bool:
        if isinstance(other, StoredDocument):
            return self.late == other.late and bool(_PARTICULARS(self) == _PARTICULARS(other))
        return _ALL(self) == _ALL(other) if isinstance(other, Document) else NotImplemented

    __hash__ = Document.__hash__

    def __reduce__(self) -> tuple[Callable[[], Document], tuple[()]]:
        """Copied or sent to another process it is a plain document."""
        return partial(Document, **{field.name: getattr(self, field.name) for field in fields(Document)}), ()


def stored(late: str, particulars: Mapping[str, Any], read: Read) -> StoredDocument:
    """A document by the SHA-256 of its ``LATER`` fields, its other fields, and what reads those."""
    document = object.__new__(StoredDocument)
    for field, value in {**particulars, "late": late, "_read": read}.items():
        object.__setattr__(document, field, value)
    return document


def altered(document: Document, **particulars: Any) -> Document:
    """The document with other particulars; what is read late of a stored one is still not read."""
    if not isinstance(document, StoredDocument):
        return replace(document, **particulars)
    return stored(document.late, particulars_of(document) | particulars, document._read)


def particulars_of(document: Document) -> dict[str, Any]:
    """All fields of a document but for the ``LATER`` ones."""
    return dict(zip(_EARLY, _PARTICULARS(document), strict=True))
