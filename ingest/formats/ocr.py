"""Text out of pictures of pages, through Tesseract if it is installed with Dutch."""

from __future__ import annotations

import shutil
import subprocess

import pypdfium2
import pypdfium2.raw as pdfium

from ingest.formats.paged_text import PagedText, Reason, UnreadableFile

MOST_SCANS = 200
MOST_OBJECTS = 1_000  # looked at in search of a picture
DOTS_PER_INCH = 200
MOST_DOTS = 30_000_000  # of one page: A2 at this resolution
SECONDS_PER_PAGE = 30


def read_scans(paper: pypdfium2.PdfDocument) -> PagedText:
    """Recognise the pages of a scanned paper.

    Raises:
        UnreadableFile: Tesseract with Dutch is missing, there are too many pages, or they are empty.
    """
    if not can_recognise():
        raise UnreadableFile(Reason.GEEN_TEKST, "no text layer, and Tesseract with Dutch is not installed")
    if len(paper) > MOST_SCANS:
        raise UnreadableFile(Reason.GEEN_TEKST, f"no text layer; {len(paper)} pages are too many to recognise")
    text, starts = "", []
    for page in paper:
        starts.append(len(text))
        try:
            text += _recognised(page)
        except pypdfium2.PdfiumError as error:
            raise UnreadableFile(Reason.BESCHADIGD, f"page {len(starts)}: {error}") from error
    if not text.strip():
        raise UnreadableFile(Reason.GEEN_TEKST, "no text layer, and nothing to recognise")
    return PagedText(text=text, page_starts=tuple(starts))


def can_recognise() -> bool:
    """Whether Tesseract is installed with its Dutch data."""
    if shutil.which("tesseract") is None:
        return False
    listed = subprocess.run(["tesseract", "--list-langs"], capture_output=True, timeout=SECONDS_PER_PAGE, check=False)
    return b"nld" in listed.stdout.split()


def has_pictures(page: pypdfium2.PdfPage) -> bool:
    """Whether a page draws a picture."""
    objects = range(min(pdfium.FPDFPage_CountObjects(page.raw), MOST_OBJECTS))
    kinds = (pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(page.raw, index)) for index in objects)
    return any(kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM) for kind in kinds)


def _recognised(page: pypdfium2.PdfPage) -> str:
    if not pdfium.FPDFPage_CountObjects(page.raw):
        return ""
    width, height = page.get_size()
    scale = min(DOTS_PER_INCH / 72, (MOST_DOTS / max(width * height, 1.0)) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True)
    rows = memoryview(bitmap.buffer).cast("B")
    pixels = b"".join(rows[row * bitmap.stride :][: bitmap.width] for row in range(bitmap.height))
    picture = b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + pixels  # a portable graymap
    command = ["tesseract", "-", "-", "-l", "nld", "--dpi", str(DOTS_PER_INCH)]
    try:
        done = subprocess.run(command, input=picture, capture_output=True, timeout=SECONDS_PER_PAGE, check=True)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        raise UnreadableFile(Reason.GEEN_TEKST, f"Tesseract: {error}") from error
    return done.stdout.decode("utf-8", "replace").replace("\f", "").strip("\n") + "\n"
