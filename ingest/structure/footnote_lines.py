"""Where footnotes start among the lines of a paper, and marks that were torn off their word."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.structure.fracties import label_of
from ingest.structure.line_ends import OPEN_WORD, SENTENCE_END
from ingest.structure.lines import LONE_NUMBER, Line, glued_marks
from ingest.structure.shapes import FOOTNOTE_START, Shape, look_of

NUMBERED_NOTE = re.compile(r"(\d{1,2})\.\s+(?=[A-ZÀ-Ý«“‘])")
ADDRESS = re.compile(r"https?:|www\.")
MOST_CLOSING = 10  # lines of the notes at the foot of a page
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


class NoteLines:
    """Which of the lines of a paper start a footnote.

    What it takes to know of all lines above or below is gathered once: a line is not looked at again for every other.
    """

    def __init__(self, lines: list[Line], told: Sequence[int] | None = None) -> None:
        self._lines = lines
        self._told = None if told is None else frozenset(told)  # where footnotes start, by the file itself
        self._glued: dict[str, int] = {}  # numbers that stand against a word, and the first line in which they do
        self._alone: dict[str, int] = {}  # numbers before a line that stands alone, and the first such line
        self._numbered: defaultdict[str, list[int]] = defaultdict(list)  # the lines that begin with a number
        for position, line in enumerate(lines):
            for number in glued_marks([line]):
                self._glued.setdefault(number, position)
            if start := FOOTNOTE_START.match(line.text):
                self._numbered[start.group(1)].append(position)
                if _stands_alone(line, lines[position + 1 : position + 2]):
                    self._alone.setdefault(start.group(1), position)
        self._closing, self._above_closing = _closing(lines)

    def number(self, position: int, last: int, *, in_notes: bool) -> int:
        """The number of the footnote that starts in a line, or 0; ``last`` is that of the footnote before it."""
        line = self._lines[position]
        if self._told is not None:
            noted = FOOTNOTE_START.match(line.text) if line.start in self._told else None
            return int(noted.group(1)) if noted else 0
        if LONE_NUMBER.fullmatch(line.text):
            below = self._lines[position + 1 : position + 2]
            called = self._is_called(line.text, line) and (line.page or self._is_glued_above(line.text, position))
            return _lone_number(line, below, called=bool(called) or in_notes, last=last)
        start = FOOTNOTE_START.match(line.text)
        if start is None:
            return self._closing_number(position, last)
        number, rest = int(start.group(1)), line.text[start.end() :]
        called, follows = self._is_called(start.group(1), line), number == last + 1
        # At the foot of a page the next note may stand in the middle of a sentence.
        inside = position > 0 and OPEN_WORD.search(self._lines[position - 1].text)
        wrapped = inside and not (follows and _above_foot(self._lines, position))
        if NOTE_WORDS.match(rest) and number > last and (in_notes or follows or called) and not wrapped:
            return number
        if line.ruled and follows and not rest[0].islower():
            return number
        glued = follows and not rest[0].islower() and self._is_glued_above(start.group(1), position)
        if glued and self._closes_page(position, number):
            return number
        if not (line.blanks or in_notes or line.opens_page):
            return number if follows and self._adjoins(rest, position, start.group(1)) else 0
        expected = (follows and (in_notes or last > 0)) or (called and number > last)
        if not expected or rest[0] in "%€" or (not called and self._is_next_heading(position, number)):
            return 0
        if not rest[0].islower() or ADDRESS.match(rest):
            return number
        return number if follows and called and _at_foot(self._lines, position) else 0

    def _is_called(self, number: str, line: Line) -> bool:
        """Whether a number stands against a word; not where it first does so on a later page than that of its note."""
        glued = self._glued.get(number)
        return glued is not None and (self._lines[glued].page or 0) <= (line.page or 0)

    def _is_glued_above(self, number: str, position: int) -> bool:
        return self._glued.get(number, position) < position

    def _closes_page(self, position: int, number: int) -> bool:
        """Whether nothing but this note and those that count on from it stands below it on its page."""
        for line in self._lines[position + 1 : position + MOST_CLOSING]:
            if line.opens_page:
                return True
            if start := FOOTNOTE_START.match(line.text):
                number += 1
                if int(start.group(1)) != number:
                    return False
            elif line.blanks:
                return False
        return False

    def _is_next_heading(self, position: int, number: int) -> bool:
        """Whether a numbered line stands alone, as one with the number before it does that is no footnote: "3 Slot"."""
        before = str(number - 1)
        several = any(at < position for at in self._numbered[before][1:2])
        alone = _stands_alone(self._lines[position], self._lines[position + 1 : position + 2])
        return several and alone and self._alone.get(before, position) < position

    def _closing_number(self, position: int, last: int) -> int:
        """The number of a note "1. Source." behind all text, where a mark above it calls for it; else 0."""
        line = self._lines[position]
        start = NUMBERED_NOTE.match(line.text)
        if start is None or position < self._above_closing or int(start.group(1)) != last + 1:
            return 0
        if not position or self._lines[position - 1].text.endswith(":"):
            return 0
        numbers = [number for at, number in self._closing if at > position]
        expected = [str(last + 2 + place) for place in range(len(numbers))]
        noted = all(self._is_glued_above(number, position) for number in (start.group(1), *numbers))
        return last + 1 if numbers == expected and noted and (line.blanks or last) else 0

    def _adjoins(self, rest: str, position: int, number: str) -> bool:
        """Whether a footnote can begin right below a paragraph that is at its end and bears its mark."""
        if not position or not SENTENCE_END.search(self._lines[position - 1].text):
            return False
        return (rest[0].isupper() or rest[0] in "«“‘") and self._is_glued_above(number, position)


def _closing(lines: list[Line]) -> tuple[list[tuple[int, str]], int]:
    """The notes "1. Source." that count on to the end, each with its line, and the line above them that is another."""
    closing: list[tuple[int, str]] = []
    for position in reversed(range(len(lines))):
        start = NUMBERED_NOTE.match(lines[position].text)
        if start and (not closing or int(start.group(1)) == int(closing[-1][1]) - 1):
            closing.append((position, start.group(1)))
        elif start or lines[position].blanks:
            return closing[::-1], position
    return closing[::-1], 0


def _stands_alone(line: Line, below: list[Line]) -> bool:
    """Whether a line without a stop has an empty line above and below it, as a heading has."""
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


def _above_foot(lines: list[Line], position: int) -> bool:
    """Whether a page ends in the few lines of a note, which come to an end themselves."""
    below = [at for at in range(position + 1, min(position + 4, len(lines))) if lines[at].opens_page]
    return bool(below) and SENTENCE_END.search(lines[below[0] - 1].text) is not None


def _speaks(line: Line) -> bool:
    """Whether a line says whose words follow; a number alone above it is that of a page."""
    return look_of(line.text).shape in {Shape.QUESTION, Shape.ANSWER, Shape.INPUT} or label_of(line.text) is not None
