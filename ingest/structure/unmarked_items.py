"""Items of a list before which no mark stands: each but the last ends in a semicolon, below a lead-in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.formats.flat_text import LISTS_ON
from ingest.structure.drafts import Draft
from ingest.structure.shapes import Look, Shape

LEAST = 2  # items of a list


def with_unmarked_items(drafts: Sequence[Draft]) -> list[Draft]:
    """The same drafts; paragraphs in small letters below a lead-in are items where each but the last lists on."""
    items = {at for row in _rows(drafts) if len(row) >= LEAST for at in row}
    return [replace(draft, look=Look(shape=Shape.ITEM)) if at in items else draft for at, draft in enumerate(drafts)]


def _rows(drafts: Sequence[Draft]) -> Iterator[range]:
    """The paragraphs below each lead-in that may be its items."""
    for at, draft in enumerate(drafts):
        if draft.look.shape is not Shape.TEXT or not draft.lines[-1].text.endswith(":"):
            continue
        end = at + 1
        while end < len(drafts) and _may_be_item(drafts[end]) and (end == at + 1 or _lists_on(drafts[end - 1])):
            end += 1
        yield range(at + 1, end)


def _may_be_item(draft: Draft) -> bool:
    return draft.look.shape is Shape.TEXT and draft.lines[0].text[0].islower()


def _lists_on(draft: Draft) -> bool:
    return LISTS_ON.search(draft.lines[-1].text) is not None
