"""One built index: made beside the live one, checked in full, made current by one atomic rename."""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np

from index import lexical as lexical_index
from index import vectors as vector_store
from index import word_vectors
from index.dutch import terms
from index.embedder import Embedder
from index.errors import IndexBusy, IndexDamaged, IndexMissing, NothingToIndex, WrongModel
from index.lexical import LexicalIndex
from index.records import from_record, to_record
from index.summaries import notes_for
from index.vectors import Vectors
from index.word_vectors import WordVectors
from ingest import library
from ingest.document import Document, Passage
from ingest.passages import cut

FORMAT = 1  # of the files of a generation
CONTEXT_SHARE = 0.3  # of a passage's vector that its headings and question make up; measured on the open half
ROUNDING = 1e-5  # Chroma scales vectors to unit length again, which moves their last digit
POINTER = re.compile(r"(\d{8}T\d{12}) ([0-9a-f]{64})")  # the current generation and the SHA-256 of its manifest
BATCH = 256  # passages embedded between two reports of progress

Progress = Callable[[int, int], None]


class Generation:
    """An opened index, read-only and safe to share between threads.

    ``vectors`` is float32 (n_passages, dim), rows of unit length, in the order of ``passages``.
    """

    def __init__(
        self,
        *,
        name: str,
        built_at: datetime,
        documents: Sequence[Document],
        passages: Sequence[Passage],
        lexical: LexicalIndex,
        vectors: Vectors,
        words: WordVectors,
        embedder: Embedder,
    ) -> None:
        self.name = name
        self.built_at = built_at
        self.documents = tuple(documents)
        self.passages = tuple(passages)
        self.lexical = lexical
        self.vectors = vectors
        self.words = words
        self.embedder = embedder
        self.embedder_name = embedder.name
        self.document_of = {document.identifier: document for document in documents}


def build(
    documents: Sequence[Document], data: Path, *, embedder: Embedder, progress: Progress | None = None
) -> Generation:
    """Build an index of these papers and make it the current one of the folder ``data``.

    Killed at any moment, the folder still has the index it had before, or the new one.

    Raises:
        NothingToIndex: There are no papers, or no text in them.
        IndexBusy: Another process is building in the same folder.
    """
    passages = [passage for document in searched(documents) for passage in cut(document)]
    if not passages:
        raise NothingToIndex(f"none of the {len(documents)} papers holds text")
    root = _root(data)
    with _only_writer(root):
        name = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
        folder = root / "generations" / name
        folder.mkdir(parents=True)
        try:
            _write(folder, documents, passages, embedder, progress)
            _sync(folder)
            opened = _open(folder, embedder)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        _make_current(root, name)
        _drop_old(root, keep=name)
    return opened


def open_current(data: Path, embedder: Embedder) -> Generation:
    """Open the current index of a data folder.

    Raises:
        IndexMissing: There is none.
        IndexDamaged: It does not match its manifest.
        WrongModel: It was made with another embedder.
    """
    root = _root(data)
    while True:
        pointer = _pointer(root)
        try:
            opened = _open(_folder(root, pointer), embedder)
        except (IndexDamaged, OSError):
            if _pointer(root) == pointer:
                raise
        else:
            # A build that ended meanwhile has removed what was being read.
            if _pointer(root) == pointer:
                return opened


def searched(documents: Sequence[Document]) -> list[Document]:
    """The papers that are searched: a summary steps back where the paper itself is present."""
    present = {document.identifier for document in documents}
    return [document for document in documents if document.summary_of not in present]


def _write(
    folder: Path,
    documents: Sequence[Document],
    passages: Sequence[Passage],
    embedder: Embedder,
    progress: Progress | None,
) -> None:
    for document in documents:
        library.save(document, folder / "documents")
    with (folder / "passages.jsonl").open("w", encoding="utf-8") as lines:
        for passage in passages:
            lines.write(json.dumps(to_record(passage), ensure_ascii=False) + "\n")
    notes = notes_for(passages, documents)
    texts = [" ".join([passage.text, header(passage), notes.get(passage.id, "")]) for passage in passages]
    lexical_index.save(lexical_index.build([terms(text) for text in texts]), folder / "lexical")
    word_vectors.save(word_vectors.build([*texts, *_titles(documents)], embedder), folder / "words")
    vectors = _embed(passages, embedder, progress)
    vector_store.write(folder / "chroma", passages, vectors)
    stored = vector_store.read(folder / "chroma", passages)
    if not np.allclose(stored, vectors, atol=ROUNDING):
        raise IndexDamaged(f"{folder}: Chroma does not give back the vectors that were written")
    manifest = {
        "format": FORMAT,
        "built_at": datetime.now(UTC).isoformat(),
        "embedder": embedder.name,
        "passages": len(passages),
        "vectors": _hash(stored),
        "files": _hashes(folder),
    }
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1), encoding="utf-8")


