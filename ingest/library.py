"""Documents on disk: one JSON file each, named by the SHA-256 of its content."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

from ingest import durable
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


class DamagedDocument(Exception):
    """A stored document that is not what was written."""


def save(content: bytes, folder: Path) -> Path:
    """Write what ``to_bytes`` made; killed at any moment, the folder holds it whole or not at all."""
    path = folder / f"{name_of(content)}.json"
    folder.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(f".{os.getpid()}.partial")
    durable.write(partial, content)
    partial.replace(path)
    return path


def take_over(name: str, earlier: Path, folder: Path) -> bool:
    """Let a folder share a stored document with an earlier one; False where that cannot be."""
    folder.mkdir(parents=True, exist_ok=True)
    try:
        os.link(earlier / f"{name}.json", folder / f"{name}.json")
    except OSError:  # it is not there, or this disk has no second names for a file
        return False
    return True


def to_bytes(document: Document) -> bytes:
    """A document as JSON; the same document always as the same bytes."""
    return json.dumps(document, default=_plain, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def name_of(content: bytes) -> str:
    """The name under which a document is stored, without its suffix."""
    return hashlib.sha256(content).hexdigest()


def load(folder: Path) -> tuple[Document, ...]:
    """All documents of a folder, by identifier.

    Raises:
        DamagedDocument: A file does not hold what its name promises.
    """
    documents = [_loaded(path) for path in sorted(folder.glob("*.json"))]
    return tuple(sorted(documents, key=lambda document: (document.identifier, document.source.sha256)))


def _loaded(path: Path) -> Document:
    content = path.read_bytes()
    if hashlib.sha256(content).hexdigest() != path.stem:
        raise DamagedDocument(f"{path} does not match its name; index the papers again")
    try:
        return from_record(json.loads(content))
    except (ValueError, KeyError, TypeError) as error:
        raise DamagedDocument(f"{path} holds no document of this version; index the papers again") from error


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
    return Document(
        **{
            **record,
            "kind": Kind(record["kind"]),
            "source": Source(**record["source"]),
            "blocks": tuple(_block(block) for block in record["blocks"]),
            "date": _day(record["date"]),
            "dossiers": tuple(record["dossiers"]),
            "appendices": tuple(Appendix(**appendix) for appendix in record["appendices"]),
            "other_forms": tuple(Source(**form) for form in record["other_forms"]),
            "references": tuple(_reference(reference) for reference in record["references"]),
            "kamervragen": _kamervragen(record["kamervragen"]) if record["kamervragen"] else None,
        }
    )


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
