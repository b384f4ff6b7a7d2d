"""Where footnotes start among the lines of a paper, and marks that were torn off their word."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

from ingest.structure.line_ends import OPEN_WORD
from ingest.structure.lines import LONE_NUMBER, Line, glued_marks
from ingest.structure.shapes import FOOTNOTE_START

# What a footnote begins with that has no empty line above it.
NOTE_WORDS = re.compile(r"(?:Kamerst|Aanhangsel|Handelingen|Zie|Vgl|https?:|www\.|Stb|Stcrt|Bijlage bij|Tweede Kamer)")


def without_torn_marks(lines: list[Line]) -> tuple[list[Line], list[Line], dict[int, str]]:
    """Take out marks that were raised to a line of their own; their footnote bears the number again."""
    lone = Counter(line.text for line in lines if LONE_NUMBER.fullmatch(line.text))
    noted = {a.text for a, b in pairwise(lines) if b.indented and not b.blanks}
    again = {number for number, times in lone.items() if times > 1 and number in noted} - glued_marks(lines)
    kept: list[Line] = []
    marks: list[Line] = []
    torn: dict[int, str] = {}
    waiting: Line | None = None
    for line in lines:
        if line.text in again:
            again.discard(line.text)
            marks.append(line)
            waiting = line
        elif waiting is not None:
            kept.append(replace(line, blanks=waiting.blanks, opens_page=line.opens_page or waiting.opens_page))
            torn[line.start] = waiting.text
            waiting = None
        else:
            kept.append(line)
    return kept, marks, torn


def footnote_number(
    line: Line, lines: list[Line], position: int, seen: frozenset[str], last: int, *, in_notes: bool
) -> int:
    """The number of the footnote that starts here, or 0."""
    if LONE_NUMBER.fullmatch(line.text):
        following = lines[position + 1] if position + 1 < len(lines) else None
        begins = following is not None and not following.blanks and int(line.text) > last
        known = line.text in seen or in_notes or bool(last) or (following is not None and following.indented)
        return int(line.text) if begins and known and line.text != "0" else 0
    start = FOOTNOTE_START.match(line.text)
    if start is None:
        return 0
    number, rest = int(start.group(1)), line.text[start.end() :]
    known = in_notes or number == last + 1 or start.group(1) in seen
    wrapped = position > 0 and OPEN_WORD.search(lines[position - 1].text)
    if NOTE_WORDS.match(rest) and number > last and known and not wrapped:
        return number
    if not (line.blanks or in_notes or line.opens_page):
        return 0
    expected = (number == last + 1 and (in_notes or bool(last))) or (start.group(1) in seen and number > last)
    if not expected or rest[0] in "%€":
        return 0
    if not rest[0].islower() or re.match(r"https?:|www\.", rest):
        return number
    # In small letters only where nothing but footnotes can stand: in the last lines of a page.
    foot = position + 4 > len(lines) or any(later.opens_page for later in lines[position + 1 : position + 4])
    return number if foot and number == last + 1 and start.group(1) in seen else 0
