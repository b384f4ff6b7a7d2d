"""Answers without a language model: the best sentences of the papers, with a few words of ours around them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.attached import footnotes, replies
from assistant.core import core
from assistant.evidence import Evidence
from assistant.extent import WORDS, opening, rounded_off
from assistant.lists import head_of_table, sections, whole_list
from assistant.papers import sides
from assistant.pointers import followed
from assistant.question import Asked, Question
from assistant.quotes import quote, told
from assistant.sentences import Span
from assistant.verify import Statement
from index.dutch import fold
from ingest.document import Block, BlockKind, Document
from ingest.official_numbers import written
from ingest.sentences import split

NEAR = 0.82  # share of the best score that a further sentence reaches at least
MOST = 3  # quotes in an answer
_RUNNING = {BlockKind.PARAGRAPH, BlockKind.ANSWER}


def drafts(
    question: Question,
    chosen: Sequence[Evidence],
    evidence: Sequence[Evidence],
    documents: Mapping[str, Document],
    persona: str,
) -> list[Statement]:
    """The statements of an answer, in their order: the core in a few words, what proves it, what hangs on that.

    Args:
        question: As it was understood.
        chosen: The sentences that make up the answer, best first.
        evidence: All sentences that were found, best first.
        documents: The papers, by identifier.
        persona: Whose number of words is kept to.
    """
    listed = sections(question, chosen)
    quoted_ones = quoted(question, chosen[:1] if listed else chosen, persona)
    answers = replies(question, chosen, persona)
    led_to = followed(question, [*quoted_ones, *answers], evidence, documents, persona)
    statements = [*listed, *quoted_ones, *answers, *led_to, *footnotes(question, chosen)]
    short = core(question, chosen, statements)
    return [*([short] if short else []), *statements]


def chosen_evidence(question: Question, evidence: Sequence[Evidence], persona: str) -> list[Evidence]:
    """The sentences that make up the answer, best first, within the persona's number of words.

    Where the question wants to hear several papers or names, the best of each comes first.
    """
    parts = sides(question, evidence)
    found = [part[0] for part in parts[:MOST]]
    room = WORDS.get(persona, WORDS["ouder"]) - sum(len(one.text.split()) for one in found)
    for further in sorted((one for part in parts for one in part[1:]), key=lambda one: -one.score):
        if len(found) == MOST or further.score < NEAR * found[0].score:
            break
        length = len(further.text.split())
        if length <= room and further not in found and not _says_the_same(further, found):
            found.append(further)
            room -= length
    return found


def _says_the_same(further: Evidence, found: Sequence[Evidence]) -> bool:
    said = set(fold(further.text).split())
    return any(len(said & set(fold(one.text).split())) > 0.8 * len(said) for one in found)


def quoted(question: Question, chosen: Sequence[Evidence], persona: str) -> list[Statement]:
    """The statements of an answer: neighbours joined, what follows the best sentence added, lists whole."""
    spans: list[tuple[Block, Document, list[Span]]] = []
    room = WORDS.get(persona, WORDS["ouder"]) - sum(len(one.text.split()) for one in chosen)
    for number, one in enumerate(chosen):
        document, block = one.document, one.block
        if any(document is other and _within(one.sentence.spans[0], taken) for _, other, taken in spans):
            continue
        reach = list(one.sentence.spans)
        if question.asked is Asked.LIST or block.kind is BlockKind.LIST_ITEM:
            reach = [whole_list(question, document, block, reach[0]), *reach[1:]]
        if block.kind is BlockKind.TABLE:
            reach = [*head_of_table(document, block), *reach]
        elif number == 0 and len(reach) == 1 and reach[0][1] <= block.end:
            reach = [rounded_off(question, document, block, reach[0], room)]
        _add(spans, block, document, reach)
    return [told([quote(document, start, end, block) for start, end in reach]) for block, document, reach in spans]


def _within(span: Span, spans: Sequence[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in spans)


def _add(spans: list[tuple[Block, Document, list[Span]]], block: Block, document: Document, reach: list[Span]) -> None:
    """Add a quote, as part of one that it touches if there is one."""
    for _, other, taken in spans:
        if document is other and len(taken) == len(reach) == 1:
            (left, right), (start, end) = taken[0], reach[0]
            if start <= right + 1 and left <= end + 1:
                taken[0] = (min(left, start), max(right, end))
                return
    spans.append((block, document, reach))


def introduction(document: Document, persona: str) -> list[Statement]:
    """What a paper is, and how it begins: the answer to who asks for nothing but the paper."""
    running = [block for block in document.blocks if block.kind in _RUNNING and len(split(_words(document, block))) > 1]
    quotes = opening(document, running or document.blocks, persona)
    day = f", {written(document.date)}" if document.date else ""
    named = f"Dit is „{document.title}”{day}."
    return [Statement(text=named, citations=(quotes[0],)), told(quotes[:1])]


def _words(document: Document, block: Block) -> str:
    return document.text[block.start : block.end]
