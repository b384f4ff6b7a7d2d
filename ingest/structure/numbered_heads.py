"""Numbered lines that head what follows them, told by the others of their row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.structure.drafts import Draft
from ingest.structure.line_ends import OPEN_WORD, SENTENCE_END
from ingest.structure.shapes import Look, Shape

LEAST_HEADS = 2  # lines of a row that surely head text


def heads_apart(drafts: Sequence[Draft]) -> list[Draft]:
    """The same drafts, where the first line of an item stands apart if it heads the rest, as the others of its row do.

    A line that fills the column may be a heading or the beginning of a sentence. It is a heading where "1." and "2."
    are lines without a stop above text, and the line below it begins with a capital.
    """
    split: set[int] = set()
    for row in _rows(drafts):
        sure = {at for at in row if _heads(drafts, at)}
        doubtful = [at for at in row if at not in sure]
        if len(sure) >= LEAST_HEADS and all(_may_head(drafts[at]) for at in doubtful):
            split.update(doubtful)
    result: list[Draft] = []
    for at, draft in enumerate(drafts):
        if at not in split:
            result.append(draft)
            continue
        result.append(replace(draft, lines=draft.lines[:1]))
        result.append(replace(draft, look=Look(shape=Shape.TEXT), lines=draft.lines[1:]))
    return result


def _rows(drafts: Sequence[Draft]) -> list[list[int]]:
    """The items that count on in one form: "1.", "2.", "3."."""
    rows: list[list[int]] = []
    for at, draft in enumerate(drafts):
        if draft.look.shape is not Shape.ITEM or not draft.look.number.isdigit():
            continue
        last = drafts[rows[-1][-1]].look if rows else None
        if last and int(draft.look.number) == int(last.number) + 1 and draft.look.bullet[-1] == last.bullet[-1]:
            rows[-1].append(at)
        else:
            rows.append([at])
    return rows


def _heads(drafts: Sequence[Draft], at: int) -> bool:
    """Whether an item has no stop and other text that begins with a capital stands below it."""
    behind = (drafts[index] for index in range(at + 1, len(drafts)))
    below = next((draft for draft in behind if draft.look.shape is not Shape.FOOTNOTE), None)
    is_text = below is not None and below.look.shape is Shape.TEXT and below.lines[0].text[0].isupper()
    return is_text and drafts[at].lines[-1].text[-1].isalnum()


def _may_head(draft: Draft) -> bool:
    """Whether the first line of an item has no stop, and the next line begins with a capital."""
    first, *rest = (line.text for line in draft.lines)
    open_ = SENTENCE_END.search(first) or OPEN_WORD.search(first)
    return bool(rest) and first[-1].isalnum() and not open_ and rest[0][0].isupper()
