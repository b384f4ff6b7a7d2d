"""Quotes of the papers, each with the words that say whose they are."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from assistant.answer import UNREADABLE, Citation, Conflict, Standing
from assistant.find.sentences import Sentence
from assistant.prove.standing import standing_of
from assistant.prove.toezeggingen import stage_in
from assistant.prove.verify import Statement
from index.dutch import fold
from ingest.cut_sentences import parts_of_sentence
from ingest.document import Block, BlockKind, Document, Kind, Role, block_at, pages_of
from ingest.kinds import LETTERS
from ingest.note_marks import note_marks
from ingest.official_numbers import MONTHS, cite, written
from ingest.orders import orders_in
from ingest.sentences import split
from ingest.structure.shapes import BULLET, NUMBERED

COUNTED = "Bij het tellen schrijft het stuk zelf:"
# A mark behind a year, "maart 202330" or "december 2022.26", is told apart by the month before it.
_AT_YEAR = re.compile(rf"\b(?:{'|'.join(MONTHS)}) (?:19|20)\d\d[.,;:]?(\d{{1,2}})(?=[\s.,;:)»”]|$)")
_WRITE = ("schrijven", "schrijft")
_SEVERAL = re.compile(r"(?:de )?(?:leden|ministers|staatssecretarissen|bewindslieden|bewindspersonen)\b", re.IGNORECASE)
_OFFICE = re.compile(r"\b(?:minister|staatssecretaris)\b", re.IGNORECASE)
_NAMELESS = re.compile(r"(?:minister|staatssecretaris) (?:van|voor)\b", re.IGNORECASE)
# Answers to questions about a motie bear it in their title too.
_MAY_BE_MOTIE = LETTERS | {Kind.ONBEKEND}
_MOTIE = re.compile(r"\b(?:(?:nader )?gewijzigde )?motie van .+$")
_CELLS = " | "
_UNOPENED = re.compile(r"[^()]*[^\W\d_]{3}\)")  # a bracket that closes and was never opened; "1)" and "Ad 2)" number
_ADVISES = re.compile(r"\badvi(?:es|ser\w+|zen)\b|\bgeadviseerd\b|\bstellen (?:wij|we) (?:u )?voor\b|\bwij stellen\b")


def quote(document: Document, start: int, end: int, block: Block) -> Citation:
    """A citation of a span of a paper, without the white space around it."""
    return _weighed([citation_of(document, start, end, block)], document, block)[0]


def _weighed(cited: Sequence[Citation], document: Document, block: Block) -> tuple[Citation, ...]:
    """The parts of what is quoted from a block, with the standing of the whole."""
    text = " ".join(" ".join(one.shown for one in cited).split())
    standing = standing_of(
        text,
        role=block.speaker.role,
        kind=block.kind,
        promised=any(stage_in(document, block, text[start:end]) for start, end in split(text)),
        headings=block.path,
        before=document.text[block.start : cited[0].start],
    )
    return tuple(replace(one, standing=standing) for one in cited)


def citation_of(document: Document, start: int, end: int, block: Block) -> Citation:
    """A span of a paper as it is cited, whatever the standing of its words."""
    text = document.text[start:end]
    start += len(text) - len(text.lstrip())
    text = text.strip()
    pages = pages_of(document, block, start, start + len(text))
    return Citation(
        text=text,
        document=document.identifier,
        title=document.title,
        kind=document.kind,
        citation=cite(document, block.place, *pages),
        place=block.place,
        date=document.date,
        start=start,
        end=start + len(text),
        speaker=block.speaker,
        url=document.source.url,
        holes=block.kind is not BlockKind.TABLE and is_redacted(document),
        opening=_opening(document, start, text),
        marks=(*_mark_of_item(document, text, start), *_within(note_spans(document), start, start + len(text))),
    )


def _opening(document: Document, start: int, text: str) -> str:
    """What is shown for the beginning of a sentence that the paper lacks; "" where it lacks nothing.

    Such a sentence begins a block, and closes a bracket that it never opened or goes on right behind what was made
    unreadable. Of one whose first part stands on the page before, that is quoted too.
    """
    end = split(text)[0][1] if text else 0
    unopened, small = _UNOPENED.match(text, 0, end), text[:1].islower()
    block = block_at(document, start) if unopened or small else None
    if block is None or block.kind is BlockKind.TABLE or document.text[block.start : start].strip():
        return ""
    at = document.blocks.index(block)
    hidden = at > 0 and document.blocks[at - 1].kind is BlockKind.REDACTION
    torn = unopened or (hidden and block.kind is not BlockKind.LIST_ITEM)
    if not torn or parts_of_sentence(document, (start, start + end))[0][0] < start:
        return ""
    return UNREADABLE if hidden else "…"


def _mark_of_item(document: Document, text: str, start: int) -> tuple[tuple[int, int], ...]:
    """The bullet or number that a quote begins with; none where items of the same list follow, which it tells apart."""
    mark, sign = None if _CELLS in text else BULLET.match(text), ""
    if mark is None and (mark := NUMBERED.match(text)):
        block, sign = block_at(document, start), r"\(?\w{1,4}[.)]"
        if block is None or block.kind is not BlockKind.LIST_ITEM or block.start < start:
            return ()
    if mark is None:
        return ()
    again = re.compile(rf"\n[^\S\n]*{sign or re.escape(mark[1])}\s")
    return () if again.search(text, mark.end()) else (mark.span(),)


@lru_cache(maxsize=4096)
def is_redacted(document: Document) -> bool:
    """Whether the paper itself shows that words of it were made unreadable."""
    return any(block.kind is BlockKind.REDACTION for block in document.blocks)


@lru_cache(maxsize=4096)
def note_spans(document: Document) -> tuple[tuple[int, int], ...]:
    """Where the marks of footnotes stand in a paper: those in its text, and the number that a note begins with."""
    spans = {(mark.start, mark.end) for mark in note_marks(document) if mark.start < mark.end}
    noted = {block.number for block in document.blocks if block.kind is BlockKind.FOOTNOTE}
    spans |= {found.span(1) for found in _AT_YEAR.finditer(document.text) if found[1] in noted}
    for block in document.blocks:
        if block.kind is BlockKind.FOOTNOTE and block.number:
            begins = re.compile(rf"\s*{re.escape(block.number)}(?:[.)]|(?=\s))\s*").match(document.text, block.start)
            spans |= {(block.start, begins.end())} if begins else set()
    return tuple(sorted(spans))


def _within(spans: Sequence[tuple[int, int]], start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The spans that lie between two places, counted from the first of them."""
    first = bisect_left(spans, (start, start))
    last = bisect_left(spans, (end, end))
    return tuple((left - start, right - start) for left, right in spans[first:last] if right <= end)


