"""Footnotes: the sentence that each hangs on."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections import defaultdict
from dataclasses import replace
from functools import lru_cache

from ingest.document import Block, BlockKind
from ingest.sentences import split
from ingest.structure.layout import Layout
from ingest.structure.line_ends import OPEN_WORD
from ingest.structure.lines import LOWERED

# Words that a number follows as a part of the sentence: "groep 8."
NUMBERED = frozenset(
    "groep artikel lid leden onderdeel nr nrs nummer bijlage bijlagen vraag vragen antwoord paragraaf hoofdstuk deel "
    "stap fase tabel figuur maatregel punt actielijn leerjaar klas jaar niveau pagina p blz bladzijde optie variant "
    "scenario doel spoor pijler prioriteit cluster categorie motie zaal januari februari maart april mei juni juli "
    "augustus september oktober november december minimaal maximaal circa ongeveer".split()
)
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")  # as the readers write a mark at a figure
LONGEST_WORD = 100  # letters before a mark
MOST_FIGURES = 6  # of two marks side by side
# What a mark stands against: a word, a stop behind anything but a figure ("3,45" has no mark), a bracket or a quote.
BEFORE = (r"[^\W\d_]", r"[^\d\s][.,;:?!]", r"[)\]»”’\"%?!]")


def hung(blocks: list[Block], layout: Layout) -> list[Block]:
    """The same blocks, each footnote with the span of its sentence, and with the speaker and the headings of that.

    One whose mark was torn off its word, and so taken out of the text, bears that.
    """
    torn = {mark.number: mark for mark in layout.torn}
    notes = [(index, note) for index, note in enumerate(blocks) if note.kind is BlockKind.FOOTNOTE]
    marks = Marks(layout.text if notes else "")
    result = list(blocks)
    after = 0
    for index, note in notes:
        if mark := torn.get(note.number):
            at, end = mark.at, mark.end
        else:
            at = end = marks.first(note.number, after, note.start)
        if at < 0:
            continue
        after = at
        host = next(each for each in blocks if each.start <= at < each.end)
        span = sentence_at(layout.text, host, at, end)
        result[index] = replace(note, context=span, torn=mark is not None, speaker=host.speaker, path=host.path)
    return result


def mark_forms(number: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """How the mark of a footnote can stand against a word or a figure: as a rule, and else."""
    as_a_rule, others = _forms(number, number.translate(RAISED))
    beside = _side_by_side(int(number)) if number.isdecimal() else ""
    return re.compile(as_a_rule), re.compile(others + beside)


def _forms(number: str, raised: str) -> tuple[str, str]:
    """The same for a pattern of numbers, as figures and raised."""
    against = rf"{_against()}{number}(?![\w%])"
    # "10 maart 202330" and "10 maart 2023.30": a mark against a year; "meebrengt? 2)" and "schrijft.(2)": of endnotes.
    others = rf"(?:(?<=\b(?:19|20)\d\d)|(?<=\b(?:19|20)\d\d[.,;:?!])){number}(?![\w%])"
    others += rf"|(?<=[?.!»] ){number}\)|(?<=\) ){number}\)"
    others += rf"|(?<=[^\W\d_])[(\[]{number}[)\]]|(?<=[.,;:?!)»”’\"%])[(\[]{number}[)\]]"
    at_figure = rf"(?:(?<=\d)|(?<=\d[.,;:%])|(?<=[⁰¹²³⁴-⁹] )){raised}(?!\w)"
    return rf"{at_figure}|{against}", others


def _side_by_side(number: int) -> str:
    """Two marks without a space between them, "ton.23" for 2 and 3: the mark as the first and as the second of them."""
    first = rf"{_against()}{number}(?={number + 1}(?![\w%]))"
    return rf"|{first}|{_against(str(number - 1))}{number}(?![\w%])"


def _against(last: str = "") -> str:
    """Behind what a mark stands against, and behind the mark before it if there is one."""
    return f"(?:{'|'.join(f'(?<={each}{last})' for each in BEFORE)})"


def _apart(number: str) -> re.Pattern[str]:
    """A mark after a space, with the word before it: "op het eiland 3 ."."""
    return re.compile(rf"([^\W\d_]+)[)»”’\"']? ({number})(?= ?[.,;:](?:\s|$)|\n\n)")


class Marks:
    """Where in a text the mark of any footnote can stand, found in one look for all of them."""

    _RULE, _ELSE = map(re.compile, _forms(r"\d+", "[⁰¹²³⁴⁵⁶⁷⁸⁹]+"))
    _APART = _apart(r"\d+")

    def __init__(self, text: str) -> None:
        self._as_a_rule, self._else, self._apart = (defaultdict[str, list[int]](list) for _ in range(3))
        for match in self._RULE.finditer(text):
            self._as_a_rule[match[0].translate(LOWERED)].append(match.start())
            self._side_by_side(match[0], match.start())
        for match in self._ELSE.finditer(text):
            self._else[match[0].strip("([)]")].append(match.start())
        for found in self._else.values():
            found.sort()
        for match in self._APART.finditer(text):
            if _can_bear_a_mark(match[1]):
                self._apart[match[2]].append(match.start(2))

    def _side_by_side(self, run: str, start: int) -> None:
        """Keep the two marks of a run of figures that may be two, "ton.23"."""
        for cut in range(1, len(run) if run.isascii() and len(run) <= MOST_FIGURES else 0):
            if int(run[cut:]) == int(run[:cut]) + 1:
                self._else[run[:cut]].append(start)
                self._else[run[cut:]].append(start + cut)

    def first(self, number: str, after: int, before: int) -> int:
        """Where the mark of a footnote stands: before the foot of its page, else later; -1 if nowhere."""
        for places in (self._as_a_rule[number], self._else[number]):
            if (found := _first(places, min(after, before))) < sys.maxsize:
                return found
        found = _first(self._apart[number], after)
        return found if found < before else -1


def _first(places: list[int], start: int) -> int:
    """The first place from ``start`` on; beyond every text if there is none."""
    at = bisect_left(places, start)
    return places[at] if at < len(places) else sys.maxsize


def mark_apart(text: str, number: str, after: int, before: int) -> int:
    """Where a mark stands after a space: "op het eiland 3 ."; -1 where the number may belong to a word."""
    for match in _apart(number).finditer(text, max(0, after - LONGEST_WORD), before):
        if match.start(2) >= after and _can_bear_a_mark(match[1]):
            return match.start(2)
    return -1


def _can_bear_a_mark(word: str) -> bool:
    return word.lower() not in NUMBERED and not OPEN_WORD.search(word)


def sentence_at(text: str, host: Block, at: int, end: int) -> tuple[int, int]:
    """The sentence around an offset; for a mark that was torn off, the first that begins in its line."""
    spans = [(host.start + a, host.start + b) for a, b in _sentences(text[host.start : host.end])]
    beginning = [span for span in spans if at <= span[0] < end]
    # A mark after a full stop belongs to the sentence before it.
    holding = [span for span in spans if span[0] <= at <= span[1]]
    return (beginning or holding or [(host.start, host.end)])[0]


@lru_cache(maxsize=4)
def _sentences(text: str) -> list[tuple[int, int]]:
    """Several notes hang on one block after the other."""
    return split(text)
