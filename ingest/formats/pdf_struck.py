"""What is struck out on a PDF page, and the black boxes that stand where words were taken out."""

from __future__ import annotations

import ctypes
from bisect import bisect_left
from collections.abc import Iterator, Sequence

import pypdfium2
import pypdfium2.raw as pdfium

from ingest.formats.pdf_glyphs import Glyph, Turn
from ingest.formats.pdf_rules import MOST_OBJECTS, Rule
from ingest.formats.seen import PAINTED_OVER

STRUCK = (0.12, 0.38)  # of the glyph height above its baseline: through the middle of a small letter
BLACK = 60  # of 255, every colour
LOWEST, ONE_LINE = 5.0, 40.0  # points: how high a box over words is at least, and one over a line at most
NARROWEST = 8.0  # points: two letters
NEAR = 2.0  # times the height of a glyph: how far from a box the words before or after it stand


def without_struck(glyphs: Sequence[Glyph], rules: Sequence[Rule]) -> list[Glyph]:
    """The glyphs that no rule runs through."""
    lying = sorted((rule for rule in rules if not rule.upright), key=_middle)
    heights = [_middle(rule) for rule in lying]
    return [glyph for glyph in glyphs if not _is_struck(glyph, lying, heights)] if lying else list(glyphs)


def _is_struck(glyph: Glyph, rules: Sequence[Rule], heights: Sequence[float]) -> bool:
    _, left, right, baseline, bottom, top, _ = glyph
    low, high = (baseline + share * (top - bottom) for share in STRUCK)
    across = (left + right) / 2
    return any(
        rule.left <= across <= rule.right for rule in rules[bisect_left(heights, low) : bisect_left(heights, high)]
    )


def _middle(rule: Rule) -> float:
    return (rule.bottom + rule.top) / 2


def struck_by_hand(page: pypdfium2.PdfPage, turn: Turn) -> list[Rule]:
    """The lines that a reviewer struck through words with."""
    rules = []
    points = pdfium.FS_QUADPOINTSF()
    for index in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
        mark = pdfium.FPDFPage_GetAnnot(page.raw, index)
        if pdfium.FPDFAnnot_GetSubtype(mark) == pdfium.FPDF_ANNOT_STRIKEOUT:
            for number in range(pdfium.FPDFAnnot_CountAttachmentPoints(mark)):
                if pdfium.FPDFAnnot_GetAttachmentPoints(mark, number, points):
                    xs = (points.x1, points.x2, points.x3, points.x4)
                    ys = (points.y1, points.y2, points.y3, points.y4)
                    left, bottom, right, top = turn(min(xs), min(ys), max(xs), max(ys))
                    middle = bottom + 0.45 * (top - bottom)
                    rules.append(Rule(left, middle, right, middle))
        pdfium.FPDFPage_CloseAnnot(mark)
    return rules


def black_boxes(page: pypdfium2.PdfPage, turn: Turn) -> list[Rule]:
    """The black boxes of a page that are as high as a line, or higher."""
    boxes = []
    for index in range(min(pdfium.FPDFPage_CountObjects(page.raw), MOST_OBJECTS)):
        shape = pdfium.FPDFPage_GetObject(page.raw, index)
        if pdfium.FPDFPageObj_GetType(shape) == pdfium.FPDF_PAGEOBJ_PATH and _is_black(shape):
            edges = [ctypes.c_float() for _ in range(4)]
            if pdfium.FPDFPageObj_GetBounds(shape, *edges):
                box = Rule(*turn(*(edge.value for edge in edges)))
                if box.top - box.bottom >= LOWEST and box.right - box.left >= NARROWEST:
                    boxes.append(box)
    return boxes


def _is_black(shape: ctypes._Pointer[pdfium.fpdf_pageobject_t__]) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(shape, fill, stroke) or not fill.value:
        return False
    red, green, blue, solid = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFPageObj_GetFillColor(shape, red, green, blue, solid) or not solid.value:
        return False
    return max(red.value, green.value, blue.value) <= BLACK


def holes(boxes: Sequence[Rule], glyphs: Sequence[Glyph]) -> list[Glyph]:
    """A mark for each black box that stands in a line of text with no word over it or under it.

    A box in a line of its own counts only on a page where others stand in lines: else it may be a bar of a chart.
    """
    low = (box for box in boxes if box.top - box.bottom <= ONE_LINE)
    empty = [box for box in low if not any(_covers(box, glyph) for glyph in glyphs)]
    beside = [(box, next(_neighbours(box, glyphs), None)) for box in empty]
    if not any(neighbour for _, neighbour in beside):
        return []
    marks: list[Glyph] = []
    for box, neighbour in beside:
        if neighbour is not None:
            marks.append((PAINTED_OVER, box.left, box.right, *neighbour[3:]))
        else:
            baseline = box.bottom + 0.2 * (box.top - box.bottom)
            marks.append((PAINTED_OVER, box.left, box.right, baseline, box.bottom, box.top, 0))
    return marks


def _covers(box: Rule, glyph: Glyph) -> bool:
    return box.left <= (glyph[1] + glyph[2]) / 2 <= box.right and box.bottom <= (glyph[4] + glyph[5]) / 2 <= box.top


def _neighbours(box: Rule, glyphs: Sequence[Glyph]) -> Iterator[Glyph]:
    """The glyphs of words that stand close before or behind a box, in its line."""
    for glyph in glyphs:
        text, left, right, _, bottom, top, _ = glyph
        apart = max(box.left - right, left - box.right)
        if box.bottom <= (bottom + top) / 2 <= box.top and apart <= NEAR * (top - bottom) and text[-1:].isalnum():
            yield glyph