def quotes(sentence: Sentence) -> tuple[Citation, ...]:
    """A sentence as quotes: one for each of its spans, with the page of the block that the span stands in."""
    document = sentence.document
    blocks = (sentence.block, *(block_at(document, start) or sentence.block for start, _ in sentence.spans[1:]))
    cited = [citation_of(document, *span, block) for span, block in zip(sentence.spans, blocks, strict=True)]
    return _weighed(cited, document, sentence.block)


def quoted_parts(document: Document, sentence: tuple[int, int]) -> tuple[Citation, ...]:
    """All parts of a sentence of which one is given, each quoted from the block that it stands in."""
    parts = ((part, block_at(document, part[0])) for part in parts_of_sentence(document, sentence))
    return tuple(quote(document, *part, block) for part, block in parts if block)


def told(citations: Sequence[Citation], *, further: bool = False) -> Statement:
    """Quotes of one speaker with the words that say whose they are; an order to a machine is cut out of them.

    Args:
        citations: In the order in which they are told.
        further: They go on where a quote that was told before leaves off, and may lean on it.
    """
    kept = [part for citation in citations for part in _without_orders(citation)]
    of_a_bill = any(citation.standing is Standing.WETSVOORSTEL for citation in citations)
    first = replace(citations[0], standing=Standing.WETSVOORSTEL) if of_a_bill else citations[0]
    return Statement(text=f"{lead(first, further=further)} {_in_a_row(kept)}", citations=tuple(kept))


