"""Cuts a paper into passages: stretches of about a paragraph that can be read alone."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.cut_sentences import parts_of_sentence, sentences_in
from ingest.document import Block, BlockKind, Document, Passage, block_at, page_at
from ingest.structure.line_ends import SENTENCE_END
from ingest.structure.pointers import only_points

ALONE = frozenset({BlockKind.FOOTNOTE, BlockKind.REDACTION})


@dataclass(frozen=True, slots=True, kw_only=True)
class Lengths:
    """How long passages are, in words; the defaults are measured by ``python -m eval.passage_length``."""

    most: int = 150  # a longer paragraph is cut between two sentences
    enough: int = 60  # shorter ones are joined with what follows under the same heading


LENGTHS = Lengths()


def cut(document: Document, lengths: Lengths = LENGTHS) -> tuple[Passage, ...]:
    """The passages of a document, in order, without a gap: together they are its whole text.

    A passage follows the structure: a heading goes with what it heads, a list with its
    lead-in, a footnote stands alone, a question never shares a passage with its answer.
    No sentence or list item is cut in two.
    """
    if not document.text:
        return ()
    groups = [group for group in _groups(document, lengths) if group]
    if not groups:
        return (_passage(document, 0, len(document.text), None),)
    starts = [0, *(group[0][0] for group in groups[1:]), len(document.text)]
    return tuple(
        _passage(document, start, end, group) for (start, end), group in zip(pairwise(starts), groups, strict=True)
    )


Stretch = tuple[int, Block]  # where it starts, and the block it is of


def _groups(document: Document, lengths: Lengths) -> Iterator[list[Stretch]]:
    """Stretches that belong in one passage."""
    group: list[Stretch] = []
    words = 0
    for block in _with_heads(document):
        for start, end in _pieces(document, block, lengths.most):
            length = len(document.text[start:end].split())
            if group and not _joins(group, block, words, length, lengths):
                yield group
                group, words = [], 0
            group.append((start, block))
            words += length
    yield group


def _with_heads(document: Document) -> Iterator[Block]:
    """Give the blocks in order, and make a heading of a numbered line that stands alone between parts of an answer.

    Only here, so that the line shares a passage with what it heads: it stands in the path of nothing.
    """
    around = [block for block in document.blocks if block.kind is not BlockKind.FOOTNOTE]
    alone = {
        block.start
        for above, block, below in zip(around, around[1:], around[2:], strict=False)
        if block.kind is BlockKind.LIST_ITEM
        and block.number
        and block.context is None
        and above.kind is below.kind is BlockKind.ANSWER
        and not SENTENCE_END.search(document.text[block.start : block.end])
    }
    for block in document.blocks:
        yield replace(block, kind=BlockKind.HEADING) if block.start in alone else block


def _pieces(document: Document, block: Block, most: int) -> list[tuple[int, int]]:
    """The block whole, or cut between sentences into parts of like length when it is too long."""
    total = len(document.text[block.start : block.end].split())
    if total <= most:
        return [(block.start, block.end)]
    sentences = sentences_in(document, block)
    target = total / -(-total // most)
    pieces: list[tuple[int, int]] = []
    words = 0.0
    begin = block.start
    for (start, end), following in zip(sentences, [*sentences[1:], None], strict=True):
        words += len(document.text[start:end].split())
        if following is not None and words >= target * 0.85:
            pieces.append((begin, end))
            begin, words = following[0], 0.0
    return [*pieces, (begin, block.end)]


def _joins(group: list[Stretch], block: Block, words: int, length: int, lengths: Lengths) -> bool:
    """Whether a stretch goes in the passage that is being gathered."""
    last = group[-1][1]
    if last.kind is BlockKind.HEADING:
        # A heading waits for what it heads, also for a heading below it.
        return block.kind not in ALONE and (block.kind is not BlockKind.HEADING or _below(block, last))
    if block.kind is BlockKind.HEADING or block.place != last.place or block.speaker != last.speaker:
        return False
    if block.kind is last.kind is BlockKind.ANSWER and block.context != last.context:
        return False
    if block.kind in ALONE or last.kind in ALONE:
        return block.kind is last.kind is BlockKind.REDACTION
    if block is last:
        return False
    if block.kind is BlockKind.TABLE or last.kind is BlockKind.TABLE:
        return block.kind is last.kind and words + length <= lengths.most
    if block.kind is not BlockKind.LIST_ITEM and _body(group).kind is BlockKind.LIST_ITEM:
        return False  # what follows a list is no part of it, unless the passage is that of its lead-in
    if block.kind is BlockKind.LIST_ITEM:
        lead_in = block.context and block.context[0]
        led_in = any(each.start == lead_in and each.kind is not BlockKind.LIST_ITEM for _, each in group)
        return words + length <= (lengths.most * 2 if led_in else lengths.most)
    return words < lengths.enough and words + length <= lengths.most


def _below(heading: Block, above: Block) -> bool:
    return len(heading.path) > len(above.path)


def _body(group: list[Stretch]) -> Block:
    """The block that says most about the passage: the first that is no heading."""
    return next((block for _, block in group if block.kind is not BlockKind.HEADING), group[0][1])


def _passage(document: Document, start: int, end: int, group: list[Stretch] | None) -> Passage:
    text = document.text[start:end]
    name = f"{document.identifier}#{start}-{end}"
    if group is None:
        return Passage(id=name, document=document.identifier, text=text, start=start, end=end)
    body = _body(group)
    return Passage(
        id=name,
        document=document.identifier,
        text=text,
        start=start,
        end=end,
        path=body.path,
        place=body.place,
        kind=body.kind,
        speaker=body.speaker,
        context=_context(document, start, end, body),
        page=page_at(document, group[0][1], group[0][0]),
    )


def _context(document: Document, start: int, end: int, body: Block) -> str:
    """The words that the passage hangs on, unless it holds them itself."""
    spans = [_question(document, body), body.context]
    if body.kind is BlockKind.FOOTNOTE and body.context:
        spans = [*parts_of_sentence(document, body.context)]
    words = [_words(document, a, b) for a, b in filter(None, spans) if not start <= a < end]
    if body.see and only_points(document.text[body.start : body.end]):
        words += _answers_at(document, body.see)
    return " ".join(" ".join(words).split())


def _words(document: Document, start: int, end: int) -> str:
    """The words of a span without the footnotes that stand in it; of several questions each below its label."""
    first = bisect_left(document.blocks, start, key=lambda block: block.start)
    inside = document.blocks[first : bisect_left(document.blocks, end, key=lambda block: block.start)]
    notes = [(block.start, block.end) for block in inside if block.kind is BlockKind.FOOTNOTE]
    label = document.blocks[first - 1] if first else None
    if label and label.kind is BlockKind.HEADING and any(block.kind is BlockKind.HEADING for block in inside):
        start = label.start
    edges = [start, *(edge for note in notes for edge in note), end]
    return " ".join(document.text[left:right] for left, right in zip(edges[::2], edges[1::2], strict=True))


def _question(document: Document, item: Block) -> tuple[int, int] | None:
    """The question that a list, a table or a lettered part of an answer belongs to; None for any other block."""
    part = block_at(document, item.context[0]) if item.kind is BlockKind.ANSWER and item.context else None
    if part and part.kind is BlockKind.LIST_ITEM:
        whole = (each for each in document.blocks if each.kind is BlockKind.QUESTION and each.place == part.place)
        return next(((each.start, each.end) for each in whole), None)
    if item.kind not in {BlockKind.LIST_ITEM, BlockKind.TABLE} or not item.place.startswith("antwoord"):
        return None
    same = (each for each in document.blocks if each.kind is BlockKind.ANSWER and each.place == item.place)
    return next((each.context for each in same), None)


def _answers_at(document: Document, places: tuple[str, ...]) -> list[str]:
    """What the answers at some places begin with, about a passage in all."""
    words: list[str] = []
    for block in document.blocks:
        if block.place in places and block.kind is not BlockKind.HEADING:
            words.append(document.text[block.start : block.end])
            if sum(len(text.split()) for text in words) > LENGTHS.most:
                break
    return words
