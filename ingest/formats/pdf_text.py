"""Lines of a PDF written down as plain text: paragraphs, headings, tables and footnotes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from itertools import pairwise, takewhile

from ingest.formats.flat_text import LISTS_ON, heading, question_lines, row_lines, unmarked
from ingest.formats.paged_text import PagedText, Row
from ingest.formats.pdf_boxes import name_grounds, told
from ingest.formats.pdf_columns import NOTE, SMALL
from ingest.formats.pdf_contents import contents_end, contents_lines
from ingest.formats.pdf_furniture import QUESTION, PageLines
from ingest.formats.pdf_headings import Headings
from ingest.formats.pdf_lines import LIST_MARK, Line
from ingest.formats.pdf_tables import find_tables, signers, table_rows
from ingest.formats.plainly import Plainly
from ingest.formats.table_rows import heads_of, is_letterhead

LOOSE = 1.25  # times the usual line pitch: a wider step opens a paragraph
LOOSER = 1.12  # the same below the end of a sentence, as between the items of a list whose marks are drawn
INDENT = (0.8, 4.0)  # of the line height: a first line that is indented so far opens a paragraph
HANGING = 0.2  # of the line height: how far the starts of lines that hang behind one mark differ
FULL = 0.1  # of its own length by which a full line may end before the longest
LONGEST_CAPTION = 3  # lines
NEAR = 40  # lines above and below one that tell what it is
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
    redacted = name_grounds(line.text for page in pages for line in (*page.column, *page.margin))
    texts: list[str] = []
    starts: list[int] = []
    numbers: list[int] = []
    marks: dict[int, int] = {}
    rows: dict[int, Row] = {}
    length = 0
    finely = partial(_written, height=height, pitch=pitch, headings=headings)
    in_order = partial(_in_order, height=height, pitch=pitch, headings=headings)
    for number, page, apart in plainly.read(1, pages, in_order, _as_they_stand):
        parts = (_bare(page.margin), plainly.read(number + 1, page.column, finely, _bare))
        whole = told("\n\n".join(filter(None, parts)), redacted=redacted)
        written = unmarked(recognised.get(number, whole))
        if length and written.text:
            texts.append("\n\n" if apart else "\n")
            length += len(texts[-1])
        starts.append(length)
        numbers.append(number + 1)
        marks |= {length + offset: level for offset, level in written.headings.items()}
        rows |= {length + offset: kind for offset, kind in written.rows.items()}
        texts.append(written.text)
        length += len(written.text)
    counted = () if numbers == sorted(set(numbers)) else tuple(numbers)
    return PagedText(text="".join(texts), page_starts=tuple(starts), page_numbers=counted, headings=marks, rows=rows)


def _as_they_stand(pages: Sequence[PageLines]) -> list[tuple[int, PageLines, bool]]:
    """The pages one after the other, each on its own."""
    return [(number, page, False) for number, page in enumerate(pages)]


def _in_order(
    pages: Sequence[PageLines], height: float, pitch: float, headings: Headings
) -> list[tuple[int, PageLines, bool]]:
    """Pages and parts of them as they are read, with the number of the page and whether they stand apart from above.

    What goes on over the foot of a page stands above the notes at that foot, so that both pages come in parts.
    Pages are counted from 0.
    """
    ordered: list[tuple[int, PageLines, bool]] = []
    for number, page in enumerate(pages):
        apart = bool(page.column) and _opens_section(page.column)
        last, above, opened = ordered[-1] if ordered else (0, PageLines((), ()), False)
        first = _first_note(above.column, height)
        body, notes = above.column[:first], above.column[first:]
        if notes and all(line.height < SMALL * height for line in notes):
            lines = page.column[: _first_note(page.column, height)]
            if rest := _rest(body, lines, pitch, headings):
                ordered[-1:] = [
                    (last, PageLines(body, above.margin), opened),
                    (number, PageLines(page.column[:rest], ()), False),
                    (last, PageLines(notes, ()), True),
                ]
                page, apart = PageLines(page.column[rest:], page.margin), True
        ordered.append((number, page, apart))
    return ordered


def _rest(above: Sequence[Line], lines: Sequence[Line], pitch: float, headings: Headings) -> int:
    """How many lines at the head of a page belong to the paragraph or the list that the page above it ends in."""
    part = _last_part(above, pitch, headings)
    if not part or not lines or _opens_section(lines):
        return 0
    width = max(line.right for line in above)
    apart = [at for at, line in enumerate(lines) if _stands_alone(line, headings)]
    lines = lines[: min([*find_tables(lines), *apart, len(lines)])]
    count = 0
    while count < len(lines) and _goes_on(part, lines[count], width):
        following = (at for at in range(count + 1, len(lines)) if _opens_part(lines, at, pitch))
        end = next(following, len(lines))
        if FULL_STOP.search(part[-1].text) and _is_numbered_heading(lines, count, end, pitch):
            break
        part, count = lines[count:end], end
    return count


def _last_part(lines: Sequence[Line], pitch: float, headings: Headings) -> Sequence[Line]:
    """The lines of the paragraph or the item of a list that a page ends in; none if it ends in something else."""
    tables = find_tables(lines).items()
    if not lines or _stands_alone(lines[-1], headings) or any(at + len(table) == len(lines) for at, table in tables):
        return ()
    start = next((at for at in range(len(lines) - 1, 0, -1) if _opens_part(lines, at, pitch)), 0)
    return lines[start:]


def _stands_alone(line: Line, headings: Headings) -> bool:
    return bool(line.rows) or headings.level(line) is not None


def _opens_part(lines: Sequence[Line], index: int, pitch: float) -> bool:
    return LISTED.match(lines[index].text) is not None or _opens_paragraph(lines, index, pitch)


def _goes_on(part: Sequence[Line], line: Line, width: float) -> bool:
    """Whether a line at the head of a page goes on with the last part of the page above: a sentence, or a list."""
    last = part[-1]
    if item := LISTED.match(line.text):
        opened = LISTED.match(part[0].text)
        return last.text[-1] in ";:," or (opened is not None and _follows(opened, item))
    full = last.right > width - FULL * (last.right - last.left)
    return line.text[0].islower() or (full and not FULL_STOP.search(last.text))


def _follows(opened: re.Match[str], item: re.Match[str]) -> bool:
    """Whether the mark of an item comes next after that of another: "2." after "1.", "b)" after "a)", "–" again."""
    before, after = (re.sub(r"\W", "", each[0]) for each in (opened, item))
    if re.sub(r"\w", "", opened[0].strip()) != re.sub(r"\w", "", item[0].strip()):
        return False
    if before.isdigit() or after.isdigit():
        return before.isdigit() and after.isdigit() and int(after) == int(before) + 1
    return before == after or len(before + after) != 2 or ord(after) == ord(before) + 1


def _is_numbered_heading(lines: Sequence[Line], start: int, end: int, pitch: float) -> bool:
    """Whether lines with a number and without a stop at their end stand above a gap, as the last item may do too."""
    if end == len(lines) or not NUMBERED_LINE.match(lines[start].text) or lines[end - 1].text[-1] in STOPS:
        return False
    return _has_gap(lines[end - 1], lines[end], pitch)


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
            parts.extend(["", *(signers(table) or _rows(table_rows(table, pitch), 0, caption)), ""])
            index, caption = index + len(table), ""
            continue
        if (end := contents_end(lines, index)) > index:
            parts.extend([*contents_lines(lines[index:end]), ""])
            index = end
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


def _has_gap(above: Line, below: Line, pitch: float) -> bool:
    return above.baseline - below.baseline > LOOSE * pitch * max(above.height, below.height)


def _opens_paragraph(lines: Sequence[Line], index: int, pitch: float) -> bool:
    """Whether the printer shows, by space, indent or letter, that a paragraph starts here."""
    above, line = lines[index - 1], lines[index]
    if _has_gap(above, line, pitch) or QUESTION.fullmatch(line.text):
        return True
    if abs(above.height - line.height) > RESIZED * max(above.height, line.height):
        return True
    if above.bold != line.bold and not QUESTION.match(above.text):
        return True
    if _is_slanted_heading(lines, index) or _is_slanted_heading(lines, index - 1):
        return True
    if _is_indented(lines, index) or _is_back_at_margin(lines, index) or _is_unmarked_item(lines, index):
        return True
    return _heads_what_follows(lines, index) or _ends_with_room(lines, index, pitch)


def _is_indented(lines: Sequence[Line], index: int) -> bool:
    """Whether a line starts further in than both the line above and the line below it."""
    above, line = lines[index - 1], lines[index]
    if index + 1 == len(lines) or LISTED.match(above.text) or LISTED.match(line.text):
        return False
    least, most = INDENT[0] * line.height, INDENT[1] * line.height
    return all(least < line.left - other.left < most for other in (above, lines[index + 1]))


def _is_back_at_margin(lines: Sequence[Line], index: int) -> bool:
    """Whether a line stands where the marks of the list above it do, while the lines of its items hang behind those."""
    line = lines[index]
    if LISTED.match(line.text):
        return False
    marked = hanging = False
    for other in reversed(lines[max(index - NEAR, 0) : index]):
        if other.left - line.left >= INDENT[0] * line.height:
            hanging = True
        elif LISTED.match(other.text) and abs(other.left - line.left) < HANGING * line.height:
            marked = True
        else:
            break
    return marked and hanging


def _is_unmarked_item(lines: Sequence[Line], index: int) -> bool:
    """Whether a line opens an item of an indented list without marks: below a lead-in each but the last ends in ";"."""
    line = lines[index]
    nearby = lines[max(index - NEAR, 0) : index]
    above = [*takewhile(lambda other: abs(other.left - line.left) < HANGING * line.height, reversed(nearby))]
    if len(above) == len(nearby) or (above and not LISTS_ON.search(above[0].text)):
        return False
    lead = lines[index - 1 - len(above)]
    below = [*takewhile(lambda other: abs(other.left - line.left) < HANGING * line.height, lines[index : index + NEAR])]
    if not above and not any(LISTS_ON.search(other.text) for other in below[:-1]):
        return False
    indented = line.left - lead.left > INDENT[0] * line.height
    return indented and lead.text.endswith(":") and not LISTED.match(lead.text)


def _ends_with_room(lines: Sequence[Line], index: int, pitch: float) -> bool:
    """Whether a sentence ends in the line above although the next word had room there, as lines nearby show.

    So does one above a step that is a little wider, and the last of several indented lines above one further out.
    """
    above, line, height = lines[index - 1], lines[index], lines[index].height
    if not (FULL_STOP.search(above.text) and line.text[0].isupper()):
        return False
    if above.baseline - line.baseline > LOOSER * pitch * max(above.height, line.height):
        return True
    if abs(above.left - line.left) > 0.5 * height:
        indented = above.left - line.left > INDENT[0] * height
        return indented and index > 1 and abs(lines[index - 2].left - above.left) < HANGING * height
    room = max(other.right for other in _column_around(lines, index)) - above.right
    return room > ROOMY * _first_word(line) + height


def _column_around(lines: Sequence[Line], index: int) -> list[Line]:
    """The lines around one that start at the same margin."""
    line = lines[index]
    sides = (reversed(lines[max(index - NEAR, 0) : index]), lines[index : index + NEAR])
    near = (
        takewhile(lambda other: not other.rows and abs(other.left - line.left) < 0.5 * line.height, side)
        for side in sides
    )
    return [other for side in near for other in side]


def _first_word(line: Line) -> float:
    """How wide the first word of a line is about, in points."""
    return len(line.text.split()[0]) * (line.right - line.left) / len(line.text)


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
    room = max(other.right for other in below) - above.right
    return len(below) > 1 and room > ROOMY * _first_word(line) + height


def _opens_section(lines: Sequence[Line]) -> bool:
    return lines[0].bold or QUESTION.fullmatch(lines[0].text) is not None or _is_slanted_heading(lines, 0)
