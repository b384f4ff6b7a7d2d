"""Answers to Kamervragen: an Aanhangsel as published, the letter in which a ministry sent them, a list of them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import takewhile

from ingest.document import Block, BlockKind, Kamervragen, Kind, Reply, Role, Speaker
from ingest.structure.answers import Voices, read_answers
from ingest.structure.appendices import appendices_of
from ingest.structure.endnotes import endnotes
from ingest.structure.kamerbrief import with_signature
from ingest.structure.kamerstuk import dossiers_of, identifier_of
from ingest.structure.kamervragen import (
    IDENTIFIER,
    STANDING_TITLE,
    head_of,
    is_answering,
    is_published,
    number_and_years,
    number_sent_in,
    offices_in,
    people,
    questions_identifier,
    sent_in,
    who_asks,
)
from ingest.structure.layout import Layout
from ingest.structure.letter import (
    SIGNATURE_PLACE,
    date_of_letter,
    ending_of,
    kamer_of,
    sender_of,
    speaker_of,
    subject_of,
    with_silent_head,
)
from ingest.structure.line_ends import SENTENCE_END
from ingest.structure.notes import hung
from ingest.structure.numbering import labels_of
from ingest.structure.parts import Parts, pieces_of
from ingest.structure.pointers import with_pointers
from ingest.structure.shapes import Shape

LIST = re.compile(
    r"LIJST VAN VRAGEN EN ANTWOORDEN|[Vv]ragen en antwoorden(?:, voorzien van [^.]{3,60},)? zijn hierna afgedrukt"
)
UNITS_OF_HEAD = 40
LONGEST_HEAD = 4000  # characters
LONGEST_RAW_HEAD = 3000  # characters, with the margin of the first page


def is_aanhangsel(text: str) -> bool:
    """Whether the text is an Aanhangsel as the Kamer publishes it."""
    return bool(
        STANDING_TITLE.search(text[:2000])
        or is_published(" ".join(text[:LONGEST_HEAD].split()))
        or (IDENTIFIER.search(text) and re.search(r"^(?:Antwoord|Mededeling)\b", text, re.MULTILINE))
    )


def is_list(text: str) -> bool:
    """Whether a committee's questions are printed each with its answer."""
    return bool(LIST.search(text[:LONGEST_HEAD]))


def holds_answers(layout: Layout) -> bool:
    """Whether a paper answers questions one by one."""
    return {BlockKind.QUESTION, BlockKind.ANSWER} <= _kinds(layout)


def only_asks(layout: Layout) -> bool:
    """Whether it is the questions of members of the Kamer, not answered yet."""
    kinds, head = _kinds(layout), _head(layout)
    asks = BlockKind.QUESTION in kinds and BlockKind.ANSWER not in kinds
    return asks and bool(head.askers and head.sent) and head.reply is None


def answers_the_kamer(layout: Layout) -> bool:
    """Whether a ministry's letter answers the questions of members of the Kamer."""
    return bool(_head(layout).askers) and holds_answers(layout)


def parse(layout: Layout, raw: str, kind: Kind) -> Parts:
    """The questions and answers, who asked and who answered."""
    asked = _head(layout)
    published = kind is Kind.AANHANGSEL
    signed = sender_of(layout)
    sender = _sender(asked, signed)
    silent = not published and _answers_silently(layout)
    voices = _voices(asked, sender, kind, signed=sender == signed)
    blocks = read_answers(pieces_of(layout), voices, unlabelled=silent)
    blocks = with_pointers(endnotes(hung(blocks, layout), layout.text), layout.text)
    if not published:
        blocks = with_silent_head(with_signature(blocks, ending_of(layout, blocks)), layout)
        blocks = _with_title_of_annex(blocks, layout)
    answered = any(block.kind is BlockKind.ANSWER for block in blocks)
    dossiers = () if published else dossiers_of(layout.text)
    if published:
        asked, identifier = _numbered(asked, layout, raw)
    else:
        asked = _signed(asked, signed) if answered else asked
        asked = replace(asked, sent=asked.sent or _sent_in(layout, raw), sent_as=number_sent_in(raw[:LONGEST_RAW_HEAD]))
        identifier = identifier_of(layout.text, raw, dossiers) or questions_identifier(raw)
    answers = published or answered
    return Parts(
        kind=kind,
        text=layout.text,
        blocks=tuple(blocks),
        dropped=layout.dropped,
        identifier=identifier,
        title=("" if published else subject_of(layout)) or _title(asked, dossiers, layout),
        date=asked.received if published else date_of_letter(layout) or (asked.received if answered else asked.sent),
        sender=sender if answers else people(asked.askers),
        recipient=_recipient(asked, layout, answers=answers, published=published),
        dossiers=dossiers,
        appendices=() if published else appendices_of(layout),
        kamervragen=asked,
    )


