"""One built index: made beside the live one, checked in full, made current by one atomic rename."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version as installed
from pathlib import Path

import numpy as np

from index import begun, commit, embedding, manifest, page_vectors, passage_store, rough_vectors, word_vectors
from index import lexical as lexical_index
from index import vectors as vector_store
from index.checked import Checked, Column, Rows
from index.dutch import content_words, stem
from index.embedder import Embedder
from index.embedding import Known, Progress, header
from index.errors import IndexDamaged, IndexFault, NothingToIndex, WrongModel
from index.filters import Facets
from index.lexical import LexicalIndex
from index.manifest import CHROMA, DOCUMENTS, PAGES, ROUGH, VECTORS
from index.page_vectors import PageReader, PageStore
from index.passage_store import PassageStore
from index.rough_vectors import RoughVectors, Scores, Vector
from index.summaries import notes_for
from index.vectors import Vectors
from index.word_vectors import WordVectors
from ingest import library, version
from ingest.document import Document, Passage
from ingest.library import DamagedDocument
from ingest.mapped import Mapped, one_by_one
from ingest.orders import without_orders
from ingest.passages import LENGTHS, Lengths, cut

ROUNDING = 1e-5  # Chroma scales vectors to unit length again, which moves their last digit
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
        self._rough = rough
        self.row_of = passages.row_of
        self.facets = Facets(self.documents, self.passages)
        self.document_of = {document.identifier: document for document in documents}

    @property
    def vectors(self) -> Vectors:
        """All vectors; of a large index only those of some rows should be read, by ``vectors_of``."""
        return self._vectors.all

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

    An index that is of exactly these papers already, made by this same program, stays; of another one the
    vectors of passages that are the same are taken over. Killed at any moment, the folder still has the index it had
    before, or the new one, and the next build goes on from what was made. ``mapped`` says how passages are embedded and
    read: one lot after the other, or many at a time by other processes; what is written is the same, and it is written
    here.

    Raises:
        NothingToIndex: There are no papers, or no text in them.
        IndexBusy: Another process is building in the same folder.
        IndexNotWritten: There is no room for it, or too many files are open.
    """
    passages = [passage for document in searched(documents) for passage in cut(document, lengths)]
    if not passages:
        raise NothingToIndex(f"none of the {len(documents)} papers holds text")
    root = commit.root_of(data)
    with commit.only_writer(root):
        before = _earlier(data, embedder)
        written = {library.name_of(content): content for content in map(library.to_bytes, documents)}
        # All that an index depends on, but for its embedder: the program and the papers in order.
        read_by = reader.name if reader else ""
        made_from = (f"{_program()} {lengths.most} {lengths.enough} {read_by}".rstrip(), *written)
        if before and before.made_from == made_from:
            commit.drop_others(root, keep=before.name)
            return before
        folder = root / "generations" / datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
        folder.mkdir(parents=True)
        try:
            earlier = root / "generations" / before.name / DOCUMENTS if before else None
            library.save(written.values(), folder / DOCUMENTS, earlier)
            _fill(folder, documents, passages, embedder, reader, before, progress, mapped)
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
    return library.load(commit.folder_of(root, commit.pointer(root)) / DOCUMENTS)


def searched(documents: Sequence[Document]) -> list[Document]:
    """The papers that are searched: the newest version of each, and a summary only where its paper is absent."""
    present = {document.identifier for document in documents}
    return [document for document in documents if document.summary_of not in present and not document.superseded_by]


def _earlier(data: Path, embedder: Embedder) -> Generation | None:
    """The current index; None if there is none that can be gone on from, whole to the last byte."""
    try:
        opened = open_current(data, embedder)
        folder = commit.root_of(data) / "generations" / opened.name
        manifest.check(folder, manifest.read(folder), searched_only=False)
    except (IndexFault, DamagedDocument, OSError):
        return None
    return opened


def _vectors_of(before: Generation | None) -> Known:
    """The vectors that this same program made."""
    if before is None or not before.made_from[0].startswith(f"{_program()} "):
        return {}
    return embedding.known(before.passages, before.vectors)


def _program() -> str:
    return f"{version.of(HERE)} {version.of(Path(library.__file__).parent)} chromadb-{installed('chromadb')}"


