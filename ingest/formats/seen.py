"""What a reader cannot see, whatever the format: too small, or in the colour of its ground."""

from __future__ import annotations

import re

PAINTED_OVER = "[weggelakt]"  # stands for words that were painted over
WHITE, BLACK = (255, 255, 255), (0, 0, 0)
LEAST_CONTRAST = 24  # of 255, in the colour that differs most: paler than this on its ground nobody sees a letter
SMALLEST = 2.5  # points: smaller type is a dotted line

Colour = tuple[int, int, int]
_HEX = re.compile(r"#?([0-9a-f]{6})", re.I)
_SHORT = re.compile(r"#([0-9a-f])([0-9a-f])([0-9a-f])", re.I)
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*(?:[,/]\s*([\d.]+%?)\s*)?\)", re.I)
_NAMED = {"white": WHITE, "black": BLACK, "yellow": (255, 255, 0), "red": (255, 0, 0), "snow": (255, 250, 250)}
_MARKS = re.compile(rf"{re.escape(PAINTED_OVER)}(?:\s*{re.escape(PAINTED_OVER)})+")


def colour_of(written: str) -> Colour | None:
    """Red, green and blue of a colour as documents write it; None if it is none that is known here."""
    written = written.strip()
    if found := _HEX.fullmatch(written):
        return int(found[1][:2], 16), int(found[1][2:4], 16), int(found[1][4:], 16)
    if found := _SHORT.fullmatch(written):
        return int(found[1] * 2, 16), int(found[2] * 2, 16), int(found[3] * 2, 16)
    if found := _RGB.fullmatch(written):
        return min(int(found[1]), 255), min(int(found[2]), 255), min(int(found[3]), 255)
    return _NAMED.get(written.lower())


def is_transparent(written: str) -> bool:
    """Whether a colour lets its ground through whole."""
    found = _RGB.fullmatch(written.strip())
    return written.strip().lower() == "transparent" or bool(found and found[4] and not float(found[4].rstrip("%")))


def look(ink: Colour, ground: Colour) -> str | None:
    """What a reader sees of words: None, the words themselves; ``PAINTED_OVER`` on a dark ground; else nothing."""
    if max(abs(one - other) for one, other in zip(ink, ground, strict=True)) >= LEAST_CONTRAST:
        return None
    return PAINTED_OVER if max(ground) < 255 - LEAST_CONTRAST else ""


def one_mark(text: str) -> str:
    """The text with one mark where several stand beside each other."""
    return _MARKS.sub(PAINTED_OVER, text)
