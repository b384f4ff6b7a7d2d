"""DOCX files, written with python-docx and completed by hand where it has no words for a thing."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

from docx import Document

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def make_docx(write: Callable[[Document], None]) -> bytes:
    """A DOCX file that a function writes, in Word's own template."""
    document = Document()
    write(document)
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def make_raw_docx(body: str, **parts: str) -> bytes:
    """A DOCX file with this body and parts such as ``footnotes``; only what the reader looks at."""
    wrapped = {"word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'}
    for name, content in parts.items():
        wrapped[f"word/{name}.xml"] = f'<w:{name} xmlns:w="{WORD}">{content}</w:{name}>'
    return make_zip({name: content.encode() for name, content in wrapped.items()})


def make_zip(parts: Mapping[str, bytes]) -> bytes:
    """A zip file with these parts."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue()


def paragraph(words: str, *, inside: str = "", settings: str = "") -> str:
    """A paragraph with one run, and what else is inside it or set on it."""
    return f'<w:p><w:pPr>{settings}</w:pPr><w:r><w:t xml:space="preserve">{words}</w:t></w:r>{inside}</w:p>'