def _fill(
    folder: Path,
    documents: Sequence[Document],
    passages: Sequence[Passage],
    embedder: Embedder,
    reader: PageReader | None,
    before: Generation | None,
    progress: Progress | None,
    mapped: Mapped,
) -> None:
    """Embed the passages, read them unless they are too many, and write all that is kept of them in a generation."""
    root = folder.parent.parent
    read_now = reader if len(passages) < READ_WHEN_ASKED_FROM else None
    known = _vectors_of(before)
    vectors = embedding.embed(
        passages,
        embedder,
        known,
        None if read_now else progress,
        begun=begun.place(root, f"{_program()} {embedder.name}"),
        mapped=mapped,
    )
    _write(folder, documents, passages, embedder, vectors, before if known else None)
    if read_now:
        page_vectors.write(
            folder / PAGES,
            {document.identifier: document for document in documents},
            passages,
            read_now,
            before.pages if before else None,
            progress,
            begun=begun.place(root, f"{_program()} {read_now.name}"),
            mapped=mapped,
        )


def _write(
    folder: Path,
    documents: Sequence[Document],
    passages: Sequence[Passage],
    embedder: Embedder,
    vectors: Vectors,
    before: Generation | None,
) -> None:
    """Write all that is searched; the vectors to Chroma, and as Chroma gives them back to one file to be mapped."""
    passage_store.write(folder, passages, [document.identifier for document in library.in_order(documents)])
    notes = notes_for(passages, documents)
    texts = [
        " ".join([without_orders(passage.text), header(passage), notes.get(passage.id, "")]) for passage in passages
    ]
    words = [content_words(text) for text in texts]
    if not any(words):
        raise NothingToIndex("none of the passages holds a word that can be searched for")
    lexical_index.save(lexical_index.build([[stem(word) for word in text] for text in words]), folder / "lexical")
    titles = [content_words(f"{document.title} {document.sender}") for document in documents]
    word_vectors.save(word_vectors.build([*words, *titles], embedder), folder / "words")
    new = _came_to(before, passages, vectors) if before else None
    if before and new is not None:
        onto = folder.parent / before.name / CHROMA
        vector_store.write(folder / CHROMA, [passages[row] for row in new], vectors[new], onto)
    else:
        vector_store.write(folder / CHROMA, passages, vectors)
    stored = vector_store.read(folder / CHROMA, passages)
    if not np.allclose(stored, vectors, atol=ROUNDING):
        raise IndexDamaged(f"{folder}: Chroma does not give back the vectors that were written")
    np.save(folder / VECTORS, stored)
    if len(passages) >= ROUGH_FROM:
        rough_vectors.write(folder / ROUGH, stored)


def _came_to(before: Generation, passages: Sequence[Passage], vectors: Vectors) -> list[int] | None:
    """The rows of what came to the passages of an earlier index; None where one of those is gone or changed.

    Chroma keeps the room of what is taken out, so that all is written anew then.
    """
    rows = {passage.id: row for row, passage in enumerate(passages)}
    for passage, vector in zip(before.passages, before.vectors, strict=True):
        row = rows.pop(passage.id, None)
        if row is None or not np.array_equal(vectors[row], vector):
            return None
    return list(rows.values())


def _open(folder: Path, embedder: Embedder) -> Generation:
    written = manifest.read(folder)
    if written.embedder != embedder.name:
        raise WrongModel(f"the index was made with {written.embedder}, not with {embedder.name}")
    manifest.check(folder, written, searched_only=True)

    def opened(path: Path) -> Checked:
        return Checked(path, written.blocks.get(path.relative_to(folder).as_posix(), ()))

    passages = PassageStore(folder, opened)
    return Generation(
        name=folder.name,
        built_at=datetime.fromisoformat(written.built_at),
        made_from=written.made_from,
        documents=library.load(folder / DOCUMENTS),
        passages=passages,
        lexical=lexical_index.load(folder / "lexical", len(passages), opened),
        vectors=Column(opened(folder / VECTORS)),
        words=word_vectors.load(folder / "words", opened),
        embedder=embedder,
        pages=PageStore(folder / PAGES, opened) if (folder / PAGES).is_dir() else None,
        rough=RoughVectors(folder / ROUGH, opened) if (folder / ROUGH).is_dir() else None,
    )
