"""The only translator between our passages and llama-index's nodes: provenance survives the round trip."""

from __future__ import annotations

import json
from typing import Any

from llama_index.core.schema import NodeRelationship, RelatedNodeInfo, TextNode

from ingest.document import BlockKind, Passage, Role, Speaker


def to_node(passage: Passage, embedding: list[float]) -> TextNode:
    """A passage as a llama-index node; its metadata is never embedded or shown to a model as text."""
    metadata = to_record(passage)
    del metadata["text"]
    metadata["path"] = json.dumps(metadata["path"], ensure_ascii=False)  # Chroma keeps flat values only
    metadata["page"] = -1 if passage.page is None else passage.page
    return TextNode(
        id_=passage.id,
        text=passage.text,
        embedding=embedding,
        metadata=metadata,
        excluded_embed_metadata_keys=list(metadata),
        excluded_llm_metadata_keys=list(metadata),
        relationships={NodeRelationship.SOURCE: RelatedNodeInfo(node_id=passage.document)},
    )


def from_node(node: TextNode) -> Passage:
    """The passage that a node was made of."""
    metadata = dict(node.metadata)
    metadata["path"] = json.loads(metadata["path"])
    metadata["page"] = None if metadata["page"] == -1 else metadata["page"]
    return from_record({"text": node.text, **metadata})


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
