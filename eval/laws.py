"""The laws that every paper that is read keeps, however it was damaged before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from ingest.document import Document
from ingest.formats import PagedText
from ingest.passages import cut
from ingest.structure.layout import lay_out


def broken_laws(document: Document, paged: PagedText | None = None) -> list[str]:
    """Which laws a paper breaks; none, as a rule.

    Args:
        document: The paper.
        paged: The text that it was read from; without it what was left out is not judged.
    """
    return [*_of_blocks(document), *_of_passages(document), *_of_spans(document), *_of_text(document, paged)]


def _of_blocks(document: Document) -> Iterator[str]:
    ends = [0, *(block.end for block in document.blocks)]
    starts = [*(block.start for block in document.blocks), len(document.text)]
    for end, start in zip(ends, starts, strict=True):
        if start < end:
            yield f"two blocks share {start}:{end}"
        elif document.text[end:start].strip():
            yield f"no block holds {document.text[end:start].strip()[:40]!r} at {end}"
    if not _rising(block.page for block in document.blocks):
        yield "the pages of the blocks do not rise"


def _of_passages(document: Document) -> Iterator[str]:
    passages = cut(document)
    if "".join(passage.text for passage in passages) != document.text:
        yield "the passages are not the text"
    if any(first.end != second.start for first, second in pairwise(passages)):
        yield "a gap between two passages"
    if not _rising(passage.page for passage in passages):
        yield "the pages of the passages do not rise"


def _of_spans(document: Document) -> Iterator[str]:
    length = len(document.text)
    contexts = [block.context for block in document.blocks if block.context]
    references = [(reference.start, reference.end) for reference in document.references]
    for start, end in (*contexts, *references):
        if not 0 <= start < end <= length:
            yield f"{start}:{end} is no span of a text of {length}"


def _of_text(document: Document, paged: PagedText | None) -> Iterator[str]:
    """Nothing is lost: what the canonical text has less is on the list of what was left out."""
    if paged is None or document.summary_of:
        return
    pieces, offset = [], 0
    for stretch in lay_out(paged).dropped:
        pieces.append(paged.text[offset : stretch.start])
        offset = stretch.end
    pieces.append(paged.text[offset:])
    if "".join("".join(pieces).split()) != "".join(document.text.split()):
        yield "the text is not what was read less what was left out"


def _rising(pages: Iterable[int | None]) -> bool:
    known = [page for page in pages if page is not None]
    return all(first <= second for first, second in pairwise(known))
