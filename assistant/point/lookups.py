"""Questions that point: at a footnote, at the answer to a numbered question, at a paper, or at its number or day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant.answer import Citation
from assistant.point.authors import author_of, is_blacked_out
from assistant.point.debates import promised_in, vote_on
from assistant.point.head_fields import lines_for
from assistant.point.of_itself import Holding, paper_meant
from assistant.point.options import reasons_of_option
from assistant.point.particulars import (
    addressee_of,
    fracties_of,
    head_of,
    signature_of,
    signed_in,
    subject_of,
    told_in_head,
)
from assistant.point.record import Record, day_of, number_of, record_of
from assistant.point.which_paper import about, called, of_that_kind, telling, told_of
from assistant.prove.quotes import as_sentence, quote, quoted_parts, told
from assistant.prove.verify import Statement
from assistant.tell.choice import MOST
from assistant.tell.compose import TORN, introduction
from assistant.tell.extent import opening
from assistant.tell.lists import without
from assistant.understand.head_fields import DOSSIER
from assistant.understand.of_itself import wanted_of_itself
from assistant.understand.places import Place
from assistant.understand.question import Question
from assistant.understand.wishes import Wish
from index.dutch import terms
from index.generation import searched
from ingest.cut_sentences import sentences_in
from ingest.document import Block, BlockKind, Document, Reference
from ingest.official_numbers import cite
from ingest.structure.labels import numbers_in

WHICH = "Het is niet duidelijk welk stuk u bedoelt; misschien is het er niet bij."
LACKING = "%s vond ik niet in „%s”."
IN_PART = "Een deel van uw vraag vond ik daar niet."
ABSENT = "Dit stuk zelf heb ik niet. Andere stukken noemen het wel:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookup:
    """What stands where a question points, and what is to be said before it."""

    statements: tuple[Statement, ...]
    notice: str = ""
    removed: tuple[Citation, ...] = ()  # where it stood, if that was made unreadable


def looked_up(
    question: Question, documents: Mapping[str, Document], persona: str, contents: Holding | None = None
) -> Lookup | None:
    """What a question points at; None if it points at nothing, or asks more about it than what it is."""
    return (
        _at_place(question, documents, persona)
        or _of_author(question, documents, contents)
        or _of_itself(question, documents, contents)
        or _in_head(question, documents)
        or _in_debate(question, documents)
        or _of_option(question, documents)
        or _on_record(question, documents)
        or _of_paper(question, documents, persona)
        or _of_absent_paper(question, documents)
    )


def is_beyond(question: Question, documents: Mapping[str, Document]) -> bool:
    """Whether a question is about papers by number, and none of them is here."""
    return bool(question.papers) and not any(paper in documents for paper in question.papers)


def lacks_place(question: Question, documents: Mapping[str, Document]) -> bool:
    """Whether a question names a place in a paper that is here, and the paper has no such place."""
    place = question.place
    named = [documents[paper] for paper in question.papers if paper in documents]
    return place is not None and bool(named) and not blocks_at(place, named)


def _at_place(question: Question, documents: Mapping[str, Document], persona: str) -> Lookup | None:
    place = question.place
    if place is None:
        return None
    names = question.names
    fitting = [
        (document, blocks)
        for document, blocks in blocks_at(place, of_that_kind(_meant(question, documents), question))
        if about(document, names)
    ]
    words = " ".join(word for word in telling(question.text) if word != place.number)
    likely = [told_of(document, words) + _told_at(document, blocks, words) for document, blocks in fitting]
    most = max(likely, default=0)
    meant = [one for one, how in zip(fitting, likely, strict=True) if how == most][:MOST]
    found = [told([*_hangs_on(document, blocks), *opening(document, blocks, persona)]) for document, blocks in meant]
    return Lookup(statements=tuple(found)) if found else None


def _told_at(document: Document, blocks: Sequence[Block], words: str) -> int:
    """How many of some words stand at a place, or in what it hangs on."""
    spans = [span for block in blocks for span in ((block.start, block.end), block.context) if span]
    return len(set(terms(words)) & set(terms(" ".join(document.text[slice(*span)] for span in spans))))


def _meant(question: Question, documents: Mapping[str, Document]) -> list[Document]:
    """The papers that a question names, older versions too; those that are searched if it names none."""
    if question.papers:
        return [documents[paper] for paper in question.papers if paper in documents]
    return searched(list(documents.values()))


def _in_head(question: Question, documents: Mapping[str, Document]) -> Lookup | None:
    meant = _meant(question, documents)
    head = head_of(question, meant)
    found = [told([quote(one, block.start, block.end, block)]) for one, block in head]
    if len({one.identifier for one, _ in head}) == 1 and Wish.ITS_NUMBER_TOO in question.wishes:
        found += _recorded(number_of(head[0][0])).statements
    elif len(found) == 1 and (words := told_in_head(question, found[0].citations[0].text)):
        found.insert(0, Statement(text=words, citations=found[0].citations))
    signature = signature_of(question, meant)
    if signature:
        found += _signed(signature[0][0], [block for _, block in signature])
        if Wish.ITS_DAY_TOO in question.wishes:
            found += _recorded(day_of(signature[0][0])).statements
    found += [told([quote(one, block.start, block.end, block)]) for one, block in addressee_of(question, meant)]
    found += [told([quote(one, block.start, block.end, block)]) for one, block in subject_of(question, meant)]
    heard = fracties_of(question, meant)
    if heard:
        names = ", ".join(dict.fromkeys(block.speaker.name for _, block in heard))
        first = tuple(quote(one, block.start, block.end, block) for one, block in heard)
        found.append(Statement(text=f"In het schriftelijk overleg komen aan het woord: {names}.", citations=first))
    return Lookup(statements=tuple(found)) if found else None


def _signed(document: Document, lines: Sequence[Block]) -> list[Statement]:
    """Who signed a paper, as the lines with which it is signed say it."""
    signed = tuple(quote(document, block.start, block.end, block) for block in lines)
    words = " ".join(f"“{' '.join(each.text.split())}”" for each in signed)
    own = [Statement(text=as_sentence(document.sender), citations=signed)] if document.sender else []
    return [*own, Statement(text=f"Ondertekend met: {words}", citations=signed)]


def _of_itself(question: Question, documents: Mapping[str, Document], contents: Holding | None) -> Lookup | None:
    """What a paper is asked of itself, and what of that it does not tell; None for any other question."""
    wanted = wanted_of_itself(question)
    may_be = _meant(question, documents) if wanted else []
    if wanted is None or not may_be:
        return None
    paper = paper_meant(question, may_be, contents)
    if paper is None:
        return Lookup(statements=(), notice=WHICH) if wanted.surely else None
    if wanted.signer and paper.kamervragen and not signed_in(paper):
        return None  # its head tells who answered
    found: list[Statement] = []
    lacking: list[str] = []
    if wanted.signer:
        lines = signed_in(paper)
        found += _signed(paper, lines) if lines else []
        lacking += [] if lines else ["De ondertekenaar"]
    in_number = wanted.number  # whether the number of the paper is told
    for field in wanted.fields:
        told_there = [quote(paper, start, end, block) for start, end, block in lines_for(paper, field)]
        found += [told(told_there)] if told_there else []
        if not told_there and field is DOSSIER and any(dossier in cite(paper) for dossier in paper.dossiers):
            in_number = True
        elif not told_there:
            lacking.append(field.name)
    number = number_of(paper) if in_number else None
    with_day = number is not None and bool(number.proof and paper.date)  # it tells of which day the paper is
    recorded = [
        *([("De datum", day_of(paper))] if wanted.day and not with_day else []),
        *([("Een officieel nummer", number)] if number else []),
    ]
    for name, record in recorded:
        found += _recorded(record).statements
        lacking += [] if record.proof else [name]
    if not found and not wanted.surely:
        return None
    notice = _not_in(paper, lacking)
    return Lookup(statements=tuple(found), notice=notice or (IN_PART if found and wanted.more else ""))


def _of_author(question: Question, documents: Mapping[str, Document], contents: Holding | None) -> Lookup | None:
    """Who wrote a note, as its head says it or hides it."""
    found = author_of(question, _meant(question, documents), contents)
    if found is None:
        return None
    note, lines = found
    said = quote(note, lines[0].start, lines[-1].end, lines[-1])
    hidden = is_blacked_out(lines[-1], said.text)
    return Lookup(statements=(), removed=(said,)) if hidden else Lookup(statements=(told([said]),))


def _not_in(document: Document, lacking: Sequence[str]) -> str:
    """What a paper does not tell of itself; "" if it tells all that was asked."""
    *others, last = [lacking[0], *(one[:1].lower() + one[1:] for one in lacking[1:])] if lacking else [""]
    names = f"{', '.join(others)} en {last}" if others else last
    return LACKING % (names, document.title) if names else ""


def _in_debate(question: Question, documents: Mapping[str, Document]) -> Lookup | None:
    """The vote on a motie, or what was promised, as the report of a debate says it."""
    meant = _meant(question, documents)
    if vote := vote_on(question, meant):
        return Lookup(statements=(told([quote(one, block.start, block.end, block) for one, block in vote]),))
    promised = [told([quote(one, block.start, block.end, block)]) for one, block in promised_in(question, meant)]
    return Lookup(statements=tuple(promised)) if promised else None


def _of_option(question: Question, documents: Mapping[str, Document]) -> Lookup | None:
    """What a paper says for or against an option, the sections of that whole."""
    found = reasons_of_option(question, _meant(question, documents))
    if found is None:
        return None
    paper, sections = found
    statements, torn = [], False
    for section in sections:
        first, last = section[0], section[-1]
        torn |= any(one.kind is BlockKind.REDACTION for one in section)
        spans = without(paper, (first.start, last.end), {BlockKind.REDACTION, BlockKind.FOOTNOTE})
        statements.append(told([quote(paper, start, end, last) for start, end in spans]))
    return Lookup(statements=tuple(statements), notice=TORN if torn else "")


def _on_record(question: Question, documents: Mapping[str, Document]) -> Lookup | None:
    """The number or the day of a paper, with where it says so itself; only a notice where that is not known."""
    found = record_of(question, _meant(question, documents))
    return _recorded(found) if found else None


def _recorded(record: Record) -> Lookup:
    if not record.proof:
        return Lookup(statements=(), notice=record.told)
    proof = tuple(quote(record.document, block.start, block.end, block) for block in record.proof)
    return Lookup(statements=(Statement(text=record.told, citations=proof),))


def _hangs_on(document: Document, blocks: list[Block]) -> list[Citation]:
    """The sentence that a footnote hangs on; nothing for other places."""
    first = blocks[0]
    if not first.place.startswith("voetnoot") or first.context is None:
        return []
    return [*quoted_parts(document, first.context)]


def _of_paper(question: Question, documents: Mapping[str, Document], persona: str) -> Lookup | None:
    if not question.asks_what_it_is:
        return None
    present = [documents[paper] for paper in question.papers[:MOST] if paper in documents] or called(
        question, searched(list(documents.values()))
    )
    if len(present) > MOST:
        return None
    statements = tuple(statement for paper in present for statement in introduction(paper, persona))
    return Lookup(statements=statements) if statements else None


def _of_absent_paper(question: Question, documents: Mapping[str, Document]) -> Lookup | None:
    if not is_beyond(question, documents):
        return None
    found = [
        told(_mention(document, reference))
        for document in searched(list(documents.values()))
        for reference in document.references
        if reference.identifier in question.papers
    ]
    return Lookup(statements=tuple(dict.fromkeys(found))[:MOST], notice=ABSENT) if found else None


def _mention(document: Document, reference: Reference) -> list[Citation]:
    """The sentence that names a paper; with a footnote, the sentence that it hangs on comes first."""
    block = next(block for block in document.blocks if block.start <= reference.start < block.end)
    spans = sentences_in(document, block)
    own = next((span for span in spans if span[0] <= reference.start < span[1]), (block.start, block.end))
    quotes = [quote(document, *own, block)]
    if reference.sentence:
        around = next(each for each in document.blocks if each.start <= reference.sentence[0] < each.end)
        quotes.insert(0, quote(document, *reference.sentence, around))
    return quotes


def blocks_at(place: Place, documents: Iterable[Document]) -> list[tuple[Document, list[Block]]]:
    """The blocks at a place, of each paper that has it; headings are left out."""
    found = []
    for document in documents:
        blocks = [block for block in document.blocks if block.kind is not BlockKind.HEADING and _is_at(block, place)]
        if blocks:
            found.append((document, blocks))
    return found


def _is_at(block: Block, place: Place) -> bool:
    word, _, numbers = block.place.partition(" ")
    return word == place.word and place.number in numbers_in(numbers)
