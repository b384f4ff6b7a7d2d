"""What stands on a PDF page: stretches of glyphs with their place, size and weight."""

from __future__ import annotations

import math
import unicodedata
from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.formats.pdf_glyphs import BOLD, SLANTED, Glyph
from ingest.formats.pdf_rules import Rule

WIDE_GAP = 1.0  # of the glyph height; wider than a justified space, so it may part two columns
SPACE_GAP = 0.15  # of the glyph height; a space in a book face is about a quarter
PART_GAP = 0.28  # of the glyph height; wider than the space of most faces: a column of a table may start after it
SAME_BASELINE = 0.06  # of the glyph height
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


@dataclass(frozen=True, slots=True)
class Cell:
    """Part of a line with no wide gap in it."""

    text: str
    left: float
    right: float


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
    gaps: array[float]  # of each wider space: how many words stand before it, where it starts and where it ends
    slanted: bool = False

    @property
    def parts(self) -> tuple[Cell, ...]:
        """What its wider spaces part. They are not kept: justified text has one around every word."""
        words = self.text.split(" ")
        ends = [(int(self.gaps[at]), self.gaps[at + 1]) for at in range(0, len(self.gaps), 3)]
        starts = [(0, self.left), *((int(self.gaps[at]), self.gaps[at + 2]) for at in range(0, len(self.gaps), 3))]
        return tuple(
            Cell(" ".join(words[first:last]), left, right)
            for (first, left), (last, right) in zip(starts, [*ends, (len(words), self.right)], strict=True)
        )

    @property
    def height(self) -> float:
        """From the deepest descender to the highest ascender that the face allows."""
        return self.top - self.bottom


def runs_of(glyphs: Sequence[Glyph], walls: Sequence[Rule]) -> list[Run]:
    """Put glyphs together into runs, in the order in which they come; walls are rules that part cells."""
    runs: list[Run] = []
    run: list[Glyph] = []
    for glyph in glyphs:
        accented = run and (glyph[0] in ACCENTS or run[-1][0] in ACCENTS)
        if accented and (letter := _composed(run[-1], glyph)):
            base = run[-1] if glyph[0] in ACCENTS else glyph
            run[-1] = (letter, *base[1:])
            continue
        if run:
            _, _, right, baseline, bottom, top, _ = run[-1]
            height, gap = max(top - bottom, 1.0), glyph[1] - right
            same_line = abs(glyph[3] - baseline) <= SAME_BASELINE * height
            same_size = abs(glyph[5] - glyph[4] - height) <= 0.1 * height
            near = -0.5 * height <= gap <= WIDE_GAP * height
            if not (same_line and same_size and near) or (walls and _walled(walls, run, glyph)):
                runs.extend(_run(run))
                run = []
            elif gap > SPACE_GAP * height:
                run.append((" ", right, glyph[1], *glyph[3:]))
        run.append(glyph)
    return [*runs, *_run(run)]


def _composed(last: Glyph, glyph: Glyph) -> str | None:
    """The letter that an accent makes with the glyph that it is drawn over; None if it is drawn over none."""
    letter, accent = (last, glyph) if glyph[0] in ACCENTS else (glyph, last)
    if accent[0] not in ACCENTS or not letter[1] <= (accent[1] + accent[2]) / 2 <= letter[2]:
        return None
    composed = unicodedata.normalize("NFC", letter[0] + ACCENTS[accent[0]])
    return composed if len(composed) == 1 else None


def _walled(walls: Sequence[Rule], glyphs: Sequence[Glyph], glyph: Glyph) -> bool:
    """Whether a rule stands between the last word and the glyph that opens another."""
    if glyph[0] == " ":
        return False
    last = next((drawn for drawn in reversed(glyphs) if drawn[0] != " "), glyphs[-1])
    return any(
        last[2] - 1 <= wall.right and wall.left <= glyph[1] + 1 and wall.bottom <= glyph[3] <= wall.top
        for wall in walls
    )


def _run(glyphs: list[Glyph]) -> list[Run]:
    """The run that the glyphs make; none if they are all spaces."""
    text = " ".join("".join([glyph[0] for glyph in glyphs]).split())
    if not text:
        return []
    inked = [glyph for glyph in glyphs if not glyph[0].isspace()]
    _, left, _, baseline, bottom, top, _ = inked[0]
    bold, slanted = (all(glyph[6] & kind for glyph in inked) for kind in (BOLD, SLANTED))
    gaps = _gaps(glyphs, PART_GAP * (top - bottom))
    return [Run(text, left, inked[-1][2], baseline, bottom, top, bold, gaps, slanted)]


def _gaps(glyphs: Sequence[Glyph], wide: float) -> array[float]:
    """The spaces that are wider than so many points, as ``Run.gaps`` has them."""
    gaps = array("f")
    words, end = 0, math.inf  # the words so far, and where the last one ends
    spaced = False
    for text, left, right, *_ in glyphs:
        if text.isspace():
            spaced = end < math.inf
            continue
        if spaced:
            words += 1
            if left - end > wide:
                gaps.extend((words, end, left))
            spaced = False
        end = right
    return gaps
