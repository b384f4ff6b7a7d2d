"""Building the index of some folders, and opening an assistant over it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.assistant import Assistant
from index import embedder as embedders
from index import generation as generations
from index.errors import IndexMissing
from index.generation import Generation
from ingest.document import Document
from ingest.reading import Note, Skipped, read_folder
from ui.errors import BuiltinMissing, FolderMissing, FolderWithoutPapers
from ui.settings import Settings

BUILTIN = Path(__file__).resolve().parent.parent / "corpus"

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """The papers of some folders, each identifier once, and what could not be read."""

    documents: tuple[Document, ...]
    skipped: tuple[Skipped, ...]
    notes: tuple[Note, ...]
    repeated: tuple[Document, ...]  # an identifier that an earlier folder had already


def folders_to_read(settings: Settings, asked: Sequence[Path]) -> list[Path]:
    """Which folders an index is made of: a named data folder holds only what it is given."""
    if settings.own_data and asked:
        return list(asked)
    if not BUILTIN.is_dir():
        raise BuiltinMissing(f"no folder {BUILTIN}")
    return [BUILTIN, *asked]


def gather(folders: Sequence[Path]) -> Gathered:
    """Read the papers of every folder.

    Raises:
        FolderMissing: A folder does not exist.
        FolderWithoutPapers: A folder holds nothing readable.
    """
    papers: dict[str, Document] = {}
    skipped: list[Skipped] = []
    notes: list[Note] = []
    repeated: list[Document] = []
    for folder in folders:
        if not folder.is_dir():
            raise FolderMissing(folder)
        reading = read_folder(folder)
        if not reading.documents:
            raise FolderWithoutPapers(folder, reading.skipped)
        repeated += [one for one in reading.documents if papers.setdefault(one.identifier, one) is not one]
        skipped.extend(reading.skipped)
        notes.extend(reading.notes)
    return Gathered(
        documents=tuple(papers.values()),
        skipped=tuple(skipped),
        notes=tuple(notes),
        repeated=tuple(repeated),
    )


def build(settings: Settings, documents: Sequence[Document], progress: Progress | None) -> Generation:
    """Index the papers in the data folder of the settings."""
    return generations.build(documents, settings.data, embedder=embedders.load(settings.embedder), progress=progress)


def current(settings: Settings, announce: Callable[[str], None]) -> Generation:
    """Open the index; the first time, the default data folder gets one of the built-in summaries.

    Raises:
        IndexMissing: A data folder that somebody named has no index.
    """
    try:
        return generations.open_current(settings.data, embedders.load(settings.embedder))
    except IndexMissing:
        if settings.own_data:
            raise
    announce("Eerste keer: ik maak de zoekindex van de ingebouwde samenvattingen.")
    return build(settings, gather(folders_to_read(settings, ())).documents, None)


def assistant(settings: Settings, announce: Callable[[str], None]) -> Assistant:
    """Open an assistant over the current index."""
    return Assistant(current(settings, announce))
