"""Which glyphs of a PDF page a reader sees: those whose ink is there when the page is drawn.

The page is drawn as it is, without its text, and with nothing but its text in black. Where the first two do not
differ although the third has ink, the glyph is painted over, or has the colour of what it stands on. Words that lie on
other words are drawn without them.
"""

from __future__ import annotations

import ctypes
from collections.abc import Collection, Iterator, Sequence
from enum import IntEnum
from itertools import groupby, pairwise

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from ingest.formats.ocr import is_picture
from ingest.formats.seen import LEAST_CONTRAST

SCALE = 1.5  # dots to a point: the stem of a letter of 8 points is about a dot
MOST_DOTS = 12_000_000  # of one page: A1 at this scale
SOLID = 160  # of 255: a dot that black text covers for the better part
LEAST_INK = 16  # of 255: the hairline of a small face
STEM = 0.6  # of the blackest dot of a letter: a dot of its stem rather than of its rim
SHARE = 0.5  # of its ink by which a glyph is seen; half a letter can be guessed, less cannot
PLAIN, EVEN = 12.0, 0.6  # of 255, and of the dots: what was painted over is so even, and a picture is not
DARK = 128  # of 255
LEAST_DARK, MOST_DARK = 0.02, 0.7  # of the box of a letter in a scan; of an "l" all of it
MOST_BESIDE = 2  # letters of a recognised word in a row that may stand beside their ink
LEAST_UPON = 0.25  # of the box of a letter that lies on those of others
MOST_LAYERS = 4
LEAST_AREA = 3.0  # points that paint is high and wide at least to hide a word
MOST_AREAS = 500  # of a page of which each is looked at by itself
MARGIN, MOST_DARK_AROUND = 0.35, 0.45  # of its height; with so much around it, of an "l" a quarter

Box = tuple[float, float, float, float]  # left, bottom, right, top, in points of the page as the file has it
NO_INK: Box = (0.0, 0.0, 0.0, 0.0)  # of a space


class Sight(IntEnum):
    """How a glyph looks to a reader."""

    SEEN = 0
    HIDDEN = 1  # in the colour of the page, too small, clipped, behind a picture or beside the page
    PAINTED_OVER = 2


def sights(page: pypdfium2.PdfPage, objects: Sequence[int], boxes: Sequence[Box]) -> NDArray[np.int8]:
    """How each glyph of a page looks.

    Args:
        page: The page; its text is left black, which nobody draws again.
        objects: For each glyph the address of the text object that draws it.
        boxes: For each glyph the box around its ink; ``NO_INK`` for a space.

    Returns:
        (n_glyphs,), int8, values of ``Sight``; a space is always seen.
    """
    if not boxes:
        return np.zeros(0, dtype=np.int8)
    texts = set(objects)
    colours = {address: _colour(address) for address in texts}
    spaces = np.array([box == NO_INK for box in boxes])
    shown, ground = _picture(page), _without(page, texts)
    places = _places(page, boxes, shown.shape[:2])
    layers = _layers(page, objects, places, spaces, (shown.shape[0], shown.shape[1]))
    alone = [_without(page, texts - layer) for layer in layers]
    ink, *inks = _ink(page, texts, [texts, *layers])
    # Most pages hide nothing: only where dots of the text are not seen each glyph is looked at.
    dots = np.flatnonzero(ink >= SOLID)
    hidden = dots[~_shows(shown, ground, ink, dots)]
    doubtful = ~spaces & (_touched(dots, places, ink.shape) == 0)
    if hidden.size:
        doubtful |= ~spaces & (_touched(hidden, places, ink.shape) > 0)
    own = {address: pair for layer, *pair in zip(layers, alone, inks, strict=True) for address in layer}
    doubtful |= ~spaces & np.array([address in own for address in objects])
    found = np.zeros(len(boxes), dtype=np.int8)
    scan = bool(doubtful.any()) and is_picture(page)
    paper = np.median(shown[::16, ::16, :3], axis=(0, 1)) if doubtful.any() else np.zeros(3)
    whole = [shown, ink]
    for index in np.flatnonzero(doubtful).tolist():
        shown, ink = own.get(objects[index], whole)
        here = _around(places[index], 0.0)
        if ink[here].max(initial=0) < LEAST_INK:  # a hairline may be drawn a dot above or below its box
            here = slice(max(here[0].start - 1, 0), here[0].stop + 1), here[1]
        if not _is_shown(shown[here], ground[here], ink[here]):
            if scan:
                found[index] = _in_scan(shown, places[index])
            elif ink[here].max(initial=0) >= LEAST_INK:
                found[index] = _unseen(shown[here], colours[objects[index]], paper)
            else:
                found[index] = Sight.HIDDEN
    return _by_word(found, spaces) if scan else found


