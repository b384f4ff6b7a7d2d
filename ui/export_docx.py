"""A briefing as a Word document, with real headings, lists and tables, so that a screen reader finds its way."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.table import Table as WordTable
from lxml.etree import XMLSyntaxError

from ui import briefing_text as told
from ui.errors import BriefingUnreadable

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # what XML cannot hold


def document(parts: Sequence[told.Part], *, title: str) -> WordDocument:
    """Set the parts as a Word document in Dutch."""
    made = docx.Document()
    made.core_properties.title = title
    made.core_properties.language = "nl-NL"
    made.core_properties.author = "Vraagbaak passend onderwijs"
    _speak_dutch(made)
    receipt = made.styles.add_style("Bon", WD_STYLE_TYPE.PARAGRAPH)
    receipt.font.name, receipt.font.size = "Courier New", Pt(7)
    for part in parts:
        _add(made, part)
    return made


def words(path: Path) -> str:
    """All words of a Word document, in reading order.

    Raises:
        BriefingUnreadable: It is no Word document.
        OSError: The file cannot be opened.
    """
    content = path.read_bytes()
    try:
        opened = docx.Document(BytesIO(content))
    except (zipfile.BadZipFile, zlib.error, XMLSyntaxError, KeyError, ValueError) as error:
        raise BriefingUnreadable(path) from error
    return "\n".join(_words(opened))


def _words(opened: WordDocument) -> Iterator[str]:
    for part in opened.iter_inner_content():
        if isinstance(part, WordTable):
            yield from (cell.text for row in part.rows for cell in row.cells)
        else:
            yield part.text


def _add(made: WordDocument, part: told.Part) -> None:
    match part:
        case told.Heading(1, text):
            made.add_heading(_clean(text), 0)
        case told.Heading(level, text):
            made.add_heading(_clean(text), level - 1)
        case told.Item(text):
            made.add_paragraph(_clean(text), style="List Bullet")
        case told.Quote(facts, quoted, place):
            above = made.add_paragraph()
            above.add_run(_clean(facts)).bold = True
            above.paragraph_format.keep_with_next = True
            made.add_paragraph(_clean(quoted), style="Quote").paragraph_format.keep_with_next = True
            made.add_paragraph(_clean(place))
        case told.Table(caption, rows):
            made.add_paragraph(_clean(caption), style="Caption").paragraph_format.keep_with_next = True
            _table(made, rows)
        case told.Receipt(lines):
            for line in lines:
                made.add_paragraph(_clean(line), style="Bon")
        case told.Line(text):
            made.add_paragraph(_clean(text))


def _table(made: WordDocument, rows: Sequence[Sequence[str]]) -> None:
    table = made.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
    for number, row in enumerate(rows):
        added = table.add_row()
        for cell, text in zip(added.cells, row, strict=True):
            cell.text = _clean(text)
            if number == 0:
                cell.paragraphs[0].runs[0].bold = True
    # A head that is marked as one is read out with every cell, and repeated on every page.
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _speak_dutch(made: WordDocument) -> None:
    """Every style speaks Dutch, so that a screen reader does not read it as English."""
    defaults: Any = made.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    language = defaults.find(qn("w:lang"))
    if language is None:
        language = OxmlElement("w:lang")
        defaults.append(language)
    language.set(qn("w:val"), "nl-NL")


def _clean(text: str) -> str:
    return _CONTROL.sub(" ", text)
