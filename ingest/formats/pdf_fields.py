"""Fields of a PDF form: what is filled in becomes part of the page, and what can be ticked becomes a box."""

from __future__ import annotations

import contextlib
import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from ingest.formats.pdf_glyphs import Glyph, Turn
from ingest.formats.symbols import EMPTY, TICKED

CAN_BE_TICKED = frozenset({pdfium.FPDF_FORMFIELD_CHECKBOX, pdfium.FPDF_FORMFIELD_RADIOBUTTON})
# What a form or a reader of it wrote on the page. Notes that open on a click are no part of the paper.
WRITTEN = frozenset({pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT})


@dataclass(frozen=True, slots=True)
class TickBox:
    """A box that can be ticked, in points of the page as the file has it."""

    sign: str  # ``TICKED`` or ``EMPTY``
    left: float
    bottom: float
    right: float
    top: float


def open_forms(paper: pypdfium2.PdfDocument) -> None:
    """Let PDFium know the form of a paper that was just opened, so that it tells what is ticked."""
    if paper.get_formtype() == pdfium.FORMTYPE_ACRO_FORM:
        with contextlib.suppress(pypdfium2.PdfiumError):  # a broken form is no reason to lose the paper
            paper.init_forms()


def box_glyphs(boxes: Sequence[TickBox], others: Sequence[Glyph], turn: Turn) -> list[Glyph]:
    """Boxes as glyphs on the line of the words beside them."""
    return [_glyph(box.sign, turn(box.left, box.bottom, box.right, box.top), others) for box in boxes]


def _glyph(sign: str, place: tuple[float, float, float, float], others: Sequence[Glyph]) -> Glyph:
    left, bottom, right, top = place
    middle = (bottom + top) / 2
    beside = (glyph for glyph in others if glyph[4] <= middle <= glyph[5])
    nearest = min(beside, key=lambda glyph: max(glyph[1] - right, left - glyph[2]), default=None)
    if nearest is None:
        return sign, left, right, bottom, bottom, top, 0
    return sign, left, right, *nearest[3:6], 0


def with_fields_drawn(paper: pypdfium2.PdfDocument, number: int) -> tuple[pypdfium2.PdfPage, list[TickBox]]:
    """A page with what is filled in drawn on it, and the boxes that can be ticked, which are taken off."""
    page = paper[number]
    kinds = list(_kinds(page))
    if WRITTEN.isdisjoint(kinds):
        return page, []
    page.render(scale=0.1)  # PDFium draws a field that the file leaves to its reader only when it shows the page
    boxes = [box for index in reversed(range(len(kinds))) for box in _taken_off(paper, page, index)]
    pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY)
    page.close()
    return paper[number], boxes


def _kinds(page: pypdfium2.PdfPage) -> Iterator[int]:
    for index in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
        field = pdfium.FPDFPage_GetAnnot(page.raw, index)
        yield pdfium.FPDFAnnot_GetSubtype(field)
        pdfium.FPDFPage_CloseAnnot(field)


def _taken_off(paper: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, index: int) -> Iterator[TickBox]:
    """The box at a place among the annotations, if it is one, which is then no more on the page."""
    if paper.formenv is None:
        return
    form = paper.formenv.raw
    field = pdfium.FPDFPage_GetAnnot(page.raw, index)
    place = pdfium.FS_RECTF()
    seen = not pdfium.FPDFAnnot_GetFlags(field) & (pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW)
    ticks = pdfium.FPDFAnnot_GetFormFieldType(form, field) in CAN_BE_TICKED
    sign = TICKED if ticks and pdfium.FPDFAnnot_IsChecked(form, field) else EMPTY
    pdfium.FPDFAnnot_GetRect(field, ctypes.byref(place))
    pdfium.FPDFPage_CloseAnnot(field)
    if ticks:
        pdfium.FPDFPage_RemoveAnnot(page.raw, index)
        if seen:
            yield TickBox(sign, place.left, place.bottom, place.right, place.top)
