"""Which question of a member a bewindspersoon answers in his own term: that of the member whom he names."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import replace

from ingest.document import Block, BlockKind, Role, Speaker
from ingest.structure.answering import Asked, Questions
from ingest.structure.voices import ASKS

TERM = "bijdrage van"  # begins the place of what somebody says who holds the floor
INTERRUPTS = "interruptie van"
ANSWERS = "antwoord van"
MOST = 20  # questions of a member that may still wait for an answer


def with_named_askers(blocks: Sequence[Block], text: str) -> list[Block]:
    """The same blocks, where a paragraph that names a member hangs on the question of that member that it is about.

    Of the one member whom it names, that is the question right above it if there is one.
    """
    asked = [_asked(each, text) for each in blocks if _asks(each, text)]
    questions = Questions(asked)
    members = {each.fractie: _named(each.fractie) for each in asked}
    waiting: defaultdict[str, deque[Asked]] = defaultdict(lambda: deque(maxlen=MOST))
    made = list(blocks)
    above: Asked | None = None  # what a member asks right above a block
    for at, each in enumerate(blocks):
        right_above = above
        if each.kind is not BlockKind.HEADING:
            above = _asked(each, text) if _asks(each, text) else None
        if above and above is not right_above:
            waiting[each.speaker.name].append(above)
        if each.kind is not BlockKind.PARAGRAPH or not _governs(each.speaker) or not each.place.startswith(TERM):
            continue
        words = text[each.start : each.end]
        named = [member for member in waiting if members[member].search(words)]
        among = [one for member in named for one in waiting[member]]
        nearest = right_above if right_above and named == [right_above.fractie] else None
        if found := nearest or questions.answered(words, among):
            place = f"{ANSWERS} {each.speaker.name}"
            made[at] = replace(each, kind=BlockKind.ANSWER, place=place, context=found.span)
    return made


def _asks(block: Block, text: str) -> bool:
    """Whether a member asks something in a paragraph, in a term of his own or in between."""
    spoken = block.kind in {BlockKind.PARAGRAPH, BlockKind.QUESTION} and block.place.startswith((TERM, INTERRUPTS))
    return spoken and block.speaker.role is Role.KAMERLID and ASKS.search(text, block.start, block.end) is not None


def _asked(block: Block, text: str) -> Asked:
    return Asked(start=block.start, end=block.end, words=text[block.start : block.end], fractie=block.speaker.name)


def _governs(speaker: Speaker) -> bool:
    return speaker.role is Role.BEWINDSPERSOON


def _named(member: str) -> re.Pattern[str]:
    """How a member is named in a debate: "de heer Kaai", without the party."""
    return re.compile(rf"\b{re.escape(member.partition(' (')[0])}(?![\w-])", re.IGNORECASE)
