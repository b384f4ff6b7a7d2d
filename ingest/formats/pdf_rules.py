"""The ruled lines on a PDF page and the grids that they make: the tables with borders."""

from __future__ import annotations

import ctypes
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from ingest.formats.pdf_glyphs import Turn

MOST_OBJECTS = 20_000
MOST_RULES = 2_000  # more, and the page is a map or a drawing
THIN = 2.5  # points: the thickness of a ruled line
SHORTEST = 6.0  # points
TOUCHING = 3.0  # points between two ruled lines that meet
WORD_SPACE = 6.0  # points: the widest space between a box in a line of text and the words beside it


@dataclass(frozen=True, slots=True)
class Rule:
    """A ruled line; of its two extents one is thin."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def upright(self) -> bool:
        """Whether it stands rather than lies."""
        return self.top - self.bottom > self.right - self.left


@dataclass(frozen=True, slots=True)
class Grid:
    """Ruled lines that part cells: the edges of columns from the left, and of rows from the bottom."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    rules: tuple[Rule, ...]

    def holds(self, left: float, right: float, baseline: float) -> bool:
        """Whether text stands inside it."""
        across = self.columns[0] - TOUCHING <= left and right <= self.columns[-1] + TOUCHING
        return across and self.rows[0] < baseline < self.rows[-1]

    def adjoins(self, left: float, right: float, baseline: float) -> bool:
        """Whether text stands right before or behind it in a line: it is a box over words there, and no table."""
        sides = [rule.left for rule in self.rules if rule.upright and rule.bottom < baseline < rule.top]
        return bool(sides) and (0 <= min(sides) - right <= WORD_SPACE or 0 <= left - max(sides) <= WORD_SPACE)

    def cell(self, left: float, baseline: float) -> tuple[int, int]:
        """The row, from the top, and the column, from the left, of text; of joined cells the first."""
        column = min(max(bisect_right(self.columns, left + 1) - 1, 0), len(self.columns) - 2)
        row = min(max(bisect_right(self.rows, baseline) - 1, 0), len(self.rows) - 2)
        while column and not self._has_rule(self.columns[column], baseline, upright=True):
            column -= 1
        middle = (self.columns[column] + self.columns[column + 1]) / 2
        while row < len(self.rows) - 2 and not self._has_rule(middle, self.rows[row + 1], upright=False):
            row += 1
        return len(self.rows) - 2 - row, column

    def home(self, row: int, column: int) -> tuple[int, int]:
        """The first place, by row from the top and column, of the joined cells that a place belongs to."""
        low, high = self.rows[len(self.rows) - 2 - row], self.rows[len(self.rows) - 1 - row]
        return self.cell(self.columns[column], (low + high) / 2)

    def _has_rule(self, x: float, y: float, *, upright: bool) -> bool:
        return any(
            rule.upright == upright
            and rule.left - TOUCHING <= x <= rule.right + TOUCHING
            and rule.bottom - TOUCHING <= y <= rule.top + TOUCHING
            for rule in self.rules
        )


def page_rules(page: pypdfium2.PdfPage, turn: Turn) -> list[Rule]:
    """The ruled lines of a page, turned upright: thin shapes, and the four sides of boxes."""
    count = pdfium.FPDFPage_CountObjects(page.raw)
    if count > MOST_OBJECTS:
        return []
    rules: list[Rule] = []
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for index in range(count):
        shape = pdfium.FPDFPage_GetObject(page.raw, index)
        if pdfium.FPDFPageObj_GetType(shape) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        if pdfium.FPDFPageObj_GetBounds(shape, left, bottom, right, top):
            rules.extend(_sides(Rule(*turn(left.value, bottom.value, right.value, top.value))))
    return rules if len(rules) <= MOST_RULES else []


def find_grids(rules: Sequence[Rule]) -> list[Grid]:
    """The grids of two rows and two columns or more that the rules of a page make."""
    grids = []
    for group in touching(rules):
        columns = merged(rule.left for rule in group if rule.upright)
        rows = merged(rule.bottom for rule in group if not rule.upright)
        if len(columns) > 2 and len(rows) > 2:
            grids.append(Grid(columns, rows, tuple(group)))
    return grids


def _sides(shape: Rule) -> Iterator[Rule]:
    width, height = shape.right - shape.left, shape.top - shape.bottom
    if min(width, height) <= THIN:
        if max(width, height) >= SHORTEST:
            yield shape
        return
    if width >= SHORTEST and height >= SHORTEST:
        for x in (shape.left, shape.right):
            yield Rule(x, shape.bottom, x, shape.top)
        for y in (shape.bottom, shape.top):
            yield Rule(shape.left, y, shape.right, y)


def touching(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Rules in groups that hang together."""
    groups: list[tuple[Rule, list[Rule]]] = []  # with the box around each
    for rule in sorted(rules, key=lambda rule: (-rule.top, rule.left)):
        near = [group for group in groups if _meet(group[0], rule)]
        members = [rule, *(member for _, group in near for member in group)]
        box = Rule(
            min(member.left for member in members),
            min(member.bottom for member in members),
            max(member.right for member in members),
            max(member.top for member in members),
        )
        groups = [group for group in groups if group not in near] + [(box, members)]
    return [members for _, members in groups]


def _meet(box: Rule, rule: Rule) -> bool:
    across = rule.left <= box.right + TOUCHING and rule.right >= box.left - TOUCHING
    return across and rule.bottom <= box.top + TOUCHING and rule.top >= box.bottom - TOUCHING


def merged(places: Iterable[float]) -> tuple[float, ...]:
    """Places in order, those that touch taken as one."""
    apart: list[float] = []
    for place in sorted(places):
        if not apart or place - apart[-1] > TOUCHING:
            apart.append(place)
    return tuple(apart)