def with_quotes(statement: Statement, citations: Sequence[Citation]) -> Statement:
    """A statement that quotes these instead, with its own words before and behind them."""
    text = statement.text.replace(_in_a_row(statement.citations), _in_a_row(citations), 1)
    return replace(statement, text=text, citations=tuple(citations))


def _in_a_row(citations: Sequence[Citation]) -> str:
    return " […] ".join(f"“{citation.shown}”" for citation in citations)


def _without_orders(citation: Citation) -> list[Citation]:
    """What stands around the orders in a quote, each stretch a quote; the quote itself if it holds none."""
    cuts = [(0, 0), *orders_in(citation.text), (len(citation.text), len(citation.text))]
    found = []
    for (_, start), (end, _) in pairwise(cuts):
        text = citation.text[start:end]
        begin = citation.start + start + len(text) - len(text.lstrip())
        if text.strip():
            at, words = begin - citation.start, text.strip()
            marks = tuple((left - at, right - at) for left, right in citation.marks if at <= left < at + len(words))
            opening = "" if at else citation.opening
            found.append(
                replace(citation, text=words, start=begin, end=begin + len(words), opening=opening, marks=marks)
            )
    return found


def lead(citation: Citation, *, further: bool = False) -> str:
    """Who says it: "Minister Wiersma antwoordt:"; of a bill that it was no law yet.

    Args:
        citation: What is said.
        further: It goes on where a quote that was told before leaves off: "Minister Wiersma antwoordt verder:".
    """
    name, on = citation.speaker.name, " verder" if further else ""
    if citation.kind is Kind.DEBAT:
        return _said(citation, on)
    asking = citation.text.rstrip().endswith("?")
    match citation.speaker.role:
        case Role.BEWINDSPERSOON:
            verbs = ("antwoorden", "antwoordt") if citation.place.startswith(("antwoord", "reactie")) else _WRITE
            verb = verbs[0] if _is_plural(name) else verbs[1]
            bill = " over een wetsvoorstel (toen nog geen wet)" if citation.standing is Standing.WETSVOORSTEL else ""
            return f"{_apposed(name) or 'De bewindspersoon'} {verb}{on}{bill}:"
        case Role.KAMERLID | Role.FRACTIE if citation.place.startswith("voetnoot"):
            verb = "noemen" if _is_plural(name) else "noemt"
            return f"{_apposed(name) or 'De vrager'} {verb}{on} in {citation.place}:"
        case Role.KAMERLID:
            return f"{_apposed(name) or 'De vrager'} {'vragen' if _is_plural(name) else 'vraagt'}{on}:"
        case Role.FRACTIE:
            several = _is_plural(name)
            verb = ("vragen" if several else "vraagt") if asking else ("brengen" if several else "brengt")
            return f"{_apposed(name) or 'De fractie'} {verb}{on}{'' if asking else ' in'}:"
        case Role.AMBTELIJK:
            verb = "adviseerden" if _ADVISES.search(fold(citation.text)) else "schreven"
            return f"Ambtenaren {verb}{on} in een beslisnota:"
        case Role.REDACTIE:
            return f"In onze samenvatting staat{on}:"
        case _:
            motie = _MOTIE.search(citation.title) if citation.kind in _MAY_BE_MOTIE else None
            return f"In de {motie[0]} staat{on}:" if motie else f"In het stuk staat{on}:"


def _said(citation: Citation, on: str) -> str:
    """Who says it in a debate: "Minister Bos (Water) antwoordt:", "De heer Kaai (XYZ) vraagt:"; of a motie its name."""
    name = citation.speaker.name
    if citation.place.startswith("motie"):
        return f"De {citation.place} zegt{on}:"
    if not name:
        return f"In het verslag van het debat staat{on}:"
    asks = citation.text.rstrip().endswith("?") and citation.speaker.role is Role.KAMERLID
    verb = "antwoordt" if citation.place.startswith("antwoord") else "vraagt" if asks else "zegt"
    return f"{name[:1].upper()}{name[1:]} {verb}{on}:"


