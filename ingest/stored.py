"""A paper on disk of which the particulars are known, and the text is read when somebody asks for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from functools import partial
from operator import attrgetter
from threading import Lock
from typing import Any

from ingest.document import Document

LATER = ("text", "blocks", "references")  # what is read late: nearly all of a paper
_ALL = attrgetter(*(field.name for field in fields(Document)))
_LOCK = Lock()  # so that two threads that need the same paper get the same blocks


class StoredDocument(Document):
    """A document like any other, equal to the one that was stored; its ``LATER`` fields are read at the first look.

    They are kept from then on: who reads all papers holds all of them in memory.
    """

    __slots__ = ("_read", "name")

    name: str  # of its content: two stored documents with the same name are equal
    _read: Callable[[], Document]

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
                    object.__setattr__(self, late, getattr(read, late))
        return getattr(read, field)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, StoredDocument):
            return self.name == other.name
        return _ALL(self) == _ALL(other) if isinstance(other, Document) else NotImplemented

    __hash__ = Document.__hash__

    def __reduce__(self) -> tuple[Callable[[], Document], tuple[()]]:
        """Copied or sent to another process it is a plain document."""
        return partial(Document, **{field.name: getattr(self, field.name) for field in fields(Document)}), ()


def stored(name: str, particulars: Mapping[str, Any], read: Callable[[], Document]) -> StoredDocument:
    """A document by the name of its content, its fields but for the ``LATER`` ones, and what reads it whole."""
    document = object.__new__(StoredDocument)
    for field, value in {**particulars, "name": name, "_read": read}.items():
        object.__setattr__(document, field, value)
    return document
