"""The lines of a file: which are text, which are page furniture, which are marks torn off their word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.formats.paged_text import PagedText
from ingest.structure import particulars

LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
LONE_NUMBER = re.compile(r"\d{1,3}")
# A footnote mark stands against the word or stop it hangs on: "jongere1", "schreef.3 De", "853.¹ De".
GLUED_MARK = re.compile(
    r"(?<=[^\W\d_])(?<![A-Z])(\d{1,3})(?![\w-])|(?<=[a-zà-ÿ)\]»”’\"%][.,;:?!])(\d{1,3})(?!\S)|(?<=[)\]»”’?!])(\d{1,3})(?![\w-])"
    r"|(?:(?<=\d)|(?<=\d[.,;:%])|(?<=[⁰¹²³⁴-⁹] ))([⁰¹²³⁴-⁹]{1,3})(?!\w)"
)
_PRINTED = r"['’‘]s-Gravenhage \d{4}(?:\s+(?:Tweede|Eerste) Kamer, vergaderjaar .*)?"  # where and when, at the foot
FURNITURE = re.compile(
    r"(?:ah-(?:tk|ek)-\d{8}-\d+|kst-[\w-]+|kv-tk-\w+)(?:\s+ISSN.*)?"
    rf"|ISSN\s+\d{{4}}\s*-\s*\d{{3}}[\dX](?:\s+{_PRINTED})?"
    rf"|{_PRINTED}"
    r"|(?:Tweede|Eerste) Kamer, vergaderjaar \d{4}\s*[–-]\s*\d{4}, "
    r"(?:Aanhangsel|[\d ]{5,7}[^,]{0,12}, nr\. \w+)(?:\s+\d+)?(?:\s+(?:ah-(?:tk|ek)-|kst-)[\w-]+(?:\s+ISSN.*)?)?"
    r"|(?:Pagina|Blad|Pag\.) \d+(?: (?:van|/) \d+)?"
)
EDGE = 6  # lines at the head or foot of a page that may come back on the others
RUNNING_FOOT = re.compile(r"(?:Tweede|Eerste) Kamer, vergaderjaar .{5,60}, (?:nr\. \w+|Aanhangsel)")
SENTENCE = re.compile(r"(?:\S+\s+){3,}\S+[.?!;:]")  # no head or foot of a page, however often it comes back
RULE = re.compile(r"[ _\-–—]{10,}|[_\-–—]{5,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line with something on it.

    ``start`` counts code points in the raw text; ``blanks`` counts the empty lines
    above it; ``page`` counts from 1, None in a file without pages.
    """

    text: str  # without white space around it
    start: int
    blanks: int
    page: int | None
    opens_page: bool
    indented: bool
    trailing: int  # spaces at its end: two or more before a gap are kept
    ruled: bool = False  # a line of dashes stands right above it, as above the notes of a page

    @property
    def end(self) -> int:
        """Where it ends in the raw text."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """A stretch of the raw text that the canonical text leaves out, and why."""

    start: int
    end: int
    why: str  # "page furniture", "letterhead", "torn mark", "line end"


def read_lines(paged: PagedText) -> tuple[list[Line], list[Dropped]]:
    """The lines that are text, and what was left out as page furniture.

    What comes back on the pages is furniture only where something else stands on them.
    """
    lines = _all_lines(paged)
    furniture = {
        line.start
        for position, line in enumerate(lines)
        if FURNITURE.fullmatch(line.text)
        or RULE.fullmatch(line.text)
        or particulars.opens_table([one.text for one in lines[position : position + 3]])
        or _is_page_number(lines, position)
        or _is_number_of_running_foot(lines, position)
    } - paged.rows.keys() | set(paged.furniture)
    repeated = (_running_heads(lines) if paged.page_starts else frozenset()) - paged.rows.keys()
    if any(line.start not in furniture | repeated for line in lines):
        furniture |= repeated
    kept = [line for line in lines if line.start not in furniture]
    dropped = [
        Dropped(start=line.start, end=line.end, why="page furniture") for line in lines if line.start in furniture
    ]
    return _below_rules(_page_openers(kept, lines), lines), dropped


def glued_marks(lines: list[Line]) -> frozenset[str]:
    """Numbers that stand against a word somewhere, as footnote marks do."""
    return frozenset(
        number.translate(LOWERED)
        for line in lines
        for match in GLUED_MARK.finditer(line.text)
        for number in match.groups()
        if number
    )


def _all_lines(paged: PagedText) -> list[Line]:
    raw = paged.text.split("\n")
    spaced = [line for line in raw if line.startswith(" ") and line.strip()]
    # Where form feeds were lost, one space is left before the first line of a page; where
    # many lines are indented a space says nothing.
    spaces_tell = not paged.page_starts and len(spaced) * 8 < sum(bool(line.strip()) for line in raw)
    lines: list[Line] = []
    offset = blanks = 0
    last_page = 0
    for line in raw:
        text = line.strip()
        if text:
            start = offset + len(line) - len(line.lstrip())
            page = paged.page_at(offset)
            opens = (page or 0) != last_page if page else spaces_tell and line[0] == " " and line[1:2] != " "
            lines.append(
                Line(
                    text=text,
                    start=start,
                    blanks=blanks,
                    page=page,
                    opens_page=bool(lines) and opens,
                    indented=line[0] in " \t",
                    trailing=len(line) - len(line.rstrip()),
                )
            )
            last_page, blanks = page or 0, 0
        else:
            blanks += 1
        offset += len(line) + 1
    return lines


def _page_openers(kept: list[Line], lines: list[Line]) -> list[Line]:
    """The same lines, where furniture that opened a page passes that on to the line below it."""
    if len(kept) == len(lines):
        return kept
    result: list[Line] = []
    page: int | None = None
    for line in kept:
        opens = line.opens_page or (line.page is not None and page is not None and line.page != page)
        result.append(replace(line, opens_page=opens))
        page = line.page
    return result


def _below_rules(kept: list[Line], lines: list[Line]) -> list[Line]:
    """The same lines; what a line of dashes parts from the text above it stands apart from that."""
    below = {line.start for above, line in pairwise(lines) if RULE.fullmatch(above.text)}
    return [replace(line, ruled=True, blanks=max(line.blanks, 1)) if line.start in below else line for line in kept]


def _shape(text: str) -> str:
    return re.sub(r"\d+", "0", text)


def _running_heads(lines: list[Line]) -> frozenset[int]:
    """Where lines start that come back at an edge of three pages or more, the same but for a page number."""
    edges: dict[str, list[Line]] = {}
    by_page: dict[int, list[Line]] = {}
    for line in lines:
        by_page.setdefault(line.page or 0, []).append(line)
    for on_page in by_page.values():
        for line in dict.fromkeys((*on_page[:2], *on_page[-2:])):
            if not SENTENCE.fullmatch(line.text):
                edges.setdefault(_shape(line.text), []).append(line)
    needed = max(3, len(by_page) // 2)
    repeated = {
        line.start
        for shape, found in edges.items()
        if len({line.page for line in found}) >= needed and not re.fullmatch(r"0(?:\s.*)?", shape) and _counts(found)
        for line in found
    }
    return frozenset(repeated | _in_company([*by_page.values()], needed))


def _in_company(pages: Sequence[Sequence[Line]], needed: int) -> set[int]:
    """Where lines start that come back, with all that stand between them and the edge, on so many pages."""
    found: set[int] = set()
    for size in range(3, EDGE + 1):
        rows: dict[tuple[str, ...], list[Sequence[Line]]] = {}
        for on_page in pages:
            for side in (on_page[:size], on_page[-size:]) if len(on_page) > size else ():
                rows.setdefault(tuple(_shape(line.text) for line in side), []).append(side)
        for alike in rows.values():
            counts_on = all(_counts([*lines]) for lines in zip(*alike, strict=True))
            if len({side[0].page for side in alike}) >= needed and counts_on:
                found |= {line.start for side in alike for line in side}
    return found


def _counts(found: list[Line]) -> bool:
    """Whether each number in a line that comes back stays the same or counts along with the pages."""
    steps = set()
    for line in found:
        numbers = [int(number) for number in re.findall(r"\d+", line.text)]
        steps.add((tuple(numbers), tuple(number - (line.page or 0) for number in numbers)))
    places = range(len(next(iter(steps))[0]))
    return all(
        len({same[place] for same, _ in steps}) == 1 or len({step[place] for _, step in steps}) == 1 for place in places
    )


def _is_page_number(lines: list[Line], position: int) -> bool:
    line = lines[position]
    if line.page is None or not LONE_NUMBER.fullmatch(line.text):
        return False
    opens = line.opens_page
    closes = position + 1 == len(lines) or lines[position + 1].page != line.page
    return (opens or closes) and int(line.text) == line.page


def _is_number_of_running_foot(lines: list[Line], position: int) -> bool:
    """Whether a lone number is the page number that stood beside "Tweede Kamer, vergaderjaar …, nr. 12"."""
    above = lines[position - 1] if position else None
    lone = LONE_NUMBER.fullmatch(lines[position].text)
    return above is not None and bool(lone and RUNNING_FOOT.fullmatch(above.text))
