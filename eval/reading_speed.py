"""How fast papers are read, and with how much memory: ``python -m eval.reading_speed --paper FILE [--paper FILE]``.

A PDF is repeated page by page, a text as often as its share of so many pages asks. Every size is read in a
process of its own, the whole way from bytes to passages, so that the peak memory is that of one reading.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import io
import multiprocessing
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2

from eval.machine import most_memory
from ingest.formats import READERS
from ingest.passages import cut
from ingest.reading import document_of

SIZES = (500, 1_000, 2_000)  # pages
LETTERS = 3_000  # of text on a printed page


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One reading."""

    pages: int
    seconds: float  # of computing
    bytes_form: int  # peak memory of the process once the file was read as text
    bytes_all: int  # and once it was cut into passages


def measure(extension: str, data: bytes, pages: int) -> Measured:
    """Read a file once, in a process of its own."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_measured, (extension, data, pages))


def repeated(path: Path, pages: int) -> bytes:
    """A paper repeated until it has so many pages."""
    data = path.read_bytes()
    if path.suffix.lower() != ".pdf":
        return (data * (pages * LETTERS // len(data) + 1))[: pages * LETTERS]
    with pypdfium2.PdfDocument(data) as paper, pypdfium2.PdfDocument.new() as long:
        while len(long) < pages:
            long.import_pages(paper, list(range(min(len(paper), pages - len(long)))))
        written = io.BytesIO()
        long.save(written)
    return written.getvalue()


def _measured(extension: str, data: bytes, pages: int) -> Measured:
    start = time.process_time()
    paged = importlib.import_module(f"ingest.formats.{READERS[extension]}").read(data)
    bytes_form = most_memory()
    cut(document_of(Path(f"paper{extension}"), paged, hashlib.sha256(data).hexdigest()))
    return Measured(pages=pages, seconds=time.process_time() - start, bytes_form=bytes_form, bytes_all=most_memory())


def main(arguments: Sequence[str] | None = None) -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m eval.reading_speed", description=__doc__)
    parser.add_argument("--paper", type=Path, action="append", required=True, help="a PDF or a text")
    parser.add_argument("--pages", type=int, nargs="+", default=SIZES)
    given = parser.parse_args(arguments)
    sys.stdout.write("| paper | pages | seconds | pages/s | MB as text | MB in all |\n|---|---:|---:|---:|---:|---:|\n")
    for path in given.paper:
        for pages in given.pages:
            found = measure(path.suffix.lower(), repeated(path, pages), pages)
            sys.stdout.write(
                f"| {path.name} | {pages} | {found.seconds:.1f} | {pages / found.seconds:.0f} "
                f"| {found.bytes_form / 1e6:.0f} | {found.bytes_all / 1e6:.0f} |\n"
            )
            sys.stdout.flush()


if __name__ == "__main__":
    main()
