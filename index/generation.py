"""One built index: made beside the live one, checked in full, made current by one atomic rename."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import cached_property
from importlib.metadata import version as installed
from pathlib import Path

import numpy as np

from index import (
    begun,
    commit,
    embedding,
    manifest,
    page_vectors,
    passage_store,
    rough_vectors,
    sentence_vectors,
    word_vectors,
    words,
)
from index import lexical as lexical_index
from index import vectors as vector_store
from index.checked import Checked, Column, Rows
from index.embedder import Embedder
from index.embedding import Known, Progress
from index.errors import IndexDamaged, IndexFault, NothingToIndex, WrongModel
from index.filters import Facets
from index.growth import Growth, grown, rows_of
from index.lexical import LexicalIndex
from index.manifest import DOCUMENTS, LEXICAL, PAGES, ROUGH, SENTENCES, VECTORS, WORDS
from index.page_vectors import PageReader, PageStore
from index.passage_store import PassageStore
from index.rough_vectors import RoughVectors, Scores, Vector
from index.sentence_vectors import SentenceVectors
from index.vectors import Vectors
from index.word_vectors import WordVectors
from ingest import library, version
from ingest.document import Document
from ingest.library import DamagedDocument
from ingest.mapped import Mapped, one_by_one
from ingest.passages import LENGTHS, Lengths

READ_WHEN_ASKED_FROM = 50_000  # passages; what the reader keeps of so many takes 5 GB
ROUGH_FROM = 100_000  # passages; below, multiplying with the exact vectors takes a few milliseconds
HERE = Path(__file__).parent


class Generation:
    """An opened index, read-only and safe to share between threads.

    ``vectors`` are float32 (n_passages, dim), rows of unit length, in the order of ``passages``.
    """

    def __init__(
        self,
        *,
        name: str,
        built_at: datetime,
        made_from: Sequence[str],
        documents: Sequence[Document],
        passages: PassageStore,
        lexical: LexicalIndex,
        vectors: Column,
        words: WordVectors,
        embedder: Embedder,
        pages: PageStore | None = None,
        sentences: SentenceVectors | None = None,
        rough: RoughVectors | None = None,
    ) -> None:
        self.name = name
        self.built_at = built_at
        self.made_from = tuple(made_from)
        self.documents = tuple(documents)
        self.passages = passages
        self.lexical = lexical
        self._vectors = vectors
        self.words = words
        self.embedder = embedder
        self.pages = pages
        self.sentences = sentences
        self._rough = rough
        self.row_of = passages.row_of
        self.facets = Facets(self.documents, self.passages)
        self.document_of = {document.identifier: document for document in documents}

    @property
    def vectors(self) -> Vectors:
        """All vectors; of a large index only those of some rows should be read, by ``vectors_of``."""
        return self._vectors.all

    @cached_property
    def named(self) -> dict[str, Document]:
        """The papers by name, in their order: the SHA-256 of all that each says."""
        return {library.name_of(document): document for document in self.documents}

    def vectors_of(self, rows: Rows) -> Vectors:
        """The vectors of the passages in some rows, float32 (n_rows, dim)."""
        return self._vectors[rows]

    def cosines(self, vector: Vector) -> tuple[Scores, float]:
        """The cosine of each passage with a vector of unit length, float32 (n_passages,), and how far one may be off.

        That is 0 but for a large index, which is searched by rounded vectors first.
        """
        return (self.vectors @ vector, 0.0) if self._rough is None else self._rough.cosines(vector)


def build(
    documents: Sequence[Document],
    data: Path,
    *,
    embedder: Embedder,
    reader: PageReader | None = None,
    progress: Progress | None = None,
    lengths: Lengths = LENGTHS,
    mapped: Mapped = one_by_one,
) -> Generation:
    """Make an index of these papers the current one of the folder ``data``.

    An index that is of exactly these papers already, made by this same program, stays; what another one has of papers
    that are the same is taken over, row by row. Killed at any moment, the folder still has the index it had
    before, or the new one, and the next build goes on from what was made. ``mapped`` says how passages are embedded and
    read: one lot after the other, or many at a time by other processes; what is written is the same, and it is written
    here.

    Raises:
        NothingToIndex: There are no papers, or no text in them.
        IndexBusy: Another process is building in the same folder.
        IndexNotWritten: There is no room for it, or too many files are open.
        IndexDamaged: What was written is not what is read back.
    """
    root = commit.root_of(data)
    with commit.only_writer(root):
        before = _earlier(root, embedder)
        papers = {library.name_of(document): document for document in documents}
        made_from = (made_by(lengths, reader), *papers)  # all that an index depends on, but for its embedder
        if before and before.made_from == made_from:
            commit.drop_others(root, keep=before.name)
            return before
        same = before if before and before.made_from[0] == made_from[0] else None
        rows = rows_of(searched(same.documents), same.named, same.passages.papers) if same else {}
        earlier = root / "generations" / before.name if before else None
        growth = grown(searched(tuple(papers.values())), papers, lengths, rows, earlier)
        if not len(growth):
            raise NothingToIndex(f"none of the {len(documents)} papers holds text")
        folder = root / "generations" / datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
        folder.mkdir(parents=True)
        try:
            library.save(papers.values(), folder / DOCUMENTS, earlier / DOCUMENTS if earlier else None)
            _fill(folder, papers, growth, embedder, reader, before, progress, mapped)
            manifest.seal(folder, embedder=embedder.name, made_from=made_from)
            opened = _open(folder, embedder)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        commit.make_current(root, folder.name)
        commit.drop_others(root, keep=folder.name)
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
        except (IndexDamaged, DamagedDocument, OSError):
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
    return library.load(commit.folder_of(root, commit.pointer(root)) / DOCUMENTS)


def searched(documents: Sequence[Document]) -> list[Document]:
    """The papers that are searched: the newest version of each, and a summary only where its paper is absent."""
    present = {document.identifier for document in documents}
    return [document for document in documents if document.summary_of not in present and not document.superseded_by]


def _earlier(root: Path, embedder: Embedder) -> Generation | None:
    """The current index; None if there is none that can be gone on from, whole to the last byte."""
    try:
        return _open(commit.folder_of(root, commit.pointer(root)), embedder, searched_only=False)
    except (IndexFault, DamagedDocument, OSError):
        return None


def made_by(lengths: Lengths = LENGTHS, reader: PageReader | None = None) -> str:
    """The program, and how it cuts and reads papers."""
    return f"{_program()} {lengths.most} {lengths.enough} {reader.name if reader else ''}".rstrip()


def _program() -> str:
    return f"{version.of(HERE)} {version.of(Path(library.__file__).parent)} chromadb-{installed('chromadb')}"


def _fill(
    folder: Path,
    papers: Mapping[str, Document],
    growth: Growth,
    embedder: Embedder,
    reader: PageReader | None,
    before: Generation | None,
    progress: Progress | None,
    mapped: Mapped,
) -> None:
    """Write all that is searched; embed the passages that come, and read all of them unless they are too many."""
    root = folder.parent.parent
    read_now = reader if len(growth) < READ_WHEN_ASKED_FROM else None
    passage_store.write(folder, growth)
    passages = PassageStore(folder)
    words.write(folder, papers, growth, before if growth.earlier else None, embedder)
    vectors = embedding.embed(
        growth.came,
        embedder,
        _vectors_of(before, growth),
        _beside(len(growth) - len(growth.came), progress) if progress and not read_now else None,
        begun=begun.place(root, f"{_program()} {embedder.name}"),
        mapped=mapped,
    )
    stored = vector_store.write_all(folder, passages, vectors, growth)
    if len(growth) >= ROUGH_FROM:
        rough_vectors.write(folder / ROUGH, stored, growth)
    if read_now:
        page_vectors.write(
            folder / PAGES,
            {document.identifier: document for document in papers.values()},
            passages,
            read_now,
            before.pages if before else None,
            progress,
            begun=begun.place(root, f"{_program()} {read_now.name}"),
            mapped=mapped,
        )
        sentence_vectors.write(folder / SENTENCES, PageStore(folder / PAGES))


def _beside(taken: int, progress: Progress) -> Progress:
    """Tells of all passages how many are done, given that so many are taken over."""
    return lambda done, of: progress(taken + done, taken + of)


def _vectors_of(before: Generation | None, growth: Growth) -> Known:
    """The vectors that this same program made of passages that are not taken over as they lie."""
    if before is None or not before.made_from[0].startswith(f"{_program()} "):
        return {}
    gone = growth.gone if growth.earlier else np.arange(len(before.passages))
    return embedding.known([before.passages[row] for row in gone], before.vectors_of(gone))


def _open(folder: Path, embedder: Embedder, *, searched_only: bool = True) -> Generation:
    written = manifest.read(folder)
    if written.embedder != embedder.name:
        raise WrongModel(f"the index was made with {written.embedder}, not with {embedder.name}")
    manifest.check(folder, written, searched_only=searched_only)

    def opened(path: Path) -> Checked:
        return Checked(path, written.blocks.get(path.relative_to(folder).as_posix(), ()))

    passages = PassageStore(folder, opened)
    return Generation(
        name=folder.name,
        built_at=datetime.fromisoformat(written.built_at),
        made_from=written.made_from,
        documents=library.load(folder / DOCUMENTS),
        passages=passages,
        lexical=lexical_index.load(folder / LEXICAL, len(passages), opened),
        vectors=Column(opened(folder / VECTORS)),
        words=word_vectors.load(folder / WORDS, opened),
        embedder=embedder,
        pages=PageStore(folder / PAGES, opened) if (folder / PAGES).is_dir() else None,
        sentences=SentenceVectors(folder / SENTENCES, opened) if (folder / SENTENCES).is_dir() else None,
        rough=RoughVectors(folder / ROUGH, opened) if (folder / ROUGH).is_dir() else None,
    )
