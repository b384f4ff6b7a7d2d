"""Answers without a language model: the best sentences of the papers, with a few words of ours around them."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer import Citation, Conflict
from assistant.counts import condition_of, counts, has_bare_number
from assistant.evidence import Evidence
from assistant.papers import sides
from assistant.question import Asked, Question
from assistant.sentences import Sentence, Span, is_finished
from assistant.standing import asks, standing_of
from assistant.verify import Statement
from index.dutch import content_words, fold, terms
from ingest.document import Block, BlockKind, Document, Role
from ingest.official_numbers import cite, written
from ingest.sentences import split

WORDS = {"ouder": 110, "helpdesk": 120, "kamer": 160}  # of quotes in an answer, by persona
NEAR = 0.82  # share of the best score that a further sentence reaches at least
CERTAIN = 0.57  # share of the question that a sentence speaks of before a number is lifted out of it; open half
MOST = 3  # quotes in an answer
_FOREIGN = {BlockKind.REDACTION, BlockKind.FOOTNOTE}  # what no quote of a list may run across
_RUNNING = {BlockKind.PARAGRAPH, BlockKind.ANSWER}
LONGEST_LIST = 260  # words of a list that is still quoted whole


def quote(document: Document, start: int, end: int, block: Block) -> Citation:
    """A citation of a span of a paper, without the white space around it."""
    text = document.text[start:end]
    start += len(text) - len(text.lstrip())
    text = text.strip()
    standing, cue = standing_of(text, role=block.speaker.role, kind=block.kind)
    return Citation(
        text=text,
        document=document.identifier,
        title=document.title,
        kind=document.kind,
        citation=cite(document, block.place, block.page),
        place=block.place,
        date=document.date,
        start=start,
        end=start + len(text),
        speaker=block.speaker,
        standing=standing,
        cue=cue,
        url=document.source.url,
    )


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


def quotes(sentence: Sentence) -> tuple[Citation, ...]:
    """A sentence as quotes: one for each of its spans."""
    return tuple(quote(sentence.document, start, end, sentence.block) for start, end in sentence.spans)


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


def introduction(document: Document, persona: str) -> list[Statement]:
    """What a paper is, and how it begins: the answer to who asks for nothing but the paper."""
    running = [block for block in document.blocks if block.kind in _RUNNING and len(split(_words(document, block))) > 1]
    quotes = opening(document, running or document.blocks, persona)
    day = f", {written(document.date)}" if document.date else ""
    named = f"Dit is „{document.title}”{day}."
    return [Statement(text=named, citations=(quotes[0],)), told(quotes[:1])]


def _words(document: Document, block: Block) -> str:
    return document.text[block.start : block.end]


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
            reach = [_whole_list(question, document, block, reach[0]), *reach[1:]]
        if block.kind is BlockKind.TABLE:
            reach = [*_head_of_table(document, block), *reach]
        elif number == 0 and len(reach) == 1 and reach[0][1] <= block.end:
            reach = [rounded_off(question, document, block, reach[0], room)]
        _add(spans, block, document, reach)
    return [told([quote(document, start, end, block) for start, end in reach]) for block, document, reach in spans]


def _head_of_table(document: Document, row: Block) -> list[Span]:
    """The span of the first row of the table that a row stands in; none if it is that row."""
    first = row
    for block in reversed([block for block in document.blocks if block.end <= row.start]):
        if block.kind is not BlockKind.TABLE:
            break
        first = block
    return [] if first is row else [(first.start, first.end)]


def replies(question: Question, chosen: Sequence[Evidence], persona: str) -> list[Statement]:
    """How the answer begins to a question that is the best there is: what it supposes may well be denied there."""
    best = chosen[0]
    if question.of_the_asker or best.block.kind is not BlockKind.QUESTION:
        return []
    document = best.document
    for block in document.blocks:
        if block.kind is BlockKind.ANSWER and block.context and block.context[0] <= best.start < block.context[1]:
            if any(one.document is document and block.start <= one.start < block.end for one in chosen):
                return []
            first = block.start + split(document.text[block.start : block.end])[0][1]
            room = WORDS.get(persona, WORDS["ouder"]) // 2
            start, end = rounded_off(question, document, block, (block.start, first), room)
            return [told([quote(document, start, end, block)])]
    return []


def footnotes(question: Question, chosen: Sequence[Evidence]) -> list[Statement]:
    """The footnotes that hang on the chosen sentences, where the number of a paper is asked for."""
    if question.asked is not Asked.REFERENCE:
        return []
    found = []
    for one in chosen:
        for block in one.document.blocks:
            if block.kind is not BlockKind.FOOTNOTE or block.context is None:
                continue
            if block.context[0] < one.sentence.spans[0][1] and one.start < block.context[1]:
                found.append(told([quote(one.document, block.start, block.end, block)]))
    return found


def sections(question: Question, chosen: Sequence[Evidence]) -> list[Statement]:
    """The headings of the sections that make up a list: "seven priorities", each with a section of its own.

    They are quoted only if there are exactly as many as the question or a chosen sentence counts.
    """
    if question.asked is not Asked.LIST:
        return []
    for one in chosen:
        counted = counts(question.text) or counts(one.text, one.document.date)
        for above, parts in numbered_sections(one.document):
            told_of = set(terms(above))
            if any(count.value == str(len(parts)) and {count.value, count.thing} <= told_of for count in counted):
                return [told([quote(one.document, part.start, part.end, part) for part in parts])]
    return []


def numbered_sections(document: Document) -> list[tuple[str, list[Block]]]:
    """The runs of numbered headings of a paper, each with the words that stand between it and the heading above."""
    headings = [block for block in document.blocks if block.kind is BlockKind.HEADING]
    runs: dict[tuple[str, ...], list[Block]] = {}
    for heading in headings:
        if heading.number[:1].isdigit():
            runs.setdefault(heading.path, []).append(heading)
    found = []
    for path, parts in runs.items():
        before = [block.start for block in headings if block.end <= parts[0].start]
        lead_in = document.text[before[-1] if before else 0 : parts[0].start]
        found.append((" ".join([*path[-1:], lead_in]), parts))
    return [(above, parts) for above, parts in found if len(parts) > 1]


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


def _whole_list(question: Question, document: Document, block: Block, span: Span) -> Span:
    """The span of the list that an item or a lead-in belongs to, if it is short enough to quote."""
    items = [other for other in document.blocks if other.kind is BlockKind.LIST_ITEM and other.context]
    mates = [item for item in items if item.context and block.start <= item.context[0] < block.end]
    if not mates and block.kind is BlockKind.LIST_ITEM:
        mates = [item for item in items if item.context == block.context]
    if not mates or not mates[0].context:
        return span
    left, right = min(mates[0].context[0], span[0]), max(mates[-1].end, span[1])
    if any(other.kind in _FOREIGN and left < other.start < right for other in document.blocks):
        return span
    longest = LONGEST_LIST if question.asked is Asked.LIST else LONGEST_LIST // 3
    return (left, right) if len(document.text[left:right].split()) <= longest else span


def rounded_off(question: Question, document: Document, block: Block, span: Span, room: int) -> Span:
    """The best sentence with its neighbours in the paragraph, as far as there is room for them.

    What follows comes first; what goes before only where a single sentence seldom tells the whole.
    """
    start, end = span
    around = [
        (block.start + left, block.start + right) for left, right in split(document.text[block.start : block.end])
    ]
    for left, right in [one for one in around if one[0] >= end]:
        room -= len(document.text[left:right].split())
        if room < 0 or not is_finished(document.text[left:right]):
            break
        end = right
    if question.asked in {Asked.REASON, Asked.PROCEDURE, Asked.YES_NO, Asked.OTHER, Asked.DEFINITION}:
        for left, right in reversed([one for one in around if one[1] <= start]):
            room -= len(document.text[left:right].split())
            if room < 0 or document.text[left].islower():  # the end of a sentence that began elsewhere
                break
            start = left
    return start, end


def core(question: Question, chosen: Sequence[Evidence], statements: Sequence[Statement]) -> Statement | None:
    """The number that was asked for, in a few words: "39 van de 41 aanvragen".

    Only a count of the very thing, under the very condition, that the question names; in a sentence with
    several counts of that thing the condition has to tell which. Never the number of somebody who asks.
    """
    if question.asked is not Asked.NUMBER:
        return None
    asked, condition = set(terms(question.text)), condition_of(question.text)
    if all(condition_of(word) for word in content_words(question.text)):  # "En hoeveel zijn er afgewezen?"
        asked |= set(terms(question.background))
        condition = condition or condition_of(question.background)
    for one in chosen:
        if asks(one.block):
            continue
        fitting = [count for count in counts(one.text, one.document.date) if count.thing in asked]
        if condition:
            fitting = [count for count in fitting if count.condition is condition]
        proof = [statement for statement in statements if any(one.text in quote.text for quote in statement.citations)]
        alone = len(fitting) == 1 and not has_bare_number(one.text, one.document.date)
        if alone and proof and one.features.sentence >= CERTAIN:
            count = fitting[0]
            part = f"{count.value} van de {count.whole}" if count.whole else one.text[count.start : count.end]
            return Statement(text=f"{part} {count.unit}.", citations=proof[0].citations)
    return None


def told(citations: Sequence[Citation]) -> Statement:
    """Quotes of one speaker with the words that say whose they are."""
    words = " […] ".join(f"“{citation.text}”" for citation in citations)
    return Statement(text=f"{lead(citations[0])} {words}", citations=tuple(citations))


def lead(citation: Citation) -> str:
    """Who says it: "Minister Wiersma antwoordt:"."""
    name = citation.speaker.name
    match citation.speaker.role:
        case Role.BEWINDSPERSOON:
            verb = "antwoordt" if citation.place.startswith(("antwoord", "reactie")) else "schrijft"
            return f"{_capital(name) or 'De bewindspersoon'} {verb}:"
        case Role.KAMERLID:
            return f"{_capital(name) or 'Het Kamerlid'} {'vragen' if name.startswith('de leden') else 'vraagt'}:"
        case Role.FRACTIE:
            return f"{_capital(name) or 'De fractie'} brengt in:"
        case Role.AMBTELIJK:
            return "Ambtenaren schreven in een beslisnota:"
        case Role.REDACTIE:
            return "In onze samenvatting staat:"
        case _:
            return "In het stuk staat:"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def told_apart(conflict: Conflict) -> Statement:
    """That papers differ, with each value, its paper and its date."""
    sides = []
    for number, side in enumerate(conflict.sides):
        begin = "Het ene noemt" if number == 0 else "Een ander noemt"
        day = written(side.citation.date) if side.citation.date else "datum onbekend"
        place = side.citation.citation if day in side.citation.citation else f"{side.citation.citation}, {day}"
        sides.append(f"{begin} {side.value} {conflict.subject} ({place}).")
    return Statement(
        text="Let op: de stukken verschillen. " + " ".join(sides),
        citations=tuple(side.citation for side in conflict.sides),
    )
