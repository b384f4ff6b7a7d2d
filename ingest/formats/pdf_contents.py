"""The list of contents of an official paper: what its lines lead to is a page, and no table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.formats.pdf_lines import Line
from ingest.formats.table_rows import is_value

# What stands in the narrow column before the text: the number of the paper, the title of its list of contents.
LABEL = re.compile(r"Nr\. ?\d{1,4}|Inhoud(?:sopgave)?")
TITLE = re.compile(r"Inhoud(?:sopgave)?")
PAGE = re.compile(r"\d{1,3}")
HEADS_PAGES = re.compile(r"(?i:blz\.?|bladzijde|pag(?:\.|ina))")


def contents_end(lines: Sequence[Line], start: int) -> int:
    """Where the list of contents ends that starts at a line, in its title or beside it; the line itself without one."""
    if not TITLE.fullmatch(lines[start].cells[0].text):
        return start
    heads = len(lines[start].cells) == 1 or _heads_pages(lines[start])
    end = first = start + heads
    last = 0
    while end < len(lines) and last <= (page := _page(lines[end])):
        wrapped = (
            0 < page <= _page(lines[end + 2]) and len(lines[end + 1].cells) == 1 if end + 2 < len(lines) else False
        )
        end, last = end + 1 + wrapped, page
    leads_on = end < len(lines) and len(lines[end].cells) > 1 and is_value(lines[end].cells[-1].text)
    return end if end > first and not leads_on else start


def _heads_pages(line: Line) -> bool:
    """Whether a title has "blz." above the pages."""
    return len(line.cells) == 2 and HEADS_PAGES.fullmatch(line.cells[1].text) is not None


def _page(line: Line) -> int:
    """To which page a line leads, where that is the only number in its cells; -1 without one."""
    *before, last = (cell.text for cell in line.cells)
    leads = before and PAGE.fullmatch(last) and not any(is_value(text) for text in before)
    return int(last) if leads else -1


def contents_lines(lines: Sequence[Line]) -> list[str]:
    """A list of contents as text, its title and each of its entries apart, those that fill two lines too."""
    title, *beside = (cell.text for cell in lines[0].cells)
    if _heads_pages(lines[0]):
        title, beside = lines[0].text, []
    entries = [" ".join(beside)]
    for line in lines[1:]:
        if len(line.cells) > 1:
            entries.append(line.text)
        else:
            words, _, page = entries[-1].rpartition(" ")
            entries[-1] = f"{words}{'' if words.endswith('-') else ' '}{line.text} {page}"
    return [part for text in (title, *entries) if text for part in ("", text)]
