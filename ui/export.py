"""Writing a briefing as Markdown, Word or PDF, and reading its words back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from io import BytesIO
from pathlib import Path

from assistant.briefing.briefing import Briefing
from ui import briefing_text as told
from ui.errors import BriefingUnreadable, FormatUnknown

# What Markdown reads as mark-up anywhere, and what only where a line begins.
_SPECIAL = re.compile(r"([\\`*_\[\]<>|~&]|^[#+-]|(?<=^\d)[.)]|(?<=^\d\d)[.)])")
FORMATS = (".docx", ".md", ".pdf")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]<>()#+\-.!|~&])")


def write(briefing: Briefing, path: Path, *, today: date) -> None:
    """Write a briefing in the format that the ending of the file name asks for.

    Raises:
        FormatUnknown: The ending is not .md, .docx or .pdf.
    """
    if path.suffix.lower() not in FORMATS:
        raise FormatUnknown(path)
    path.write_bytes(as_bytes(briefing, path.suffix.lower(), today=today))


def as_bytes(briefing: Briefing, suffix: str, *, today: date) -> bytes:
    """A briefing as a file of one of the ``FORMATS``, made in memory: what was typed never lies on a disk."""
    made, title = told.parts(briefing, today), told.title(briefing)
    if suffix == ".md":
        return markdown(made).encode()
    if suffix == ".pdf":
        from ui.export_pdf import pdf

        return pdf(made, title=title)
    from ui.export_docx import document

    file = BytesIO()
    document(made, title=title).save(file)
    return file.getvalue()


def read(path: Path) -> str:
    """All words of a briefing in reading order.

    Raises:
        FormatUnknown: The ending is not .md, .docx or .pdf.
        BriefingUnreadable: The file is not what its ending says.
        OSError: The file cannot be opened.
    """
    match path.suffix.lower():
        case ".md":
            return _markdown_words(path)
        case ".docx":
            from ui.export_docx import words

            return words(path)
        case ".pdf":
            from ui.export_pdf import words

            return words(path)
        case _:
            raise FormatUnknown(path)


def markdown(parts: Sequence[told.Part]) -> str:
    """The briefing as Markdown; every word of a paper is escaped, so that none is read as mark-up."""
    return "\n\n".join(_markdown(part) for part in parts) + "\n"


def _markdown(part: told.Part) -> str:
    match part:
        case told.Heading(level, text):
            return f"{'#' * level} {_escaped(text)}"
        case told.Item(text):
            return f"- {_escaped(text)}"
        case told.Quote(facts, words, place):
            return f"{_escaped(facts)}\n\n> {_escaped(words)}\n>\n> {_escaped(place)}"
        case told.Table(caption, rows):
            return "\n".join([f"{_escaped(caption)}:", "", *_table(rows)])
        case told.Receipt(lines):
            return "\n".join(["```", *lines, "```"])
        case told.Line(text):
            return _escaped(text)


def _table(rows: Sequence[Sequence[str]]) -> list[str]:
    lines = ["| " + " | ".join(_escaped(cell) for cell in row) + " |" for row in rows]
    return [lines[0], "|" + " --- |" * len(rows[0]), *lines[1:]]


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _markdown_words(path: Path) -> str:
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise BriefingUnreadable(path) from error
    # The lines of a quote begin with the mark of a quotation, which is no word of it.
    return _ESCAPED.sub(r"\1", re.sub(r"^> ?", "", text, flags=re.MULTILINE))
