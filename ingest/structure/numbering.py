"""Which pieces of a paper open a question or an answer: by a label, by a bare number, or by nothing at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from ingest.document import BlockKind
from ingest.formats.paged_text import Turn
from ingest.structure.kamervragen import who_asks
from ingest.structure.labels import NUMBERS, numbers_in
from ingest.structure.parts import Piece
from ingest.structure.shapes import Shape
from ingest.structure.unlabelled import Label, asks, silent_answers, silent_questions

BARE = re.compile(rf"({NUMBERS})[.)]?")
MOST_MISSING = 2  # numbers that a paper may leave out
HEAD_OF_NUMBERS = 3  # pieces between "Vragen" or "Antwoord" and the first number below it
MOST_PARTS = 12  # of a question
TURNS = {Turn.QUESTION: BlockKind.QUESTION, Turn.ANSWER: BlockKind.ANSWER}
KINDS = {Shape.QUESTION: BlockKind.QUESTION, Shape.ANSWER: BlockKind.ANSWER}


def labels_of(pieces: Sequence[Piece], *, unlabelled: bool) -> dict[int, Label]:
    """The labels by the index of the piece that they stand in.

    Args:
        pieces: The pieces of the paper, in order.
        unlabelled: Whether all answers may follow their questions without a label.
    """
    labels = {
        index: Label(kind=KINDS[piece.shape], number=piece.unit.number)
        for index, piece in enumerate(pieces)
        if piece.shape in KINDS
    }
    # What the file itself says opens a question or an answer, where no label is printed.
    labels |= {
        index: Label(kind=TURNS[piece.unit.turn], number=_own_number(piece), alone=False)
        for index, piece in enumerate(pieces)
        if piece.unit.turn is not None and index not in labels
    }
    asked = [index for index, label in labels.items() if label.kind is BlockKind.QUESTION]
    if all(_heads_numbers(pieces, index) for index in asked):
        labels |= _numbers(pieces)
    if any(label.kind is BlockKind.ANSWER for label in labels.values()):
        labels |= silent_questions(pieces, labels)
        labels |= silent_answers(pieces, labels, usual=False)
    elif unlabelled:
        labels |= silent_answers(pieces, labels, usual=True)
    return labels


def _own_number(piece: Piece) -> str:
    """The number that a question bears as an item of a list does."""
    return piece.unit.number if piece.unit.turn is Turn.QUESTION and piece.unit.number[:1].isdigit() else ""


def _numbers(pieces: Sequence[Piece]) -> dict[int, Label]:
    """Questions, and answers below one heading "Antwoord", that bear nothing but their number."""
    labels: dict[int, Label] = {}
    kind, expected = BlockKind.QUESTION, 1
    for index, piece in enumerate(pieces):
        heads = piece.shape is Shape.QUESTION or (piece.shape is Shape.ANSWER and expected > 1)
        if heads and _heads_numbers(pieces, index):
            kind, expected = KINDS[piece.shape], 1
            labels[index] = Label(kind=BlockKind.PARAGRAPH)
        numbers = _number(piece, pieces[index + 1 : index + 1 + MOST_PARTS])
        if numbers[:1] == ("1",) and index and who_asks(pieces[index - 1].text):  # the next set of questions
            kind, expected = BlockKind.QUESTION, 1
        if numbers and expected <= int(numbers[0]) <= expected + (MOST_MISSING if expected > 1 else 0):
            alone = piece.shape is Shape.TEXT
            written = piece.text.rstrip(".)") if alone else piece.unit.number
            labels[index] = Label(kind=kind, number=written, alone=alone)
            expected = int(numbers[-1]) + 1
    return labels


def _heads_numbers(pieces: Sequence[Piece], index: int) -> bool:
    """Whether a label without a number is a heading, with the number 1 a few pieces below it."""
    below = pieces[index + 1 : index + 1 + HEAD_OF_NUMBERS]
    return not pieces[index].unit.number and any(_number(piece)[:1] == ("1",) for piece in below)


def _number(piece: Piece, below: Sequence[Piece] = ()) -> tuple[str, ...]:
    """The numbers of a piece that is nothing else, or of an item of a list that asks something; else none."""
    if piece.shape is Shape.TEXT and (bare := BARE.fullmatch(piece.text)):
        numbers = numbers_in(bare.group(1))
    elif piece.shape is Shape.ITEM and _asks(piece, below):
        numbers = (piece.unit.number,)
    else:
        return ()
    return numbers if all(number.isdigit() for number in numbers) else ()


def _asks(item: Piece, below: Sequence[Piece]) -> bool:
    """Whether an item is a question, by itself or by its parts: "4. Deelt u de mening dat: a. …; b. …?"."""
    parts = takewhile(lambda piece: piece.shape is Shape.ITEM and not piece.unit.number.isdigit(), below)
    return asks(item.text) or (item.text.endswith(":") and any(asks(part.text) for part in parts))
