"""The passages' vectors, kept in Chroma."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.errors import IndexDamaged, IndexFault, IndexNotWritten
from ingest.document import Passage

COLLECTION = "passages"
BATCH = 2_000  # passages a write; under Chroma's own limit

Vectors = NDArray[np.float32]


def write(folder: Path, passages: Sequence[Passage], vectors: Vectors) -> None:
    """Store vectors, float32 (n_passages, dim), with their passages in a new Chroma folder.

    Raises:
        IndexNotWritten: Chroma cannot write them.
    """
    from llama_index.vector_stores.chroma import ChromaVectorStore

    from index.nodes import to_node

    with _failing_as(IndexNotWritten), closing(_client(folder)) as client:
        created = client.create_collection(
            COLLECTION, embedding_function=None, configuration={"hnsw": {"space": "cosine"}}
        )
        store = ChromaVectorStore(chroma_collection=created)
        for start in range(0, len(passages), BATCH):
            rows = zip(passages[start : start + BATCH], vectors[start : start + BATCH].tolist(), strict=True)
            store.add([to_node(passage, row) for passage, row in rows])


def read(folder: Path, passages: Sequence[Passage]) -> Vectors:
    """The vectors of the passages, in their order; float32 (n_passages, dim), rows of unit length.

    Raises:
        IndexDamaged: Chroma cannot be read or does not hold exactly these passages.
    """
    if not (folder / "chroma.sqlite3").is_file():
        raise IndexDamaged(f"no Chroma database in {folder}")
    # Beside it, so that what a killed build leaves goes with its generation; elsewhere where only reading is allowed.
    beside = folder.parent if os.access(folder.parent, os.W_OK) else None
    with TemporaryDirectory(prefix="passend-", dir=beside) as copy:
        # Chroma writes in the files that it opens; those of an index stay as they were built.
        shutil.copytree(folder, copy, dirs_exist_ok=True)
        stored = _stored(Path(copy))
    row_of = {passage_id: row for row, passage_id in enumerate(stored["ids"])}
    if row_of.keys() != {passage.id for passage in passages}:
        raise IndexDamaged(f"{folder} holds {len(row_of)} vectors, not those of the {len(passages)} passages")
    vectors = np.asarray(stored["embeddings"], dtype=np.float32)
    return vectors[[row_of[passage.id] for passage in passages]]


@contextmanager
def collection(folder: Path) -> Iterator[Any]:
    """Chroma's own collection of the passages; it may write in the folder."""
    with closing(_client(folder)) as client:
        yield client.get_collection(COLLECTION, embedding_function=None)


def _stored(folder: Path) -> Any:
    with _failing_as(IndexDamaged), collection(folder) as opened:
        return opened.get(include=["embeddings"])


@contextmanager
def _failing_as(fault: type[IndexFault]) -> Iterator[None]:
    """Let what Chroma raises be this fault.

    Those are its own, sqlite's and Rust's errors: they have no common base, and a panic of Rust is no Exception even.
    """
    try:
        yield
    except (KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException as error:
        raise fault(f"Chroma failed: {error}") from error


def _client(folder: Path) -> Any:
    import chromadb
    from chromadb.config import Settings

    return chromadb.PersistentClient(path=str(folder), settings=Settings(anonymized_telemetry=False))
