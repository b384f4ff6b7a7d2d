"""What stands on a PDF page: stretches of glyphs with their place, size and weight."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

BOLD_WEIGHT = 600  # the OpenType weight scale: 400 regular, 600 semibold
WIDE_GAP = 1.0  # of the glyph height; wider than a justified space, so it may part two columns
SPACE_GAP = 0.15  # of the glyph height; a space in a book face is about a quarter
SAME_BASELINE = 0.06  # of the glyph height
HYPHENS = {"\x02": "-", "\xad": "-", "\ufffe": "-"}  # how PDFium hands over a hyphen at a line end
BULLETS = dict.fromkeys(
    "\uf0b7\uf0a7\uf0d8\uf0fc\uf0b2●▪", "•"
)  # where the symbol faces of word processors put them
DASHES = {"\uf02d": "–", "\uf0be": "–"}
GLYPHS = HYPHENS | BULLETS | DASHES | {"\xa0": " ", "\t": " "}

_Glyph = tuple[str, float, float, float, float, float, bool]  # text, left, right, baseline, bottom, top, bold


@dataclass(frozen=True, slots=True)
class Run:
    """Glyphs beside each other on one baseline, in points from the bottom left of the page."""

    text: str
    left: float
    right: float
    baseline: float
    bottom: float
    top: float
    bold: bool

    @property
    def height(self) -> float:
        """From the deepest descender to the highest ascender that the face allows."""
        return self.top - self.bottom


def page_runs(page: pypdfium2.PdfPage) -> list[Run]:
    """The runs of a page, in the order in which the file draws them."""
    textpage = page.get_textpage()
    runs: list[Run] = []
    glyphs: list[_Glyph] = []
    for glyph in _glyphs(textpage.raw):
        if glyphs:
            _, _, right, baseline, bottom, top, _ = glyphs[-1]
            height, gap = max(top - bottom, 1.0), glyph[1] - right
            same_line = abs(glyph[3] - baseline) <= SAME_BASELINE * height
            same_size = abs(glyph[5] - glyph[4] - height) <= 0.1 * height
            if not (same_line and same_size and -0.5 * height <= gap <= WIDE_GAP * height):
                runs.extend(_run(glyphs))
                glyphs = []
            elif gap > SPACE_GAP * height:
                glyphs.append((" ", right, *glyph[1:2], *glyph[3:]))
        glyphs.append(glyph)
    runs.extend(_run(glyphs))
    textpage.close()
    return runs


def _glyphs(raw: ctypes.c_void_p) -> Iterator[_Glyph]:
    """Every glyph that the page draws; spaces only where the file has one."""
    x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    bold_objects: dict[int, bool] = {}
    for index in range(pdfium.FPDFText_CountChars(raw)):
        owner = pdfium.FPDFText_GetTextObject(raw, index)
        if not owner:  # PDFium's own line ends and guessed spaces: the gaps tell those better
            continue
        address = ctypes.addressof(owner.contents)
        if (bold := bold_objects.get(address)) is None:
            bold = bold_objects[address] = _is_bold(raw, index)
        pdfium.FPDFText_GetLooseCharBox(raw, index, box)
        pdfium.FPDFText_GetCharOrigin(raw, index, x, y)
        left, bottom, right, top, baseline = box.left, box.bottom, box.right, box.top, y.value
        if not math.isfinite(left + bottom + right + top + baseline):
            continue
        code = pdfium.FPDFText_GetUnicode(raw, index)
        character = (
            chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\N{REPLACEMENT CHARACTER}"
        )
        yield GLYPHS.get(character, character), left, right, baseline, bottom, top, bold


def _is_bold(raw: ctypes.c_void_p, index: int) -> bool:
    if pdfium.FPDFText_GetFontWeight(raw, index) >= BOLD_WEIGHT:
        return True
    name = ctypes.create_string_buffer(128)
    pdfium.FPDFText_GetFontInfo(raw, index, name, len(name), None)
    return any(word in name.value.lower() for word in (b"bold", b"black", b"heavy"))


def _run(glyphs: list[_Glyph]) -> list[Run]:
    """The run that the glyphs make; none if they are all spaces."""
    inked = [glyph for glyph in glyphs if not glyph[0].isspace()]
    if not inked:
        return []
    text = " ".join("".join(glyph[0] for glyph in glyphs).split())
    _, left, _, baseline, bottom, top, _ = inked[0]
    return [Run(text, left, inked[-1][2], baseline, bottom, top, all(glyph[6] for glyph in inked))]