def _without(page: pypdfium2.PdfPage, texts: Collection[int]) -> NDArray[np.uint8]:
    """A page without some of its text."""
    _set_active(texts, active=False)
    drawn = _picture(page)
    _set_active(texts, active=True)
    return drawn


def _ink(page: pypdfium2.PdfPage, texts: Collection[int], layers: Sequence[Collection[int]]) -> list[NDArray[np.uint8]]:
    """How much ink the text of each layer alone has where, 0..255; all text is black from then on."""
    others = [address for address in _objects(page) if address not in texts]
    _set_active([*others, *texts], active=False)
    _blacken(texts)
    found = []
    for layer in layers:
        _set_active(layer, active=True)
        found.append(255 - _picture(page, annotations=False)[..., 0])
        _set_active(layer, active=False)
    _set_active([*others, *texts], active=True)
    return found


def _layers(
    page: pypdfium2.PdfPage,
    objects: Sequence[int],
    places: NDArray[np.intp],
    spaces: NDArray[np.bool_],
    shape: tuple[int, int],
) -> list[set[int]]:
    """Text objects that lie on each other, in layers within which none does: each is looked at without the others.

    The ground that is written on a black box would else be taken for the ink of the name below it.
    """
    under = np.flatnonzero(~spaces & _under_paint(page, places, shape)).tolist()
    if len({objects[index] for index in under}) < 2:
        return []
    owner = np.zeros(shape, dtype=np.int64)
    upon: dict[int, set[int]] = {}
    for index in under:
        here = owner[_around(places[index], 0.0)]
        if not (here.any() and (here[here != 0] != objects[index]).any()):
            here[...] = objects[index]
            continue
        others, dots = np.unique(here[(here != 0) & (here != objects[index])], return_counts=True)
        for other in others[dots >= LEAST_UPON * here.size].tolist():
            upon.setdefault(objects[index], set()).add(other)
            upon.setdefault(other, set()).add(objects[index])
        here[...] = objects[index]
    layers: list[set[int]] = []
    for address in upon:
        free = (layer for layer in layers if not layer & upon[address])
        layer = next(free, None)
        if layer is None and len(layers) < MOST_LAYERS:
            layers.append(layer := set())
        (layers[-1] if layer is None else layer).add(address)
    return layers


def _under_paint(page: pypdfium2.PdfPage, places: NDArray[np.intp], shape: tuple[int, int]) -> NDArray[np.bool_]:
    """Which places touch an area that is painted or a picture: only there words can lie over hidden words."""
    areas: list[Box] = []
    for index in range(pdfium.FPDFPage_CountObjects(page.raw)):
        drawn = pdfium.FPDFPage_GetObject(page.raw, index)
        if pdfium.FPDFPageObj_GetType(drawn) == pdfium.FPDF_PAGEOBJ_TEXT:
            continue
        edges = [ctypes.c_float() for _ in range(4)]
        pdfium.FPDFPageObj_GetBounds(drawn, *edges)
        left, bottom, right, top = (edge.value for edge in edges)
        if min(right - left, top - bottom) >= LEAST_AREA:
            areas.append((left, bottom, right, top))
    found = np.zeros(len(places), dtype=bool)
    if len(areas) > MOST_AREAS:
        return ~found
    left, top, right, bottom = places.T
    for one in _places(page, areas, shape) if areas else ():
        found |= (left < one[2]) & (right > one[0]) & (top < one[3]) & (bottom > one[1])
    return found


