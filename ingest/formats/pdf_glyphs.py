"""The glyphs that a PDF page draws, turned upright."""

from __future__ import annotations

import ctypes
import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

import pypdfium2
import pypdfium2.raw as pdfium

from ingest.formats.pdf_seen import NO_INK, Box, Sight, sights
from ingest.formats.seen import PAINTED_OVER, SMALLEST
from ingest.formats.symbols import face_of, shown_in

BOLD_WEIGHT = 600  # the OpenType weight scale: 400 regular, 600 semibold
ASLANT = 0.1  # radians away from a quarter turn: a watermark, not text
HYPHENS = {"\x02": "-", "\xad": "-", "\ufffe": "-"}  # how PDFium hands over a hyphen at a line end
SOFT_HYPHEN = 0xAD
HIGH = 0.3  # of the height of a face; a hyphen is a tenth of it high
# Where the symbol faces of word processors put them, for a file that does not name its face.
BULLETS = dict.fromkeys("\uf0b7\uf0a7\uf0d8\uf0b2●▪", "•") | {"\uf0fc": "✓"}
DASHES = {"\uf02d": "–", "\uf0be": "–"}
GLYPHS = HYPHENS | BULLETS | DASHES | {"\xa0": " ", "\t": " "}

BOLD, SLANTED, LIGHT = 1, 2, 4  # what the type of a glyph may be, added up
LEAST_LIGHT = 195  # of 255, every colour: white and what is nearly so
Glyph = tuple[str, float, float, float, float, float, int]  # text, left, right, baseline, bottom, top, type
_Face = tuple[int | None, int, dict[int, str] | None]
Turn = Callable[[float, float, float, float], tuple[float, float, float, float]]  # left, bottom, right, top


def page_glyphs(page: pypdfium2.PdfPage) -> tuple[list[Glyph], list[Glyph], Turn]:
    """The glyphs of a page as the file draws them, in points from the bottom left of the upright page.

    Returns:
        The glyphs that stand as most do, those that are turned otherwise, and the turn that made the
        first upright.
    """
    textpage = page.get_textpage()
    by_quarter = _read(page, textpage.raw, _turns(page))
    textpage.close()
    main = max(by_quarter, key=lambda quarter: (len(by_quarter[quarter]), -quarter), default=0)
    aside = [glyph for quarter, glyphs in sorted(by_quarter.items()) if quarter != main for glyph in glyphs]
    return by_quarter.get(main, []), aside, _turns(page)[main]


def _turns(page: pypdfium2.PdfPage) -> tuple[Turn, Turn, Turn, Turn]:
    """How to turn what is set upright, and a quarter, a half and three quarters clockwise."""
    width, height = page.get_size()
    if page.get_rotation() in (90, 270):
        width, height = height, width
    return (
        lambda left, bottom, right, top: (left, bottom, right, top),
        lambda left, bottom, right, top: (height - top, left, height - bottom, right),
        lambda left, bottom, right, top: (width - right, height - top, width - left, height - bottom),
        lambda left, bottom, right, top: (bottom, width - right, top, width - left),
    )


# The same function, giving an address rather than an object that ctypes makes anew for each glyph.
_object_of = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)(
    ctypes.cast(pdfium.FPDFText_GetTextObject, ctypes.c_void_p).value or 0
)


def _read(
    page: pypdfium2.PdfPage, raw: ctypes.c_void_p, turns: tuple[Turn, Turn, Turn, Turn]
) -> dict[int, list[Glyph]]:
    """Every glyph that a reader sees by its quarter turn; spaces only where the file has one."""
    x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    at_x, at_y, at_box = ctypes.byref(x), ctypes.byref(y), ctypes.byref(box)
    edges = [ctypes.c_double() for _ in range(4)]  # left, right, bottom and top of the ink
    at_edges = [ctypes.byref(edge) for edge in edges]
    faces: dict[int, _Face] = {}
    drawn: list[tuple[int, Glyph]] = []
    objects: list[int] = []
    boxes: list[Box] = []
    last = (0, 0.0, 0.0)
    for index in range(pdfium.FPDFText_CountChars(raw)):
        address = _object_of(raw, index)
        if address is None:  # PDFium's own line ends and guessed spaces: the gaps tell those better
            continue
        if (face := faces.get(address)) is None:
            face = faces[address] = _face(raw, index)
        quarter, kind, signs = face
        pdfium.FPDFText_GetLooseCharBox(raw, index, at_box)
        left, bottom, right, top = box.left, box.bottom, box.right, box.top
        if quarter is None or not math.isfinite(left + bottom + right + top):
            continue
        here = (address, bottom, left if quarter else 0.0)
        if last != here:  # the upright glyphs of one object that stand equally high share their baseline
            pdfium.FPDFText_GetCharOrigin(raw, index, at_x, at_y)
            last = here
        baseline = y.value
        if quarter:
            baseline = turns[quarter](x.value, y.value, x.value, y.value)[1]
            left, bottom, right, top = turns[quarter](left, bottom, right, top)
        if math.isfinite(baseline):
            code = pdfium.FPDFText_GetUnicode(raw, index)
            character = _character(code)
            if signs is not None and not (character := shown_in(signs, character)):
                continue
            pdfium.FPDFText_GetCharBox(raw, index, *at_edges)
            if code == SOFT_HYPHEN:  # one within the sign for "ffi" has the ink of that, and shows nothing itself
                _, foot, _, head = turns[quarter](*(edges[at].value for at in (0, 2, 1, 3)))
                character = "" if head - foot > HIGH * (top - bottom) else character
            drawn.append((quarter, (character, left, right, baseline, bottom, top, kind)))
            objects.append(address)
            inked = not character.isspace()
            boxes.append((edges[0].value, edges[2].value, edges[1].value, edges[3].value) if inked else NO_INK)
    found: defaultdict[int, list[Glyph]] = defaultdict(list)
    for quarter, glyph in _seen(drawn, sights(page, objects, boxes).tolist()):
        found[quarter].append(glyph)
    return found


