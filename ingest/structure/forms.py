"""Forms: questions with boxes of which some are ticked, and fields with a label and a value."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from ingest.document import Block, BlockKind

TICKED = "☒☑✓✔✗✘🗹\uf0fe\uf0fd\uf0fc"
EMPTY = "☐□❏❑○◯\uf0a8\uf06f\uf071"
MARK = rf"(?:[{TICKED}]|[{EMPTY}]|\[[xXvV ]?\](?=\s))"
BOX = re.compile(rf"(?P<mark>{MARK})\s*")
OPTION = re.compile(rf"(?P<mark>{MARK})\s*(?P<label>(?:(?!{MARK}).)+?)\s*(?={MARK}|$)", re.DOTALL)
IS_TICKED = re.compile(rf"[{TICKED}]|\[[xXvV]\]")
FIELD = re.compile(r"(?P<label>[A-ZÀ-Ý][^:.?!;\n]{1,45}?)\s?:\s+(?P<value>\S.{0,160})", re.DOTALL)
# Lines of a letterhead and labels of questions have homes of their own.
NO_FIELD = re.compile(r"(?:Datum|Betreft|Onderwerp|Vraag|Antwoord|Aan|Bijlage|Voorzitter|Griffier)\b", re.IGNORECASE)
MAY_BE_BULLETS = "✓✔✗✘○◯"
MAY_HOLD = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING})
LEAST_FIELDS = 3  # in a row that make a form
TICKED_PLACE, EMPTY_PLACE = "aangekruist", "niet aangekruist"  # begin the places of options


def has_box(text: str) -> bool:
    """Whether a text holds a box, ticked or not."""
    return BOX.search(text) is not None


def with_forms(blocks: list[Block], text: str) -> list[Block]:
    """The same blocks, where ticked boxes are the answers to the questions above them, and fields stand alone.

    A question with boxes is asked by the form: what stands in it is no answer, and neither is an option that was left
    open.
    """
    return _with_fields(_with_choices(blocks, text), text)


def _with_choices(blocks: list[Block], text: str) -> list[Block]:
    result: list[Block] = []
    number = 0
    asked: Block | None = None
    found = _choices(blocks, text)
    for index, made in enumerate(blocks):
        options = found.get(index)
        if not options:
            result.append(made)
            asked = None
            continue
        question = _before(made, options[0], text)
        if question is None and asked is None and result and result[-1].kind in MAY_HOLD:
            question = result.pop()
        if question is not None:
            number += 1
            asked = replace(question, kind=BlockKind.QUESTION, place=f"keuze {number}", number="", context=None)
            result.append(asked)
        result += [_chosen(option, asked, number, text) for option in options]
    return result


def _choices(blocks: list[Block], text: str) -> dict[int, list[Block]]:
    """The options of each block, from box to box; a tick alone is a bullet where no box stands next to it.

    A box without words stays with the option before it.
    """
    found: dict[int, list[Block]] = {}
    loose: set[int] = set()
    for index, made in enumerate(blocks):
        options = [*OPTION.finditer(text, made.start, made.end)] if made.kind in MAY_HOLD else []
        if not options:
            continue
        if len(options) == 1 and options[0].start() == made.start and options[0]["mark"] in MAY_BE_BULLETS:
            loose.add(index)
        edges = [*(one.start() for one in options), made.end]
        spans = [(start, start + len(text[start:edge].rstrip())) for start, edge in pairwise(edges)]
        found[index] = [
            replace(made, kind=BlockKind.LIST_ITEM, start=start, end=end, number="") for start, end in spans
        ]
    bullets = {index for index in loose if not {index - 1, index + 1} & (found.keys() - loose)}
    return {index: options for index, options in found.items() if index not in bullets}


def _before(made: Block, first: Block, text: str) -> Block | None:
    """What stands before the first box on the same line."""
    words = text[made.start : first.start].rstrip()
    return replace(made, end=made.start + len(words)) if words else None


def _chosen(option: Block, asked: Block | None, number: int, text: str) -> Block:
    ticked = IS_TICKED.match(text, option.start) is not None
    place = f"{TICKED_PLACE if ticked else EMPTY_PLACE}{f' bij keuze {number}' if asked else ''}"
    return replace(
        option,
        kind=BlockKind.ANSWER if ticked else BlockKind.LIST_ITEM,
        place=place,
        context=(asked.start, asked.end) if asked else None,
    )


def _with_fields(blocks: list[Block], text: str) -> list[Block]:
    """The same blocks, where lines "Label: waarde" below each other are fields, each a place of its own."""
    found = [_field(made, text) for made in blocks]
    result = list(blocks)
    start = 0
    for index, label in enumerate([*found, ""]):
        if label:
            continue
        if index - start >= LEAST_FIELDS:
            for at in range(start, index):
                result[at] = replace(blocks[at], kind=BlockKind.LIST_ITEM, place=f"veld {found[at]}")
        start = index + 1
    return result


def _field(made: Block, text: str) -> str:
    """The label of a field; "" for a block that is none."""
    if made.kind is not BlockKind.PARAGRAPH or NO_FIELD.match(text, made.start):
        return ""
    found = FIELD.fullmatch(text, made.start, made.end)
    return found["label"].strip() if found else ""