def _shows(
    shown: NDArray[np.uint8], ground: NDArray[np.uint8], ink: NDArray[np.uint8], dots: NDArray[np.intp]
) -> NDArray[np.bool_]:
    """For some dots with ink whether the words stand out there, by as much as their ink allows."""
    one, other = (picture.reshape(-1, picture.shape[2])[dots, :3].astype(np.int32) for picture in (shown, ground))
    difference = np.abs(one - other)
    most = np.maximum(np.maximum(difference[:, 0], difference[:, 1]), difference[:, 2])
    stands_out: NDArray[np.bool_] = most * 255 >= LEAST_CONTRAST * ink.reshape(-1)[dots].astype(np.int32)
    return stands_out


def _is_shown(shown: NDArray[np.uint8], ground: NDArray[np.uint8], ink: NDArray[np.uint8]) -> bool:
    """Whether the better part of the ink within one box is seen."""
    dots = np.flatnonzero(ink >= max(STEM * int(ink.max(initial=0)), LEAST_INK))
    return bool(dots.size) and int(_shows(shown, ground, ink, dots).sum()) >= SHARE * dots.size


def _around(place: NDArray[np.intp], share: float) -> tuple[slice, slice]:
    """The dots of a place, and so much of its height around it."""
    left, top, right, bottom = place.tolist()
    more = round(share * (bottom - top))
    return slice(max(top - more, 0), bottom + more), slice(max(left - more, 0), right + more)


