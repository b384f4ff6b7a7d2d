"""Where footnotes start among the lines of a paper, and marks that were torn off their word."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

from ingest.structure.fracties import label_of
from ingest.structure.line_ends import OPEN_WORD, SENTENCE_END
from ingest.structure.lines import LONE_NUMBER, Line, glued_marks
from ingest.structure.shapes import FOOTNOTE_START, Shape, look_of

NUMBERED_NOTE = re.compile(r"(\d{1,2})\.\s+(?=[A-ZÀ-Ý«“‘])")
ADDRESS = re.compile(r"https?:|www\.")
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
        return _lone_number(line, lines[position + 1 : position + 2], called=line.text in seen or in_notes, last=last)
    start = FOOTNOTE_START.match(line.text)
    if start is None:
        return _closing_number(lines, position, last)
    number, rest = int(start.group(1)), line.text[start.end() :]
    called, follows = start.group(1) in seen, number == last + 1
    wrapped = position > 0 and OPEN_WORD.search(lines[position - 1].text)
    if NOTE_WORDS.match(rest) and number > last and (in_notes or follows or called) and not wrapped:
        return number
    if line.ruled and follows and not rest[0].islower():
        return number
    if not (line.blanks or in_notes or line.opens_page):
        return number if follows and _adjoins(rest, lines[:position], start.group(1)) else 0
    expected = (follows and (in_notes or last > 0)) or (called and number > last)
    if not expected or rest[0] in "%€" or (not called and _is_next_heading(lines, position, number)):
        return 0
    if not rest[0].islower() or ADDRESS.match(rest):
        return number
    return number if follows and called and _at_foot(lines, position) else 0


def _is_next_heading(lines: list[Line], position: int, number: int) -> bool:
    """Whether a numbered line stands alone, as one with the number before it does that is no footnote: "3 Slot"."""
    before = str(number - 1)
    numbered = [at for at in range(position) if (found := FOOTNOTE_START.match(lines[at].text)) and found[1] == before]
    return len(numbered) > 1 and _stands_alone(lines, position) and any(_stands_alone(lines, at) for at in numbered)


def _stands_alone(lines: list[Line], position: int) -> bool:
    """Whether a line without a stop has an empty line above and below it, as a heading has."""
    line, below = lines[position], lines[position + 1 : position + 2]
    apart = line.blanks and not line.ruled and below and below[0].blanks
    return bool(apart) and not SENTENCE_END.search(line.text)


def _lone_number(line: Line, below: list[Line], *, called: bool, last: int) -> int:
    """The number that stands alone on the line above the text of its footnote, or 0."""
    if not below or below[0].blanks or _speaks(below[0]) or int(line.text) <= last:
        return 0
    return int(line.text) if called or last > 0 or below[0].indented else 0


def _at_foot(lines: list[Line], position: int) -> bool:
    """Whether this is one of the last lines of a page, where a footnote may begin with a small letter."""
    return position + 4 > len(lines) or any(later.opens_page for later in lines[position + 1 : position + 4])


def _speaks(line: Line) -> bool:
    """Whether a line says whose words follow; a number alone above it is that of a page."""
    return look_of(line.text).shape in {Shape.QUESTION, Shape.ANSWER, Shape.INPUT} or label_of(line.text) is not None


def _closing_number(lines: list[Line], position: int, last: int) -> int:
    """The number of a note "1. Source." behind all text, where a mark above it calls for it; else 0."""
    start = NUMBERED_NOTE.match(lines[position].text)
    if start is None or int(start.group(1)) != last + 1 or not position or lines[position - 1].text.endswith(":"):
        return 0
    below = [line.text for line in lines[position + 1 :] if line.blanks or NUMBERED_NOTE.match(line.text)]
    numbers = [found.group(1) if (found := NUMBERED_NOTE.match(text)) else "" for text in below]
    expected = [str(last + 2 + place) for place in range(len(numbers))]
    noted = {start.group(1), *numbers} <= glued_marks(lines[:position])
    return last + 1 if numbers == expected and noted and (lines[position].blanks or last) else 0


def _adjoins(rest: str, above: list[Line], number: str) -> bool:
    """Whether a footnote can begin right below a paragraph that is at its end and bears its mark."""
    if not above or not SENTENCE_END.search(above[-1].text) or not (rest[0].isupper() or rest[0] in "«“‘"):
        return False
    return number in glued_marks(above)
