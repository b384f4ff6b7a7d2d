"""What a paper says of itself: who asked and when, who answered and when, and who signed it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set

from assistant.point.which_paper import about, of_that_kind, the_one, told_of
from assistant.prove.quotes import as_sentence
from assistant.understand.asked import Asked
from assistant.understand.counts import values_of
from assistant.understand.question import Question
from assistant.understand.wishes import Wish
from index.dutch import terms
from ingest.document import Block, Document, Kind, Role
from ingest.kinds import LETTERS
from ingest.structure.letter import SIGNATURE_PLACE
from ingest.times import moments
from ingest.typed_values import ValueKind

HEAD = 25  # blocks of a letter above its salutation
LEAST = 2  # words of the question that a paper's particulars bear if it is the one that is meant

_HEADS = {
    Wish.SENT: re.compile(r"\s*(?:\d+\s+)?(?:Schriftelijke )?[Vv]ragen van\b"),
    Wish.ANSWERED: re.compile(r"\s*(?:Antwoord|Mededeling)(?:en)? van\b"),
}

# "Datum ingezonden en datum antwoord": both are asked for, unlike in "wanneer zijn de vragen die X stelde beantwoord".
_BOTH_DAYS = re.compile(
    r"\b(?:ingezonden|ingediend|gesteld)(?:,| en|, en)(?: \w+){0,4} (?:be)?antwoord\w*|"
    r"\b(?:be)?antwoord\w*(?:,| en|, en)(?: \w+){0,4} (?:ingezonden|ingediend|gesteld)\b"
)
# How a letter that answers Kamervragen names who asked them.
_ASKED_IN_LETTER = re.compile(r"\b[Vv]ragen van (?:het (?:Kamer)?lid|de (?:Kamer)?leden)\b")
_TO = re.compile(
    r"(?:Aan|AAN)\b|(?:De|de|DE) (?:[Vv]oorzitter|VOORZITTER)\b|.{0,80}\b(?:t\.a\.v\.|T\.a\.v\.)|Geacht|Beste "
)
_SUBJECT = re.compile(r"(?:(?:Datum|DATUM)\b.{6,20}\d )?(?:Betreft|BETREFT|Onderwerp|ONDERWERP)\b")
_WHO = re.compile(
    r"\b(?:[Vv]ragen|[Aa]ntwoord(?:en)?|[Mm]ededeling(?:en)?)\s+van\s+(.+?)"
    r"(?=\s+aan\s|\s+\((?:ontvangen|ingezonden)\b|,?\s+(?:mede\s)?namens\b|\s+over\s|\.?\s*$)",
    re.DOTALL,
)
# Both are asked for: "wie stelde ze en wanneer".
_WHEN_TOO = r"(?:wanneer|(?:op )?(?:welke|de) (?:dag|datum))"
_AND = r"(?:,| en)"
_WHO_AND_WHEN = re.compile(rf"\bwie\b[^?.]*{_AND} {_WHEN_TOO}\b|\b{_WHEN_TOO}\b[^?.]*{_AND} (?:door |van )?wie\b")
_WHO_OR_WHEN = re.compile(rf"\b(?:wie|{_WHEN_TOO})\b")
_NEXT = re.compile(rf"{_AND} (?=(?:door )?(?:wie|{_WHEN_TOO})\b)")
_OF_SENDING = re.compile(r"\b(?:stelden?|stuurden?|vroeg(?:en)?|ingezonden|ingediend|gesteld)\b")
_OF_ANSWER = re.compile(r"\b(?:be)?antwoord")
_DATED = re.compile(r"\b(?:ontvangen|ingezonden)\b")
# A year in which something was asked; not one that is asked about, nor one of two.
_WHEN = re.compile(r"(?<!over )(?<!begroting )(?<!schooljaar )(?<!cijfers )(?<![\d/-])(?:19|20)\d\d(?![\d/-])")
_LETTER = re.compile(r"\b(?:kamer)?brief\b")
_SIGNED = re.compile(r"\b(?:onderteken\w*|handtekening|afzender)\b")  # of a paper that is named by its number
# What is signed is something else then: "wie heeft het convenant ondertekend volgens kst-29876-61?".
_SIGNED_ELSE = re.compile(
    r"\b(?:het|de|een|mijn) (?!\w*(?:stuk|brief|nota|reactie|antwoorden|afzender|ondertekenaar|handtekening|datum|dag|"
    r"minister|staatssecretaris)\b)\w+"
)
_OF_A_DAY = frozenset(terms("datum dag moment naam"))  # says no more than "wanneer" and "wie" do
_GREETING = re.compile(r"\bgroet|\b[Hh]oogachtend")


def head_of(question: Question, documents: Iterable[Document]) -> list[tuple[Document, Block]]:
    """The line of a paper's head that tells who asked, or who answered, and when; empty for any other question.

    Args:
        question: What is asked; only a date or a name about Kamervragen stands in a head. Which Kamervragen may have
            been said before.
        documents: The papers that may be meant.
    """
    whole = question.whole
    number_too = question.asked is Asked.REFERENCE and _WHO_OR_WHEN.search(question.folded)
    if Wish.KAMERVRAGEN not in whole.wishes or not (question.asked in {Asked.DATE, Asked.NAME} or number_too):
        return []
    may_be = [one for one in documents if one.kamervragen and _is_of(one, {*_WHEN.findall(whole.text)})]
    meant = [the_likeliest(question, part, may_be) for part in question.subjects or (whole.text,)]
    return [line for one in meant for head in _heads_for(question) for line in _lines(one, head)] if all(meant) else []


def _is_of(document: Document, years: Set[str]) -> bool:
    """Whether Kamervragen were asked or answered in one of some years; true where none is named."""
    asked = document.kamervragen
    days = (document.date, asked.sent, asked.received) if asked else (document.date,)
    return not years or not years.isdisjoint(str(day.year) for day in days if day)


def _heads_for(question: Question) -> list[re.Pattern[str]]:
    """The lines of a head that a question asks for."""
    if _asks_both(question.folded):
        return [*_HEADS.values()]
    wanted = [line for wish, line in reversed(_HEADS.items()) if wish in question.wishes]
    if not wanted and not question.new_terms - _OF_A_DAY:  # "en wanneer?", not "en wanneer komt de toegezegde brief?"
        wanted = [line for wish, line in reversed(_HEADS.items()) if wish in question.before.wishes]
    return wanted if Wish.ASKERS in question.wishes else wanted[:1]


def _asks_both(folded: str) -> bool:
    """Whether it is asked of Kamervragen who asked or when, and also who answered or when."""
    clauses = _NEXT.split(folded)
    of_sending = [clause for clause in clauses if _OF_SENDING.search(clause) and not _OF_ANSWER.search(clause)]
    return _BOTH_DAYS.search(folded) is not None or bool(of_sending and any(map(_OF_ANSWER.search, clauses)))


def told_in_head(question: Question, line: str) -> str:
    """The day, or who it was, in a line of a head, or both: all that was asked for; "" where the line lacks it."""
    who = _WHO.search(line)
    days = {one.text for one in values_of(line) if one.kind is ValueKind.DATE} if _DATED.search(line) else set()
    day = days.pop() if len(days) == 1 else ""
    if _WHO_AND_WHEN.search(question.folded):
        return as_sentence(f"{who[1]}, {day}") if who and day else ""
    if question.asked is Asked.DATE:
        return as_sentence(day) if day else ""
    return as_sentence(who[1]) if who else ""


def _lines(document: Document | None, head: re.Pattern[str]) -> list[tuple[Document, Block]]:
    """The first line of a paper that begins as a head does."""
    if document is None:
        return []
    blocks = [block for block in document.blocks if head.match(document.text, block.start, block.end)]
    if not blocks and document.kind in LETTERS:  # which has no head: it tells in a sentence, and is signed
        asks = head is _HEADS[Wish.SENT]
        told = [one for one in document.blocks if _ASKED_IN_LETTER.search(document.text, one.start, one.end)]
        return [(document, block) for block in (told[:1] if asks else signed_in(document))]
    return [(document, block) for block in blocks[:1]]


def signature_of(question: Question, documents: Iterable[Document]) -> list[tuple[Document, Block]]:
    """The lines with which a letter is signed, for who asks who wrote or sent it; empty for any other question."""
    signed = _SIGNED.search(question.folded) and not _SIGNED_ELSE.search(question.folded)
    alone = len(question.words) == 1 or signed  # "wie schreef kst-29876-61?"
    names_letter = _LETTER.search(question.folded) or (question.papers and alone)
    if Wish.SIGNER not in question.wishes or not names_letter:
        return []
    meant = the_likeliest(question, question.text, [one for one in documents if one.kind in LETTERS and signed_in(one)])
    return [(meant, block) for block in signed_in(meant)] if meant else []


def addressee_of(question: Question, documents: Iterable[Document]) -> list[tuple[Document, Block]]:
    """The line that says to whom a letter is sent, for who asks that; empty for any other question."""
    if Wish.ADDRESSEE not in question.wishes:
        return []
    return _line_of(question, [one for one in documents if one.kind in LETTERS or one.recipient], _TO)


def subject_of(question: Question, documents: Iterable[Document]) -> list[tuple[Document, Block]]:
    """The line in which a paper says what it is about, for who asks that; empty for any other question."""
    return _line_of(question, documents, _SUBJECT) if Wish.SUBJECT in question.wishes else []


def _line_of(question: Question, documents: Iterable[Document], line: re.Pattern[str]) -> list[tuple[Document, Block]]:
    """The first line of the head of the paper that is meant which begins so."""
    may_be = of_that_kind([*documents], question)
    days = {moment.value for moment in moments(question.text, None)}
    dated = [one for one in may_be if one.date and one.date.isoformat() in days]
    meant = dated[0] if len(dated) == 1 else the_likeliest(question, question.text, may_be)
    head = meant.blocks[:HEAD] if meant else ()
    return [(meant, block) for block in head if meant and line.match(meant.text, block.start, block.end)][:1]


def fracties_of(question: Question, documents: Iterable[Document]) -> list[tuple[Document, Block]]:
    """Where each fractie of the schriftelijk overleg that is meant is first heard, for who asks which; else empty."""
    if Wish.FRACTIES not in question.wishes:
        return []
    may_be = [one for one in documents if one.kind is Kind.SCHRIFTELIJK_OVERLEG]
    meant = may_be[0] if len(may_be) == 1 else the_likeliest(question, question.text, may_be)
    heard = [block for block in meant.blocks if block.speaker.role is Role.FRACTIE] if meant else []
    first = {block.speaker.name: block for block in reversed(heard) if block.speaker.name}
    return [(meant, block) for block in sorted(first.values(), key=lambda one: one.start) if meant]


def signed_in(document: Document) -> list[Block]:
    """The lines with which a paper is signed, without its greeting."""
    lines = [block for block in document.blocks if block.place == SIGNATURE_PLACE]
    return [block for block in lines if not _GREETING.search(document.text, block.start, block.end)]


def the_likeliest(question: Question, text: str, documents: Sequence[Document]) -> Document | None:
    """The one paper that a text can only stand for, or whose particulars bear several of its words."""
    names = question.names
    if certain := the_one(text, names, documents):
        return certain
    fitting = [one for one in documents if about(one, names)]
    told = {one.identifier: told_of(one, text) for one in fitting}
    most = max(told.values(), default=0)
    meant = [one for one in fitting if told[one.identifier] == most]
    certain_enough = most >= LEAST or question.papers or (names and len(fitting) == 1)
    return meant[0] if len(meant) == 1 and certain_enough else None
