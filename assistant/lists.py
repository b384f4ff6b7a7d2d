"""Lists of the papers, told whole: items with their lead-in, rows with the head of their table, numbered sections."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.counts import counts
from assistant.evidence import Evidence
from assistant.question import Asked, Question
from assistant.quotes import quote, told
from assistant.sentences import Span
from assistant.verify import Statement
from index.dutch import terms
from ingest.document import Block, BlockKind, Document

LONGEST = 260  # words of a list that is still quoted whole
_FOREIGN = {BlockKind.REDACTION, BlockKind.FOOTNOTE}  # what no quote of a list may run across


def whole_list(question: Question, document: Document, block: Block, span: Span) -> Span:
    """The span of the list that an item or a lead-in belongs to, if it is short enough to quote."""
    items = [other for other in document.blocks if other.kind is BlockKind.LIST_ITEM and other.context]
    mates = [item for item in items if item.context and block.start <= item.context[0] < block.end]
    if not mates and block.kind is BlockKind.LIST_ITEM:
        mates = [item for item in items if item.context == block.context]
    if not mates or not mates[0].context:
        return span
    left, right = min(mates[0].context[0], span[0]), max(mates[-1].end, span[1])
    if any(other.kind in _FOREIGN and left < other.start < right for other in document.blocks):
        return span
    longest = LONGEST if question.asked is Asked.LIST else LONGEST // 3
    return (left, right) if len(document.text[left:right].split()) <= longest else span


def head_of_table(document: Document, row: Block) -> list[Span]:
    """The span of the first row of the table that a row stands in; none if it is that row."""
    first = row
    for block in reversed([block for block in document.blocks if block.end <= row.start]):
        if block.kind is not BlockKind.TABLE:
            break
        first = block
    return [] if first is row else [(first.start, first.end)]


def sections(question: Question, chosen: Sequence[Evidence]) -> list[Statement]:
    """The headings of the sections that make up a list: "seven priorities", each with a section of its own.

    They are quoted only if there are exactly as many as the question or a chosen sentence counts.
    """
    if question.asked is not Asked.LIST:
        return []
    for one in chosen:
        counted = counts(question.text) or counts(one.text, one.document.date)
        for above, parts in numbered_sections(one.document):
            told_of = set(terms(above))
            if any(count.value == str(len(parts)) and {count.value, count.thing} <= told_of for count in counted):
                return [told([quote(one.document, part.start, part.end, part) for part in parts])]
    return []


def numbered_sections(document: Document) -> list[tuple[str, list[Block]]]:
    """The runs of numbered headings of a paper, each with the words that stand between it and the heading above."""
    headings = [block for block in document.blocks if block.kind is BlockKind.HEADING]
    runs: dict[tuple[str, ...], list[Block]] = {}
    for heading in headings:
        if heading.number[:1].isdigit():
            runs.setdefault(heading.path, []).append(heading)
    found = []
    for path, parts in runs.items():
        before = [block.start for block in headings if block.end <= parts[0].start]
        lead_in = document.text[before[-1] if before else 0 : parts[0].start]
        found.append((" ".join([*path[-1:], lead_in]), parts))
    return [(above, parts) for above, parts in found if len(parts) > 1]
