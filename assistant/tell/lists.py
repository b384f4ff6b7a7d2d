"""Lists of the papers, told whole: items with their lead-in, rows with the head of their table, numbered sections."""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import pairwise, takewhile

from assistant.find.evidence import Evidence
from assistant.find.sentences import Span, begins_table, is_finished
from assistant.prove.quotes import quote, told
from assistant.prove.verify import Statement
from assistant.tell.extent import PROSE, rounded_off
from assistant.understand.asked import Asked
from assistant.understand.counts import counts
from assistant.understand.question import Question
from assistant.understand.sides import TEGEN, VOOR, announced_by, side_of, speaks_of_reasons
from index.dutch import stem, terms, words
from ingest.cut_sentences import sentences_in
from ingest.document import Block, BlockKind, Document, block_at
from ingest.formats.table_rows import CELL_END

_LED = {BlockKind.PARAGRAPH, BlockKind.ANSWER, BlockKind.LIST_ITEM}  # blocks that a lead-in may lead in
SHORTEST = 4  # letters of an item; what has fewer is its sign
_FOREIGN = frozenset({BlockKind.REDACTION, BlockKind.FOOTNOTE})  # what no quote runs across


def whole_list(document: Document, block: Block, span: Span, longest: int) -> list[Span]:
    """The list that an item or a lead-in belongs to, up to the last item that there is room for: a span, or several
    where notes stand in it.

    Args:
        document: The paper.
        block: The item, or the paragraph with the lead-in.
        span: The sentence in it; what comes back where the list cannot be quoted with it.
        longest: Words of the whole.
    """
    items = items_of(document, block)
    if not items or not items[0].context:
        return [span]
    left = min(_lead_in_of(document, items[0].context), span[0])
    removed = [other.start for other in document.blocks if other.kind is BlockKind.REDACTION and left < other.start]
    ends = [item.end for item in items if item.end <= min(removed, default=len(document.text))]
    fitting = [
        spans for end in ends if _words(document, spans := without(document, (left, max(end, span[1])))) <= longest
    ]
    return fitting[-1] if fitting else [span]


def with_its_list(document: Document, block: Block, span: Span, longest: int) -> list[Span]:
    """A span with what it leads in, as far as there is room: a lead-in never stands without its items.

    Where the paper marks no items, that is the paragraph below, and those after one that ends with a semicolon.
    """
    if not is_lead_in(document, span):
        return [span]
    whole = whole_list(document, block, span, longest)
    if whole != [span] or document.text[span[1] : block.end].strip():
        return whole
    below = [one for one in document.blocks if one.start > block.start and one.kind is not BlockKind.FOOTNOTE]
    led = [*takewhile(lambda one: one.kind in _LED and _is_of(one, block), below)]
    more = takewhile(lambda pair: _is_followed(document, *pair), pairwise(led))
    items = [*led[:1], *(one for _, one in more)]
    spans = without(document, (span[0], max([span[1], *(one.end for one in items)])))
    return spans if _words(document, spans) <= longest else [span]


def _lead_in_of(document: Document, context: Span) -> int:
    """Where a list begins: with the last sentence of what stands above it, and what that points back to."""
    block = block_at(document, context[0])
    if block is None:
        return context[0]
    last = [one for one in sentences_in(document, block) if context[0] <= one[0] < context[1]][-1:]
    return rounded_off(document, block, last[0], 0)[0] if last else context[0]


def _is_followed(document: Document, above: Block, below: Block) -> bool:
    """Whether a block is an item of a list, marked as one or not, and so is the one below it; or only its sign: "A"."""
    marked, text = above.kind is below.kind is BlockKind.LIST_ITEM, document.text[above.start : above.end]
    return marked or len(text) < SHORTEST or text.endswith((";", "; en", "; of", ":"))


def _is_of(one: Block, other: Block) -> bool:
    """Whether two blocks stand at the same place and are said by the same: answer 3 leads in nothing of answer 4."""
    return (one.path, one.place, one.speaker) == (other.path, other.place, other.speaker)


