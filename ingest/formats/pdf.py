"""PDF files: the text layer page by page, or what OCR reads where there is none.

PDFium (through pypdfium2) reads the file.
"""

from __future__ import annotations

import pypdfium2
import pypdfium2.raw as pdfium

from ingest.formats.ocr import read_scans
from ingest.formats.paged_text import PagedText, Reason, UnreadableFile
from ingest.formats.pdf_furniture import PageLines, without_furniture
from ingest.formats.pdf_lines import lines_of, part_margin
from ingest.formats.pdf_runs import Run, page_runs
from ingest.formats.pdf_text import write_pages

MOST_PAGES = 3_000
SCANNED = 20  # letters a page on average: fewer, and the pages are pictures


def read(data: bytes) -> PagedText:
    """Read a PDF file.

    Raises:
        UnreadableFile: It asks for a password, is broken, too long, or holds no text
            and cannot be recognised from its pictures either.
    """
    paper = _opened(data)
    try:
        if len(paper) > MOST_PAGES:
            raise UnreadableFile(Reason.TE_GROOT, f"{len(paper)} pages, at most {MOST_PAGES}")
        pages = [_runs(paper, number) for number in range(len(paper))]
        letters = sum(len(run.text) for page in pages for run in page)
        if letters < SCANNED * len(pages):
            return read_scans(paper)
        return write_pages(without_furniture([_lines(page, _text_width(pages)) for page in pages]))
    finally:
        paper.close()


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code == pdfium.FPDF_ERR_PASSWORD
        raise UnreadableFile(Reason.WACHTWOORD if locked else Reason.BESCHADIGD, str(error)) from error


def _runs(paper: pypdfium2.PdfDocument, number: int) -> list[Run]:
    try:
        page = paper[number]
        runs = page_runs(page)
        page.close()
    except pypdfium2.PdfiumError as error:
        raise UnreadableFile(Reason.BESCHADIGD, f"page {number + 1}: {error}") from error
    return runs


def _text_width(pages: list[list[Run]]) -> float:
    """How wide a full line of running text is: nine tenths of the letters stand in no wider one."""
    widths = sorted((run.right - run.left, len(run.text)) for page in pages for run in page)
    rest = sum(letters for _, letters in widths) / 10
    while widths and rest > 0:
        width, letters = widths.pop()
        rest -= letters
    return width


def _lines(runs: list[Run], text_width: float) -> PageLines:
    column, margin = part_margin(runs, text_width)
    return PageLines(tuple(lines_of(column)), tuple(lines_of(margin)))
