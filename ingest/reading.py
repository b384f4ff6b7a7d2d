"""From a folder of files to documents: what was read, what was skipped and why."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ingest import corpus_toml, formats
from ingest.corpus_toml import Entry
from ingest.document import Document, Kind, Source
from ingest.editions import one_each
from ingest.folder import content, files, shown_name
from ingest.formats import markdown
from ingest.formats.markdown_text import plain
from ingest.formats.paged_text import PagedText, Reason, UnreadableFile
from ingest.formats.plainly import FAULTS
from ingest.mentions import document_references
from ingest.notes import Note, NoteKind, Skipped
from ingest.official_numbers import is_identifier
from ingest.remembered import Remembered
from ingest.structure import Parts, plain_parts, samenvatting, structure


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
    return one_reading([read_files(folder)])


def one_reading(readings: Iterable[Reading]) -> Reading:
    """What the readings of several folders give together: every paper once, in its most official form."""
    parts = tuple(readings)
    documents, notes = one_each(document for part in parts for document in part.documents)
    return Reading(
        documents=documents,
        skipped=tuple(skipped for part in parts for skipped in part.skipped),
        notes=(*(note for part in parts for note in part.notes), *notes),
    )


def read_files(folder: Path, remembered: Remembered | None = None, passed_over: Collection[Path] = ()) -> Reading:
    """Read all files of a folder, each on its own: a paper that has two files is there twice.

    Args:
        folder: Where the files are.
        remembered: What was read before; without it everything is read.
        passed_over: Files that are not read, as when somebody is still writing them.

    Raises:
        NotADirectoryError: There is no such folder.
    """
    if not folder.is_dir():
        raise NotADirectoryError(f"no folder {folder}")
    paths = list(files(folder))
    known = {parent: corpus_toml.entries(parent) for parent in dict.fromkeys(path.parent for path in paths)}
    documents: list[Document] = []
    skipped: list[Skipped] = []
    notes: list[Note] = []
    read: dict[Path, int] = {}  # the place of its document
    for path in sorted(paths, key=lambda path: _is_other_form(known[path.parent].get(path.name))):  # these come last
        if path in passed_over:
            continue
        name = shown_name(folder, path)
        entry = known[path.parent].get(Path(name).name)
        at = read.get(path.parent / entry.other_form_of) if entry and entry.other_form_of else None
        try:
            if at is not None:  # it says nothing that the official form does not
                form = Source(file=name, sha256=hashlib.sha256(content(folder, path)).hexdigest())
                documents[at] = replace(documents[at], other_forms=(*documents[at].other_forms, form))
                continue
            document, told = read_file(Path(name), content(folder, path), remembered)
        except UnreadableFile as error:
            skipped.append(Skipped(file=name, reason=error.reason, detail=error.detail))
            continue
        document, remarks = _completed(document, entry, name)
        read[path] = len(documents)
        documents.append(_named(document, Path(name), name))
        notes += [*remarks, *(replace(note, file=name) for note in told)]
    notes += _unknown(folder, known)
    return Reading(documents=tuple(documents), skipped=tuple(skipped), notes=tuple(notes))


def _is_other_form(entry: Entry | None) -> bool:
    """Whether ``corpus.toml`` calls a file another form of one beside it."""
    return bool(entry and entry.other_form_of)


def _unknown(folder: Path, known: Mapping[Path, Mapping[str, Entry]]) -> list[Note]:
    return [
        Note(file=(parent.relative_to(folder) / file).as_posix(), kind=NoteKind.UNKNOWN_FILE)
        for parent, entries in known.items()
        for file in entries
        if not (parent / file).exists()
    ]


def read_file(path: Path, data: bytes, remembered: Remembered | None = None) -> tuple[Document, Sequence[Note]]:
    """What the bytes of a file alone say, without title and identifier where the text has none.

    Args:
        path: The name of the file; only its extension counts.
        data: Its bytes.
        remembered: What was read before; without it the file is read.

    Returns:
        The paper, and what of it was read plainly or not at all.

    Raises:
        UnreadableFile: It is no paper; the reason says why.
    """
    sha256, suffix = hashlib.sha256(data).hexdigest(), path.suffix.lower()
    told: list[Note] = []

    def read() -> Document:
        paged = formats.read(path, data)
        document, plain = _finely_or_plainly(path, paged, sha256)
        told.extend(_notes_of(paged, plain))
        return document

    if remembered is None:
        return read(), told
    document = remembered.read(sha256, suffix, read)
    if told:  # another time Tesseract may be there; and what is kept does not tell
        remembered.forget(sha256, suffix)
    return document, told


def _finely_or_plainly(path: Path, paged: PagedText, sha256: str) -> tuple[Document, bool]:
    """The paper with its structure; where reading that fails, its bare paragraphs and True."""
    try:
        return document_of(path, paged, sha256), False
    except FAULTS:
        return _document(plain_parts(paged), sha256), True


def _notes_of(paged: PagedText, plain: bool) -> Iterator[Note]:
    if paged.unread:
        yield Note(file="", kind=NoteKind.UNREAD_PAGES, left=", ".join(map(str, paged.unread)))
    if paged.plain:
        yield Note(file="", kind=NoteKind.READ_PLAINLY, left=", ".join(map(str, paged.plain)))
    if plain:
        yield Note(file="", kind=NoteKind.WITHOUT_STRUCTURE)


def document_of(path: Path, paged: PagedText, sha256: str) -> Document:
    """The paper that a text is; without title and identifier where the text has none.

    Args:
        path: The name of the file; only its extension counts.
        paged: The text of the file.
        sha256: Of the bytes of the file.

    Raises:
        UnreadableFile: The text is no paper; the reason says why.
    """
    document = _document(_parts(path, paged), sha256)
    return replace(document, references=document_references(document))


def _document(parts: Parts, sha256: str) -> Document:
    return Document(
        identifier=parts.identifier,
        kind=parts.kind,
        title=parts.title,
        text=parts.text,
        source=Source(file="", sha256=sha256, url=parts.url),
        blocks=parts.blocks,
        date=parts.date,
        sender=parts.sender,
        recipient=parts.recipient,
        dossiers=parts.dossiers,
        summary_of=parts.summary_of,
        appendices=parts.appendices,
        kamervragen=parts.kamervragen,
    )


def _named(document: Document, path: Path, name: str) -> Document:
    """The document with the names that its file lends it; a publisher names a file by its identifier."""
    own = path.stem if document.kind is not Kind.SAMENVATTING and is_identifier(path.stem) else ""
    return replace(
        document,
        identifier=document.identifier or own or f"bestand-{document.source.sha256[:12]}",
        title=document.title or path.stem,
        source=replace(document.source, file=name),
    )


def _parts(path: Path, paged: PagedText) -> Parts:
    if path.suffix.lower() != ".md":
        return _structured(paged)
    told = markdown.parse(paged.text)
    if told.about:
        return samenvatting.parse(told)
    parts = _structured(plain(told.body))
    return replace(
        parts,
        title=parts.title or told.title,
        date=parts.date or told.date,
        sender=parts.sender or told.sender,
        url=parts.url or told.url,
    )


def _structured(paged: PagedText) -> Parts:
    parts = structure(paged)
    if not parts.blocks:
        raise UnreadableFile(Reason.GEEN_TEKST, "no words in it")
    return parts


def _completed(document: Document, entry: Entry | None, name: str) -> tuple[Document, list[Note]]:
    """The document with what corpus.toml adds; where both speak, the text is kept and the difference noted."""
    if entry is None:
        return document, []
    notes = []
    added: dict[str, object] = {}
    for field in ("title", "identifier", "date", "sender", "annex_of"):
        own, other = getattr(document, field), getattr(entry, field)
        if other and not own:
            added[field] = other
        elif other and not _same(own, other):
            notes.append(Note(file=name, kind=NoteKind.DIFFERS, field=field, kept=str(own), left=str(other)))
    source = document.source
    if entry.url and not source.url:
        added["source"] = replace(source, url=entry.url)
    elif entry.url and source.url != entry.url:
        notes.append(Note(file=name, kind=NoteKind.DIFFERS, field="url", kept=source.url, left=entry.url))
    kind = document.kind
    if entry.kind is not None and kind is Kind.ONBEKEND:
        added["kind"] = entry.kind
    elif entry.kind is not None and entry.kind is not kind:
        notes.append(Note(file=name, kind=NoteKind.DIFFERS, field="kind", kept=kind.value, left=entry.kind.value))
    return replace(document, **added), [] if entry.only_where_silent else notes  # type: ignore[arg-type]


def _same(own: object, other: object) -> bool:
    if isinstance(own, str) and isinstance(other, str):
        return " ".join(own.casefold().split()) == " ".join(other.casefold().split())
    return own == other
