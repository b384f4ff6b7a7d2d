"""Papers read a second time in the simplest way, so that quotes can be checked apart from our own reading.

Nothing of ``ingest`` is used. The text that comes out is good for looking up words and for nothing else: no
layout, no notes in their place, no order of columns.
"""

from __future__ import annotations

import itertools
import re
import zipfile
from collections.abc import Callable, Mapping
from html import unescape
from pathlib import Path

_NOTE_MARK = re.compile(r"<w:(?:foot|end)noteRef(?:erence)?\b[^>]*>")  # in the text, and before the note itself


def read(path: Path) -> str | None:
    """All words of a file, in about the order in which it holds them.

    Returns:
        None for a form that is not known here, and for a file that cannot be read.
    """
    reader = _READERS.get(path.suffix.lower())
    try:
        return reader(path) if reader else None
    except (OSError, ValueError, KeyError, zipfile.BadZipFile):
        return None


def _plain(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


def _marked_up(path: Path) -> str:
    return _without_tags(_plain(path))


def _pdf(path: Path) -> str:
    import pypdfium2

    with pypdfium2.PdfDocument(path) as pages:
        return "\n".join(page.get_textpage().get_text_range() for page in pages)


def _zipped(path: Path) -> str:
    """The text of every XML file in the archive, the main one first."""
    with zipfile.ZipFile(path) as archive:
        names = sorted(name for name in archive.namelist() if name.endswith(".xml"))
        names.sort(key=lambda name: not name.endswith(("document.xml", "content.xml")))
        return "\n".join(_without_tags(_numbered(archive.read(name).decode("utf-8", "replace"))) for name in names)


def _numbered(text: str) -> str:
    """Word keeps no numbers of notes: it counts their marks when it shows them."""
    counted = itertools.count(1)
    return _NOTE_MARK.sub(lambda _: str(next(counted)), text)


def _without_tags(text: str) -> str:
    # A tag within a word joins it, as only letters and digits are ever compared.
    return unescape(re.sub(r"<[^>]*>", "", text))


_READERS: Mapping[str, Callable[[Path], str]] = {
    ".txt": _plain,
    ".md": _plain,
    ".html": _marked_up,
    ".htm": _marked_up,
    ".xml": _marked_up,
    ".pdf": _pdf,
    ".docx": _zipped,
    ".odt": _zipped,
}
