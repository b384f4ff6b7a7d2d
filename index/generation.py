"""One built index: made beside the live one, checked in full, made current by one atomic rename."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np

from index import commit, embedding, word_vectors
from index import lexical as lexical_index
from index import vectors as vector_store
from index.commit import MANIFEST
from index.dutch import terms
from index.embedder import Embedder
from index.embedding import Known, Progress, header
from index.errors import IndexDamaged, IndexFault, NothingToIndex, WrongModel
from index.filters import Facets
from index.lexical import LexicalIndex
from index.records import from_record, to_record
from index.summaries import notes_for
from index.vectors import Vectors
from index.word_vectors import WordVectors
from ingest import library, version
from ingest.document import Document, Passage
from ingest.library import DamagedDocument
from ingest.passages import LENGTHS, Lengths, cut

FORMAT = 2  # of the files of a generation
ROUNDING = 1e-5  # Chroma scales vectors to unit length again, which moves their last digit
HERE = Path(__file__).parent


class Generation:
    """An opened index, read-only and safe to share between threads.

    ``vectors`` is float32 (n_passages, dim), rows of unit length, in the order of ``passages``.
    """

    def __init__(
        self,
        *,
        name: str,
        built_at: datetime,
        made_from: Sequence[str],
        documents: Sequence[Document],
        passages: Sequence[Passage],
        lexical: LexicalIndex,
        vectors: Vectors,
        words: WordVectors,
        embedder: Embedder,
    ) -> None:
        self.name = name
        self.built_at = built_at
        self.made_from = tuple(made_from)
        self.documents = tuple(documents)
        self.passages = tuple(passages)
        self.lexical = lexical
        self.vectors = vectors
        self.words = words
        self.embedder = embedder
        self.embedder_name = embedder.name
        self.facets = Facets(self.documents, self.passages)
        self.document_of = {document.identifier: document for document in documents}


def build(
    documents: Sequence[Document],
    data: Path,
    *,
    embedder: Embedder,
    progress: Progress | None = None,
    lengths: Lengths = LENGTHS,
) -> Generation:
    """Make an index of these papers the current one of the folder ``data``.

    An index that is of exactly these papers already, made by this same program, stays; of another one the
    vectors of passages that are the same are taken over. Killed at any moment, the folder still
    has the index it had before, or the new one.

    Raises:
        NothingToIndex: There are no papers, or no text in them.
        IndexBusy: Another process is building in the same folder.
    """
    passages = [passage for document in searched(documents) for passage in cut(document, lengths)]
    if not passages:
        raise NothingToIndex(f"none of the {len(documents)} papers holds text")
    root = commit.root_of(data)
    with commit.only_writer(root):
        before = _earlier(data, embedder)
        made_from = _made_from(documents, lengths)
        if before and before.made_from == made_from:
            commit.drop_others(root, keep=before.name)
            return before
        name = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
        folder = root / "generations" / name
        folder.mkdir(parents=True)
        try:
            _save(documents, made_from[1:], folder, root / "generations" / before.name if before else folder)
            vectors = _write(folder, documents, passages, embedder, _vectors_of(before), progress)
            _seal(folder, made_from, vectors, embedder)
            opened = _open(folder, embedder)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        commit.make_current(root, name)
        commit.drop_others(root, keep=name)
    return opened


def open_current(data: Path, embedder: Embedder) -> Generation:
    """Open the current index of a data folder.

    Raises:
        IndexMissing: There is none.
        IndexDamaged: It does not match its manifest.
        WrongModel: It was made with another embedder.
    """
    root = commit.root_of(data)
    while True:
        pointer = commit.pointer(root)
        try:
            opened = _open(commit.folder_of(root, pointer), embedder)
        except (IndexDamaged, OSError):
            if commit.pointer(root) == pointer:
                raise
        else:
            # A build that ended meanwhile has removed what was being read.
            if commit.pointer(root) == pointer:
                return opened


def stored_papers(data: Path) -> tuple[Document, ...]:
    """The papers of the current index of a data folder, without opening all of it.

    Raises:
        IndexMissing: There is none.
        IndexDamaged: What names it is damaged.
        DamagedDocument: A paper is.
    """
    root = commit.root_of(data)
    return library.load(commit.folder_of(root, commit.pointer(root)) / "documents")


def searched(documents: Sequence[Document]) -> list[Document]:
    """The papers that are searched: the newest version of each, and a summary only where its paper is absent."""
    present = {document.identifier for document in documents}
    return [document for document in documents if document.summary_of not in present and not document.superseded_by]


def _earlier(data: Path, embedder: Embedder) -> Generation | None:
    """The current index; None if there is none that can be gone on from."""
    try:
        return open_current(data, embedder)
    except (IndexFault, DamagedDocument, OSError):
        return None


def _vectors_of(before: Generation | None) -> Known:
    """The vectors that this same program made."""
    if before is None or not before.made_from[0].startswith(_program()):
        return {}
    return embedding.known(before.passages, before.vectors)


def _made_from(documents: Sequence[Document], lengths: Lengths) -> tuple[str, ...]:
    """All that an index of these papers depends on, but for its embedder: the program and the papers in order."""
    return (
        f"{_program()} {lengths.most} {lengths.enough}",
        *(library.name_of(library.to_bytes(document)) for document in documents),
    )


def _program() -> str:
    return f"{version.of(HERE)} {version.of(Path(library.__file__).parent)}"


def _save(documents: Sequence[Document], names: Sequence[str], folder: Path, earlier: Path) -> None:
    """Store the papers; those that an earlier generation stored are shared with it."""
    for document, name in zip(documents, names, strict=True):
        if not library.take_over(name, earlier / "documents", folder / "documents"):
            library.save(document, folder / "documents")


def _write(
    folder: Path,
    documents: Sequence[Document],
    passages: Sequence[Passage],
    embedder: Embedder,
    known: Known,
    progress: Progress | None,
) -> Vectors:
    """Write all that is searched; gives the vectors as Chroma gives them back."""
    with (folder / "passages.jsonl").open("w", encoding="utf-8") as lines:
        for passage in passages:
            lines.write(json.dumps(to_record(passage), ensure_ascii=False) + "\n")
    notes = notes_for(passages, documents)
    texts = [" ".join([passage.text, header(passage), notes.get(passage.id, "")]) for passage in passages]
    lexical_index.save(lexical_index.build([terms(text) for text in texts]), folder / "lexical")
    word_vectors.save(word_vectors.build([*texts, *_titles(documents)], embedder), folder / "words")
    vectors = embedding.embed(passages, embedder, known, progress)
    vector_store.write(folder / "chroma", passages, vectors)
    stored = vector_store.read(folder / "chroma", passages)
    if not np.allclose(stored, vectors, atol=ROUNDING):
        raise IndexDamaged(f"{folder}: Chroma does not give back the vectors that were written")
    return stored


def _seal(folder: Path, made_from: Sequence[str], vectors: Vectors, embedder: Embedder) -> None:
    """Write down what a generation is made from and what each of its files holds."""
    manifest = {
        "format": FORMAT,
        "built_at": datetime.now(UTC).isoformat(),
        "embedder": embedder.name,
        "passages": len(vectors),
        "vectors": _hash(vectors),
        "made_from": made_from,
        "files": commit.digests(folder),
    }
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=1), encoding="utf-8")


def _titles(documents: Sequence[Document]) -> list[str]:
    return [f"{document.title} {document.sender}" for document in documents]


def _open(folder: Path, embedder: Embedder) -> Generation:
    manifest = _manifest(folder)
    if manifest["embedder"] != embedder.name:
        raise WrongModel(f"the index was made with {manifest['embedder']}, not with {embedder.name}")
    changed = [name for name, digest in manifest["files"].items() if commit.digest(folder / name) != digest]
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
        made_from=manifest["made_from"],
        documents=library.load(folder / "documents"),
        passages=passages,
        lexical=lexical_index.load(folder / "lexical", len(passages)),
        vectors=vectors,
        words=word_vectors.load(folder / "words"),
        embedder=embedder,
    )


def _manifest(folder: Path) -> dict[str, Any]:
    manifest: dict[str, Any] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    if manifest["format"] != FORMAT:
        raise IndexDamaged(f"{folder} has format {manifest['format']}, this program reads {FORMAT}")
    return manifest


def _hash(vectors: Vectors) -> str:
    return hashlib.sha256(np.ascontiguousarray(vectors).tobytes()).hexdigest()
