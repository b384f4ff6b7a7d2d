"""From a folder of files to documents: what was read, what was skipped and why."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from ingest import corpus_toml, formats
from ingest.bounded import TookTooLong, within
from ingest.corpus_toml import Entry
from ingest.document import Document, Kind, Source
from ingest.editions import one_each
from ingest.folder import content, files, shown_name
from ingest.formats import markdown
from ingest.formats.markdown_text import plain
from ingest.formats.paged_text import PagedText, Reason, UnreadableFile
from ingest.formats.plainly import FAULTS
from ingest.mapped import Mapped, one_by_one
from ingest.mentions import document_references
from ingest.notes import Note, NoteKind, Skipped
from ingest.official_numbers import is_identifier
from ingest.remembered import Outcome, Read, Remembered
from ingest.stored import altered
from ingest.structure import Parts, plain_parts, samenvatting, structure

LONGEST = 60  # seconds of the processor for the structure of one paper; for 70,000 characters a third of one is enough


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


def read_files(
    folder: Path,
    remembered: Remembered | None = None,
    passed_over: Collection[Path] = (),
    mapped: Mapped = one_by_one,
) -> Reading:
    """Read all files of a folder, each on its own: a paper that has two files is there twice.

    Args:
        folder: Where the files are.
        remembered: What was read before; without it everything is read.
        passed_over: Files that are not read, as when somebody is still writing them.
        mapped: How files are read: one after the other, or many at a time.

    Raises:
        NotADirectoryError: There is no such folder.
    """
    if not folder.is_dir():
        raise NotADirectoryError(f"no folder {folder}")
    paths = list(files(folder))
    known = {parent: corpus_toml.entries(parent) for parent in dict.fromkeys(path.parent for path in paths)}
    names = {path: shown_name(folder, path) for path in paths if path not in passed_over}
    entries = {path: known[path.parent].get(Path(name).name) for path, name in names.items()}
    other_forms = {path: entry.other_form_of for path, entry in entries.items() if entry and entry.other_form_of}
    documents: list[Document] = []
    skipped: list[Skipped] = []
    notes: list[Note] = []
    read: dict[Path, int] = {}  # the place of its document

    def take(path: Path, outcome: Outcome) -> None:
        if isinstance(outcome, UnreadableFile):
            skipped.append(Skipped(file=names[path], reason=outcome.reason, detail=outcome.detail))
            return
        document, remarks = _completed(outcome.document, entries[path], names[path])
        read[path] = len(documents)
        documents.append(_named(document, Path(names[path]), names[path]))
        notes.extend([*remarks, *(replace(note, file=names[path]) for note in outcome.notes)])

    first = [path for path in names if path not in other_forms]
    for path, outcome in _outcomes(folder, first, remembered, mapped):
        take(path, outcome)
    for path, official in other_forms.items():
        at = read.get(path.parent / official)
        if at is None:
            take(*next(_outcomes(folder, [path], remembered, one_by_one)))
            continue
        try:  # it says nothing that the official form does not
            form = Source(file=names[path], sha256=hashlib.sha256(content(folder, path)).hexdigest())
        except UnreadableFile as error:
            take(path, error)
        else:
            documents[at] = altered(documents[at], other_forms=(*documents[at].other_forms, form))
    notes += _unknown(folder, known)
    return Reading(documents=tuple(documents), skipped=tuple(skipped), notes=tuple(notes))


def _outcomes(
    folder: Path, paths: Iterable[Path], remembered: Remembered | None, mapped: Mapped
) -> Iterator[tuple[Path, Outcome]]:
    """What reading each file gives, in their order; only what nobody remembers is read."""
    waiting: deque[tuple[Path, str, Outcome | None]] = deque()  # its hash, and its outcome where that is known already

    def unread() -> Iterator[tuple[Path, bytes]]:
        for path in paths:
            try:
                data = content(folder, path)
            except UnreadableFile as error:
                waiting.append((path, "", error))
                continue
            sha256 = hashlib.sha256(data).hexdigest()
            outcome = remembered.recall(sha256, path.suffix.lower()) if remembered else None
            waiting.append((path, sha256, outcome))
            if outcome is None:
                yield Path(shown_name(folder, path)), data

    def known() -> Iterator[tuple[Path, Outcome]]:
        while waiting and (outcome := waiting[0][2]):
            yield waiting.popleft()[0], outcome

    for outcome in mapped(read_file, unread()):
        yield from known()
        path, sha256, _ = waiting.popleft()
        if remembered:
            remembered.keep(sha256, path.suffix.lower(), outcome)
        yield path, outcome
    yield from known()


def _unknown(folder: Path, known: Mapping[Path, Mapping[str, Entry]]) -> list[Note]:
    return [
        Note(file=(parent.relative_to(folder) / file).as_posix(), kind=NoteKind.UNKNOWN_FILE)
        for parent, entries in known.items()
        for file in entries
        if not (parent / file).exists()
    ]


def read_file(file: tuple[Path, bytes]) -> Outcome:
    """What the bytes of a file alone say, without title and identifier where the text has none.

    Args:
        file: Its name, of which only the extension counts, and its bytes.
    """
    path, data = file
    try:
        paged = formats.read(path, data)
        document, plain = _finely_or_plainly(path, paged, hashlib.sha256(data).hexdigest())
    except UnreadableFile as error:
        return error.with_traceback(None)
    return Read(document, tuple(_notes_of(paged, plain)))


def _finely_or_plainly(path: Path, paged: PagedText, sha256: str) -> tuple[Document, bool]:
    """The paper with its structure; where reading that fails, its bare paragraphs and True."""
    try:
        return document_of(path, paged, sha256), False
    except (*FAULTS, TookTooLong):
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
        TookTooLong: Finding its structure took longer than any paper takes.
    """
    with within(LONGEST):
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
        pages=parts.pages,
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
    return altered(
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
    return altered(document, **added), [] if entry.only_where_silent else notes


def _same(own: object, other: object) -> bool:
    if isinstance(own, str) and isinstance(other, str):
        return " ".join(own.casefold().split()) == " ".join(other.casefold().split())
    return own == other
