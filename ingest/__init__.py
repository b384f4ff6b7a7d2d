"""What the papers say, exactly, and who says it."""

from ingest.document import Block, BlockKind, Document, Kind, Passage, Reference, ReferenceKind, Role, Source, Speaker
from ingest.formats.paged_text import PagedText, Reason, UnreadableFile
from ingest.library import DamagedDocument, load, save
from ingest.links import Link, links
from ingest.notes import Note, NoteKind, Skipped
from ingest.official_numbers import cite
from ingest.passages import cut
from ingest.reading import Reading, one_reading, read_files, read_folder
from ingest.references import references
from ingest.sentences import split
from ingest.typed_values import TypedValue, ValueKind, values

__all__ = [
    "Block",
    "BlockKind",
    "DamagedDocument",
    "Document",
    "Kind",
    "Link",
    "Note",
    "NoteKind",
    "PagedText",
    "Passage",
    "Reading",
    "Reason",
    "Reference",
    "ReferenceKind",
    "Role",
    "Skipped",
    "Source",
    "Speaker",
    "TypedValue",
    "UnreadableFile",
    "ValueKind",
    "cite",
    "cut",
    "links",
    "load",
    "one_reading",
    "read_files",
    "read_folder",
    "references",
    "save",
    "split",
    "values",
]
