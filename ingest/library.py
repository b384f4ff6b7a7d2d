"""Documents on disk: packed in one file, each named by the SHA-256 of its content, with a list of their particulars.

The list is read when the papers are opened, the pack where somebody needs the text of a paper.
"""

from __future__ import annotations

import gc
import hashlib
import json
import mmap
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields
from datetime import date
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
from ingest.stored import LATER, StoredDocument, stored

PACK, LIST = "papers.bin", "papers.jsonl"


class DamagedDocument(Exception):
    """A stored document that is not what was written."""


def save(contents: Iterable[bytes], folder: Path, earlier: Path | None = None) -> None:
    """Write what ``to_bytes`` made of some documents; what an earlier folder holds is copied as it lies there."""
    known = _entries(earlier) if earlier else {}
    pack = _mapped(earlier / PACK) if earlier else b""
    folder.mkdir(parents=True, exist_ok=True)
    at = 0
    with (folder / PACK).open("wb") as packed, (folder / LIST).open("w", encoding="utf-8") as listed:
        for content in contents:
            name = name_of(content)
            if before := known.get(name):
                written = pack[before["at"] : before["at"] + before["size"]]
            else:
                written = zlib.compress(content)
            packed.write(written)
            particulars = {field: value for field, value in json.loads(content).items() if field not in LATER}
            entry = {"name": name, "at": at, "size": len(written), "particulars": particulars}
            listed.write(json.dumps(entry, ensure_ascii=False) + "\n")
            at += len(written)


def to_bytes(document: Document) -> bytes:
    """A document as JSON; the same document always as the same bytes."""
    return json.dumps(document, default=_plain, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def name_of(content: bytes) -> str:
    """The name under which a document is stored, without its suffix."""
    return hashlib.sha256(content).hexdigest()


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
            return in_order(_stored(entry, pack) for entry in entries.values())
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


def _entries(folder: Path) -> dict[str, dict[str, Any]]:
    """By name where each document of a folder lies in its pack, with its particulars."""
    try:
        with (folder / LIST).open("rb") as lines:
            return {entry["name"]: entry for entry in map(orjson.loads, lines)}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DamagedDocument(f"{folder} does not list its documents; index the papers again") from error


def _mapped(path: Path) -> mmap.mmap:
    try:
        with path.open("rb") as file:
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError) as error:
        raise DamagedDocument(f"{path} cannot be read; index the papers again") from error


def _stored(entry: Mapping[str, Any], pack: mmap.mmap) -> StoredDocument:
    name, at, end = entry["name"], entry["at"], entry["at"] + entry["size"]
    return stored(name, _fields(entry["particulars"]), lambda: _whole(name, pack[at:end]))


def _whole(name: str, packed: bytes) -> Document:
    try:
        content = zlib.decompress(packed)
    except zlib.error:
        content = b""
    if name_of(content) != name:
        raise DamagedDocument(f"document {name} is not what was saved; index the papers again")
    try:
        return from_record(json.loads(content))
    except (ValueError, KeyError, TypeError) as error:
        raise DamagedDocument(f"document {name} is none of this version; index the papers again") from error


def _plain(value: Any) -> Any:
    """A part of a document that JSON does not know: a day, or one of its dataclasses."""
    if isinstance(value, date):
        return value.isoformat()
    return {field.name: getattr(value, field.name) for field in fields(value)}


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def from_record(record: dict[str, Any]) -> Document:
    """The document that ``to_bytes`` wrote, from its JSON.

    Raises:
        ValueError, KeyError, TypeError: It is no document of this version.
    """
    late = {
        "text": record["text"],
        "blocks": tuple(_block(block) for block in record["blocks"]),
        "references": tuple(_reference(reference) for reference in record["references"]),
    }
    return Document(**_fields(record) | late)


def _fields(record: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a document from its JSON; those that are read late as they stand there."""
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
