"""From a folder of files to documents: what was read, what was skipped and why."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from ingest import corpus_toml, formats
from ingest.corpus_toml import Entry
from ingest.document import Document, Kind, Source
from ingest.formats import markdown
from ingest.formats.paged_text import PagedText, Reason, UnreadableFile
from ingest.structure import Parts, samenvatting, structure

MOST_BYTES = 50_000_000


class NoteKind(StrEnum):
    """What is worth telling about a file that was read."""

    SAME_BYTES = "same bytes"
    SAME_IDENTIFIER = "same identifier"
    DIFFERS = "text and corpus.toml differ"
    UNKNOWN_FILE = "corpus.toml names a file that is not there"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Something about a file that a person should know: which field, what was kept and what was left."""

    file: str
    kind: NoteKind
    field: str = ""
    kept: str = ""
    left: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A file that gave no document, and why."""

    file: str  # path relative to the folder that was read
    reason: Reason
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything that the reading of a folder gave, in the order of the file names."""

    documents: tuple[Document, ...]
    skipped: tuple[Skipped, ...] = ()
    notes: tuple[Note, ...] = ()


def read_folder(folder: Path) -> Reading:
    """Read all papers of a folder and the folders in it.

    Hidden files and ``corpus.toml`` itself are passed over; a link that leads out of the
    folder is skipped with its reason.

    Raises:
        NotADirectoryError: There is no such folder.
    """
    if not folder.is_dir():
        raise NotADirectoryError(f"no folder {folder}")
    return read_files(folder, _files(folder))


def read_files(folder: Path, files: Iterable[Path]) -> Reading:
    """Read the given files of a folder, as ``read_folder`` does."""
    known: dict[Path, dict[str, Entry]] = {}
    documents: dict[str, Document] = {}  # by sha256
    skipped: list[Skipped] = []
    notes: list[Note] = []
    for path in files:
        name = path.relative_to(folder).as_posix()
        if path.parent not in known:
            known[path.parent] = corpus_toml.entries(path.parent)
        try:
            document, remarks = _document(folder, path, name, known[path.parent].get(path.name))
        except UnreadableFile as error:
            skipped.append(Skipped(file=name, reason=error.reason, detail=error.detail))
            continue
        sha256 = document.source.sha256
        if sha256 in documents:
            notes.append(Note(file=name, kind=NoteKind.SAME_BYTES, kept=documents[sha256].source.file))
            continue
        documents[sha256] = document
        notes += remarks
    distinct, clashes = _with_own_identifiers(documents.values())
    notes += clashes
    notes += [
        Note(file=(parent.relative_to(folder) / file).as_posix(), kind=NoteKind.UNKNOWN_FILE)
        for parent, entries in known.items()
        for file in entries
        if not (parent / file).exists()
    ]
    return Reading(documents=distinct, skipped=tuple(skipped), notes=tuple(notes))


def _files(folder: Path) -> list[Path]:
    found = []
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if not hidden and path.name != corpus_toml.NAME and (path.is_file() or path.is_symlink()) and not path.is_dir():
            found.append(path)
    return found


def _document(folder: Path, path: Path, name: str, entry: Entry | None) -> tuple[Document, list[Note]]:
    if path.is_symlink() and not path.resolve().is_relative_to(folder.resolve()):
        raise UnreadableFile(Reason.KOPPELING, "leads out of the folder")
    data = _bytes(path)
    sha256 = hashlib.sha256(data).hexdigest()
    parts = _parts(path, formats.read(path, data))
    parts, notes = _completed(parts, entry, name)
    document = Document(
        identifier=parts.identifier or f"bestand-{sha256[:12]}",
        kind=parts.kind,
        title=parts.title or path.stem,
        text=parts.text,
        source=Source(file=name, sha256=sha256, url=parts.url),
        blocks=parts.blocks,
        date=parts.date,
        sender=parts.sender,
        recipient=parts.recipient,
        dossiers=parts.dossiers,
        summary_of=parts.summary_of,
    )
    return document, notes


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise UnreadableFile(Reason.TE_GROOT, f"{path.stat().st_size} bytes")
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(Reason.ONLEESBAAR, error.strerror or "") from error
    if not data:
        raise UnreadableFile(Reason.LEEG, "0 bytes")
    return data


def _parts(path: Path, paged: PagedText) -> Parts:
    if path.suffix.lower() == ".md":
        summary = markdown.parse(paged.text)
        if summary.about:
            return samenvatting.parse(summary)
        paged = PagedText(text=summary.body)
    parts = structure(paged)
    if not parts.blocks:
        raise UnreadableFile(Reason.GEEN_TEKST, "no words in it")
    return parts


def _completed(parts: Parts, entry: Entry | None, name: str) -> tuple[Parts, list[Note]]:
    """The parts with what corpus.toml adds; where both speak, the text is kept and the difference noted."""
    if entry is None:
        return parts, []
    notes = []
    added: dict[str, object] = {}
    for field in ("title", "identifier", "date", "sender", "url"):
        own, other = getattr(parts, field), getattr(entry, field)
        if other and not own:
            added[field] = other
        elif other and not _same(own, other):
            notes.append(Note(file=name, kind=NoteKind.DIFFERS, field=field, kept=str(own), left=str(other)))
    if entry.kind is not None and parts.kind is Kind.ONBEKEND:
        added["kind"] = entry.kind
    elif entry.kind is not None and entry.kind is not parts.kind:
        notes.append(Note(file=name, kind=NoteKind.DIFFERS, field="kind", kept=parts.kind.value, left=entry.kind.value))
    return replace(parts, **added), notes  # type: ignore[arg-type]


def _same(own: object, other: object) -> bool:
    if isinstance(own, str) and isinstance(other, str):
        return " ".join(own.casefold().split()) == " ".join(other.casefold().split())
    return own == other


def _with_own_identifiers(documents: Iterable[Document]) -> tuple[tuple[Document, ...], list[Note]]:
    """Two files that bear one identifier stay apart: the later one is named by its bytes."""
    first: dict[str, str] = {}
    distinct: list[Document] = []
    notes: list[Note] = []
    for document in documents:
        if document.identifier in first:
            own = f"bestand-{document.source.sha256[:12]}"
            notes.append(
                Note(
                    file=document.source.file,
                    kind=NoteKind.SAME_IDENTIFIER,
                    kept=own,
                    left=document.identifier,
                )
            )
            distinct.append(replace(document, identifier=own))
        else:
            first[document.identifier] = document.source.file
            distinct.append(document)
    return tuple(distinct), notes
