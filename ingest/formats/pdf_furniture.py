"""The lines that a printer puts on every page: running heads and feet, page numbers, the imprint."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.formats.pdf_lines import Line

EDGE = 0.15  # of the height between the highest and the lowest line of the paper
CLEAR = 1.5  # of the line height: how far furniture keeps from the text
NUMBER = re.compile(r"\d+")
PAGE_NUMBER = re.compile(
    r"(?:pagina|blad|p\.)\s*\d{1,4}(?:\s*(?:van|/)\s*\d{1,4})?|\d{1,4}\s*(?:van|/)\s*\d{1,4}", re.I
)
LONE_NUMBER = re.compile(r"[-–\s]*(\d{1,4})[-–\s]*")
# What the official publications print at the foot of the first page only.
_OF_PRINTER = r"(?:ah|kst|kv|h|nds|blg)-[\w-]*\d[\w-]*|ISSN \d{4} ?- ?\d{3}[\dX]|[’'‘]s-Gravenhage,? \d{4}"
_OF_KAMER = r"(?:Tweede|Eerste) Kamer, vergaderjaar \d{4}[–-]\d{4}, .{1,40} \d{1,4}"
IMPRINT = re.compile(rf"(?:{_OF_PRINTER})(?: (?:{_OF_PRINTER}))*(?: {_OF_KAMER})?|{_OF_KAMER}")
QUESTION = re.compile(r"(?:Vraag|Vragen|Antwoord|Antwoorden)\b.*\d", re.I)


@dataclass(frozen=True, slots=True)
class PageLines:
    """The lines of one page, from the top down."""

    column: tuple[Line, ...]
    margin: tuple[Line, ...]


def without_furniture(pages: Sequence[PageLines]) -> list[PageLines]:
    """Take away what is printed on every page, and nothing else.

    Furniture stands around something: where no page holds anything else, all of it is what the paper says.
    """
    baselines = [line.baseline for page in pages for line in page.column + page.margin]
    if not baselines:
        return list(pages)
    edge = EDGE * (max(baselines) - min(baselines))
    low, high = min(baselines) + edge, max(baselines) - edge
    repeated = _repeated(pages, low, high)
    opening = " ".join(line.text for line in pages[0].column + pages[0].margin)
    cleaned = []
    for number, page in enumerate(pages):
        margin = tuple(
            line
            for above, line in zip((None, *page.margin), page.margin, strict=False)
            if (number, line) not in repeated
            and not _is_imprint(line, low)
            and not (number and (line.text in opening or _is_day(above, line, opening)))
            and not ((line.baseline <= low or line.baseline >= high) and PAGE_NUMBER.fullmatch(line.text))
        )
        cleaned.append(PageLines(_cleared(page.column, number, repeated, low, high), margin))
    return cleaned if any(page.column or page.margin for page in cleaned) else list(pages)


def _repeated(pages: Sequence[PageLines], low: float, high: float) -> set[tuple[int, Line]]:
    """The lines near an edge that stand in the same place on two pages or more, page numbers aside."""
    places: defaultdict[tuple[str, int], list[tuple[int, Line]]] = defaultdict(list)
    for number, page in enumerate(pages):
        for line in page.column:
            if (line.baseline >= high or line.baseline <= low) and not QUESTION.match(line.text):
                places[NUMBER.sub("#", line.text), round(line.baseline / 4)].append((number, line))
        for line in page.margin:
            places[NUMBER.sub("#", line.text), round(line.baseline / 4)].append((number, line))
    return {
        item
        for items in places.values()
        if len({number for number, _ in items}) > 1 and _counts(items)
        for item in items
    }


def _counts(items: Sequence[tuple[int, Line]]) -> bool:
    """Whether each number in a repeated line stays the same or counts along with the pages."""
    first_page, first = items[0]
    start = [int(number) for number in NUMBER.findall(first.text)]
    for page, line in items[1:]:
        steps = [int(number) - began for number, began in zip(NUMBER.findall(line.text), start, strict=True)]
        if any(step not in (0, page - first_page) for step in steps):
            return False
    return True


def _cleared(
    lines: Sequence[Line], number: int, repeated: set[tuple[int, Line]], low: float, high: float
) -> tuple[Line, ...]:
    """Strip furniture from the top and the bottom of a page, where it keeps clear of the text."""
    furniture = [
        (number, line) in repeated
        or _is_imprint(line, low)
        or ((line.baseline <= low or line.baseline >= high) and _is_page_number(line, number))
        for line in lines
    ]
    top, end = 0, len(lines)
    while top < end and furniture[top]:
        top += 1
    while end > top and furniture[end - 1]:
        end -= 1
    # What touches the text is text: the head of a table, say, that comes back on every page.
    while 0 < top < end and lines[top - 1].baseline - lines[top].baseline < CLEAR * lines[top].height:
        top -= 1
    while top < end < len(lines) and lines[end - 1].baseline - lines[end].baseline < CLEAR * lines[end].height:
        end += 1
    return tuple(lines[top:end])


def _is_day(above: Line | None, line: Line, opening: str) -> bool:
    """Whether a line in the margin of a later page is the day of the first, written otherwise there: "03 SEP 2025"."""
    numbers = [{int(number) for number in NUMBER.findall(text)} for text in (line.text, opening)]
    return above is not None and above.text.rstrip(":") == "Datum" and bool(numbers[0]) and numbers[0] <= numbers[1]


def _is_page_number(line: Line, number: int) -> bool:
    if lone := LONE_NUMBER.fullmatch(line.text):
        return int(lone[1]) == number + 1
    return PAGE_NUMBER.fullmatch(line.text) is not None


def _is_imprint(line: Line, low: float) -> bool:
    return line.baseline <= low and IMPRINT.fullmatch(line.text) is not None
