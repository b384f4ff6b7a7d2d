"""What a sentence takes from those before it in its paragraph: the year, and the whole that it tells the parts of."""

from __future__ import annotations

import re

from assistant.find.sentences import Sentence
from assistant.understand.counts import counts
from assistant.understand.names import years_in
from assistant.understand.years import years_counted
from index.dutch import fold
from ingest.cut_sentences import sentences_in
from ingest.document import Block, BlockKind, Document

# "Daarvan is …", "bij 40 van hen", "van deze 40 scholen": of a whole that stands before it, the last of one of 40.
_PARTS = re.compile(
    r"\b(?:(?:daar|hier)van(?= (?:is|zijn|was|waren|\w+ er|\d+)\b)|(?<=\d )(?:daar|hier)van|van hen|"
    r"van (?:deze|die) (?:\w+ )?(?P<whole>\d+(?:\.\d{3})*))\b"
)
_NOW = re.compile(r"\b(?:nu|inmiddels|momenteel|thans|op dit moment)\b")  # a time of its own


def texts_before(sentence: Sentence) -> list[str]:
    """The sentences of its paragraph before it, the nearest first; none for the row of a table."""
    if sentence.block.kind is BlockKind.TABLE:
        return []
    return _texts(sentence.document, sentence.block, sentence.spans[0][0])


def _texts(document: Document, block: Block, end: int | None = None) -> list[str]:
    """The sentences of a block, the last first; those that end before a place of the paper, where one is given."""
    spans = sentences_in(document, block)
    return [document.text[left:right] for left, right in reversed(spans) if end is None or right <= end]


def years_told(sentence: Sentence, text: str) -> frozenset[str]:
    """The years that a sentence tells of; empty where neither it nor what stands before it says so.

    One that names no time takes the years of the sentence right before it where both count the same; "een jaar eerder"
    is counted from the last.

    Args:
        sentence: Of a paper.
        text: Its words after the head of its table, folded.
    """
    if own := years_in(text):
        return own | years_counted(text)
    before = texts_before(sentence)
    nearest = next(filter(years_in, before), "")
    if counted := years_counted(text, nearest):
        return counted
    return years_in(before[0]) if before and _counts_on(text, before[0]) else frozenset()


def _counts_on(text: str, before: str) -> bool:
    """Whether a text goes on to count what the sentence before it counts; not where it tells of today."""
    counted, told = ({one.thing for one in counts(each)} for each in (before, text))
    return bool(counted) and (not told or not counted.isdisjoint(told)) and not _NOW.search(text)


def whole_told(sentence: Sentence) -> str:
    """The sentence before one that tells parts of what that tells: "Daarvan zijn er 3 rood."; "" for any other.

    One that says how many they are, "van deze 40 scholen", may stand in the paragraph below.
    """
    found = _PARTS.search(fold(sentence.text))
    if found is None:
        return ""
    if not (number := found["whole"]):
        return next(iter(texts_before(sentence)), "")
    blocks = sentence.document.blocks
    above = blocks[: blocks.index(sentence.block)][-1:]
    texts = [text for one in above if one.path == sentence.block.path for text in _texts(sentence.document, one)]
    whole = re.compile(rf"(?<![\d.,]){re.escape(number)}(?![.,]?\d)")
    return next((text for text in [*texts_before(sentence), *texts] if whole.search(text)), "")
