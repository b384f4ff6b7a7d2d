"""What is written in light letters on the black boxes of a PDF: the ground on which words were taken out there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise

from ingest.formats.pdf_glyphs import LIGHT, Glyph
from ingest.formats.pdf_rules import Grid, Rule
from ingest.grounds import is_ground

OPENS, CLOSES = "\ufdde", "\ufddf"  # noncharacters of Unicode, so no paper holds them
ABUTTING = 1.0  # points: the filled cells of a row stand no further apart
WIDE = 2.0  # of the height of the letters: a gap between two cells of a row
SIGNED = re.compile(rf"(?m)(?P<opens>^[\ufdd0-\ufddd]*)?{OPENS}(?P<words>[^{OPENS}{CLOSES}]*){CLOSES}(?P<closes>$)?")
NO_SIGNS = str.maketrans({OPENS: "", CLOSES: ""})
WORD = re.compile(r"[^\W\d_]{3}")


def with_signs(glyphs: Sequence[Glyph], boxes: Sequence[Rule], grids: Sequence[Grid]) -> list[Glyph]:
    """The glyphs, with a sign before and behind what is written in light letters on each black box.

    The filled cells of a table are no such boxes.
    """
    boxes = [box for box in boxes if not _is_cell(box, boxes, grids)]
    if not boxes:
        return list(glyphs)
    result: list[Glyph] = []
    for box, group in groupby(glyphs, lambda glyph: _box_under(glyph, boxes)):
        written = list(group)
        inked = [at for at, glyph in enumerate(written) if not glyph[0].isspace()]
        if box is not None and inked and not _is_row([written[at] for at in inked]):
            first, last = inked[0], inked[-1]
            written[first] = (OPENS + written[first][0], *written[first][1:])
            written[last] = (written[last][0] + CLOSES, *written[last][1:])
        result += written
    return result


def name_grounds(texts: Iterable[str]) -> bool:
    """Whether a box on any line of a paper names a known ground: then each of its boxes stands for words taken out."""
    return any(is_ground(found["words"]) for text in texts for found in SIGNED.finditer(text))


def told(text: str, *, redacted: bool) -> str:
    """A text without signs; what is written on a box stands as "[weggelakt: …]" where words were taken out.

    A ground alone on its line and the code of one are told as they are printed: nobody takes those for words.
    """
    shown = SIGNED.sub(_label, text) if redacted else text
    return shown.translate(NO_SIGNS)


def _label(found: re.Match[str]) -> str:
    words = " ".join(found["words"].split())
    alone = found["opens"] is not None and found["closes"] is not None
    plain = is_ground(words) and (alone or not WORD.search(words))
    return (found["opens"] or "") + (words if plain else f"[weggelakt: {words}]")


def _is_cell(box: Rule, boxes: Sequence[Rule], grids: Sequence[Grid]) -> bool:
    """Whether a box is a filled cell: it lies within a table, or one as high stands right beside it."""
    if any(grid.holds(box.left, box.right, (box.bottom + box.top) / 2) for grid in grids):
        return True
    return any(
        max(abs(box.bottom - other.bottom), abs(box.top - other.top)) < ABUTTING
        and min(abs(box.left - other.right), abs(other.left - box.right)) < ABUTTING
        for other in boxes
    )


def _box_under(glyph: Glyph, boxes: Sequence[Rule]) -> int | None:
    """Which box a light glyph stands on."""
    if not glyph[6] & LIGHT:
        return None
    across, up = (glyph[1] + glyph[2]) / 2, (glyph[4] + glyph[5]) / 2
    on = (at for at, box in enumerate(boxes) if box.left <= across <= box.right and box.bottom <= up <= box.top)
    return next(on, None)


def _is_row(glyphs: Sequence[Glyph]) -> bool:
    """Whether glyphs stand in cells beside each other, as in the head of a table."""
    return any(
        abs(last[3] - glyph[3]) < ABUTTING and glyph[1] - last[2] > WIDE * (glyph[5] - glyph[4])
        for last, glyph in pairwise(glyphs)
    )
