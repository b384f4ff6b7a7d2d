"""A briefing as a tagged PDF (PDF/UA-1), set by Typst from a template; the words go in as data, never as mark-up."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pypdfium2
import typst

from ui import briefing_text as told
from ui.errors import BriefingUnreadable

TEMPLATE = Path(__file__).with_name("briefing.typ")


def pdf(parts: Sequence[told.Part], *, title: str) -> bytes:
    """Set the parts as a PDF in Dutch that a screen reader can read.

    A sign that no font here has, of another script or for a terminal, is shown as a box. The standard allows no such
    box, so that the PDF is then set without its seal.
    """
    data = json.dumps({"title": title, "parts": [_record(part) for part in parts]}, ensure_ascii=False)
    try:
        return _set(data, is_sealed=True)
    except typst.TypstError as error:
        if "could not be displayed" not in str(error):
            raise
        return _set(data, is_sealed=False)


def _set(data: str, *, is_sealed: bool) -> bytes:
    return bytes(
        typst.compile(
            str(TEMPLATE),
            format="pdf",
            sys_inputs={"briefing": data},
            pdf_standards=["ua-1"] if is_sealed else [],
            ignore_system_fonts=True,  # the same briefing looks the same on every machine
        )
    )


def words(path: Path) -> str:
    """All words of a PDF, in reading order.

    Raises:
        BriefingUnreadable: It is no PDF, or one of its pages is broken.
    """
    data = path.read_bytes()
    try:
        with pypdfium2.PdfDocument(data) as opened:
            return "\n".join(page.get_textpage().get_text_range() for page in opened)
    except pypdfium2.PdfiumError as error:
        raise BriefingUnreadable(path) from error


def _record(part: told.Part) -> dict[str, object]:
    match part:
        case told.Heading(level, text):
            return {"kind": "heading", "level": level, "text": text}
        case told.Item(text):
            return {"kind": "item", "text": text}
        case told.Quote(facts, quoted, place):
            return {"kind": "quote", "facts": facts, "words": quoted, "place": place}
        case told.Table(caption, rows):
            return {"kind": "table", "caption": caption, "rows": rows}
        case told.Receipt(lines):
            return {"kind": "receipt", "lines": lines}
        case told.Line(text):
            return {"kind": "line", "text": text}
