"""What belongs to quoted sentences without standing in them: the answer to a question, the text of a footnote."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from assistant.answer import Citation
from assistant.find.attached import footnotes_of, hanging, reply_to
from assistant.find.evidence import Evidence
from assistant.find.sentences import Span, asks
from assistant.find.wanted import OF_ANOTHER, holds
from assistant.prove.quotes import quote, quotes, told
from assistant.prove.verify import Statement
from assistant.tell.extent import FRONT, WORDS, rounded_off
from assistant.tell.lists import is_lead_in, items_of, with_its_list
from assistant.understand.asked import VALUES, Asked
from assistant.understand.negation import denials
from assistant.understand.question import Question
from assistant.understand.wishes import Wish
from index.dutch import fold, terms
from ingest.document import Block, BlockKind, Document, block_at
from ingest.mentions import PROPOSED
from ingest.sentences import split

SAME, ALIKE = 0.8, 0.4  # shares of the words of a question, and of one in a paper, if they are the same question
NOTED = frozenset({Asked.AMOUNT, Asked.PERIOD})  # values of which a footnote may tell another for some cases
_KNOWS = re.compile(r"\b(?:bekend met|kennis ?(?:ge)?nomen|kent u|gelezen)\b")  # "ja" says only that it was read
_BARE = re.compile(r"\s*(?:ja|nee|neen)\W*", re.IGNORECASE)  # a word that means nothing without its question
_OF_MOTIE = re.compile(r"\bmotie\b")
_DICTUM = re.compile(
    r"[;,.]\s+((?:verzoekt|verzoeken|roept|roepen|draagt|spreekt|spreken)\b.+?)[,;.]?\s+en gaat over tot de orde",
    re.DOTALL,
)


def answer_whole(question: Question, document: Document, block: Block, spans: Sequence[Span], room: int) -> list[Span]:
    """The whole of the paragraph of an answer; where it is long, its first sentence and what was found in it.

    The first sentence says yes or no, or that the question supposes what is not so. A bare "Nee." to another question
    is left out where what it goes on with is.
    """
    if len(document.text[block.start : block.end].split()) <= room:
        return [(block.start, block.end)]
    first = (block.start, block.start + split(document.text[block.start : block.end])[0][1])
    room -= len(document.text[slice(*first)].split())
    best = rounded_off(document, block, spans[0], room // 2) if spans[0][1] <= block.end else spans[0]
    if best[0] <= first[1] + 1:
        return [(first[0], max(first[1], best[1])), *spans[1:]]
    of_another = _BARE.fullmatch(document.text, *first) and not (
        block.context and asks_the_same(question.text, document.text[slice(*block.context)])
    )
    return [*([] if of_another else [first]), best, *spans[1:]]


def asks_the_same(asked: str, paper: str) -> bool:
    """Whether a question of a paper asks just what somebody asks: same words, same negation, and one thing only."""
    if paper.count("?") != 1 or _KNOWS.search(fold(paper)):
        return False
    if denials(asked) != denials(paper):
        return False
    own, other = set(terms(asked)), set(terms(paper))
    shared = len(own & other)
    return shared >= SAME * len(own) and shared >= ALIKE * len(other) and shared > 1


def states(question: Question, one: Evidence) -> bool:
    """Whether a sentence tells something itself: it is no question, or one that holds the value that is asked for.

    Of a list in a question every item asks: "Kunt u aangeven: a. …; b. …?"
    """
    holds = question.asked in VALUES and one.features.typed > OF_ANOTHER
    listed = items_of(one.document, one.block) if one.block.kind is BlockKind.LIST_ITEM and asks(one.block) else []
    asked = [one.text, *(one.document.text[item.start : item.end] for item in listed[-1:])]
    return holds or not any(text.rstrip().endswith("?") for text in asked)


def replies(
    question: Question, chosen: Sequence[Evidence], evidence: Sequence[Evidence], persona: str
) -> list[Statement]:
    """The answer to a question that is the best there is: how it begins, and what was found best in it.

    What the question supposes may well be denied where the answer begins.
    """
    best = chosen[0]
    if question.of_the_asker or best.block.kind is not BlockKind.QUESTION:
        return []
    document, block = best.document, reply_to(best.document, best.block)
    if block is None:
        return []
    first = (block.start, block.start + split(document.text[block.start : block.end])[0][1])
    told_of = [one.start for one in chosen if one.document is document and block.start <= one.start < block.end]
    if told_of:  # how it begins may be what denies it: "Dat aantal herken ik niet."
        return [told([quote(document, *first, block)])] if min(told_of) >= first[1] else []
    words = WORDS.get(persona, WORDS["ouder"]) // 2
    room = FRONT.get(persona, FRONT["ouder"]) if states(question, best) else words  # the best one is told as well
    found = (one for one in evidence if one.document is document and one.block.place == block.place)
    further = next((one for one in found if one.block.kind is not BlockKind.QUESTION and one.start >= first[1]), None)
    if question.asked is Asked.YES_NO:
        spans = answer_whole(question, document, block, [first], room)
    elif further and not is_lead_in(document, first):
        return [told([quote(document, *first, block), *quotes(further.sentence)])]
    else:
        spans = [rounded_off(document, block, first, room, set(range(block.start, block.end)))]
    spans[-1:] = with_its_list(document, block, spans[-1], WORDS.get(persona, WORDS["ouder"]))
    return [told([quote(document, *span, block_at(document, span[0]) or block) for span in spans])]


def dictum(question: Question, document: Document) -> Span | None:
    """Where a motie says what it asks for, when a question is about the motie; None for any other paper."""
    if Wish.MOTIE not in question.wishes or not _OF_MOTIE.search(fold(document.title)):
        return None
    found = _DICTUM.search(document.text)
    return found.span(1) if found else None


def footnotes(
    question: Question, chosen: Sequence[Evidence], statements: Sequence[Statement], documents: Mapping[str, Document]
) -> list[Statement]:
    """The footnotes with the number that is asked for, each once and none that is quoted already.

    Where the number of a paper is asked for, those of the chosen sentences; where an amount or a length of time is,
    the one of the best sentence that holds another: "ten hoogste € 7.500" may be more for some. Where a question is
    about a motie or an amendement, those with the number of one that a quote names: it often stands nowhere else.
    """
    cited = [citation for statement in statements for citation in statement.citations]
    found = hanging(chosen) if question.asked is Asked.REFERENCE else []
    if question.asked in NOTED:
        found += [
            (document, block)
            for document, block in hanging(chosen[:1])
            if holds(question.asked, document.text[block.start : block.end], document.date)
        ]
    if Wish.PROPOSAL in question.wishes:
        found += [
            (documents[one.document], block) for one in cited for block in _numbering(documents[one.document], one)
        ]
    quoted = {(one.document, one.start) for one in cited}
    new = {(document.identifier, block.start): (document, block) for document, block in found}
    return [
        told([quote(document, block.start, block.end, block)])
        for place, (document, block) in new.items()
        if place not in quoted
    ]


def _numbering(document: Document, citation: Citation) -> list[Block]:
    """The footnotes of a paper that hold the number of a motie or an amendement that a quote names."""
    named = {
        reference.identifier
        for reference in document.references
        if reference.kind in PROPOSED and reference.identifier and citation.start <= reference.start < citation.end
    }
    places = [reference.start for reference in document.references if reference.identifier in named]
    return [block for block in footnotes_of(document) if any(block.start <= place < block.end for place in places)]
