"""Answers to Kamervragen: an Aanhangsel as published, or the letter in which a ministry sent them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

from ingest.document import Block, BlockKind, Kind, Role, Speaker
from ingest.official_numbers import vergaderjaar
from ingest.structure.layout import SENTENCE_END, Layout
from ingest.structure.letter import date_of_letter, sender_of, subject_of
from ingest.structure.notes import hung
from ingest.structure.outline import PLAIN_KINDS
from ingest.structure.parts import DATE, Parts, Piece, block, found_date, pieces_of
from ingest.structure.shapes import Shape

STANDING_TITLE = re.compile(r"Vragen gesteld door de leden der Kamer")
IDENTIFIER = re.compile(r"\bah-(?:tk|ek)-(\d{4})(\d{4})-(\d+)\b")
YEARS = re.compile(
    r"(?:Tweede|Eerste) Kamer, vergaderjaar (\d{4})\s*[–-]\s*(\d{4}), Aanhangsel"
    r"|Vergaderjaar (\d{4})\s*[–-]\s*(\d{4})\s+Aanhangsel"
)
NUMBER = re.compile(r"\d{1,4}")
QUESTIONS = re.compile(
    r"[Vv]ragen van (?P<asker>(?:het lid|de leden) (?!der Kamer).{2,300}?)"
    r"(?:,? aan (?P<to>(?:de|het) .{5,250}?))? "
    r"over (?P<subject>.{3,600}?)\s*(?:\(ingezonden (?P<sent>[^)]*)\)|\.?$)"
)
ANSWERS = re.compile(
    r"(?:Antwoord|Mededeling) van (?P<who>(?:de )?(?:[Mm]inister|[Ss]taatssecretaris)[^()]{0,80}?)"
    r"\s*\((?P<department>[^()]{3,120})\)"
    r"(?P<also>[^()]{0,200}(?:\([^()]{3,120}\))??[^()]{0,60})\((?:ontvangen|verzonden) ",
)
RECEIVED = rf"\((?:ontvangen|verzonden) {DATE}\)"
SENT_AND_ANSWERED = re.compile(
    r"Antwoord(?:en)? van (?P<who>(?:de )?(?:[Mm]inister|[Ss]taatssecretaris) (?:van|voor) .{3,120}?)"
    r" op (?:de )?(?:Kamer)?vragen"
)
ENDNOTE = re.compile(r"(\d{1,2})\)\s")
RANGE = re.compile(r"(\d+)[a-z]?\s*(?:t/m|tot en met|-|–)\s*(\d+)")


def is_aanhangsel(text: str) -> bool:
    """Whether the text is an Aanhangsel as the Kamer publishes it."""
    return bool(
        STANDING_TITLE.search(text[:2000])
        or (IDENTIFIER.search(text) and re.search(r"^Antwoord\b", text, re.MULTILINE))
    )


def holds_answers(layout: Layout) -> bool:
    """Whether a paper answers questions one by one under labels."""
    answers = sum(unit.shape is Shape.ANSWER for unit in layout.units)
    questions = sum(unit.shape is Shape.QUESTION for unit in layout.units)
    return answers > 0 and (questions > 0 or bool(_bare_numbers(pieces_of(layout))))


def parse(layout: Layout, raw: str, kind: Kind) -> Parts:
    """The questions and answers, who asked and who answered."""
    head = layout.text[:4000].replace("\n\n", " ")
    asked, answered = _asked(layout), ANSWERS.search(head)
    asker = _flat(asked["asker"]) if asked else ""
    answerer = _flat(answered["who"]) if answered else ""
    received = found_date(RECEIVED, head)
    sender = f"{answerer} ({_flat(answered['department'])})" if answered else _sender(head, layout)
    speaker = answerer or sender
    blocks = _endnotes(_Reader(asker, speaker).read(pieces_of(layout)), layout)
    return Parts(
        kind=kind,
        text=layout.text,
        blocks=tuple(hung(blocks, layout)),
        dropped=layout.dropped,
        identifier=_identifier(layout, raw, received) if kind is Kind.AANHANGSEL else "",
        title=(subject_of(layout) if kind is not Kind.AANHANGSEL else "") or _title(asked),
        date=received or (date_of_letter(layout) if kind is not Kind.AANHANGSEL else None),
        sender=sender,
        recipient="Tweede Kamer" if kind is not Kind.AANHANGSEL else asker,
    )


def _asked(layout: Layout) -> re.Match[str] | None:
    """The line that says who asked whom about what: on its own, or in the heading of a letter's annex."""
    heads = (QUESTIONS.search(layout.text[unit.start : unit.end]) for unit in layout.units[:40])
    return next((head for head in heads if head), None)


def numbers_in(label: str) -> tuple[int, ...]:
    """The question numbers that a label names: "3, 4 en 5", "3 t/m 6"."""
    numbers = {int(number) for number in re.findall(r"\d+", label)}
    for low, high in RANGE.findall(label):
        numbers |= set(range(int(low), min(int(high), int(low) + 100) + 1))
    return tuple(sorted(numbers))


def _identifier(layout: Layout, raw: str, received: date | None) -> str:
    if found := IDENTIFIER.search(raw):
        return found.group()
    number = next(
        (
            text
            for unit in layout.units[:12]
            if NUMBER.fullmatch(text := layout.text[unit.start : unit.end]) and len(text) > 1
        ),
        "",
    )
    stated = YEARS.search(raw)
    years = (
        tuple(int(year) for year in stated.groups() if year) if stated else vergaderjaar(received) if received else ()
    )
    return f"ah-tk-{years[0]}{years[1]}-{number}" if number and years else ""


