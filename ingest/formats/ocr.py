"""Text out of pictures of pages, through Tesseract if it is installed with Dutch."""

from __future__ import annotations

import ctypes
import shutil
import subprocess
from collections.abc import Sequence

import pypdfium2
import pypdfium2.raw as pdfium

from ingest.formats.paged_text import Reason, UnreadableFile

MOST_SCANS = 200
MOST_OBJECTS = 1_000  # looked at in search of a picture
FILLED = 0.5  # of a page that is a picture; scanners may leave the margins out, or cut a page into strips
DOTS_PER_INCH = 200
MOST_DOTS = 30_000_000  # of one page: A2 at this resolution
SECONDS_PER_PAGE = 30


def read_scans(paper: pypdfium2.PdfDocument, numbers: Sequence[int]) -> dict[int, str]:
    """Recognise the pages of a paper, counted from 0, that are pictures.

    Raises:
        UnreadableFile: Tesseract with Dutch is missing or fails, or there are too many such pages.
    """
    if not can_recognise():
        raise UnreadableFile(Reason.GEEN_TEKST, "no text layer, and Tesseract with Dutch is not installed")
    if len(numbers) > MOST_SCANS:
        raise UnreadableFile(Reason.GEEN_TEKST, f"no text layer; {len(numbers)} pages are too many to recognise")
    try:
        return {number: _recognised(paper[number]) for number in numbers}
    except pypdfium2.PdfiumError as error:
        raise UnreadableFile(Reason.BESCHADIGD, f"a page that cannot be drawn: {error}") from error


def can_recognise() -> bool:
    """Whether Tesseract is installed with its Dutch data."""
    if shutil.which("tesseract") is None:
        return False
    listed = subprocess.run(["tesseract", "--list-langs"], capture_output=True, timeout=SECONDS_PER_PAGE, check=False)
    return b"nld" in listed.stdout.split()


def is_picture(page: pypdfium2.PdfPage) -> bool:
    """Whether pictures fill the better part of a page, as a scan does."""
    width, height = page.get_size()
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    filled = 0.0
    for index in range(min(pdfium.FPDFPage_CountObjects(page.raw), MOST_OBJECTS)):
        drawn = pdfium.FPDFPage_GetObject(page.raw, index)
        picture = pdfium.FPDFPageObj_GetType(drawn) in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM)
        if picture and pdfium.FPDFPageObj_GetBounds(drawn, left, bottom, right, top):
            filled += (right.value - left.value) * (top.value - bottom.value)
    return bool(filled >= FILLED * width * height)


def _recognised(page: pypdfium2.PdfPage) -> str:
    if not pdfium.FPDFPage_CountObjects(page.raw):
        return ""
    width, height = page.get_size()
    scale = min(DOTS_PER_INCH / 72, (MOST_DOTS / max(width * height, 1.0)) ** 0.5)
    try:
        bitmap = page.render(scale=scale, grayscale=True)
    except ValueError as error:  # a page without an area
        raise UnreadableFile(Reason.GEEN_TEKST, str(error)) from error
    rows = memoryview(bitmap.buffer).cast("B")
    pixels = b"".join(rows[row * bitmap.stride :][: bitmap.width] for row in range(bitmap.height))
    picture = b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + pixels  # a portable graymap
    command = ["tesseract", "-", "-", "-l", "nld", "--dpi", str(DOTS_PER_INCH)]
    try:
        done = subprocess.run(command, input=picture, capture_output=True, timeout=SECONDS_PER_PAGE, check=True)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        raise UnreadableFile(Reason.GEEN_TEKST, f"Tesseract: {error}") from error
    return done.stdout.decode("utf-8", "replace").replace("\f", "").strip("\n") + "\n"
