"""An answer taken apart for who shows it: what is told first, what proves it, and what can wait.

An ``Answer`` is one text. A page shows each quote once, in a frame of its own, and folds what the answer is whole
without. ``laid_out`` finds the quotes in the text by their words, so that nothing has to be told twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

from assistant.answer import Answer, Citation, Status
from assistant.prove.quotes import lead
from assistant.tell.tone import points_above
from assistant.understand.several import ORDINALS

LONGEST_CORE = 25  # words, with the mark behind them; what is longer is a paragraph
_HEAD = re.compile(rf"Op uw (?:{'|'.join(ORDINALS)}) vraag:")
_HELD = re.compile("\ue000(\\d+)\ue001")  # where a quote was, by its number: private code points, in no paper
_MARKS = re.compile(r"(?: \[\d+\])+\s*$")
_AT_END = re.compile(r"(?: \[\d+\])+$", re.MULTILINE)  # of a line


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A paragraph in words of ours; it may bear marks such as "[1]"."""

    text: str

    @property
    def is_proven(self) -> bool:
        """Whether a quote is named as its proof: a core line, and no notice, nor one that tells of quotes above it."""
        return _MARKS.search(self.text) is not None and not points_above(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """Quotes of one speaker, with what we say before and behind them."""

    lead: str  # "Minister Wiersma antwoordt:"
    numbers: tuple[int, ...]  # of the quotes, as ``Answer.cited`` counts, in the order in which they are told
    tail: str = ""  # "Dit is niet de hele lijst: …"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The answer to one question."""

    question: str = ""  # "" where only one was asked
    status: Status
    told: tuple[Words | Quoted, ...]
    folded: tuple[Quoted, ...] = ()

    @property
    def core(self) -> str:
        """The paragraph that stands before every quote and is proven by one; "" if there is none."""
        for part in self.told:
            if isinstance(part, Quoted):
                return ""
            if part.is_proven:
                return part.text if len(part.text.split()) <= LONGEST_CORE else ""
        return ""


def laid_out(answer: Answer) -> tuple[Section, ...]:
    """The answer to each question that was asked, in order; every citation stands in exactly one place."""
    sections: list[Section] = []
    seen: set[int] = set()
    for question, status, text, beside in _parts(answer, _held(answer)):
        told, folded = _sorted(text, beside, seen)
        sections.append(Section(question=question, status=status, told=told, folded=folded))
    for number, citation in enumerate(answer.citations, start=1):
        if number not in seen:  # a side of a difference, or what a language model told in other words
            at = next((at for at, part in enumerate(answer.parts) if citation in part.citations), 0) % len(sections)
            further = Quoted(lead=lead(citation), numbers=(number,))
            sections[at] = replace(sections[at], folded=(*sections[at].folded, further))
    return tuple(sections)


def _held(answer: Answer) -> str:
    """The text of an answer with numbers in the place of its quotes."""
    numbers: dict[str, list[int]] = {}  # of the quotes with the same words
    for number, citation in [*enumerate(answer.citations, start=1), *([(0, answer.nearest)] if answer.nearest else [])]:
        numbers.setdefault(f"“{citation.shown}”", []).append(number)
    held = answer.text
    for words in sorted(numbers, key=len, reverse=True):
        first, *others = held.split(words)
        held = first + "".join(f"\ue000{_named(numbers[words], behind)}\ue001{behind}" for behind in others)
    return held


def _named(numbers: Sequence[int], behind: str) -> int:
    """Which of the quotes with the same words it is: the last that the marks behind it name, the first if none does."""
    marks = _AT_END.search(behind.partition("\n\n")[0])
    named = [number for number in numbers if marks and f"[{number}]" in marks[0]]
    return named[-1] if named else numbers[0]


def spans_of_evidence(answer: Answer, citation: Citation) -> list[tuple[int, int]]:
    """The stretches of a quote that answer, counted in it; none where all of it does, or nothing is known."""
    found = sorted(_spans_within(answer, citation))
    return [] if sum(end - start for start, end in found) >= len(citation.text) - 1 else found


def best_span(answer: Answer, citation: Citation) -> tuple[int, int]:
    """The stretch of a quote that answers best, counted in it: all of it where nothing is known."""
    return next(_spans_within(answer, citation), (0, len(citation.text)))


def _spans_within(answer: Answer, citation: Citation) -> Iterator[tuple[int, int]]:
    """What of the evidence stands in a quote, counted in it, the best first."""
    for document, start, end in answer.evidence:
        if document == citation.document and start < citation.end and end > citation.start:
            yield max(0, start - citation.start), min(len(citation.text), end - citation.start)


def _parts(answer: Answer, held: str) -> Iterator[tuple[str, Status, str, frozenset[int]]]:
    """Question, state and words of each part; what stands before the first head is told with it."""
    pieces = _HEAD.split(held)
    if not answer.parts or len(pieces) != len(answer.parts) + 1:
        yield "", answer.status, held, answer.beside
        return
    before, *pieces = pieces
    for number, (part, piece) in enumerate(zip(answer.parts, pieces, strict=True)):
        text = f"{before}\n\n{piece}" if number == 0 else piece
        yield part.question, part.status, text, part.beside


def _sorted(text: str, beside: Set[int], seen: set[int]) -> tuple[tuple[Words | Quoted, ...], tuple[Quoted, ...]]:
    """The paragraphs that are told at once, and those that can wait; what was quoted before is only pointed at."""
    told: list[Words | Quoted] = []
    folded: list[Quoted] = []
    for paragraph in filter(None, map(str.strip, text.split("\n\n"))):
        part = _read(paragraph)
        if isinstance(part, Words):
            told.append(part)
        elif set(part.numbers) <= seen:
            told.append(Words(text=f"{part.lead} Zie {' '.join(f'[{number}]' for number in part.numbers)}."))
        else:
            seen.update(part.numbers)
            if set(part.numbers) <= beside:
                folded.append(part)
            else:
                told.append(part)
    return tuple(told), tuple(folded)


def _read(paragraph: str) -> Words | Quoted:
    numbers = tuple(int(found) for found in _HELD.findall(paragraph))
    if not numbers:
        return Words(text=paragraph)
    first, last = paragraph.index("\ue000"), paragraph.rindex("\ue001")
    tail = "" if numbers == (0,) else _MARKS.sub("", f"{paragraph[last + 1 :]} ").strip()  # behind 0 its place
    return Quoted(lead=paragraph[:first].strip(), numbers=numbers, tail=tail)


def words_shown(answer: Answer, sections: Sequence[Section]) -> int:
    """How many words of an answer a reader sees before anything is unfolded."""
    told = 0
    for section in sections:
        for part in section.told:
            if isinstance(part, Words):
                told += len(re.sub(r"\[\d+\]", "", part.text).split())
            else:
                shown = [answer.cited(number).shown for number in part.numbers]
                told += sum(len(words.split()) for words in [part.lead, part.tail, *shown])
    return told
