"""The words of a paper as safe HTML, with what was quoted marked and what leads elsewhere as a link."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from assistant.answer import HOLE, PAINTED, UNREADABLE
from ingest.document import Document
from ui import links

Span = tuple[int, int]

CELL_END = re.compile(r"(?<!\S)\|(?!\S)")  # between the cells of a row
_DRAWN = re.compile(rf"(?!{CELL_END.pattern})\S")


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A marked span with its number among all that are marked, from 1."""

    start: int
    end: int
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """A span that leads elsewhere; one without length stands behind its place, with words of our own."""

    start: int
    end: int
    href: str
    anchor: str = ""  # by which the link itself is reached
    style: str = ""
    role: str = ""
    label: str = ""  # what is read out for it
    words: str = ""  # of one without length


def numbered(document: Document, spans: Sequence[Span]) -> list[Marked]:
    """The spans in order of place, from the first character of each that is drawn; what overlaps becomes one."""
    joined: list[list[int]] = []
    for given, end in sorted(set(spans)):
        drawn = _DRAWN.search(document.text, given, end)
        if drawn is None or end > len(document.text):
            continue
        start = drawn.start()
        if joined and start < joined[-1][1]:
            joined[-1][1] = max(joined[-1][1], end)
        else:
            joined.append([start, end])
    return [Marked(start=start, end=end, number=number) for number, (start, end) in enumerate(joined, 1)]


def in_order(linked: Iterable[Linked]) -> list[Linked]:
    """The links in order of place; of two that overlap only the one that was given first."""
    kept: list[Linked] = []
    for one in linked:
        at = bisect_right(kept, (one.start, one.end), key=lambda other: (other.start, other.end))
        if all(other.end <= one.start or one.end <= other.start for other in kept[max(0, at - 1) : at + 1]):
            kept.insert(at, one)
    return kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """The text of a paper with all that is drawn in it."""

    text: str
    marked: Sequence[Marked]
    linked: Sequence[Linked]  # in order
    holes: bool = False  # whether two spaces stand for words that were made unreadable
    ground: str = ""  # of all that was made unreadable, where the paper gives one and no other

    def html(self, start: int, end: int) -> str:
        """A stretch of the text; line ends are spaces, as in any paragraph."""
        pieces, at = [], start
        for one in self.marked:
            left, right = max(one.start, start), min(one.end, end)
            if left >= right:
                continue
            anchor = f' id="{links.anchor(one.number)}"' if one.start >= start else ""
            label = f'<span class="label">gevonden passage {one.number}</span> ' if anchor else ""
            pieces += [self._words(at, left), f"<mark{anchor}>{label}{self._words(left, right)}</mark>"]
            at = right
        return "".join([*pieces, self._words(at, end)])

    def _words(self, start: int, end: int) -> str:
        return "".join(self._pieces(start, end))

    def _pieces(self, start: int, end: int) -> Iterator[str]:
        """The words and links between two places; a link over the edge of a quote is one on either side of it."""
        at = start
        for one in self.linked[bisect_right(self.linked, start, key=lambda one: one.end) :]:
            if one.start >= end and one.end > end:
                break
            left, right = max(one.start, at), min(one.end, end)
            if left < right or one.start == one.end:
                yield self._shown(at, left)
                yield _link(one, self.text[left:right] or one.words, is_whole_start=left == one.start)
                at = right
        yield self._shown(at, end)

    def _shown(self, start: int, end: int) -> str:
        """Words of the paper; what was made unreadable in them is told, with its ground."""
        words = PAINTED.sub(UNREADABLE, self.text[start:end])
        words = HOLE.sub(f" {UNREADABLE} ", words) if self.holes else words
        told = f"{UNREADABLE[:-1]}, grond: {self.ground}]" if self.ground else UNREADABLE
        return escape(words).replace(UNREADABLE, f'<span class="lak">{escape(told)}</span>')


def _link(one: Linked, words: str, *, is_whole_start: bool) -> str:
    given = {
        "id": one.anchor if is_whole_start else "",
        "class": one.style,
        "href": one.href,
        "role": one.role,
        "aria-label": one.label,
    }
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in given.items() if value)
    return f"<a{attributes}>{escape(words)}</a>"
