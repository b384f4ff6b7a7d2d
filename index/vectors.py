"""The passages' vectors, kept in Chroma, and in one file as Chroma gives them back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.errors import IndexDamaged, IndexNotWritten
from index.growth import Growth
from index.manifest import CHROMA, VECTORS
from index.room import room_for
from ingest.document import Passage

COLLECTION = "passages"
BATCH = 2_000  # passages a write; under Chroma's own limit

ROUNDING = 1e-5  # Chroma scales vectors to unit length again, which moves their last digit

Vectors = NDArray[np.float32]


def write_all(folder: Path, passages: Sequence[Passage], came: Vectors, growth: Growth) -> Vectors:
    """Write the vectors of an index to Chroma, and as Chroma gives them back to one file, which is given mapped.

    Those that are taken over were given back by Chroma before. Where all of an earlier index stay, the others come
    beside them in a copy of its folder; otherwise all are written anew, for Chroma keeps the room of what is taken out.

    Args:
        folder: Of the index that is made.
        passages: All of it.
        came: The vectors of those that come.
        growth: From which earlier index.

    Raises:
        IndexDamaged: Chroma does not give back what was written.
        IndexNotWritten: There is no room for it, or Chroma cannot read back what it wrote.
    """
    vectors = room_for(folder / VECTORS, (len(growth), came.shape[1]), np.float32)
    growth.merged(np.load(growth.earlier / VECTORS, mmap_mode="r") if growth.earlier else None, came, vectors)
    onto = growth.earlier / CHROMA if growth.earlier and not len(growth.gone) else None
    rows = growth.new if onto else slice(None)
    fresh = growth.came if onto else passages
    write(folder / CHROMA, fresh, vectors[rows], onto)
    if len(fresh):
        stored = read(folder / CHROMA, fresh, len(growth) - len(fresh))
        if not np.allclose(stored, vectors[rows], atol=ROUNDING):
            raise IndexDamaged(f"{folder}: Chroma does not give back the vectors that were written")
        vectors[rows] = stored
    return vectors


def write(folder: Path, passages: Sequence[Passage], vectors: Vectors, onto: Path | None = None) -> None:
    """Store vectors, float32 (n_passages, dim), in a new Chroma folder under the ids of their passages.

    With an earlier folder ``onto`` they come beside those that are in it, in a copy of it. An id names the paper and
    the place in it. Texts and particulars are not stored a second time: Chroma keeps and indexes them in six times as
    much room as the vectors, and nothing reads them there.

    Raises:
        IndexNotWritten: Chroma cannot write them, or there is no room for the copy.
    """
    if onto:
        _copy(onto, folder)
    with _failing(), closing(_client(folder)) as client:
        kept = client.get_or_create_collection(
            COLLECTION, embedding_function=None, configuration={"hnsw": {"space": "cosine"}}
        )
        for start in range(0, len(passages), BATCH):
            lot = slice(start, start + BATCH)
            kept.add(ids=[passage.id for passage in passages[lot]], embeddings=vectors[lot])


def read(folder: Path, passages: Sequence[Passage], beside: int = 0) -> Vectors:
    """The vectors of passages that were just written, in their order; float32 (n_passages, dim), rows of unit length.

    Raises:
        IndexDamaged: Chroma does not hold exactly these passages, and so many others ``beside`` them.
        IndexNotWritten: Chroma cannot read them, as with too many open files, or has no room for the copy it reads.
    """
    if not (folder / "chroma.sqlite3").is_file():
        raise IndexDamaged(f"no Chroma database in {folder}")
    # Beside it, so that what a killed build leaves goes with its generation.
    with TemporaryDirectory(prefix="passend-", dir=folder.parent) as copy:
        # Chroma writes in the files that it opens; those of an index stay as they were built.
        _copy(folder, Path(copy))
        with _failing(), collection(Path(copy)) as opened:
            count = opened.count()
            found = [_stored(opened, passages[start : start + BATCH]) for start in range(0, len(passages), BATCH)]
    if count != len(passages) + beside or any(lot is None for lot in found):
        raise IndexDamaged(f"{folder} holds {count} vectors, not those of the {len(passages) + beside} passages")
    return np.concatenate([lot for lot in found if lot is not None])


@contextmanager
def collection(folder: Path) -> Iterator[Any]:
    """Chroma's own collection of the passages; it may write in the folder."""
    with closing(_client(folder)) as client:
        yield client.get_collection(COLLECTION, embedding_function=None)


def _copy(folder: Path, target: Path) -> None:
    try:
        shutil.copytree(folder, target, dirs_exist_ok=True)
    except OSError as error:
        raise IndexNotWritten(f"{folder} cannot be copied: {error}") from error


def _stored(opened: Any, passages: Sequence[Passage]) -> Vectors | None:
    """The vectors of some passages, in their order; None if one is not there."""
    ids = [passage.id for passage in passages]
    stored = opened.get(ids=ids, include=["embeddings"])
    row_of = {passage_id: row for row, passage_id in enumerate(stored["ids"])}
    if len(row_of) < len(ids):
        return None
    return np.asarray(stored["embeddings"], dtype=np.float32)[[row_of[one] for one in ids]]


@contextmanager
def _failing() -> Iterator[None]:
    """Let what Chroma raises be IndexNotWritten.

    Those are its own, sqlite's and Rust's errors: they have no common base, and a panic of Rust is no Exception even.
    """
    try:
        yield
    except (KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException as error:
        raise IndexNotWritten(f"Chroma failed: {error}") from error


def _client(folder: Path) -> Any:
    import chromadb
    from chromadb.config import Settings

    return chromadb.PersistentClient(path=str(folder), settings=Settings(anonymized_telemetry=False))
