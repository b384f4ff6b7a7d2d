"""PDF files: the text layer page by page, or what OCR reads where there is none.

PDFium (through pypdfium2) reads the file.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

import pypdfium2
import pypdfium2.raw as pdfium

from ingest.formats.legible import is_legible
from ingest.formats.ocr import is_picture, read_scans
from ingest.formats.paged_text import PagedText, Reason, UnreadableFile
from ingest.formats.pdf_boxes import with_signs
from ingest.formats.pdf_columns import (
    column_of,
    grounds_alone,
    in_reading_order,
    part_margin,
    second_column,
    with_grounds,
)
from ingest.formats.pdf_fields import box_glyphs, open_forms, with_fields_drawn
from ingest.formats.pdf_furniture import PageLines, without_furniture
from ingest.formats.pdf_glyphs import Glyph, Turn, page_glyphs
from ingest.formats.pdf_lines import Line, lines_of
from ingest.formats.pdf_row_rules import row_grids
from ingest.formats.pdf_rules import Grid, Rule, find_grids, page_rules
from ingest.formats.pdf_runs import Cell, Run, runs_of
from ingest.formats.pdf_struck import black_boxes, holes, struck_by_hand, without_struck
from ingest.formats.pdf_tables import ruled_table
from ingest.formats.pdf_text import write_pages
from ingest.formats.plainly import FAULTS, Plainly

MOST_PAGES = 3_000
PAGES_AT_ONCE = 100  # PDFium keeps the faces and streams of all pages that it has read until the file is closed
COLUMNS_TELL = 3  # pages at the start of a paper that tell whether it is set in two columns
SCANNED = 100  # letters on a page: with fewer, a picture that fills it is what was meant to be read


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What a page draws that can be read."""

    runs: list[Run]
    turned: list[Run]  # set at right angles to the others
    grids: list[Grid]
    scanned: bool  # a picture that was meant to be read
    garbled: bool = False  # its letters are mapped to others, so that only a picture of it can be read


NOTHING = _Drawn([], [], [], False)


def read(data: bytes) -> PagedText:
    """Read a PDF file.

    Raises:
        UnreadableFile: It asks for a password, is broken, too long, or holds no text
            and cannot be recognised from its pictures either.
    """
    paper = _opened(data)
    plainly = Plainly()
    try:
        if len(paper) > MOST_PAGES:
            raise UnreadableFile(Reason.TE_GROOT, f"{len(paper)} pages, at most {MOST_PAGES}")
        pages, damage = [], {}
        for number in range(len(paper)):
            if number and number % PAGES_AT_ONCE == 0:
                paper.close()
                paper = _opened(data)
            try:
                pages.append(_drawn(paper, number, plainly))
            except pypdfium2.PdfiumError as error:
                pages.append(NOTHING)
                damage[number + 1] = str(error)
        scans, unread = _recognised(paper, pages)
    finally:
        paper.close()
    written = _written([NOTHING if number in scans else page for number, page in enumerate(pages)], scans, plainly)
    if not written.text.strip():
        reason = Reason.BESCHADIGD if damage else Reason.GEEN_TEKST
        raise UnreadableFile(reason, f"no text in it; damaged pages: {damage}" if damage else "no text in it")
    return replace(written, unread=tuple(sorted({*unread, *damage})), plain=plainly.places)


def _written(pages: Sequence[_Drawn], scans: Mapping[int, str], plainly: Plainly) -> PagedText:
    """The pages written down; what concerns all of them is left out where it fails."""
    width = _text_width(pages)
    edge = second_column(page.runs for page in pages[:COLUMNS_TELL])
    finely = partial(_lines, text_width=width, elsewhere=_column(pages, width), edge=edge)
    lined = [plainly.read(number, page, finely, _plain_lines) for number, page in enumerate(pages, start=1)]
    try:
        lined = without_furniture(lined)
    except FAULTS:
        plainly.all(len(pages))
    return write_pages(lined, scans, plainly)


def _plain_lines(page: _Drawn) -> PageLines:
    """The lines of a page from the top down, without its tables, margins and columns."""
    runs = sorted([*page.runs, *page.turned], key=lambda run: (-run.baseline, run.left))
    cells = ((Cell(run.text, run.left, run.right), run) for run in runs)
    return PageLines(tuple(Line((cell,), run.baseline, run.height, run.bold) for cell, run in cells), ())


