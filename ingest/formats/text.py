"""Plain text files: which letters the bytes stand for."""

from __future__ import annotations

import codecs
import re

from ingest.formats.characters import tidy
from ingest.formats.legible import is_legible, once_decoded
from ingest.formats.paged_text import PagedText, Reason, UnreadableFile
from ingest.formats.text_pages import paged

FRAME = re.compile(r"\s*(?:[+╔╠╚┌├└╟][-=+─━═┬┼┴╦╬╩╤╪╧┐┤┘╗╣╝╢]{3,})\s*")
FRAMED = re.compile(r"\s*[|│║](?P<cells>.*)[|│║]\s*")
# cp1252 reads nearly any bytes; text that is really text has next to no control characters.
ALLOWED_CONTROLS = frozenset("\t\n\r\f")


def read(data: bytes) -> PagedText:
    """Decode a text file: UTF-8, UTF-16 with a byte order mark, or else Windows-1252.

    A form feed starts a new page, as the converters of PDF to text write it.

    Raises:
        UnreadableFile: Nothing in it, not text, or in no encoding that is read here.
    """
    if not data:
        raise UnreadableFile(Reason.LEEG, "0 bytes")
    text = _without_frames(tidy(once_decoded(_decoded(data))))
    if not text.strip():
        raise UnreadableFile(Reason.LEEG, "only white space")
    if not is_legible(text):
        raise UnreadableFile(Reason.ONLEESBARE_LETTERS, "no words of a language in it")
    return paged(text)


def _without_frames(text: str) -> str:
    """A text in which the rows of tables that are drawn with signs stand as rows do elsewhere, without their frame."""
    lines: list[str] = []
    for line in text.split("\n"):
        if FRAME.fullmatch(line):
            continue
        framed = FRAMED.fullmatch(line)
        cells = re.split("[|│║]", framed["cells"]) if framed else []
        lines.append(" | ".join(" ".join(cell.split()) for cell in cells) if len(cells) > 1 else line)
    return "\n".join(lines)


def _decoded(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _strict(data, "utf-16")
    if b"\0" in data:
        raise UnreadableFile(Reason.BINAIR, "holds zero bytes")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = _strict(data, "cp1252")
    controls = sum(character < " " and character not in ALLOWED_CONTROLS for character in text)
    if controls * 100 > len(text):
        raise UnreadableFile(Reason.BINAIR, f"{controls} control characters")
    return text


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableFile(Reason.CODERING, f"not {encoding}: {error.reason} at byte {error.start}") from error