def _is_plural(name: str) -> bool:
    """Whether a name is of several: "de leden A en B", two offices; "minister van Onderwijs en Cultuur" is one."""
    return bool(_SEVERAL.match(name)) or len(_OFFICE.findall(name)) > 1


def in_a_sentence(name: str) -> str:
    """A speaker within a sentence: "minister Wiersma", "de minister van Financiën"."""
    if not _OFFICE.match(name):
        return name
    article = "de " if _NAMELESS.match(name) else ""
    return f"{article}{name[:1].lower()}{name[1:]}"


def _apposed(name: str) -> str:
    """A name at the head of a sentence; an office behind it stands between commas, one without a name does not."""
    told = in_a_sentence(name)
    return _capital(told) + ("," if ", " in told and not told.startswith("de ") and told[-1:] not in "),." else "")


def as_sentence(words: str) -> str:
    """Words as a sentence of their own: "het lid Bos c.s." as "Het lid Bos c.s.", with one stop."""
    return _capital(" ".join(words.split())).rstrip(".") + "."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def told_apart(conflict: Conflict) -> Statement:
    """That papers differ, with each value, its paper and its date."""
    sides = []
    for number, side in enumerate(conflict.sides):
        begin = "Het ene noemt" if number == 0 else "Een ander noemt"
        sides.append(f"{begin} {side.value} {conflict.subject} ({_where(side.citation)}).")
    reckoned = [f"{COUNTED} “{reason.shown}”" for reason in conflict.reasons]
    return Statement(
        text=" ".join(["Let op: de stukken verschillen.", *sides, *reckoned]),
        citations=(*(side.citation for side in conflict.sides), *conflict.reasons),
    )


def whence(citations: Sequence[Citation]) -> str:
    """Who says what is quoted, where and when: a line for each place, with the marks of its quotes."""
    marks: dict[str, str] = {}
    for number, one in enumerate(citations, start=1):
        line = f"{lead(one)} {_where(one)}."
        marks[line] = f"{marks.get(line, '')} [{number}]"
    return "\n".join(line + numbers for line, numbers in marks.items())


def _where(citation: Citation) -> str:
    """Where a quote stands, with its day."""
    return with_day(citation.citation, written(citation.date) if citation.date else "datum onbekend")


def with_day(place: str, day: str) -> str:
    """A place with a day, which is told once; "21 mei 2024" does not tell "1 mei 2024"."""
    return place if re.search(rf"(?<!\d){re.escape(day)}(?!\d)", place) else f"{place}, {day}"


def numbered(statements: Sequence[Statement]) -> tuple[list[str], tuple[Citation, ...]]:
    """The statements as lines, each followed by the numbers of its citations, and those citations in order.

    A quote that lies within another one of the answer bears that one's number.
    """
    wanted = [citation for statement in statements for citation in statement.citations]
    cited = list(dict.fromkeys(widest(citation, wanted) for citation in wanted))
    lines = []
    for statement in statements:
        numbers = dict.fromkeys(cited.index(widest(citation, wanted)) + 1 for citation in statement.citations)
        lines.append(statement.text + "".join(f" [{number}]" for number in numbers))
    return lines, tuple(cited)


def only_beside(statements: Sequence[Statement], cited: Sequence[Citation]) -> frozenset[int]:
    """The numbers of the citations that only statements beside the answer need.

    Args:
        statements: All of an answer.
        cited: Its citations, as ``numbered`` orders them.
    """
    needed = [citation for statement in statements if not statement.beside for citation in statement.citations]
    return frozenset(
        number for number, one in enumerate(cited, start=1) if not any(lies_in(each, one) for each in needed)
    )


def lies_in(one: Citation, other: Citation) -> bool:
    """Whether a quote stands within another one."""
    return one.document == other.document and other.start <= one.start and one.end <= other.end


def widest(citation: Citation, others: Sequence[Citation]) -> Citation:
    """The longest of the quotes that a quote lies within; itself if it lies within no other."""
    around = (other for other in others if lies_in(citation, other))
    return max(around, key=lambda other: other.end - other.start, default=citation)
