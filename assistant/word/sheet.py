"""What a language model reads: passages of papers, every sentence with a number such as 3.2."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from assistant.answer import Citation, Standing
from assistant.find.sentences import Span
from ingest.document import Document, Role
from ingest.official_numbers import written

ASKED = 30  # words that are shown of the question that a stretch answers
NUMBERED = re.compile(r"^(\d+\.\d+) (.*)$", re.MULTILINE)  # a line of a sheet as text: its number and its words
# The standing that a reader must see beside a sentence; the others say no less than the sentence does.
_TOLD = {
    Standing.WETSVOORSTEL: "wetsvoorstel",
    Standing.VOORNEMEN: "voornemen",
    Standing.TOEZEGGING: "toezegging",
    Standing.AMBTELIJK_ADVIES: "ambtelijk advies",
    Standing.VRAAG: "vraag",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One numbered sentence: what the model reads, and the quotes that it is re-read from.

    ``shown`` is one line of text.
    """

    quotes: tuple[Citation, ...]
    shown: str

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where its words stand in the paper."""
        return tuple((quote.start, quote.end) for quote in self.quotes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """A stretch of one paper as it is shown, under a line that says what it is."""

    document: Document
    place: str  # "antwoord 5", "gegevens"
    path: tuple[str, ...]
    speaker: str
    asked: str  # the question that it answers; "" if none
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Sheet:
    """All that is shown for one question."""

    excerpts: tuple[Excerpt, ...]

    @cached_property
    def line_of(self) -> Mapping[str, Line]:
        """The lines by their number."""
        return {
            f"{at}.{number}": line
            for at, excerpt in enumerate(self.excerpts, start=1)
            for number, line in enumerate(excerpt.lines, start=1)
        }

    def with_more(self, excerpts: Iterable[Excerpt]) -> Sheet:
        """The same sheet with excerpts behind it, of which it lacks a sentence; the numbers stay."""
        held = {(quote.document, quote.start) for line in self.line_of.values() for quote in line.quotes}
        new = [
            one
            for one in excerpts
            if any((quote.document, quote.start) not in held for line in one.lines for quote in line.quotes)
        ]
        return Sheet((*self.excerpts, *new))

    def as_text(self) -> str:
        """What the model reads; no word of a paper can begin a line, so none can pass for a number of ours."""
        number_of: dict[str, int] = {}
        spoke: dict[str, str] = {}  # last, in each paper
        told = []
        for at, excerpt in enumerate(self.excerpts, start=1):
            paper = excerpt.document.identifier
            number = number_of.setdefault(paper, len(number_of) + 1)
            head = _head(number, excerpt, spoke.get(paper))
            spoke[paper] = excerpt.speaker
            told.append("\n".join([f"[{at}] {head}", *_under_head(at, excerpt)]))
        return "\n\n".join(told)


def one_line(text: str) -> str:
    """A text with its white space folded."""
    return " ".join(text.split())


def _head(number: int, excerpt: Excerpt, spoke: str | None) -> str:
    """The line over a stretch. A paper is named over its first one, and by its number over the others.

    Args:
        number: Of the paper on the sheet.
        excerpt: The stretch.
        spoke: Who spoke in the stretch of that paper before this one; None where this is the first.
    """
    paper = excerpt.document
    if spoke is None:
        day = written(paper.date) if paper.date else "datum onbekend"
        parts = [f"stuk {number}: {paper.kind.value} „{paper.title}”", day, excerpt.speaker]
    else:
        parts = [f"stuk {number}", "" if excerpt.speaker == spoke else excerpt.speaker or "spreker onbekend"]
    last = excerpt.path[-1].lstrip("0123456789. ").casefold() if excerpt.path else ""
    place = "" if last and excerpt.place.casefold().endswith(last) else excerpt.place
    return " · ".join(one_line(part) for part in (*parts, place, " > ".join(excerpt.path)) if part)


def _under_head(at: int, excerpt: Excerpt) -> Iterator[str]:
    """The question that is answered, shortened, and the numbered sentences."""
    if excerpt.asked:
        words = excerpt.asked.split()
        yield f"Antwoord op: {' '.join(words[:ASKED])}{' …' * (len(words) > ASKED)}"
    for number, line in enumerate(excerpt.lines, start=1):
        standing = _TOLD.get(line.quotes[0].standing, "")
        yield f"{at}.{number} {f'({standing}) ' if standing else ''}{line.shown}"


def speaker_of(name: str, role: Role) -> str:
    """Whose words they are; the capacity where the paper gives no name, nothing where it gives neither."""
    return name or ("" if role is Role.ONBEKEND else role.value)
