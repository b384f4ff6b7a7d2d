"""The list of contents of an official paper: what its lines lead to is a page, and no table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.formats.pdf_lines import Line

# What stands in the narrow column before the text: the number of the paper, the title of its list of contents.
LABEL = re.compile(r"Nr\. ?\d{1,4}|Inhoud(?:sopgave)?")
TITLE = re.compile(r"Inhoud(?:sopgave)?")
PAGE = re.compile(r"\d{1,3}")


def contents_end(lines: Sequence[Line], start: int) -> int:
    """Where the list of contents ends that starts at a line, in its title or beside it; the line itself without one."""
    if not TITLE.fullmatch(lines[start].cells[0].text):
        return start
    end = first = start + (len(lines[start].cells) == 1)
    while end < len(lines) and len(lines[end].cells) > 1 and PAGE.fullmatch(lines[end].cells[-1].text):
        end += 1
    return end if end > first else start


def contents_lines(lines: Sequence[Line]) -> list[str]:
    """A list of contents as text, its title and each of its lines apart."""
    title, first = lines[0].cells[0].text, " ".join(cell.text for cell in lines[0].cells[1:])
    return [part for text in (title, first, *(line.text for line in lines[1:])) if text for part in ("", text)]