def led_in(document: Document, block: Block, span: Span) -> list[Span]:
    """A span with the heading or the words of the same speaker that lead it in: it begins small below a colon."""
    at = document.blocks.index(block)
    above = next((one for one in reversed(document.blocks[:at]) if one.kind is not BlockKind.FOOTNOTE), None)
    starts = span[0] == block.start and document.text[span[0]].islower()
    if not starts or above is None or not is_lead_in(document, (above.start, above.end)):
        return [span]
    if above.kind is not BlockKind.HEADING and not (above.kind in PROSE and _is_of(above, block)):
        return [span]
    return without(document, (sentences_in(document, above)[-1][0], span[1]))


def without(document: Document, span: Span, kinds: Set[BlockKind] = frozenset({BlockKind.FOOTNOTE})) -> list[Span]:
    """A span in parts, without the blocks of some kinds that stand in it."""
    out = [one for one in document.blocks if one.kind in kinds and span[0] < one.start < span[1]]
    edges = [span[0], *(edge for one in out for edge in (one.start, one.end)), span[1]]
    return [one for one in zip(edges[::2], edges[1::2], strict=True) if document.text[slice(*one)].strip()]


def _words(document: Document, spans: Sequence[Span]) -> int:
    return sum(len(document.text[slice(*span)].split()) for span in spans)


def into_its_list(question: Question, document: Document, block: Block, span: Span) -> Span:
    """A span with the lead-in right behind it, where that names nothing but what is asked for: its list is the answer.

    "… waar de norm aan moet voldoen. Een norm voor de vaart: • …" answers what the norm has to meet by the list alone.
    """
    behind = next((one for one in sentences_in(document, block) if one[0] >= span[1]), None)
    if behind is None or not is_lead_in(document, behind) or not items_of(document, block):
        return span
    named = set(terms(document.text[slice(*behind)]))
    return (span[0], behind[1]) if len(named) > 1 and named <= question.terms else span


def is_lead_in(document: Document, span: Span) -> bool:
    """Whether a span ends with the words that lead in a list: a colon, or an open sentence that items go on with."""
    words = document.text[slice(*span)].rstrip()
    if not words or is_finished(words):
        return words.endswith(":")
    end = span[0] + len(words)
    block = block_at(document, end - 1)
    if block is None or block.kind not in PROSE or block.end != end:
        return False
    leads = (block.start, end)
    return any(item.kind is BlockKind.LIST_ITEM and item.context == leads for item in document.blocks)


def headed(question: Question, document: Document, block: Block, longest: int) -> list[Span]:
    """The section that a block stands in, where its heading names just what a question asks for.

    "Welke argumenten tegen …?" is answered by all that stands under "Argumenten tegen", and by nothing else; so is
    "welke nadelen", where the block is one of that section.

    Args:
        question: As it was understood.
        document: The paper.
        block: The block.
        longest: Words of the whole; nothing of a section that has more.

    Returns:
        Its spans between the footnotes and the redactions that stand in it; none where it is not so named.
    """
    if block.kind in _FOREIGN or not block.path or not _names_just_that(question, block.path[-1]):
        return []
    here = document.blocks.index(block)
    heads = [at for at, one in enumerate(document.blocks) if one.kind is BlockKind.HEADING]
    first = max((at + 1 for at in heads if at < here), default=0)
    behind = min((at for at in heads if at > here), default=len(document.blocks))
    own = [one for one in document.blocks[first:behind] if one.kind not in _FOREIGN]
    spans = without(document, (own[0].start, own[-1].end), _FOREIGN)
    return spans if _words(document, spans) <= longest else []


def is_torn(document: Document, spans: Sequence[Span]) -> bool:
    """Whether something between the spans of a quote was made unreadable."""
    return any(one.kind is BlockKind.REDACTION and spans[0][0] < one.start < spans[-1][0] for one in document.blocks)


