"""Answers without a language model: the best sentences of the papers, with a few words of ours around them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assistant.answer import Citation, Conflict
from assistant.counts import counts
from assistant.evidence import Evidence
from assistant.question import Asked, Question
from assistant.standing import standing_of
from assistant.verify import Statement
from index.dutch import fold, stem
from ingest.document import Block, BlockKind, Document, Role
from ingest.official_numbers import cite
from ingest.sentences import split

WORDS = {"ouder": 110, "helpdesk": 120, "kamer": 160}  # of quotes in an answer, by persona
NEAR = 0.82  # share of the best score that a further sentence reaches at least
MOST = 4  # quotes in an answer
MONTHS = ("januari februari maart april mei juni juli augustus september oktober november december").split()
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
    """The sentences that make up the answer, best first, within the persona's number of words."""
    best = evidence[0]
    room = WORDS.get(persona, WORDS["ouder"]) - len(best.text.split())
    found = [best]
    for further in evidence[1:]:
        if len(found) == MOST or further.score < NEAR * best.score:
            break
        length = len(further.text.split())
        if length <= room and not _says_the_same(further, found):
            found.append(further)
            room -= length
    return found


def _says_the_same(further: Evidence, found: Sequence[Evidence]) -> bool:
    said = set(fold(further.text).split())
    return any(len(said & set(fold(one.text).split())) > 0.8 * len(said) for one in found)


def citations_of(question: Question, chosen: Sequence[Evidence], persona: str) -> list[Citation]:
    """The quotes of an answer: neighbours joined, what follows the best sentence added, lists whole."""
    spans: list[tuple[Document, Block, int, int]] = []
    room = WORDS.get(persona, WORDS["ouder"]) - sum(len(one.text.split()) for one in chosen)
    for number, one in enumerate(chosen):
        document, block = one.document, one.block
        if any(document is other and start <= one.start and one.end <= end for other, _, start, end in spans):
            continue
        start, end = one.start, one.end
        if question.asked is Asked.LIST or block.kind is BlockKind.LIST_ITEM:
            start, end = _whole_list(document, block, start, end)
        if number == 0 and end <= block.end:
            start, end = _rounded_off(question, document, block, start, end, room)
        spans.append((document, block, start, end))
    return [quote(document, start, end, block) for document, block, start, end in _joined(spans)]


def _whole_list(document: Document, block: Block, start: int, end: int) -> tuple[int, int]:
    """The span of the list that an item or a lead-in belongs to, if it is short enough to quote."""
    items = [other for other in document.blocks if other.kind is BlockKind.LIST_ITEM and other.context]
    if block.kind is BlockKind.LIST_ITEM:
        mates = [item for item in items if item.context == block.context]
    else:
        mates = [item for item in items if item.context and block.start <= item.context[0] < block.end]
    if not mates or not mates[0].context:
        return start, end
    left, right = min(mates[0].context[0], start), max(mates[-1].end, end)
    if len(document.text[left:right].split()) > LONGEST_LIST:
        return start, end
    return left, right


def _rounded_off(
    question: Question, document: Document, block: Block, start: int, end: int, room: int
) -> tuple[int, int]:
    """The best sentence with the sentences after it in its paragraph, as far as there is room for them."""
    sentences = [(block.start + left, block.start + right) for left, right in split(document.text[block.start : block.end])]
    for left, right in sentences:
        length = len(document.text[left:right].split())
        if left >= end and length <= room:
            end, room = right, room - length
        elif left >= end:
            break
    if question.asked in {Asked.REASON, Asked.PROCEDURE, Asked.YES_NO, Asked.OTHER, Asked.DEFINITION}:
        for left, right in reversed(sentences):
            length = len(document.text[left:right].split())
            if right <= start and length <= room:
                start, room = left, room - length
            elif right <= start:
                break
    return start, end


def _joined(spans: Sequence[tuple[Document, Block, int, int]]) -> list[tuple[Document, Block, int, int]]:
    """Spans in their order, those that touch in one paragraph made one."""
    found: list[tuple[Document, Block, int, int]] = []
    for document, block, start, end in spans:
        for number, (other, first, left, right) in enumerate(found):
            if document is other and start <= right + 1 and left <= end + 1:
                found[number] = (other, first, min(left, start), max(right, end))
                break
        else:
            found.append((document, block, start, end))
    return found


def core(question: Question, best: Evidence, citation: Citation) -> Statement | None:
    """The number that was asked for, in a few words: "39 van de 41 aanvragen"."""
    if question.asked is not Asked.NUMBER:
        return None
    asked = {stem(word) for word in fold(question.text).replace("-", " ").split()}
    for count in counts(best.text, best.document.date):
        written = best.text[count.start : count.end]
        if count.whole and count.condition and stem(fold(count.condition.value)) in {stem(word) for word in asked}:
            return Statement(text=f"{count.value} van de {count.whole} {count.unit}.", citations=(citation,))
        if count.thing in asked and not count.whole and len(counts(best.text, best.document.date)) == 1:
            return Statement(text=f"{written} {count.unit}.", citations=(citation,))
    return None


def told(citation: Citation) -> Statement:
    """A quote with the words that say whose it is."""
    return Statement(text=f"{lead(citation)} “{citation.text}”", citations=(citation,))


def lead(citation: Citation) -> str:
    """Who says it: "Minister Wiersma antwoordt:"."""
    name = citation.speaker.name
    match citation.speaker.role:
        case Role.BEWINDSPERSOON:
            verb = "antwoordt" if citation.place.startswith(("antwoord", "reactie")) else "schrijft"
            return f"{_capital(name) or 'De bewindspersoon'} {verb}:"
        case Role.KAMERLID:
            return f"{_capital(name) or 'Het Kamerlid'} vraagt:"
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
        day = "" if "datum onbekend" in side.citation.citation else f", {dated(side.citation.date)}"
        sides.append(f"{begin} {side.value} {conflict.subject} ({side.citation.citation}{day}).")
    return Statement(
        text="Let op: de stukken verschillen. " + " ".join(sides),
        citations=tuple(side.citation for side in conflict.sides),
    )


def dated(day: date | None) -> str:
    """A date as it is written in Dutch: "28 maart 2023"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else "datum onbekend"
