"""Which lines of a PDF are set as headings: in bold, or larger than the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ingest.formats.pdf_columns import SMALL
from ingest.formats.pdf_lines import Line

LARGER = 1.15  # times the height of the text; between two faces of one size it differs less
MOST_BOLD = 0.4  # of the letters of a paper: with more, bold type is no sign of a heading


class Headings:
    """What the type of a line says in one paper."""

    def __init__(self, lines: Sequence[Line], height: float) -> None:
        self._least, self._smallest = LARGER * height, SMALL * height
        letters = sum(len(line.text) for line in lines)
        self._bold_tells = sum(len(line.text) for line in lines if line.bold) <= MOST_BOLD * letters
        sizes = Counter(round(line.height, 1) for line in lines if not line.rows and line.height >= self._least)
        # A size that is used once is that of a title, above no other headings.
        ranked = sorted((size for size, times in sizes.items() if times > 1), reverse=True)
        self._depths = {size: depth for depth, size in enumerate(ranked, start=1)}

    def level(self, line: Line) -> int | None:
        """How deep a heading the line is, 0 where only its type tells; None if it is set as the text is."""
        if line.rows:
            return None
        if line.height >= self._least:
            return self._depths.get(round(line.height, 1), 0)
        # What is set smaller than the text is a caption or a label, in bold too.
        return 0 if line.bold and self._bold_tells and line.height >= self._smallest else None
