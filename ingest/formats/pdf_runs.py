"""What stands on a PDF page: stretches of glyphs with their place, size and weight."""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from ingest.formats.pdf_rules import Rule

BOLD_WEIGHT = 600  # the OpenType weight scale: 400 regular, 600 semibold
WIDE_GAP = 1.0  # of the glyph height; wider than a justified space, so it may part two columns
SPACE_GAP = 0.15  # of the glyph height; a space in a book face is about a quarter
SAME_BASELINE = 0.06  # of the glyph height
HYPHENS = {"\x02": "-", "\xad": "-", "\ufffe": "-"}  # how PDFium hands over a hyphen at a line end
BULLETS = dict.fromkeys(
    "\uf0b7\uf0a7\uf0d8\uf0fc\uf0b2●▪", "•"
)  # where the symbol faces of word processors put them
DASHES = {"\uf02d": "–", "\uf0be": "–"}
# Accents that stand by themselves, with the marks that combine with a letter.
ACCENTS = {
    "´": "\u0301",
    "`": "\u0300",
    "ˆ": "\u0302",
    "^": "\u0302",
    "˜": "\u0303",
    "¨": "\u0308",
    "ˇ": "\u030c",
}
ACCENTS |= {"¸": "\u0327", "˘": "\u0306", "˚": "\u030a", "˝": "\u030b", "˙": "\u0307", "˛": "\u0328"}
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


def page_runs(page: pypdfium2.PdfPage, walls: Sequence[Rule]) -> list[Run]:
    """The runs of a page, in the order in which the file draws them; walls are rules that part cells."""
    textpage = page.get_textpage()
    runs: list[Run] = []
    glyphs: list[_Glyph] = []
    for glyph in _glyphs(textpage.raw):
        if glyphs and (letter := _composed(glyphs[-1], glyph)):
            base = glyphs[-1] if glyph[0] in ACCENTS else glyph
            glyphs[-1] = (letter, *base[1:])
            continue
        if glyphs:
            _, _, right, baseline, bottom, top, _ = glyphs[-1]
            height, gap = max(top - bottom, 1.0), glyph[1] - right
            same_line = abs(glyph[3] - baseline) <= SAME_BASELINE * height
            same_size = abs(glyph[5] - glyph[4] - height) <= 0.1 * height
            near = -0.5 * height <= gap <= WIDE_GAP * height
            if not (same_line and same_size and near) or _walled(walls, glyphs, glyph):
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
    at_x, at_y, at_box = ctypes.byref(x), ctypes.byref(y), ctypes.byref(box)
    bold_objects: dict[int, bool] = {}
    last = (0, 0.0)
    for index in range(pdfium.FPDFText_CountChars(raw)):
        owner = pdfium.FPDFText_GetTextObject(raw, index)
        if not owner:  # PDFium's own line ends and guessed spaces: the gaps tell those better
            continue
        address = ctypes.addressof(owner.contents)
        if (bold := bold_objects.get(address)) is None:
            bold = bold_objects[address] = _is_bold(raw, index)
        pdfium.FPDFText_GetLooseCharBox(raw, index, at_box)
        left, bottom, right, top = box.left, box.bottom, box.right, box.top
        if last != (address, bottom):  # the glyphs of one object that stand equally high share their baseline
            pdfium.FPDFText_GetCharOrigin(raw, index, at_x, at_y)
            last = (address, bottom)
        if math.isfinite(left + bottom + right + top + y.value):
            character = _character(pdfium.FPDFText_GetUnicode(raw, index))
            yield character, left, right, y.value, bottom, top, bold


def _character(code: int) -> str:
    if not 0 < code < 0x110000 or 0xD800 <= code < 0xE000:
        return "\N{REPLACEMENT CHARACTER}"
    return GLYPHS.get(chr(code), chr(code))


def _composed(last: _Glyph, glyph: _Glyph) -> str | None:
    """The letter that an accent makes with the glyph that it is drawn over; None if it is drawn over none."""
    letter, accent = (last, glyph) if glyph[0] in ACCENTS else (glyph, last)
    if accent[0] not in ACCENTS or not letter[1] <= (accent[1] + accent[2]) / 2 <= letter[2]:
        return None
    composed = unicodedata.normalize("NFC", letter[0] + ACCENTS[accent[0]])
    return composed if len(composed) == 1 else None


def _is_bold(raw: ctypes.c_void_p, index: int) -> bool:
    if pdfium.FPDFText_GetFontWeight(raw, index) >= BOLD_WEIGHT:
        return True
    name = ctypes.create_string_buffer(128)
    pdfium.FPDFText_GetFontInfo(raw, index, name, len(name), None)
    return any(word in name.value.lower() for word in (b"bold", b"black", b"heavy"))


def _walled(walls: Sequence[Rule], glyphs: Sequence[_Glyph], glyph: _Glyph) -> bool:
    """Whether a rule stands between the last word and the glyph that opens another."""
    if not walls or glyph[0] == " ":
        return False
    last = next((drawn for drawn in reversed(glyphs) if drawn[0] != " "), glyphs[-1])
    return any(
        last[2] - 1 <= wall.right and wall.left <= glyph[1] + 1 and wall.bottom <= glyph[3] <= wall.top
        for wall in walls
    )


def _run(glyphs: list[_Glyph]) -> list[Run]:
    """The run that the glyphs make; none if they are all spaces."""
    inked = [glyph for glyph in glyphs if not glyph[0].isspace()]
    if not inked:
        return []
    text = " ".join("".join(glyph[0] for glyph in glyphs).split())
    _, left, _, baseline, bottom, top, _ = inked[0]
    return [Run(text, left, inked[-1][2], baseline, bottom, top, all(glyph[6] for glyph in inked))]
