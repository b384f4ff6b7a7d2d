"""Answers without a language model: the best sentences of the papers, with a few words of ours around them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from assistant.answer import Citation
from assistant.find.attached import reply_to
from assistant.find.evidence import Evidence
from assistant.find.sentences import ASKERS, Span
from assistant.prove.quotes import quote, told
from assistant.prove.verify import Statement
from assistant.read.confidence import SURE, confidence
from assistant.tell.alike import told_alike
from assistant.tell.attached import NOTED, answer_whole, dictum, footnotes, replies, states
from assistant.tell.cells import Cell
from assistant.tell.choice import LISTED, for_each_part
from assistant.tell.core import core
from assistant.tell.extent import (
    OPENING,
    POINTED_AT,
    PROSE,
    WORDS,
    behind_its_anchor,
    in_front,
    opening,
    points_back,
    rounded_off,
    with_its_ground,
)
from assistant.tell.lists import (
    goes_on,
    head_of_table,
    headed,
    into_its_list,
    is_cut_off,
    is_lead_in,
    is_torn,
    led_in,
    sections,
    whole_list,
    with_its_list,
)
from assistant.tell.once import told_once
from assistant.tell.pointers import followed
from assistant.understand.asked import VALUES, Asked
from assistant.understand.question import Question
from assistant.understand.wishes import Wish
from index.dutch import fold, holds, terms
from ingest.cut_sentences import sentences_in
from ingest.document import Block, BlockKind, Document, block_at
from ingest.official_numbers import written
from ingest.sentences import split

TOLD_AT_ONCE = VALUES | {Asked.NAME, Asked.YES_NO, Asked.DEFINITION, Asked.OTHER}  # in a sentence or two
BESIDE = 0.01  # share of the odds of the best that a sentence beside it reaches at least to be quoted along
LIST_WORDS = {"ouder": 170, "helpdesk": 200, "kamer": 260}  # of a list that is quoted whole where one is asked for
GOES_ON = "Dit is niet de hele lijst: de rest staat in het stuk."
TORN = "Een deel hiervan is in het stuk onleesbaar gemaakt."
_WORD = re.compile(r"[^\W\d_]{2}")  # the sign of an item is none
CUT_OFF = "Wat daarop volgt, is in het stuk onleesbaar gemaakt."


def drafts(
    question: Question,
    chosen: Sequence[Evidence],
    evidence: Sequence[Evidence],
    documents: Mapping[str, Document],
    persona: str,
    *,
    is_open: bool = False,
    cell: Cell | None = None,
) -> list[Statement]:
    """The statements of an answer, in their order: the core in a few words, what proves it, what hangs on that.

    Args:
        question: As it was understood.
        chosen: The sentences that make up the answer, best first.
        evidence: All sentences that were found, best first.
        documents: The papers, by identifier.
        persona: Whose number of words is kept to.
        is_open: Whether another of the chosen sentences fits the question more than the best: no core is told then.
        cell: The figure that was looked up, if one was.
    """
    listed = sections(question, chosen)
    alone = chosen[:1] if listed else chosen
    quoted_ones = quoted(question, alone, persona, bearing_in(chosen, evidence), is_open=is_open)
    answers = replies(question, chosen, evidence, persona)
    led_to = followed([*quoted_ones, *answers], evidence, documents, persona)
    first = [*answers, *quoted_ones] if question.asked is Asked.YES_NO else [*quoted_ones, *answers]
    in_order = [*listed, *_replies_first(question, chosen[0], first)]
    notes = footnotes(question, chosen, [*in_order, *led_to], documents)
    short = None if is_open else core(question, chosen, [*in_order, *led_to, *notes], cell)
    # The best sentence, or the best for each part of a question; what is only asked can wait.
    # An answer that only refers to another one is nothing without it, nor is a name without the number in its note.
    wanted = chosen if Wish.PROMISE in question.wishes else [chosen[0], *for_each_part(question, chosen)]
    never_folded = [one for one in wanted if states(question, one)]
    leading = listed or [*in_order[:1], *(one for one in in_order[1:] if _says_one_of(never_folded, one))]
    ends = followed(leading, evidence, documents, persona)
    is_noted = question.asked in NOTED and Wish.PROPOSAL not in question.wishes
    if question.asked not in {Asked.REFERENCE, Asked.NAME} and not is_noted:
        notes = [replace(one, beside=True) for one in notes]
    aside = [replace(one, beside=True) for one in in_order if one not in leading]
    further = [one if one in ends else replace(one, beside=True) for one in led_to]
    return [
        *([short] if short else []),
        *told_alike(told_once([*leading, *ends, *aside, *further, *notes], documents), documents),
    ]


def _says_one_of(sentences: Sequence[Evidence], statement: Statement) -> bool:
    """Whether a statement quotes one of these sentences: a note behind what it hangs on, an asker behind the reply."""
    return any(_holds(each, one.document, one.start) for one in sentences for each in statement.citations)


def _replies_first(question: Question, best: Evidence, statements: Sequence[Statement]) -> list[Statement]:
    """The statements in the order of what they are worth.

    The answer to the best question comes first; who only asks comes last, unless the question names him. For who wants
    to hear the asker it is the other way round.
    """
    reply = _reply(best)

    def worth(statement: Statement) -> int:
        first = statement.citations[0]
        if question.of_the_asker:
            return int(first.speaker.role not in ASKERS)
        if reply and first.document == best.document.identifier and reply.start <= first.start < reply.end:
            return 0
        named = any(holds(name, fold(first.speaker.name)) for name in question.named)
        return 2 if first.speaker.role in ASKERS and not named else 1

    return sorted(statements, key=worth)


def _reply(best: Evidence) -> Block | None:
    """Where the answer begins if the best sentence is a question."""
    return reply_to(best.document, best.block) if best.block.kind is BlockKind.QUESTION else None


def bearing_in(chosen: Sequence[Evidence], evidence: Sequence[Evidence]) -> dict[str, set[int]]:
    """Where sentences begin, by paper, that bear on the question themselves."""
    found: dict[str, set[int]] = {one.document.identifier: set() for one in chosen}
    for one in evidence:
        if one.document.identifier in found and one.score >= BESIDE * chosen[0].score:
            found[one.document.identifier].add(one.start)
    return found


def _needed(block: Block, bearing: Set[int]) -> Set[int]:
    """Where sentences of a paragraph begin that belong in the answer: all, if it answers the very question."""
    context = block.context if block.kind is BlockKind.ANSWER else None
    if context and any(context[0] <= start < context[1] for start in bearing):
        return set(range(block.start, block.end))
    return bearing


def quoted(
    question: Question,
    chosen: Sequence[Evidence],
    persona: str,
    bearing: Mapping[str, Set[int]],
    *,
    is_open: bool = False,
) -> list[Statement]:
    """The statements of an answer: neighbours joined, what follows the best sentence added, lists whole.

    ``bearing`` is of ``bearing_in``, ``is_open`` as in ``drafts``.
    """
    spans: list[tuple[Block, Document, list[Span]]] = []
    further: list[Statement] = []  # what stands around the first quote
    words = WORDS.get(persona, WORDS["ouder"])
    reply = _reply(chosen[0])
    length = sum(len(one.text.split()) for one in chosen)
    listed = question.asked in LISTED
    room = max((_list_room(question, persona) if listed else words) - length, words // 3)
    for number, one in enumerate(chosen):
        document, block = one.document, one.block
        if any(document is other and _within(one.sentence.spans[0], taken) for _, other, taken in spans):
            continue
        if any(_holds(each, document, one.start) for statement in further for each in statement.citations):
            continue
        if block.context and (hung := _hung_on(document, block, spans)):
            _add(spans, hung, document, [rounded_off(document, hung, block.context, 0)])
        asks_for = dictum(question, document)
        reach = [asks_for] if asks_for else list(one.sentence.spans)
        if question.asked is Asked.LIST or block.kind is BlockKind.LIST_ITEM:
            longest = _list_room(question, persona, whole=_several_of_list(chosen, block))
            reach = [*whole_list(document, block, reach[0], longest), *reach[1:]]
        whole_section = headed(question, document, block, _list_room(question, persona)) if number == 0 else []
        if whole_section:
            reach = whole_section
        elif block.kind is BlockKind.TABLE:
            reach = [*head_of_table(document, block), *reach]
        elif (number == 0 or block == reply) and _is_told_whole(question, document, block, reach[0]):
            reach = answer_whole(question, document, block, reach, WORDS.get(persona, WORDS["ouder"]))
        elif (
            (number == 0 or points_back(document.text[slice(*reach[0])]))
            and not asks_for
            and len(reach) == 1
            and reach[0][1] <= block.end
        ):
            needed = _needed(block, bearing.get(document.identifier, set()))
            room_of_it = room if number == 0 else words // 3
            whole = rounded_off(document, block, reach[0], room_of_it, needed)
            front = _front(question, document, block, reach[0], whole, persona) if number == 0 else whole
            rivals = _rivals(question, chosen, is_open=is_open) if number == 0 else []
            reach = _joined(document, block, [front, *(rounded_off(document, block, rival, 0) for rival in rivals)])
            further += _around(document, block, whole, reach, _list_room(question, persona))
        elif len(reach) == 1 and block.kind in PROSE and reach[0][1] <= block.end:
            anchored = behind_its_anchor(document, block, reach[0])
            if not _touches(spans, document, anchored):  # what stands before it is told already
                reach = [anchored]
        reach = [*led_in(document, block, reach[0]), *reach[1:]] if block.kind in PROSE else reach
        reach[-1:] = with_its_list(document, block, reach[-1], LIST_WORDS.get(persona, LIST_WORDS["ouder"]))
        _add(spans, block, document, reach)
    first = [_in_full(document, block, reach) for block, document, reach in spans]
    return [*first, *further]


def _is_told_whole(question: Question, document: Document, block: Block, sentence: Span) -> bool:
    """Whether a yes or no is asked for and the paragraph of an answer gives it.

    Not where all that stands above the sentence answers only the question before this one.
    """
    above = document.text[block.start : sentence[0]] if sentence[0] < block.end else ""
    told = bool(question.background and question.new_terms) and len(above.split()) > OPENING
    says_nothing_new = told and question.new_terms.isdisjoint(terms(above))
    return question.asked is Asked.YES_NO and block.kind is BlockKind.ANSWER and not says_nothing_new


def _front(question: Question, document: Document, block: Block, sentence: Span, whole: Span, persona: str) -> Span:
    """The part of the quote of the best sentence that is told at once, with the list or the ground that answers."""
    near = in_front(document, block, sentence, persona)
    front = near if question.asked in TOLD_AT_ONCE else (near[0], max(near[1], whole[1]))
    front = into_its_list(question, document, block, front)
    return with_its_ground(document, block, front) if question.asked is Asked.REASON else front


def _holds(citation: Citation, document: Document, place: int) -> bool:
    return citation.document == document.identifier and citation.start <= place < citation.end


def _rivals(question: Question, chosen: Sequence[Evidence], *, is_open: bool) -> list[Span]:
    """The other chosen sentences of the paragraph of the best one, where that may well not answer all of a question.

    Which of them answers, who asks sees at a glance, and nobody else knows.
    """
    best = chosen[0]
    others = for_each_part(question, chosen) if confidence(best) >= SURE and not is_open else chosen
    return [
        one.sentence.spans[0]
        for one in others
        if one is not best
        and one.document is best.document
        and one.block is best.block
        and len(one.sentence.spans) == 1
    ]


def _joined(document: Document, block: Block, spans: Sequence[Span]) -> list[Span]:
    """Spans of a paragraph in order, as one where no more than a sentence stands between: it may turn the sense."""
    found: list[Span] = []
    sentences = sentences_in(document, block)
    for start, end in sorted(spans):
        between = [one for one in sentences if found and found[-1][1] <= one[0] < start]
        if (
            found
            and len(between) <= 1
            and sum(len(document.text[slice(*one)].split()) for one in between) <= POINTED_AT
        ):
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def _around(document: Document, block: Block, whole: Span, fronts: Sequence[Span], longest: int) -> list[Statement]:
    """What is left of a quote of which parts are told at once, as statements that can wait; none where nothing is.

    What stands behind such a part says so, since it may lean on it; where it ends with a lead-in, the list comes with
    it, or else the lead-in stays out too.

    Args:
        document: The paper.
        block: The paragraph.
        whole: The span of the quote.
        fronts: The spans that are told at once, in their order.
        longest: Words of a list.
    """
    edges = [whole[0], *(min(max(edge, whole[0]), whole[1]) for span in fronts for edge in span), whole[1]]
    rest = [with_its_list(document, block, one, longest) for one in zip(edges[::2], edges[1::2], strict=True)]
    rest = [[_without_lead_in(document, block, spans[0]), *spans[1:]] if len(spans) == 1 else spans for spans in rest]
    before, *behind = [[one for one in spans if _WORD.search(document.text[slice(*one)])] for spans in rest]
    parts = [(before, False), ([one for spans in behind for one in spans], True)]
    return [
        replace(_in_full(document, block, spans, further=further), beside=True) for spans, further in parts if spans
    ]


def _without_lead_in(document: Document, block: Block, span: Span) -> Span:
    """A span without the sentence that ends it, where that leads in what cannot be quoted with it."""
    if not is_lead_in(document, span):
        return span
    last = max((start for start, _ in sentences_in(document, block) if start < span[1]), default=span[0])
    return span[0], max(span[0], last)


def _several_of_list(chosen: Sequence[Evidence], block: Block) -> bool:
    """Whether more than one of the chosen sentences stands in the list that a block is an item of, or leads it in."""
    lead_in = block.context
    if lead_in is None:
        return False
    return sum(one.block.context == lead_in or lead_in[0] <= one.start < lead_in[1] for one in chosen) > 1


def _hung_on(document: Document, block: Block, spans: Sequence[tuple[Block, Document, list[Span]]]) -> Block | None:
    """The block with the sentence that a footnote hangs on, without which it says little; None if that is quoted."""
    if block.kind is not BlockKind.FOOTNOTE or block.context is None:
        return None
    if any(document is other and _within(block.context, taken) for _, other, taken in spans):
        return None
    return block_at(document, block.context[0])


def _in_full(document: Document, block: Block, reach: Sequence[Span], *, further: bool = False) -> Statement:
    """The quotes as one statement, which says so where they leave off in a list."""
    within = [block if block.start <= start < block.end else block_at(document, start) for start, _ in reach]
    statement = told(
        [quote(document, *span, own or block) for span, own in zip(reach, within, strict=True)], further=further
    )
    torn = block.kind is not BlockKind.TABLE and is_torn(document, reach)
    ends = CUT_OFF if is_cut_off(document, reach[-1]) else TORN if torn else ""
    lacking = GOES_ON if goes_on(document, (reach[0][0], reach[-1][1])) else ends
    return replace(statement, text=f"{statement.text} {lacking}".rstrip())


def _list_room(question: Question, persona: str, *, whole: bool = False) -> int:
    room = LIST_WORDS.get(persona, LIST_WORDS["ouder"])
    return room if whole or question.asked in {*LISTED, Asked.REASON} else room // 2


def _touches(spans: Sequence[tuple[Block, Document, list[Span]]], document: Document, span: Span) -> bool:
    """Whether a span begins in or right behind a quote of the paper."""
    return any(document is other and start <= span[0] <= end + 1 for _, other, taken in spans for start, end in taken)


def _within(span: Span, spans: Sequence[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in spans)


def _add(spans: list[tuple[Block, Document, list[Span]]], block: Block, document: Document, reach: list[Span]) -> None:
    """Add a quote, as part of one that it touches if there is one, or a row to the others of its table."""
    for _, other, taken in spans:
        if document is other and block.kind is BlockKind.TABLE and len(reach) > 1 and taken[0] == reach[0]:
            taken[1:] = sorted({*taken[1:], *reach[1:]})
            return
        if document is other and len(taken) == len(reach) == 1:
            (left, right), (start, end) = taken[0], reach[0]
            if start <= right + 1 and left <= end + 1:
                taken[0] = (min(left, start), max(right, end))
                return
    spans.append((block, document, reach))


def standing_alone(one: Evidence) -> Citation:
    """A sentence as a quote that is told by itself: with what it points back to."""
    span, *others = one.sentence.spans
    whole = not others and one.block.kind in PROSE and span[1] <= one.block.end
    return quote(one.document, *(rounded_off(one.document, one.block, span, 0) if whole else span), one.block)


def introduction(document: Document, persona: str) -> list[Statement]:
    """What a paper is, and how it begins: the answer to who asks for nothing but the paper."""
    running = [block for block in document.blocks if block.kind in PROSE and len(split(_words(document, block))) > 1]
    quotes = opening(document, running or document.blocks, persona)
    day = f", {written(document.date)}" if document.date else ""
    named = f"Dit is „{document.title}”{day}."
    return [Statement(text=named, citations=(quotes[0],)), told(quotes[:1])]


def _words(document: Document, block: Block) -> str:
    return document.text[block.start : block.end]
