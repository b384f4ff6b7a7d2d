"""Building the index of some folders, and opening an assistant over it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.assistant import Assistant
from assistant.read import reader
from assistant.word.language_model import Choice, LanguageModel, chosen
from assistant.word.language_model import load as load_language_model
from index import embedder as embedders
from index import generation as generations
from index import rerank
from index.errors import IndexFault, IndexMissing
from index.generation import Generation
from ingest.document import Document
from ingest.library import DamagedDocument
from ingest.mapped import Mapped, one_by_one
from ingest.reading import Reading, one_reading, read_files
from ingest.remembered import Remembered
from ui import messages
from ui.errors import BuiltinMissing, DataInFolder, FolderMissing, FolderWithoutPapers
from ui.opened import Opened
from ui.settings import Settings

BUILTIN = Path(__file__).resolve().parent.parent / "corpus"

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """How the papers of an index differ from those of the one before it, as numbers of papers."""

    new: int
    changed: int
    unchanged: int
    gone: int


def folders_to_read(settings: Settings, asked: Sequence[Path]) -> list[Path]:
    """Which folders an index is made of: a named data folder holds only what it is given."""
    if settings.own_data and asked:
        return list(asked)
    if not BUILTIN.is_dir():
        raise BuiltinMissing(f"no folder {BUILTIN}")
    return [BUILTIN, *asked]


def check_watchable(settings: Settings, folders: Sequence[Path]) -> None:
    """See whether an index can be kept up to date with these folders.

    Raises:
        FolderMissing: One does not exist.
        DataInFolder: The index lies in one.
    """
    for folder in folders:
        if not folder.is_dir():
            raise FolderMissing(folder)
        if settings.data.resolve().is_relative_to(folder.resolve()):
            raise DataInFolder(settings.data, folder)


def gather(
    folders: Sequence[Path],
    remembered: Remembered | None = None,
    passed_over: Collection[Path] = (),
    mapped: Mapped = one_by_one,
) -> Reading:
    """Read the papers of every folder, each paper once; files that are to be passed over are not looked at.

    Raises:
        FolderMissing: A folder does not exist.
        FolderWithoutPapers: A folder holds nothing readable.
    """
    readings = []
    for folder in folders:
        if not folder.is_dir():
            raise FolderMissing(folder)
        reading = read_files(folder, remembered, passed_over, mapped)
        if not reading.documents:
            raise FolderWithoutPapers(folder, reading.skipped)
        readings.append(reading)
    return one_reading(readings)


def remembered(settings: Settings) -> Remembered:
    """What was read before for the index in the data folder of the settings."""
    return Remembered(settings.data / "read")


def papers_before(settings: Settings) -> tuple[Document, ...]:
    """The papers of the current index; none where there is no index that can be read."""
    try:
        return generations.stored_papers(settings.data)
    except (IndexFault, DamagedDocument, PermissionError):
        return ()


def changes(before: Sequence[Document], after: Sequence[Document]) -> Changes:
    """How the papers of two indexes differ; a paper is the same one if its number or its file is."""
    known = {document.identifier: document for document in before}
    by_file = {document.source.file: document for document in before}
    found = [known.get(one.identifier) or by_file.get(one.source.file) for one in after]
    same = [old is not None and _facts(old) == _facts(one) for old, one in zip(found, after, strict=True)]
    kept = {old.identifier for old in found if old}
    return Changes(
        new=found.count(None),
        changed=len(after) - found.count(None) - sum(same),
        unchanged=sum(same),
        gone=len(known.keys() - kept),
    )


def _facts(document: Document) -> tuple[object, ...]:
    """What a person could have changed: the bytes, and what corpus.toml says of them."""
    return (
        document.source.sha256,
        document.source.url,
        document.kind,
        document.title,
        document.date,
        document.sender,
    )


def build(
    settings: Settings, documents: Sequence[Document], progress: Progress | None, mapped: Mapped = one_by_one
) -> Generation:
    """Index the papers in the data folder of the settings."""
    return generations.build(
        documents,
        settings.data,
        embedder=embedders.load(settings.embedder),
        reader=reader.load(),
        progress=progress,
        mapped=mapped,
    )


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
    """Open an assistant over the current index, with the reranker and the language model of the settings."""
    return opened(settings, announce).assistant


def opened(settings: Settings, announce: Callable[[str], None]) -> Opened:
    """The same with the index that it answers from, for who also shows papers."""
    reranker = rerank.load(settings.reranker)
    generation = current(settings, announce)
    return Opened(Assistant(generation, reranker, language_model(settings, announce)), generation, settings.data)


def reopened(settings: Settings, before: Opened) -> Opened:
    """The index that is current now, opened with the models of the one before.

    Raises:
        IndexFault: There is none, it is damaged, or it was made with another embedder.
    """
    generation = generations.open_current(settings.data, before.generation.embedder)
    return Opened(before.assistant.over(generation), generation, settings.data)


def chosen_model(settings: Settings) -> Choice | None:
    """The language model that is set.

    Raises:
        UnusableLanguageModel: It is set in a form that is not known.
    """
    return chosen(settings.llm) if settings.llm else None


def language_model(settings: Settings, announce: Callable[[str], None]) -> LanguageModel | None:
    """The language model of the settings, if there is one; tells first whether questions will leave this machine.

    Raises:
        LanguageModelFault: It is set in a form that is not known, or it is not there.
    """
    choice = chosen_model(settings)
    if choice is None:
        return None
    announce(messages.where_questions_go(choice))
    return load_language_model(choice, key=settings.llm_key)
