"""Where the marks of the footnotes stand in a paper, and which of them have no note."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.document import Block, BlockKind, Document
from ingest.sentences import ABBREVIATION
from ingest.structure.notes import mark_apart, mark_forms

# A figure against the end of a sentence or a clause, also behind a year: "3 mei 2022.26"; or against a word of some
# length: "km2" is a measure.
_AT_STOP = r"(?<=[a-zà-ÿ)»”’\"%][.,;?!])|(?<=[)»”’?!])|(?<= (?:19|20)\d\d[.;?!])"
_AT_WORD = r"(?<=[a-zà-ÿ]{4})"
_CANDIDATE = re.compile(rf"(?:(?P<stop>{_AT_STOP})|{_AT_WORD})(?P<number>\d{{1,3}})(?=[\s.,;:?!)»”]|$)")
_FAR = 80  # characters in which the word before a figure begins


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteMark:
    """The mark of a footnote; without length where it was taken out of the text, behind its sentence."""

    number: str
    start: int
    end: int
    note: Block | None  # None if the paper has the mark and not the note

    @property
    def order(self) -> tuple[int, int]:
        """By place, and then by number."""
        return self.start, int(self.number)


def note_marks(document: Document) -> tuple[NoteMark, ...]:
    """The marks of a paper in the order in which they stand.

    A figure without a note is a mark only where the numbering calls for it: between the marks on
    either side, or as the next one after the last. So a mark may be missed; no other figure is taken for one.
    """
    known = sorted(_known(document), key=lambda mark: mark.order)
    return tuple(sorted([*known, *_without_note(document, known)], key=lambda mark: mark.order))


def home(mark: NoteMark, blocks: Sequence[Block]) -> Block:
    """Which of the blocks, given in order, holds a mark."""
    return blocks[max(0, bisect_left(blocks, mark.start, key=lambda block: block.start) - 1)]


def _known(document: Document) -> Iterator[NoteMark]:
    for block in document.blocks:
        if block.kind is BlockKind.FOOTNOTE and block.context and block.number.isdecimal():
            start, end = block.context
            start, end = (end, end) if block.torn else _place(document.text, block.number, start, end)
            yield NoteMark(number=block.number, start=start, end=end, note=block)


def _place(text: str, number: str, start: int, end: int) -> tuple[int, int]:
    """Where the mark stands in its sentence, or right behind it; its end twice if it is not there."""
    for form in mark_forms(number):
        # With room for a mark right behind the sentence, its bracket, and what may not follow.
        if (match := form.search(text, start, end + len(number) + 2)) and match.start() <= end:
            return match.span()
    apart = mark_apart(text, number, start, end)
    return (apart, apart + len(number)) if apart >= 0 else (end, end)


def _without_note(document: Document, known: Sequence[NoteMark]) -> Iterator[NoteMark]:
    """The marks that the numbering calls for before, between and after those that have a note."""
    noted = {block.number for block in document.blocks if block.kind is BlockKind.FOOTNOTE}
    found = [mark for mark in _candidates(document) if mark.number not in noted]
    edges = [(-1, 0), *(mark.order for mark in known), (len(document.text), 0)]
    for (start, last), (end, following) in pairwise(edges):
        for mark in found:
            number = int(mark.number)
            fits = last < number < following or (number == last + 1 and end == len(document.text))
            if start < mark.start < end and fits:
                last = number
                yield mark


def _candidates(document: Document) -> Iterator[NoteMark]:
    for block in document.blocks:
        if block.kind in {BlockKind.FOOTNOTE, BlockKind.TABLE}:
            continue
        for match in _CANDIDATE.finditer(document.text, block.start, block.end):
            if match.start() == block.start:  # what it stands against is of the block before
                continue
            word = document.text[max(block.start, match.start() - _FAR) : match.start()].split()[-1]
            first_in_a_word = match["number"] == "1" and match["stop"] is None
            if first_in_a_word or "/" in word or "@" in word or ABBREVIATION.fullmatch(word.lower().rstrip(".")):
                continue
            yield NoteMark(number=match["number"], start=match.start(), end=match.end(), note=None)
