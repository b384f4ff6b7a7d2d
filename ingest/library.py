"""Documents on disk: one JSON file each, named by the SHA-256 of its content."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from ingest.document import Block, BlockKind, Document, Kind, Role, Source, Speaker


class DamagedDocument(Exception):
    """A stored document that is not what was written."""


def save(document: Document, folder: Path) -> Path:
    """Write a document; killed at any moment, the folder holds it whole or not at all."""
    content = json.dumps(_record(document), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    path = folder / f"{hashlib.sha256(content).hexdigest()}.json"
    folder.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(f".{os.getpid()}.partial")
    with partial.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    partial.replace(path)
    return path


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
        return _document(json.loads(content))
    except (ValueError, KeyError, TypeError) as error:
        raise DamagedDocument(f"{path} holds no document of this version; index the papers again") from error


def _record(document: Document) -> dict[str, Any]:
    record = asdict(document)
    record["date"] = document.date.isoformat() if document.date else None
    return record


def _document(record: dict[str, Any]) -> Document:
    return Document(
        **{
            **record,
            "kind": Kind(record["kind"]),
            "source": Source(**record["source"]),
            "blocks": tuple(_block(block) for block in record["blocks"]),
            "date": date.fromisoformat(record["date"]) if record["date"] else None,
            "dossiers": tuple(record["dossiers"]),
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
            "context": tuple(record["context"]) if record["context"] else None,
        }
    )
