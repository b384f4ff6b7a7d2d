"""Passages as plain values, to be written down as JSON."""

from __future__ import annotations

from typing import Any

from ingest.document import BlockKind, Passage, Role, Speaker


def to_record(passage: Passage) -> dict[str, Any]:
    """A passage as plain values, for JSON."""
    return {
        "id": passage.id,
        "document": passage.document,
        "text": passage.text,
        "start": passage.start,
        "end": passage.end,
        "path": list(passage.path),
        "place": passage.place,
        "kind": passage.kind.value,
        "role": passage.speaker.role.value,
        "speaker": passage.speaker.name,
        "context": passage.context,
        "page": passage.page,
    }


def from_record(record: dict[str, Any]) -> Passage:
    """The passage that ``to_record`` wrote down."""
    values = dict(record)
    speaker = Speaker(role=Role(values.pop("role")), name=values.pop("speaker"))
    return Passage(**values | {"path": tuple(values["path"]), "kind": BlockKind(values["kind"]), "speaker": speaker})
