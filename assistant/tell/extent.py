"""How far a quote reaches: a sentence with the neighbours that it needs, within the words of its reader."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from assistant.answer import Citation
from assistant.find.sentences import Span, is_finished
from assistant.prove.quotes import quote
from index.dutch import fold
from ingest.document import Block, Document
from ingest.sentences import split

_POINTS_BACK = re.compile(
    r"(?:dit|dat|deze|die|dergelijke|zij|ze|hij|het gaat|dan|zo|zodoende|"
    r"(?:daar|hier)(?:aan|bij|door|in|mee|na|naar|om|onder|op|over|toe|tegen|uit|van|voor)?|in (?:dat|dit) geval)\b"
)
_ADDS = re.compile(
    r"(?:eerst|allereerst|ten eerste|om te beginnen|in de eerste plaats|ook|tevens|daarnaast|bovendien|verder|"
    r"vervolgens|daarna|tot slot|ten slotte|tenslotte|maar|echter|want|immers|dus|wel|overigens|tegelijk\w*|desondanks|"
    r"toch|niettemin|ten \w+de)\b"
)
_LIMITS = re.compile(
    r"\b(?:voorbehoud|wetsvoorstel\w*|tenzij|mits|uitzonder\w+|voorwaarde\w*|behalve|echter|alleen als|"
    r"naar verwachting|niet langer|nog niet|pas na|vooralsnog|streef\w*)\b"
)
WORDS = {"ouder": 85, "helpdesk": 110, "kamer": 160}  # of quotes in an answer, by persona
FRONT = {"ouder": 30, "helpdesk": 25, "kamer": 45}  # of these, what the first quote has before anything is unfolded
POINTED_AT = 30  # words that may stand before a sentence that means nothing without them


def in_front(document: Document, block: Block, span: Span, whole: Span, persona: str) -> Span:
    """The part of a quote that is told at once: its sentence with what it points back to and what limits it.

    Args:
        document: The paper.
        block: The paragraph.
        span: Of the sentence.
        whole: Of the quote.
        persona: Who reads it.
    """
    room = FRONT.get(persona, FRONT["ouder"]) - len(document.text[slice(*span)].split())
    if points_back(document.text[slice(*span)]):
        room = max(room, POINTED_AT)
    start, end = rounded_off(document, block, span, room)
    return max(start, whole[0]), min(end, whole[1])


def rounded_off(document: Document, block: Block, span: Span, room: int, bearing: Set[int] = frozenset()) -> Span:
    """A sentence with those neighbours in its paragraph without which it would tell half of it.

    What a sentence points back to comes first; then what follows, as long as it goes on about the same, limits what
    was said, or bears on the question itself; then what goes before and bears on it.

    Args:
        document: The paper.
        block: The paragraph.
        span: Of the sentence.
        room: Words that the neighbours may take.
        bearing: Where sentences of the paper begin that bear on the question themselves.
    """
    text = document.text
    around = [(block.start + left, block.start + right) for left, right in split(text[block.start : block.end])]
    before = [one for one in reversed(around) if one[1] <= span[0]]
    behind = [one for one in around if one[0] >= span[1]]
    start, end = span
    if points_back(text[start:end]):  # means nothing without what it points to
        start, room = _back(text, before, span, room, bearing)
        before = [one for one in before if one[1] <= start]
    for left, right in behind:
        room -= len(text[left:right].split())
        if room < 0 or not is_finished(text[left:right]):
            break
        if left not in bearing and not _goes_on(text[left:right]):
            break
        end = right
    return _back(text, before, (start, end), room, bearing)[0], end


def _back(text: str, before: Sequence[Span], span: Span, room: int, bearing: Set[int]) -> tuple[int, int]:
    """Where a quote begins with what goes before it, the nearest first, and the words that are left."""
    start, end = span
    for left, right in before:
        length = len(text[left:right].split())
        if length > room or text[left].islower():  # the end of a sentence that began elsewhere
            break
        if left not in bearing and not points_back(text[start:end]):
            break
        start, room = left, room - length
    return start, room


def points_back(text: str) -> bool:
    """Whether a text leans on what stands before it: "Daarom stel ik …"."""
    return bool(_POINTS_BACK.match(fold(text)))


def _goes_on(sentence: str) -> bool:
    folded = fold(sentence)
    return bool(_POINTS_BACK.match(folded) or _ADDS.match(folded) or _LIMITS.search(folded))


def opening(document: Document, blocks: Sequence[Block], persona: str) -> list[Citation]:
    """The blocks as quotes, from the first on, as far as there is room; of the last one whole sentences."""
    room = WORDS.get(persona, WORDS["ouder"])
    found: list[Citation] = []
    for block in blocks:
        end = block.start
        for left, right in split(document.text[block.start : block.end]):
            room -= len(document.text[block.start + left : block.start + right].split())
            if room < 0 and (found or end > block.start):
                break
            end = block.start + right
        if end > block.start:
            found.append(quote(document, block.start, end, block))
        if room <= 0:
            break
    return found
