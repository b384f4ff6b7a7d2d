"""Lines of a PDF written down as plain text: paragraphs, headings, tables and footnotes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from itertools import pairwise, takewhile

from ingest.formats.flat_text import heading, question_lines, row_lines, unmarked
from ingest.formats.paged_text import PagedText, Row
from ingest.formats.pdf_columns import NOTE, SMALL
from ingest.formats.pdf_furniture import QUESTION, PageLines
from ingest.formats.pdf_headings import Headings
from ingest.formats.pdf_lines import LIST_MARK, Line
from ingest.formats.pdf_tables import find_tables, table_rows
from ingest.formats.plainly import Plainly
from ingest.formats.table_rows import heads_of, is_letterhead

LOOSE = 1.25  # times the usual line pitch: a wider step opens a paragraph
INDENT = (0.8, 4.0)  # of the line height: a first line that is indented so far opens a paragraph
FULL = 0.1  # of its own length by which a full line may end before the longest
LONGEST_CAPTION = 3  # lines
LEAD = 3.0  # times the height of a line: the widest step from a caption to its table
STOPS = frozenset(".,;:!?")
LEAST_WITHIN = 2  # steps that tell the pitch by themselves
RESIZED = 0.12  # of the height of the text: a heading is set larger
FULL_STOP = re.compile(r"[.!?][»”’\"')\]]*[\d⁰¹²³⁴-⁹]{0,3}$")  # a footnote mark may follow the stop
# Times the width of a word as its line has it on average: with a line height added, 99 in 100 words of printed papers
# and the space before them are no wider, as measured over the words that open 673 lines.
ROOMY = 1.2
NUMBERED_LINE = re.compile(r"\(?\d{1,2}(?:\.\d{1,2})*[.)]\s+\S|\d{1,2}\.\d{1,2}\s+\S")
LISTED = re.compile(rf"{LIST_MARK.pattern}\s")


def write_pages(pages: Sequence[PageLines], recognised: Mapping[int, str], plainly: Plainly) -> PagedText:
    """Write pages down, each starting on a new line; some, by their number from 0, were recognised already."""
    lines = [line for page in pages for line in page.column]
    height = _most(round(line.height, 1) for line in lines for _ in line.text)
    pitch = _pitch(pages, height)
    headings = Headings(lines, height)
    texts: list[str] = []
    starts: list[int] = []
    marks: dict[int, int] = {}
    rows: dict[int, Row] = {}
    length = 0
    for number, page in enumerate(pages):
        finely = partial(_written, height=height, pitch=pitch, headings=headings)
        parts = (_bare(page.margin), plainly.read(number + 1, page.column, finely, _bare))
        written = unmarked(recognised.get(number, "\n\n".join(filter(None, parts))))
        if length and written.text:
            texts.append("\n\n" if page.column and _opens_section(page.column) else "\n")
            length += len(texts[-1])
        starts.append(length)
        marks |= {length + offset: level for offset, level in written.headings.items()}
        rows |= {length + offset: kind for offset, kind in written.rows.items()}
        texts.append(written.text)
        length += len(written.text)
    return PagedText(text="".join(texts), page_starts=tuple(starts), headings=marks, rows=rows)


def _pitch(pages: Sequence[PageLines], height: float) -> float:
    """The usual step from one line of a paragraph to the next, as a multiple of the height of the text.

    In a paper of short paragraphs most steps lead to the next one, so that only those count behind a full line, or
    before a small letter, without a stop between them; all do where there are few.
    """
    within, every = [], []
    for page in pages:
        right = max((line.right for line in page.column), default=0.0)
        for above, below in pairwise(page.column):
            step = above.baseline - below.baseline
            if not 0.8 * height < step < 3 * height:
                continue
            every.append(round(step / height, 1))
            full = above.right > right - FULL * (above.right - above.left)
            if above.text[-1:] not in STOPS and (full or below.text[:1].islower()):
                within.append(every[-1])
    return _most(within if len(within) >= LEAST_WITHIN else every)


def _bare(lines: Sequence[Line]) -> str:
    return "\n".join(line.text for line in lines)


def _most(values: Iterable[float]) -> float:
    """The value that is seen most; 1 if there is none."""
    counts = Counter(values)
    return max(counts, key=lambda value: (counts[value], -value)) if counts else 1.0


def _written(lines: Sequence[Line], height: float, pitch: float, headings: Headings) -> str:
    """The text of a page, a blank line between its paragraphs."""
    notes = _first_note(lines, height)
    tables = find_tables(lines[:notes])
    captions = _captions(lines[:notes], tables, height)
    caption = ""
    parts: list[str] = []
    index = 0
    while index < len(lines):
        if title := captions.get(index):
            caption = " ".join(line.text for line in title)
            index += len(title)
            continue
        if table := tables.get(index):
            parts.extend(["", *_rows(table_rows(table, pitch), 0, caption), ""])
            index, caption = index + len(table), ""
            continue
        if lines[index].rows:
            parts.extend(["", *_rows(lines[index].rows, lines[index].heads, caption), ""])
            index, caption = index + 1, ""
            continue
        if index == notes or (index < notes and index and _opens_paragraph(lines, index, pitch)):
            parts.append("")
        level = headings.level(lines[index]) if index < notes else None
        parts.append(lines[index].text if level is None else heading(lines[index].text, level))
        index += 1
    return re.sub(r"\n{3,}", "\n\n", "\n".join(parts)).strip("\n")


def _captions(lines: Sequence[Line], tables: Mapping[int, Sequence[Line]], height: float) -> dict[int, Sequence[Line]]:
    """The captions that stand right above tables, by where each starts.

    They are set in bold or italics and smaller than the text, as no heading is.
    """
    aligned = {at for start, table in tables.items() for at in range(start, start + len(table))}
    captions: dict[int, Sequence[Line]] = {}
    for table in {*tables, *(at for at, line in enumerate(lines) if line.rows)}:
        start = table
        while start and start - 1 not in aligned and _is_of_caption(lines, start - 1, height):
            start -= 1
        if start < table and table - start <= LONGEST_CAPTION and not FULL_STOP.search(lines[table - 1].text):
            captions[start] = lines[start:table]
    return captions


def _is_of_caption(lines: Sequence[Line], at: int, height: float) -> bool:
    line, below = lines[at], lines[at + 1]
    distinct = not line.rows and len(line.cells) == 1 and (line.bold or line.slanted) and line.height < SMALL * height
    return distinct and 0 < line.baseline - below.baseline < LEAD * line.height


def _rows(rows: Sequence[Sequence[str]], heads: int, caption: str) -> list[str]:
    """The rows of a table; what only sets out the head of a letter follows each other, a field on each line."""
    if asked := question_lines(rows):
        return [caption, *asked]
    if is_letterhead(rows):
        return [*filter(None, [caption]), *(" ".join(filter(None, row)) for row in rows)]
    return row_lines(rows, heads_of(rows) or heads or None, caption)


def _first_note(lines: Sequence[Line], height: float) -> int:
    """Where the footnotes of a page start; the number of its lines if it has none."""
    small = len(lines)
    while small and lines[small - 1].height < SMALL * height:
        small -= 1
    numbered = (index for index in range(small, len(lines)) if lines[index].marked or NOTE.match(lines[index].text))
    marked = (index for index, line in enumerate(lines) if line.marked)
    return min([*list(numbered)[:1], *list(marked)[:1], len(lines)])


def _opens_paragraph(lines: Sequence[Line], index: int, pitch: float) -> bool:
    """Whether the printer shows, by space, indent or letter, that a paragraph starts here."""
    above, line = lines[index - 1], lines[index]
    larger = max(above.height, line.height)
    if above.baseline - line.baseline > LOOSE * pitch * larger or QUESTION.fullmatch(line.text):
        return True
    if abs(above.height - line.height) > RESIZED * larger:
        return True
    if above.bold != line.bold and not QUESTION.match(above.text):
        return True
    if _is_slanted_heading(lines, index) or _is_slanted_heading(lines, index - 1):
        return True
    return _is_indented(lines, index) or _heads_what_follows(lines, index)


def _is_indented(lines: Sequence[Line], index: int) -> bool:
    """Whether a line starts further in than both the line above and the line below it."""
    above, line = lines[index - 1], lines[index]
    if index + 1 == len(lines) or LISTED.match(above.text) or LISTED.match(line.text):
        return False
    least, most = INDENT[0] * line.height, INDENT[1] * line.height
    return all(least < line.left - other.left < most for other in (above, lines[index + 1]))


def _is_slanted_heading(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is set in italics, without a stop, below the end of a sentence and above the beginning of one."""
    line, below = lines[index], lines[index + 1 : index + 2]
    above = lines[index - 1].text if index else "."
    if not line.slanted or not below or below[0].slanted or not below[0].text[:1].isupper():
        return False
    return (
        bool(FULL_STOP.search(above)) and line.text[0].isupper() and (line.text[-1].isalnum() or line.text[-1] == "?")
    )


def _heads_what_follows(lines: Sequence[Line], index: int) -> bool:
    """Whether a numbered line without a stop was ended on purpose above a paragraph: the next word had room on it.

    How wide the column is, the lines below tell, as far as they start at the same margin; one line tells nothing.
    """
    above, line, height = lines[index - 1], lines[index], lines[index].height
    if not NUMBERED_LINE.match(above.text) or not above.text[-1].isalnum() or not line.text[0].isupper():
        return False
    below = [*takewhile(lambda other: not other.rows and abs(other.left - line.left) < 0.5 * height, lines[index:])]
    word = len(line.text.split()[0]) * (line.right - line.left) / len(line.text)
    room = max(other.right for other in below) - above.right
    return len(below) > 1 and room > ROOMY * word + height


def _opens_section(lines: Sequence[Line]) -> bool:
    return lines[0].bold or QUESTION.fullmatch(lines[0].text) is not None or _is_slanted_heading(lines, 0)