def _with_title_of_annex(blocks: list[Block], layout: Layout) -> list[Block]:
    """The same blocks; number and title of the questions, which stand above the first of them, are said by nobody.

    Such is a line without a stop behind the signature, or one that names who asks; what the file sets as a heading
    is one.
    """
    first = next((at for at, each in enumerate(blocks) if each.kind in {BlockKind.QUESTION, BlockKind.ANSWER}), 0)
    marked = {unit.start for unit in layout.units if unit.heading is not None}
    signed = False
    result = list(blocks)
    for at, each in enumerate(blocks[:first]):
        words = layout.text[each.start : each.end]
        signs = (signed, bool(who_asks(words)), not SENTENCE_END.search(words))
        of_annex = sum(signs) > 1
        if of_annex and each.kind is BlockKind.PARAGRAPH and each.place == "":
            kind = BlockKind.HEADING if each.start in marked else each.kind
            result[at] = replace(each, kind=kind, speaker=Speaker(role=Role.ONBEKEND))
        signed = signed or each.place == SIGNATURE_PLACE
    return result


def _kinds(layout: Layout) -> set[BlockKind]:
    labels = labels_of(pieces_of(layout), unlabelled=_answers_silently(layout))
    return {label.kind for label in labels.values()}


def _signed(asked: Kamervragen, signed: str) -> Kamervragen:
    """The same with who signed the letter that holds the answers."""
    who, _, behalf = signed.partition(", mede namens ")
    return replace(
        asked,
        reply=Reply.ANTWOORD,
        answered_by=(who,) if who else asked.answered_by or asked.addressees,
        on_behalf_of=offices_in(behalf) or asked.on_behalf_of,
    )


def _sent_in(layout: Layout, raw: str) -> date | None:
    """When the questions came: as the letter itself says it, else as the margin beside it does."""
    return sent_in(" ".join(_lines_of_head(layout))) or sent_in(" ".join(raw[:LONGEST_RAW_HEAD].split()))


def _answers_silently(layout: Layout) -> bool:
    """Whether answers may stand below their questions without a label, as committees' lists and some ministries do."""
    return is_list(layout.text) or any(is_answering(line) for line in _lines_of_head(layout))


def _head(layout: Layout) -> Kamervragen:
    # In old papers the answering minister is named behind the questions.
    flat = layout.text[:LONGEST_HEAD].replace("\n\n", " ")
    return head_of(flat, _lines_of_head(layout)) or Kamervragen()


def _lines_of_head(layout: Layout) -> list[str]:
    head = takewhile(lambda unit: unit.shape not in {Shape.QUESTION, Shape.ANSWER}, layout.units[:UNITS_OF_HEAD])
    return [layout.text[unit.start : unit.end] for unit in head]


def _voices(asked: Kamervragen, sender: str, kind: Kind, *, signed: bool) -> Voices:
    name = " en ".join(office.split(" (")[0] for office in asked.answered_by) if kind is Kind.AANHANGSEL else ""
    official = not sender or re.search(r"[Mm]inister|[Ss]taatssecretaris", sender)
    name = name or (speaker_of(sender) if signed else sender)
    answerer = Speaker(role=Role.BEWINDSPERSOON if official else Role.ONBEKEND, name=name)
    asker = Speaker(role=Role.KAMERLID, name=people(asked.askers))
    if kind in {Kind.KAMERBRIEF, Kind.BRIEF}:  # what the Kamer prints has other words around
        return Voices(asker=asker, answerer=answerer, around=answerer)
    return Voices(asker=asker, answerer=answerer)


def _sender(asked: Kamervragen, signed: str) -> str:
    # A name and a department in brackets stand in a published answer, an office alone in a letter.
    if any("(" in office for office in asked.answered_by):
        return " en ".join(asked.answered_by)
    return signed or " en ".join(asked.answered_by or asked.addressees)


def _title(asked: Kamervragen, dossiers: tuple[str, ...], layout: Layout) -> str:
    if asked.subject:
        what = "Mededeling over vragen" if asked.reply is Reply.MEDEDELING else "Vragen"
        return f"{what} van {people(asked.askers)} over {asked.subject}"
    if not dossiers:
        return ""
    line = next((line for line in _lines_of_head(layout) if line.startswith(dossiers[0])), "")
    return f"Lijst van vragen en antwoorden: {line.removeprefix(dossiers[0]).strip()}"


def _recipient(asked: Kamervragen, layout: Layout, *, answers: bool, published: bool) -> str:
    """Who gets the paper: answers go to the Kamer, or to the members who asked; questions to the government."""
    if not answers:
        return " en ".join(asked.addressees)
    if published:
        return people(asked.askers)
    return kamer_of(layout)


def _numbered(asked: Kamervragen, layout: Layout, raw: str) -> tuple[Kamervragen, str]:
    """The same with number and session year, and the identifier that follows from them."""
    lines = [layout.text[unit.start : unit.end] for unit in layout.units[:12]]
    house, number, years = number_and_years(raw, lines, asked.received)
    if years is None:
        return replace(asked, number=number), ""
    identifier = f"ah-{house}-{years[0]}{years[1]}-{number}" if number else ""
    return replace(asked, number=number, session_year=f"{years[0]}-{years[1]}"), identifier
