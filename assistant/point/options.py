"""What a paper says for or against one of several options, under the headings that say so: "Optie B", "Nadelen"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.point.which_paper import telling, told_of
from assistant.read.sides import COMPARES, headed_option
from assistant.understand.names import options_in
from assistant.understand.question import Question
from assistant.understand.sides import TEGEN, VOOR, announced_by, side_of, speaks_of_reasons
from index.dutch import fold, holds, stem, terms
from ingest.document import Block, BlockKind, Document

MOSTLY = 0.5  # share of what a question tells besides, which title and sections speak of at least
_ASKS = re.compile(
    r"(?:en |maar |ook )?(?:(?:wat|welke?|noem|geef|som)\b(?: \w+){0,3} )?(?:de |alle )?(?:[\w-]+ (?:en|of) )?"
    r"(?:\w*argument|voordel|nadel|voordeel|nadeel|bezwar|pluspunt|minpunt)\w*|wat (?:pleit|spreekt)\b"
)

Section = tuple[Block, ...]  # with its heading


def reasons_of_option(question: Question, documents: Iterable[Document]) -> tuple[Document, list[Section]] | None:
    """The sections of the one paper that hold what a question asks for or against an option.

    None where it asks for something else, or where no paper or several may be meant.
    """
    text = question.whole.text
    asked = {*options_in(text)}
    if len(asked) != 1 or COMPARES.search(fold(text)) or not _asks_for_reasons(question):
        return None
    side = side_of(question.text) or side_of(question.background)
    sides = {side} if side else {VOOR, TEGEN}
    told = [word for word in telling(text) if len(word) > 1 and not announced_by(word)]
    found = [
        (document, sections)
        for document in documents
        if (sections := _sections(document, asked, sides)) and _bears(document, sections, question.names, told)
    ]
    likely = [told_of(document, " ".join(told)) for document, _ in found]
    meant = [one for one, how in zip(found, likely, strict=True) if how == max(likely)]
    return meant[0] if len(meant) == 1 else None


def _sections(document: Document, asked: set[tuple[str, str]], sides: set[str]) -> list[Section]:
    """The sections of a paper below the heading of an option and, below that, the heading of one of its sides."""
    found: dict[tuple[str, ...], list[Block]] = {}
    heading: Block | None = None
    for block in document.blocks:
        if block.kind is BlockKind.HEADING:
            heading = block
        elif block.path and announced_by(block.path[-1]) in sides and asked & {*headed_option(block.path[:-1])}:
            section = found.setdefault(block.path, [heading] if heading else [])
            section.append(block)
    return [tuple(section) for section in found.values()]


def _asks_for_reasons(question: Question) -> bool:
    """Whether reasons are what it asks for, or what was asked before it; "wie noemt de nadelen" asks who does."""
    asks = question if speaks_of_reasons(question.text) else question.before
    return speaks_of_reasons(asks.text) and _ASKS.match(asks.folded) is not None


def _bears(document: Document, sections: list[Section], names: Iterable[str], told: list[str]) -> bool:
    """Whether a paper holds all names, and its title or these sections most of the other words of a question."""
    text = fold(f"{document.title} {document.text}")
    if not all(holds(name, text) for name in names):
        return False
    own = (document.text[block.start : block.end] for section in sections for block in section)
    heads = (head for section in sections for head in section[-1].path)
    held = {*terms(" ".join([document.title, *heads, *own]))}
    return sum(stem(word) in held for word in told) >= MOSTLY * len(told)