def _names_just_that(question: Question, heading: str) -> bool:
    """Whether a heading names what is asked for, or announces reasons of the side from which they are asked."""
    named = terms(heading)
    if (side := announced_by(heading)) and speaks_of_reasons(question.text):
        of_it = not named[1:] or not question.terms.isdisjoint(named[1:])
        return of_it and side == side_of(question.text)
    asked = [*question.focus, *question.words][:1]  # words typed into a search box have no focus
    if not named or not asked or named[0] != stem(asked[0]):
        return False
    return set(named) <= question.terms and {VOOR, TEGEN}.intersection(words(heading)) <= question.spoken


def goes_on(document: Document, span: Span) -> bool:
    """Whether a quote of a list with its lead-in leaves off before the last item."""
    inside = [block for block in document.blocks if block.kind is BlockKind.LIST_ITEM and block.context]
    quoted = [block for block in inside if span[0] <= block.start and block.end <= span[1]]
    if not quoted or not quoted[-1].context or not span[0] <= quoted[-1].context[0] < span[1]:
        return False
    return any(block.context == quoted[-1].context and block.start >= span[1] for block in inside)


def is_cut_off(document: Document, span: Span) -> bool:
    """Whether a quote of several blocks ends where the paper was made unreadable: there may have been more."""
    return any(
        below.kind is BlockKind.REDACTION and block.path == below.path
        for block, below in pairwise(document.blocks)
        if span[0] < block.start < span[1] <= below.start and not document.text[span[1] : block.end].strip()
    )


def items_of(document: Document, block: Block) -> list[Block]:
    """The items of the list that a block leads in or belongs to."""
    items = [other for other in document.blocks if other.kind is BlockKind.LIST_ITEM and other.context]
    led = [item for item in items if item.context and block.start <= item.context[0] < block.end]
    if led or block.kind is not BlockKind.LIST_ITEM:
        return led
    return [item for item in items if item.context == block.context]


def head_of_table(document: Document, row: Block) -> list[Span]:
    """The span of the first rows of the table that a row stands in: its caption, and the heads of its columns.

    None if it is one of these: nobody can read a figure without the head above it.
    """
    if row.context:
        return [_with_caption(document, row.context)]
    if any(
        block.kind is BlockKind.TABLE and block.context and _within(row, block.context) for block in document.blocks
    ):
        return []
    first: Block | None = None
    heads: Block | None = None
    for block, below in pairwise(document.blocks):
        if block.start > row.start:
            break
        if block.kind is not BlockKind.TABLE:
            first = heads = None
        elif first is None or begins_table(document, block, below, document.text[first.start : first.end]):
            first = block
            columns = CELL_END.search(document.text, block.start, block.end)
            heads = block if columns or below.kind is not BlockKind.TABLE else below
    if first is None or heads is None or row in {first, heads}:
        return []
    return [(first.start, heads.end)]


def _with_caption(document: Document, heads: Span) -> Span:
    """The heads of a table's columns with the caption right above them, which alone tells two such tables apart."""
    above = next((block for block in reversed(document.blocks) if block.end <= heads[0]), None)
    if above is None or above.kind is not BlockKind.TABLE or above.context:
        return heads
    if CELL_END.search(document.text, above.start, above.end):
        return heads
    return (above.start, heads[1])


def _within(block: Block, span: Span) -> bool:
    return span[0] <= block.start and block.end <= span[1]


def sections(question: Question, chosen: Sequence[Evidence]) -> list[Statement]:
    """The headings of the sections that make up a list: "seven priorities", each with a section of its own.

    They are quoted only if there are exactly as many as the question or a chosen sentence counts of what is asked for.
    """
    if question.asked is not Asked.LIST:
        return []
    asked = set(question.whole.terms)
    for one in chosen:
        said = question.counts or counts(one.text, one.document.date)
        counted = [count for count in said if count.thing in asked]
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
