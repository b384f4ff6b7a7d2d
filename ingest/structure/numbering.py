"""Which pieces of a paper open a question or an answer: by a label, by a bare number, or by nothing at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from ingest.document import BlockKind
from ingest.formats.paged_text import Turn
from ingest.structure.kamervragen import who_asks
from ingest.structure.labels import NUMBERS, numbers_in
from ingest.structure.parts import Piece
from ingest.structure.shapes import Shape

BARE = re.compile(rf"({NUMBERS})[.)]?")
MOST_MISSING = 2  # numbers that a paper may leave out
HEAD_OF_ANSWERS = 3  # pieces between "Antwoord" and the first number below it
LONGEST_OPENING = 3  # paragraphs of a question before its question mark
MOST_PARTS = 12  # of a question
TURNS = {Turn.QUESTION: BlockKind.QUESTION, Turn.ANSWER: BlockKind.ANSWER}
KINDS = {Shape.QUESTION: BlockKind.QUESTION, Shape.ANSWER: BlockKind.ANSWER}


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Where a question or an answer begins."""

    kind: BlockKind  # QUESTION or ANSWER; PARAGRAPH for a heading above numbered answers
    number: str = ""  # "3 en 4"; "" where none is written
    alone: bool = True  # whether the piece is nothing but the label


def labels_of(pieces: Sequence[Piece], *, unlabelled: bool) -> dict[int, Label]:
    """The labels by the index of the piece that they stand in.

    Args:
        pieces: The pieces of the paper, in order.
        unlabelled: Whether answers may follow their questions without a label.
    """
    labels = {
        index: Label(kind=KINDS[piece.shape], number=piece.unit.number)
        for index, piece in enumerate(pieces)
        if piece.shape in KINDS
    }
    # What the file itself says opens a question or an answer, where no label is printed.
    labels |= {
        index: Label(kind=TURNS[piece.unit.turn], alone=False)
        for index, piece in enumerate(pieces)
        if piece.unit.turn is not None and index not in labels
    }
    if not any(label.kind is BlockKind.QUESTION for label in labels.values()):
        labels |= _numbers(pieces)
    if unlabelled and not any(label.kind is BlockKind.ANSWER for label in labels.values()):
        labels |= _silent_answers(pieces, labels)
    return labels


def _numbers(pieces: Sequence[Piece]) -> dict[int, Label]:
    """Questions, and answers below one heading "Antwoord", that bear nothing but their number."""
    labels: dict[int, Label] = {}
    kind, expected = BlockKind.QUESTION, 1
    for index, piece in enumerate(pieces):
        if piece.shape is Shape.ANSWER and expected > 1 and _heads_numbered_answers(pieces, index):
            kind, expected = BlockKind.ANSWER, 1
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


def _heads_numbered_answers(pieces: Sequence[Piece], index: int) -> bool:
    """Whether a label without a number is a heading, with the number 1 a few pieces below it."""
    below = pieces[index + 1 : index + 1 + HEAD_OF_ANSWERS]
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
    return item.text.endswith("?") or (item.text.endswith(":") and any(part.text.endswith("?") for part in parts))


def _silent_answers(pieces: Sequence[Piece], questions: dict[int, Label]) -> dict[int, Label]:
    """Where the answer to each question begins, if no label says so: behind its last question mark."""
    labels: dict[int, Label] = {}
    starts = sorted(questions)
    for start, following in pairwise([*starts, len(pieces)]):
        first = start + questions[start].alone
        texts = [index for index in range(first, following) if pieces[index].shape in {Shape.TEXT, Shape.ITEM}]
        asking = [index for index in texts[:LONGEST_OPENING] if pieces[index].text.rstrip("0123456789").endswith("?")]
        end = asking[0] if asking else texts[0] if texts else following
        while end + 1 in texts and pieces[end + 1].text.rstrip("0123456789").endswith("?"):
            end += 1
        answer = next((index for index in texts if index > end), None)
        if answer is not None:
            labels[answer] = Label(kind=BlockKind.ANSWER, number=questions[start].number, alone=False)
    return labels