def _touched(dots: NDArray[np.intp], places: NDArray[np.intp], shape: tuple[int, ...]) -> NDArray[np.int32]:
    """For each place how many of its fields of four dots hold one of some dots."""
    height, width = shape[0] // 2 + 1, shape[1] // 2 + 1
    sums = np.zeros((height + 1, width + 1), dtype=np.int32)
    sums[dots // shape[1] // 2 + 1, dots % shape[1] // 2 + 1] = 1
    np.cumsum(sums, axis=0, out=sums)
    np.cumsum(sums, axis=1, out=sums)
    left, top, right, bottom = places.T
    left, top, right, bottom = left // 2, top // 2, (right + 1) // 2, (bottom + 1) // 2
    found: NDArray[np.int32] = sums[bottom, right] - sums[top, right] - sums[bottom, left] + sums[top, left]
    return found


def _in_scan(shown: NDArray[np.uint8], place: NDArray[np.intp]) -> Sight:
    """How a glyph looks that was recognised in a picture and lies unseen over or under it, by the picture there."""
    inside, around = (_dark(shown[_around(place, share)]) for share in (0.0, MARGIN))
    if inside < LEAST_DARK:
        return Sight.HIDDEN
    return Sight.PAINTED_OVER if inside > MOST_DARK and around > MOST_DARK_AROUND else Sight.SEEN


def _by_word(found: NDArray[np.int8], spaces: NDArray[np.bool_]) -> NDArray[np.int8]:
    """The same for a scan, where one or two letters in a row are seen with a word of which the better part is.

    A word that was recognised has its place, but its letters are as wide as those of another face, so that some stand
    beside their ink.
    """
    edges = [-1, *np.flatnonzero(spaces).tolist(), len(found)]
    for before, end in pairwise(edges):
        word = found[before + 1 : end]
        if (word == Sight.SEEN).sum() < SHARE * len(word) or (word == Sight.PAINTED_OVER).any():
            continue
        for look, group in groupby(range(len(word)), key=word.tolist().__getitem__):
            places = list(group)
            if look == Sight.HIDDEN and len(places) <= MOST_BESIDE:
                word[places] = Sight.SEEN
    return found


def _dark(surface: NDArray[np.uint8]) -> float:
    return float((surface[..., :3].mean(axis=2) < DARK).mean()) if surface.size else 0.0


def _unseen(surface: NDArray[np.uint8], colour: tuple[int, int, int] | None, paper: NDArray[np.float64]) -> Sight:
    """How a glyph looks that is not drawn where it stands, by what is drawn there instead."""
    middle = np.median(surface[..., :3], axis=(0, 1))
    even = float((np.abs(surface[..., :3] - middle).max(axis=2) <= PLAIN).mean()) >= EVEN
    covered = colour is not None and bool((np.abs(middle - colour) >= LEAST_CONTRAST).any())
    return (
        Sight.PAINTED_OVER if even and (covered or (np.abs(middle - paper) >= LEAST_CONTRAST).any()) else Sight.HIDDEN
    )


def _picture(page: pypdfium2.PdfPage, *, annotations: bool = True) -> NDArray[np.uint8]:
    """A page drawn: (height, width, 4), blue, green and red first."""
    width, height = page.get_size()
    scale = min(SCALE, (MOST_DOTS / max(width * height, 1.0)) ** 0.5)
    drawn = page.render(scale=scale, may_draw_forms=False, draw_annots=annotations, prefer_bgrx=True)
    return np.asarray(drawn.to_numpy())


def _objects(page: pypdfium2.PdfPage) -> Iterator[int]:
    """The addresses of all objects of a page, those within others too, but for the ones that only hold others."""
    waiting = [pdfium.FPDFPage_GetObject(page.raw, index) for index in range(pdfium.FPDFPage_CountObjects(page.raw))]
    while waiting:
        drawn = waiting.pop()
        if pdfium.FPDFPageObj_GetType(drawn) == pdfium.FPDF_PAGEOBJ_FORM:
            waiting += [
                pdfium.FPDFFormObj_GetObject(drawn, index) for index in range(pdfium.FPDFFormObj_CountObjects(drawn))
            ]
        else:
            yield ctypes.cast(drawn, ctypes.c_void_p).value or 0


def _pointer(address: int) -> ctypes._Pointer[pdfium.fpdf_pageobject_t__]:
    return ctypes.cast(address, pdfium.FPDF_PAGEOBJECT)


def _set_active(addresses: Collection[int], *, active: bool) -> None:
    for address in addresses:
        pdfium.FPDFPageObj_SetIsActive(_pointer(address), active)


def _blacken(addresses: Collection[int]) -> None:
    for address in addresses:
        pdfium.FPDFPageObj_SetFillColor(_pointer(address), 0, 0, 0, 255)
        pdfium.FPDFPageObj_SetStrokeColor(_pointer(address), 0, 0, 0, 255)


def _colour(address: int) -> tuple[int, int, int] | None:
    """Blue, green and red of a text object, in the order of the picture; None where nothing is drawn."""
    red, green, blue, solid = (ctypes.c_uint() for _ in range(4))
    if pdfium.FPDFTextObj_GetTextRenderMode(_pointer(address)) in UNDRAWN:
        return None
    if not pdfium.FPDFPageObj_GetFillColor(_pointer(address), red, green, blue, solid) or not solid.value:
        return None
    return blue.value, green.value, red.value


UNDRAWN = {pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP}


def _places(page: pypdfium2.PdfPage, boxes: Sequence[Box], shape: tuple[int, ...]) -> NDArray[np.intp]:
    """The dots of each box: left, top, right and bottom, (n_boxes, 4); empty where it lies beside the page."""
    height, width = shape
    x, y = ctypes.c_int(), ctypes.c_int()
    far = 10_000  # so that whole dots tell the slope
    corners = []
    for point in ((0, 0), (far, 0), (0, far)):
        pdfium.FPDF_PageToDevice(page.raw, 0, 0, width * 100, height * 100, 0, *point, x, y)
        corners.append((x.value / 100, y.value / 100))
    start = np.array(corners[0])
    across, up = (np.array(corner) - start for corner in corners[1:])
    edges = np.array(boxes)
    first = start + edges[:, :1] * across / far + edges[:, 1:2] * up / far
    second = start + edges[:, 2:3] * across / far + edges[:, 3:4] * up / far
    low, high = np.floor(np.minimum(first, second)), np.ceil(np.maximum(first, second))
    most = np.array([width, height])
    return np.hstack([np.clip(low, 0, most), np.clip(high, 0, most)]).astype(np.intp)