def _recognised(paper: pypdfium2.PdfDocument, pages: Sequence[_Drawn]) -> tuple[dict[int, str], tuple[int, ...]]:
    """What OCR reads on the scanned pages, by their number from 0; the numbers from 1 of those it cannot read."""
    scanned = [number for number, page in enumerate(pages) if page.scanned]
    try:
        return (read_scans(paper, scanned) if scanned else {}), ()
    except UnreadableFile as error:
        if len(scanned) == sum(bool(page.runs or page.scanned) for page in pages):
            if any(page.garbled for page in pages):
                raise UnreadableFile(Reason.ONLEESBARE_LETTERS, error.detail) from error
            raise
        return {}, tuple(number + 1 for number in scanned)


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        paper = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code == pdfium.FPDF_ERR_PASSWORD
        raise UnreadableFile(Reason.WACHTWOORD if locked else Reason.BESCHADIGD, str(error)) from error
    open_forms(paper)
    return paper


def _drawn(paper: pypdfium2.PdfDocument, number: int, plainly: Plainly) -> _Drawn:
    """What a page draws.

    Raises:
        PdfiumError: The page is damaged.
    """
    page, boxes = plainly.read(number + 1, number, partial(with_fields_drawn, paper), lambda again: (paper[again], []))
    glyphs, turned, turn = page_glyphs(page)
    glyphs += box_glyphs(boxes, glyphs, turn)
    rules, grids = plainly.read(number + 1, page, partial(_ruled, turn=turn), lambda _: ([], []))
    glyphs = without_struck(glyphs, [*rules, *struck_by_hand(page, turn)])
    glyphs = plainly.read(number + 1, glyphs, partial(_boxed, page=page, turn=turn, grids=grids), lambda bare: bare)
    runs = runs_of(glyphs, [rule for rule in rules if rule.upright])
    in_rows, runs = plainly.read(number + 1, runs, partial(row_grids, rules), lambda bare: ([], bare))
    if not is_legible(" ".join(run.text for run in runs)):
        drawn = _Drawn([], [], [], scanned=True, garbled=True)
    else:
        scanned = sum(len(run.text) for run in runs) < SCANNED and is_picture(page)
        drawn = _Drawn(runs, runs_of(turned, []), [*grids, *in_rows], scanned)
    page.close()
    return drawn


def _ruled(page: pypdfium2.PdfPage, turn: Turn) -> tuple[list[Rule], list[Grid]]:
    rules = page_rules(page, turn)
    return rules, find_grids(rules)


def _boxed(glyphs: list[Glyph], page: pypdfium2.PdfPage, turn: Turn, grids: Sequence[Grid]) -> list[Glyph]:
    """The glyphs, with what the black boxes among them tell."""
    boxes = black_boxes(page, turn)
    return [*with_signs(glyphs, boxes, grids), *holes(boxes, glyphs)]


def _text_width(pages: Sequence[_Drawn]) -> float:
    """How wide a full line of running text is: nine tenths of the letters stand in no wider one."""
    widths = sorted((run.right - run.left, len(run.text)) for page in pages for run in page.runs)
    rest = sum(letters for _, letters in widths) / 10
    while len(widths) > 1 and (rest := rest - widths[-1][1]) > 0:
        widths.pop()
    return widths[-1][0] if widths else 0.0


def _column(pages: Sequence[_Drawn], text_width: float) -> tuple[float, float] | None:
    """Where the running text stands on the pages together; None where no line of any is wide enough."""
    edges = [column for page in pages if (column := column_of(page.runs, text_width))]
    return (min(left for left, _ in edges), max(right for _, right in edges)) if edges else None


def _lines(page: _Drawn, text_width: float, elsewhere: tuple[float, float] | None, edge: float | None) -> PageLines:
    """The lines of a page from the top down, each ruled table as one of them."""
    runs, tables = page.runs, []
    for grid in page.grids:
        inside: list[Run] = []
        around: list[Run] = []
        for run in runs:
            (inside if grid.holds(run.left, run.right, run.baseline) else around).append(run)
        if any(grid.adjoins(run.left, run.right, run.baseline) for run in around):
            continue
        if table := ruled_table(grid, inside):
            tables.append(table)
            runs = around
    column, margin = part_margin(runs, text_width, elsewhere)
    beside = lines_of(margin)
    grounds = grounds_alone(beside)
    lines = with_grounds(in_reading_order(column, edge), grounds)
    for table in tables:
        above = (index for index, line in enumerate(lines) if line.baseline < table.baseline)
        lines.insert(next(above, len(lines)), table)
    rest = (line for line in beside if line not in grounds)
    return PageLines(tuple(lines), (*rest, *lines_of(page.turned)))