def _seen(drawn: Sequence[tuple[int, Glyph]], looks: Sequence[int]) -> Iterator[tuple[int, Glyph]]:
    """The glyphs that are seen; what was painted over leaves one mark for each stretch of a line."""
    if not any(looks) and all(glyph[5] - glyph[4] >= SMALLEST for _, glyph in drawn):
        yield from drawn
        return
    covered: list[Glyph] = []
    spaces: list[tuple[int, Glyph]] = []  # since the last glyph that was painted over
    quarter = 0
    for (turned, glyph), look in zip(drawn, looks, strict=True):
        if look == Sight.HIDDEN or glyph[5] - glyph[4] < SMALLEST:
            continue
        goes_on = bool(covered) and turned == quarter and abs(glyph[3] - covered[-1][3]) < SMALLEST
        if goes_on and glyph[0].isspace():
            spaces.append((turned, glyph))
            continue
        if look == Sight.PAINTED_OVER and goes_on:
            covered.append(glyph)
            spaces.clear()
            continue
        if covered:
            yield quarter, _mark_of(covered)
            yield from spaces
        covered, spaces = [], []
        if look == Sight.PAINTED_OVER:
            covered, quarter = [glyph], turned
        else:
            yield turned, glyph
    if covered:
        yield quarter, _mark_of(covered)


def _mark_of(covered: Sequence[Glyph]) -> Glyph:
    """What stands for glyphs of one line that were painted over."""
    _, _, _, baseline, bottom, top, kind = covered[0]
    return (
        PAINTED_OVER,
        min(glyph[1] for glyph in covered),
        max(glyph[2] for glyph in covered),
        baseline,
        bottom,
        top,
        kind,
    )


def _quarter(raw: ctypes.c_void_p, index: int) -> int | None:
    """How many quarters clockwise a glyph is turned; None if it stands aslant."""
    angle = pdfium.FPDFText_GetCharAngle(raw, index)
    quarter = round(angle / (math.pi / 2))
    return quarter % 4 if abs(angle - quarter * math.pi / 2) <= ASLANT else None


@lru_cache(maxsize=4096)
def _character(code: int) -> str:
    if not 0 < code < 0x110000 or 0xD800 <= code < 0xE000 or 0xFDD0 <= code < 0xFDF0:
        return "\N{REPLACEMENT CHARACTER}"
    return GLYPHS.get(chr(code), chr(code))


def _face(raw: ctypes.c_void_p, index: int) -> _Face:
    """How the object of a glyph is set: its quarter turn, its type, and what its codes show in a symbol face."""
    written = ctypes.create_string_buffer(128)
    pdfium.FPDFText_GetFontInfo(raw, index, written, len(written), None)
    name = written.value.lower()
    heavy = pdfium.FPDFText_GetFontWeight(raw, index) >= BOLD_WEIGHT
    bold = heavy or any(word in name for word in (b"bold", b"black", b"heavy"))
    slanted = any(word in name for word in (b"italic", b"oblique"))
    kind = BOLD * bold + SLANTED * slanted + LIGHT * _is_light(raw, index)
    return _quarter(raw, index), kind, face_of(name.decode("latin-1"))


def _is_light(raw: ctypes.c_void_p, index: int) -> bool:
    red, green, blue, solid = (ctypes.c_uint() for _ in range(4))
    known = pdfium.FPDFText_GetFillColor(raw, index, red, green, blue, solid)
    return bool(known) and min(red.value, green.value, blue.value) >= LEAST_LIGHT
