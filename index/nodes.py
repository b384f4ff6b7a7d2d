"""The only translator between our passages and llama-index's nodes: provenance survives the round trip."""

from __future__ import annotations

import json

from llama_index.core.schema import NodeRelationship, RelatedNodeInfo, TextNode

from index.records import from_record, to_record
from ingest.document import Passage


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
