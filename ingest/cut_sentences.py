"""Sentences in parts: the notes of a page, a table or a stretch made unreadable stand in the middle of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from ingest.document import Block, BlockKind, Document
from ingest.sentences import is_finished, split

RUNNING = frozenset({BlockKind.PARAGRAPH, BlockKind.ANSWER, BlockKind.QUESTION, BlockKind.LIST_ITEM})
BETWEEN = frozenset({BlockKind.FOOTNOTE, BlockKind.TABLE, BlockKind.REDACTION})  # what may stand between two parts
MOST_PARTS = 12  # a part fills the rest of a page: no sentence has so many, only a file that was made to keep us busy

Span = tuple[int, int]


def goes_on(document: Document, above: Block, below: Block) -> bool:
    """Whether the last sentence of a block goes on in the next block of running text.

    The first block stops in the middle of it, and the other begins without a capital.
    """
    if above.kind not in RUNNING or above.kind is not below.kind:
        return False
    before, after = (document.text[block.start : block.end].strip() for block in (above, below))
    return after[:1].islower() and not is_finished(before)


def parts_of_sentence(document: Document, span: Span) -> tuple[Span, ...]:
    """The spans of all parts of a sentence, in order.

    Args:
        document: The paper.
        span: The sentence as far as it stands in one block.
    """
    blocks = document.blocks
    first = last = bisect_right(blocks, span[0], key=lambda block: block.start) - 1
    parts = [span]
    while len(parts) < MOST_PARTS and parts[0][0] == blocks[first].start:
        above = _beyond(blocks, first, -1)
        if above is None or not goes_on(document, blocks[above], blocks[first]):
            break
        parts.insert(0, sentences_in(document, blocks[above])[-1])
        first = above
    while len(parts) < MOST_PARTS and parts[-1][1] == blocks[last].end:
        below = _beyond(blocks, last, 1)
        if below is None or not goes_on(document, blocks[last], blocks[below]):
            break
        parts.append(sentences_in(document, blocks[below])[0])
        last = below
    return tuple(parts)


def _beyond(blocks: Sequence[Block], at: int, step: int) -> int | None:
    """The index of the nearest block up (-1) or down (1) that is nothing that stands between two parts."""
    at += step
    while 0 <= at < len(blocks) and blocks[at].kind in BETWEEN:
        at += step
    return at if 0 <= at < len(blocks) else None


def sentences_in(document: Document, block: Block) -> list[Span]:
    """Where the sentences of a block stand in the text of its paper."""
    return [(block.start + a, block.start + b) for a, b in split(document.text[block.start : block.end])]
