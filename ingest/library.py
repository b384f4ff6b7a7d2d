"""Documents on disk: their texts packed in one file, and a list of their particulars with the SHA-256 of each text.

The list is read when the papers are opened, the pack where somebody needs the text of a paper. A paper of which only
the particulars change keeps its text as it lies there.
"""

from __future__ import annotations

import gc
import hashlib
import mmap
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

import orjson

from ingest.document import (
    Appendix,
    Asker,
    Block,
    BlockKind,
    Document,
    Kamervragen,
    Kind,
    Reference,
    ReferenceKind,
    Reply,
    Role,
    Source,
    Speaker,
)
from ingest.stored import LATER, StoredDocument, particulars_of, stored

PACK, LIST = "papers.bin", "papers.jsonl"


class DamagedDocument(Exception):
    """A stored document that is not what was written."""


def save(documents: Iterable[Document], folder: Path, earlier: Path | None = None) -> None:
    """Write documents; the text of which an earlier folder holds is copied as it lies there."""
    known = {entry["late"]: span for entry, span in _entries(earlier)} if earlier else {}
    pack = _mapped(earlier / PACK) if earlier else b""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / PACK).open("wb") as packed, (folder / LIST).open("wb") as listed:
        for document in documents:
            late, rest = _late(document)
            there = known.get(late)
            written = pack[there] if there else zlib.compress(rest())
            packed.write(written)
            listed.write(_dumped({"late": late, "size": len(written), "particulars": particulars_of(document)}) + b"\n")


def name_of(document: Document) -> str:
    """The SHA-256 of all that a document says: what has the same name is the same."""
    return _hash(_head(document))


def to_bytes(document: Document) -> bytes:
    """A document as JSON, its particulars above the rest; the same document always as the same bytes."""
    return _head(document) + b"\n" + _late(document)[1]()


def from_bytes(content: bytes, again: Callable[[], bytes]) -> Document:
    """The document that ``to_bytes`` wrote.

    Args:
        content: What it wrote.
        again: Gives the same once more when somebody asks for the text, so that nobody keeps it until then.

    Raises:
        ValueError, KeyError, TypeError: It is no document of this version.
    """
    head = orjson.loads(content.partition(b"\n")[0])
    late = head.pop("late")
    return stored(late, _fields(head), lambda: _read(late, again().partition(b"\n")[2]))


def load(folder: Path) -> tuple[Document, ...]:
    """All documents of a folder, by identifier; their text is read when it is asked for, also if the folder is gone.

    Raises:
        DamagedDocument: There is none, or what lists them cannot be read. One that is asked for its text raises it too
            if it is not what was saved.
    """
    with _uncollected():
        entries = _entries(folder)
        pack = _mapped(folder / PACK)
        try:
            return in_order(_stored(entry, span, pack) for entry, span in entries)
        except (ValueError, KeyError, TypeError) as error:
            raise DamagedDocument(f"{folder} holds no documents of this version; index the papers again") from error


def in_order(documents: Iterable[Document]) -> tuple[Document, ...]:
    """Documents in the order in which they are loaded."""
    return tuple(sorted(documents, key=lambda document: (document.identifier, document.source.sha256)))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Look for no garbage while many objects are made that all stay; looking at each again and again takes longer."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _entries(folder: Path) -> list[tuple[dict[str, Any], slice]]:
    """What is listed of each document of a folder, and where in the pack its text lies."""
    try:
        with (folder / LIST).open("rb") as lines:
            entries = [orjson.loads(line) for line in lines]
        edges = accumulate((entry["size"] for entry in entries), initial=0)
        return [(entry, slice(*span)) for entry, span in zip(entries, pairwise(edges), strict=True)]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DamagedDocument(f"{folder} does not list its documents; index the papers again") from error


def _mapped(path: Path) -> mmap.mmap:
    try:
        with path.open("rb") as file:
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError) as error:
        raise DamagedDocument(f"{path} cannot be read; index the papers again") from error


def _stored(entry: Mapping[str, Any], span: slice, pack: mmap.mmap) -> StoredDocument:
    late = entry["late"]
    return stored(late, _fields(entry["particulars"]), lambda: _read(late, _unpacked(pack[span])))


def _unpacked(packed: bytes) -> bytes:
    """What was packed; nothing if that is damaged."""
    try:
        return zlib.decompress(packed)
    except zlib.error:
        return b""


def _read(late: str, rest: bytes) -> dict[str, Any]:
    """The ``LATER`` fields of a document from their JSON, once that is known to be what was written."""
    if _hash(rest) != late:
        raise DamagedDocument(f"text {late} is not what was saved; index the papers again")
    try:
        record = orjson.loads(rest)
        return {
            "text": record["text"],
            "blocks": tuple(_block(block) for block in record["blocks"]),
            "pages": tuple((start, page) for start, page in record.get("pages", ())),  # none in an earlier index
            "references": tuple(_reference(reference) for reference in record["references"]),
        }
    except (ValueError, KeyError, TypeError) as error:
        raise DamagedDocument(f"text {late} is none of this version; index the papers again") from error


def _head(document: Document) -> bytes:
    return _dumped(particulars_of(document) | {"late": _late(document)[0]})


def _late(document: Document) -> tuple[str, Callable[[], bytes]]:
    """The SHA-256 of the JSON of the ``LATER`` fields, and what gives that JSON; of a stored one nothing is read."""

    def rest() -> bytes:
        return _dumped({name: getattr(document, name) for name in LATER})

    if isinstance(document, StoredDocument):
        return document.late, rest
    written = rest()
    return _hash(written), lambda: written


def _dumped(value: Any) -> bytes:
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS)


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def _fields(record: Mapping[str, Any]) -> dict[str, Any]:
    """The particulars of a document from their JSON."""
    return {
        **record,
        "kind": Kind(record["kind"]),
        "source": Source(**record["source"]),
        "date": _day(record["date"]),
        "dossiers": tuple(record["dossiers"]),
        "appendices": tuple(Appendix(**appendix) for appendix in record["appendices"]),
        "other_forms": tuple(Source(**form) for form in record["other_forms"]),
        "kamervragen": _kamervragen(record["kamervragen"]) if record["kamervragen"] else None,
    }


def _block(record: dict[str, Any]) -> Block:
    speaker = record["speaker"]
    return Block(
        **{
            **record,
            "kind": BlockKind(record["kind"]),
            "path": tuple(record["path"]),
            "speaker": Speaker(role=Role(speaker["role"]), name=speaker["name"]),
            "context": _span(record["context"]),
            "see": tuple(record["see"]),
        }
    )


def _reference(record: dict[str, Any]) -> Reference:
    spans = {name: _span(record[name]) for name in ("antecedent", "sentence")}
    return Reference(**{**record, **spans, "kind": ReferenceKind(record["kind"])})


def _span(ends: list[int] | None) -> tuple[int, int] | None:
    return (ends[0], ends[1]) if ends else None


def _kamervragen(record: dict[str, Any]) -> Kamervragen:
    lists = {name: tuple(record[name]) for name in ("addressees", "answered_by", "on_behalf_of", "see_also")}
    return Kamervragen(
        **{
            **record,
            **lists,
            "askers": tuple(Asker(**asker) for asker in record["askers"]),
            "reply": Reply(record["reply"]) if record["reply"] else None,
            "sent": _day(record["sent"]),
            "received": _day(record["received"]),
        }
    )
