"""Reads the text out of a file, whatever its format."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from ingest.formats import text
from ingest.formats.guarded import read_guarded
from ingest.formats.paged_text import PagedText, Reason, UnreadableFile

__all__ = ["READERS", "PagedText", "Reason", "UnreadableFile", "format_of", "read"]

# The module that reads each format; all but plain text in a child process with limits.
READERS = {
    ".docx": "docx",
    ".eml": "eml",
    ".htm": "html",
    ".html": "html",
    ".md": "text",
    ".msg": "msg",
    ".odt": "odt",
    ".pdf": "pdf",
    ".rtf": "rtf",
    ".txt": "text",
    ".xml": "xml",
}
SIGNATURES = ((b"%PDF-", ".pdf"), (b"PK\x03\x04", ".zip"), (b"\xd0\xcf\x11\xe0", ".doc"), (b"{\\rtf", ".rtf"))
OUTLOOK = "__substg1.0_".encode("utf-16-le")  # how the parts of an Outlook message are named
BINARY = frozenset({".docx", ".msg", ".odt", ".pdf"})  # no plain text is any of these
MARK_UP = re.compile(rb"\A\s*(?:<\?xml|<!doctype|<html|<officiele-publicatie)", re.I)


def read(path: Path, data: bytes) -> PagedText:
    """The text of a file, by what its bytes are and else by its extension.

    Raises:
        UnreadableFile: It cannot be read as a paper; the reason says why.
    """
    extension = format_of(path, data)
    if extension not in READERS:
        raise UnreadableFile(Reason.SOORT, extension or path.name)
    if READERS[extension] == "text":
        return text.read(data)
    return read_guarded(READERS[extension], data)


def format_of(path: Path, data: bytes) -> str:
    """The extension that fits the bytes: a PDF named .txt is read as PDF, and plain text named .pdf as text."""
    extension = path.suffix.lower()
    signed = next((named for signature, named in SIGNATURES if data.startswith(signature)), None)
    if signed == ".zip":
        if extension in {".docx", ".odt"}:
            return extension
        return ".odt" if b"opendocument.text" in data[:200] else ".docx" if b"word/" in data else ".zip"
    if signed == ".doc" and extension in {".docx", ".msg"}:  # both may be an OLE file: a locked document, a message
        return extension
    if signed == ".doc" and OUTLOOK in data:
        return ".msg"
    if not signed and MARK_UP.match(head := data[:2048].removeprefix(codecs.BOM_UTF8)):
        return ".html" if b"<html" in head.lower() or b"<!doctype html" in head.lower() else ".xml"
    if not signed and extension in BINARY and _is_text(data):
        return ".txt"
    return signed or extension


def _is_text(data: bytes) -> bool:
    """Whether a file that says that it is something else holds plain text."""
    if b"%PDF-" in data[:1024] or b"endobj" in data:  # a PDF can be written in letters only
        return False
    try:
        return bool(text.read(data).text)
    except UnreadableFile:
        return False
