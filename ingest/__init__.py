"""What the papers say, exactly, and who says it."""

from ingest.document import Block, BlockKind, Document, Kind, Passage, Role, Source, Speaker
from ingest.formats.paged_text import PagedText, Reason, UnreadableFile
from ingest.library import DamagedDocument, load, save
from ingest.official_numbers import Reference, cite, references
from ingest.passages import cut
from ingest.reading import Note, NoteKind, Reading, Skipped, read_files, read_folder
from ingest.sentences import split
from ingest.typed_values import TypedValue, ValueKind, values

__all__ = [
    "Block",
    "BlockKind",
    "DamagedDocument",
    "Document",
    "Kind",
    "Note",
    "NoteKind",
    "PagedText",
    "Passage",
    "Reading",
    "Reason",
    "Reference",
    "Role",
    "Skipped",
    "Source",
    "Speaker",
    "TypedValue",
    "UnreadableFile",
    "ValueKind",
    "cite",
    "cut",
    "load",
    "read_files",
    "read_folder",
    "references",
    "save",
    "split",
    "values",
]