def _title(asked: re.Match[str] | None) -> str:
    return f"Vragen van {_flat(asked['asker'])} over {_flat(asked['subject']).rstrip('.')}" if asked else ""


def _flat(text: str) -> str:
    return " ".join(text.split())


def _sender(head: str, layout: Layout) -> str:
    found = SENT_AND_ANSWERED.search(head)
    return sender_of(layout) or (_flat(found["who"]).removeprefix("de ") if found else "")


def _bare_numbers(pieces: list[Piece]) -> list[int]:
    """Where a question bears nothing but its number, as some ministries write it."""
    found: list[int] = []
    for index, piece in enumerate(pieces[:-1]):
        if (
            piece.shape is Shape.TEXT
            and re.fullmatch(r"\d{1,2}\.?", piece.text)
            and int(piece.text.rstrip(".")) == len(found) + 1
        ):
            found.append(index)
    return found


def _endnotes(blocks: list[Block], layout: Layout) -> list[Block]:
    """A list "1) …, 2) …" that closes a letter holds the notes that questions refer to with "1)"."""
    first = len(blocks)
    while first and ENDNOTE.match(layout.text, blocks[first - 1].start, blocks[first - 1].end):
        first -= 1
    body = layout.text[: blocks[first].start] if first < len(blocks) else ""
    if not re.search(r"[?.!»] ?1\)", body):
        return blocks
    notes = [
        replace(
            each,
            kind=BlockKind.FOOTNOTE,
            number=number,
            place=f"voetnoot {number}",
            path=(),
            speaker=Speaker(role=Role.ONBEKEND),
            context=None,
        )
        for each in blocks[first:]
        for number in ENDNOTE.findall(layout.text[each.start : each.end])[:1]
    ]
    return [*blocks[:first], *notes]


class _Reader:
    """Walks the pieces of a paper and remembers under which label it stands."""

    def __init__(self, asker: str, answerer: str) -> None:
        self._asker = Speaker(role=Role.KAMERLID, name=asker)
        self._answerer = Speaker(role=Role.BEWINDSPERSOON, name=answerer)
        self._kind = BlockKind.PARAGRAPH
        self._place = ""
        self._label = ""
        self._number = ""
        self._questions: dict[int, tuple[int, int]] = {}
        self._pending: list[int] = []  # numbers of questions since the last answer

    def read(self, pieces: list[Piece]) -> list[Block]:
        bare = set(_bare_numbers(pieces)) if not any(p.shape is Shape.QUESTION for p in pieces) else set()
        blocks = [self._block(piece, is_number=index in bare) for index, piece in enumerate(pieces)]
        # The line of column heads above the first row of a table.
        for index, (head, row) in enumerate(pairwise(blocks)):
            if (
                row.kind is BlockKind.TABLE
                and head.kind is BlockKind.ANSWER
                and not SENTENCE_END.search(pieces[index].text)
            ):
                blocks[index] = replace(head, kind=BlockKind.TABLE, number="")
        return blocks

    def _block(self, piece: Piece, *, is_number: bool) -> Block:
        if piece.shape is Shape.QUESTION or is_number:
            return self._question_label(piece)
        if piece.shape is Shape.ANSWER:
            return self._answer_label(piece)
        if piece.shape is Shape.FOOTNOTE:
            return block(piece, BlockKind.FOOTNOTE, place=f"voetnoot {piece.unit.number}")
        if piece.text.rstrip(":") == "Toelichting":
            self._kind, self._place, self._label, self._number = (
                BlockKind.PARAGRAPH,
                "toelichting",
                "Toelichting",
                "",
            )
            return block(piece, BlockKind.HEADING, place=self._place)
        return self._content(piece)

    def _question_label(self, piece: Piece) -> Block:
        if self._kind is not BlockKind.QUESTION:
            self._pending = []
        self._kind = BlockKind.QUESTION
        self._enter("vraag", piece.unit.number or piece.text.rstrip("."), piece)
        self._pending += numbers_in(self._number)
        return block(piece, BlockKind.HEADING, place=self._place, number=self._number, speaker=self._asker)

    def _answer_label(self, piece: Piece) -> Block:
        self._kind = BlockKind.ANSWER
        number = piece.unit.number or " en ".join(str(number) for number in self._pending)
        self._enter("antwoord", number, piece)
        return block(
            piece,
            BlockKind.HEADING,
            place=self._place,
            number=self._number,
            speaker=self._answerer,
            context=self._question(),
        )

    def _enter(self, word: str, number: str, piece: Piece) -> None:
        self._number = number if numbers_in(number) else ""
        self._place = f"{word} {self._number}".strip()
        self._label = piece.text.rstrip(":.")

    def _content(self, piece: Piece) -> Block:
        path = (self._label,) if self._label else ()
        if self._kind is BlockKind.PARAGRAPH:
            return block(piece, PLAIN_KINDS[piece.shape], path=path, place=self._place)
        if self._kind is BlockKind.QUESTION:
            for number in numbers_in(self._number):
                start = self._questions.get(number, (piece.unit.start, 0))[0]
                self._questions[number] = (start, piece.unit.end)
        plain = PLAIN_KINDS[piece.shape]
        made = block(
            piece,
            self._kind if plain is BlockKind.PARAGRAPH else plain,
            path=path,
            place=self._place,
            speaker=self._asker if self._kind is BlockKind.QUESTION else self._answerer,
            context=self._question() if self._kind is BlockKind.ANSWER else None,
        )
        return replace(made, number=self._number) if plain is BlockKind.PARAGRAPH else made

    def _question(self) -> tuple[int, int] | None:
        spans = [self._questions[number] for number in numbers_in(self._number) if number in self._questions]
        return (min(start for start, _ in spans), max(end for _, end in spans)) if spans else None