def header(passage: Passage) -> str:
    """What stands above a passage: its headings and the question that it answers."""
    return " ".join([*passage.path, passage.context])


def _titles(documents: Sequence[Document]) -> list[str]:
    return [f"{document.title} {document.sender}" for document in documents]


def _embed(passages: Sequence[Passage], embedder: Embedder, progress: Progress | None) -> Vectors:
    parts = []
    for start in range(0, len(passages), BATCH):
        batch = passages[start : start + BATCH]
        own = embedder.encode_passages([passage.text for passage in batch])
        above = embedder.encode_passages([header(passage) or passage.text for passage in batch])
        parts.append((1 - CONTEXT_SHARE) * own + CONTEXT_SHARE * above)
        if progress:
            progress(start + len(batch), len(passages))
    vectors = np.concatenate(parts).astype(np.float32)
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, 1e-9), dtype=np.float32)


def _open(folder: Path, embedder: Embedder) -> Generation:
    manifest = _manifest(folder)
    if manifest["embedder"] != embedder.name:
        raise WrongModel(f"the index was made with {manifest['embedder']}, not with {embedder.name}")
    changed = [name for name, digest in manifest["files"].items() if _digest(folder / name) != digest]
    if changed:
        raise IndexDamaged(f"{folder}: changed or missing since it was built: {', '.join(changed[:3])}")
    lines = (folder / "passages.jsonl").read_text(encoding="utf-8").splitlines()
    passages = [from_record(json.loads(line)) for line in lines]
    vectors = vector_store.read(folder / "chroma", passages)
    if _hash(vectors) != manifest["vectors"]:
        raise IndexDamaged(f"{folder}: the vectors are not those that were written")
    return Generation(
        name=folder.name,
        built_at=datetime.fromisoformat(manifest["built_at"]),
        documents=library.load(folder / "documents"),
        passages=passages,
        lexical=lexical_index.load(folder / "lexical", len(passages)),
        vectors=vectors,
        words=word_vectors.load(folder / "words"),
        embedder=embedder,
    )


def _pointer(root: Path) -> str:
    try:
        return (root / "current").read_text(encoding="ascii")
    except (FileNotFoundError, NotADirectoryError):
        raise IndexMissing(f"no index in {root}; run 'passend index'") from None
    except (OSError, UnicodeDecodeError) as error:
        raise IndexDamaged(f"{root / 'current'} does not name a generation: {error}") from error


def _folder(root: Path, pointer: str) -> Path:
    """The folder that a pointer names, once its manifest is known to be the one that was written."""
    named = POINTER.fullmatch(pointer)
    if not named:
        raise IndexDamaged(f"{root / 'current'} does not name a generation: {pointer!r}")
    folder = root / "generations" / named[1]
    if _digest(folder / "manifest.json") != named[2]:
        raise IndexDamaged(f"{folder}: the manifest is missing or not the one that was written")
    return folder


def _manifest(folder: Path) -> dict[str, Any]:
    manifest: dict[str, Any] = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    if manifest["format"] != FORMAT:
        raise IndexDamaged(f"{folder} has format {manifest['format']}, this program reads {FORMAT}")
    return manifest


def _hashes(folder: Path) -> dict[str, str]:
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): _digest(path) for path in paths}


def _hash(vectors: Vectors) -> str:
    return hashlib.sha256(np.ascontiguousarray(vectors).tobytes()).hexdigest()


def _digest(path: Path) -> str:
    if not path.is_file():
        return ""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _root(data: Path) -> Path:
    return data / "index"


@contextmanager
def _only_writer(root: Path) -> Iterator[None]:
    root.mkdir(parents=True, exist_ok=True)
    with (root / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise IndexBusy(f"another process is building in {root}") from error
        yield  # closing the file releases the lock, also when the process is killed


def _sync(folder: Path) -> None:
    for path in [*folder.rglob("*"), folder, folder.parent]:
        _sync_path(path)


def _make_current(root: Path, name: str) -> None:
    manifest = root / "generations" / name / "manifest.json"
    draft = root / "current.new"
    with draft.open("w", encoding="ascii") as pointer:
        pointer.write(f"{name} {_digest(manifest)}")
        pointer.flush()
        os.fsync(pointer.fileno())
    draft.replace(root / "current")
    _sync_path(root)


def _sync_path(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _drop_old(root: Path, keep: str) -> None:
    """Remove what came before, and what a killed build left; only the writer comes here."""
    for folder in (root / "generations").iterdir():
        if folder.name != keep:
            shutil.rmtree(folder, ignore_errors=True)
