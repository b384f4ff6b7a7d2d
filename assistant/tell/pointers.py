"""Quoted answers that only refer to another one: "Zie mijn antwoord op vraag 2." leads to what stands there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from assistant.answer import Citation
from assistant.find.evidence import Evidence
from assistant.find.sentences import Span
from assistant.prove.quotes import quote, told
from assistant.prove.verify import Statement
from assistant.tell.extent import WORDS, rounded_off
from assistant.tell.lists import with_its_list
from ingest.document import Block, BlockKind, Document, block_at
from ingest.sentences import split
from ingest.structure.pointers import only_points

_FURTHEST = 3  # answers that refer on to the next


def followed(
    statements: Sequence[Statement],
    evidence: Sequence[Evidence],
    documents: Mapping[str, Document],
    persona: str,
) -> list[Statement]:
    """The answers that quoted answers do nothing but refer to, each as a quote of its own.

    Of such an answer the sentence that bears most on the question is quoted, or its beginning.
    """
    cited = [citation for statement in statements for citation in statement.citations]
    quoted = {(citation.document, citation.place) for citation in cited}
    found: list[Statement] = []
    for citation in cited:
        document = documents[citation.document]
        for place in _ends(document, citation):
            if (citation.document, place) in quoted:
                continue
            quoted.add((citation.document, place))
            best = _best(document, place, evidence)
            if best is None:
                continue
            block, span = best
            room = WORDS.get(persona, WORDS["ouder"])
            reach = with_its_list(document, block, rounded_off(document, block, span, room // 2), room)
            found.append(told([quote(document, *one, block_at(document, one[0]) or block) for one in reach]))
    return found


def _ends(document: Document, citation: Citation) -> list[str]:
    """The places where a quote leads to, past answers that refer on themselves."""
    block = block_at(document, citation.start)
    places = [*_referred(document, block)] if block else []
    for _ in range(_FURTHEST):
        further = list(dict.fromkeys(chain.from_iterable(_onward(document, place) for place in places)))
        if further == places:
            break
        places = further
    return places


def _onward(document: Document, place: str) -> list[str]:
    """The places that the answer at a place refers on to; that place itself where it does not."""
    return [other for block in _at(document, place) for other in _referred(document, block)] or [place]


def _referred(document: Document, block: Block) -> tuple[str, ...]:
    return block.see if block.see and only_points(document.text[block.start : block.end]) else ()


def _at(document: Document, place: str) -> Iterator[Block]:
    return (
        block
        for block in document.blocks
        if block.place == place and block.kind in {BlockKind.ANSWER, BlockKind.LIST_ITEM}
    )


def _best(document: Document, place: str, evidence: Sequence[Evidence]) -> tuple[Block, Span] | None:
    """The sentence at a place that bears most on the question; the first one if none was found.

    None where no sentence stands there: an answer may be nothing but a table.
    """
    for one in evidence:  # best first
        if one.document is document and one.block.place == place and one.block.kind is BlockKind.ANSWER:
            return one.block, one.sentence.spans[0]
    first = next(_at(document, place), None)
    if first is None:
        return None
    start, end = split(document.text[first.start : first.end])[0]
    return first, (first.start + start, first.start + end)
