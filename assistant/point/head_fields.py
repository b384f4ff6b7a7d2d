"""Where a paper tells what its head and foot have a line of their own for: its kenmerk, its griffier, its day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.understand.head_fields import FIELDS, Field
from ingest.document import Block, Document

HEAD = 40  # blocks in which such lines stand; those of a foot stand in as many at the end

AROUND = " :,.\t"  # what may stand around a value

Line = tuple[int, int, Block]  # where it begins and ends


def lines_for(document: Document, field: Field) -> list[Line]:
    """The line of a paper that holds a field, with the one above it where only that says which; empty if none does."""
    lines = [*_lines(document)]
    pairs = [*zip(lines, [*lines[1:], None], strict=True)]
    foot = next((at for at, line in enumerate(lines) if line[2] not in document.blocks[:HEAD]), len(lines))
    searched = [*pairs[:foot], *reversed(pairs[foot:])]
    found = (_told(document, field, label, *pair) for label in field.labels for pair in searched)
    return next(filter(None, found), [])


def _told(document: Document, field: Field, label: re.Pattern[str], line: Line, below: Line | None) -> list[Line]:
    """A line that begins with a label, if it holds a value or the line below it does; else empty."""
    found = label.match(document.text, line[0], line[1])
    if not found:
        return []
    rest = document.text[found.end() : line[1]].strip(AROUND)
    if field.value.fullmatch(rest):
        return [line]
    return [line, below] if not rest and below and _is_value(document, below, field) else []


def _is_value(document: Document, line: Line, field: Field) -> bool:
    """Whether a line is what the line above it names, and not the name of something else."""
    named = any(label.match(document.text, line[0], line[1]) for other in FIELDS for label in other.labels)
    return not named and field.value.fullmatch(document.text[line[0] : line[1]].strip(AROUND)) is not None


def _lines(document: Document) -> Iterator[Line]:
    """The lines of the head and the foot of a paper, without what frames the cells of a table."""
    blocks = document.blocks
    for block in blocks if len(blocks) <= 2 * HEAD else (*blocks[:HEAD], *blocks[-HEAD:]):
        for found in re.finditer(r"[^\n|]*[^\s|][^\n|]*", document.text[block.start : block.end]):
            held = found[0]
            start = block.start + found.start() + len(held) - len(held.lstrip())
            yield start, start + len(held.strip()), block
