"""Questions and answers without a label, found between those that have one: by order, numbers, and form of address."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.document import BlockKind
from ingest.sentences import split
from ingest.structure.labels import numbers_in, whole
from ingest.structure.parts import Piece
from ingest.structure.shapes import Shape
from ingest.structure.voices import speaks_for_the_minister, unquoted

LONGEST_OPENING = 3  # paragraphs of a question before its question mark
MOST_MISSING = 10  # questions between two labels
LONGEST_CLOSING = 140  # characters
CLOSES = re.compile(
    r"Hoogachtend|Met (?:vriendelijke|hartelijke)|(?:De )?(?:Minister|Staatssecretaris)\b[^.]*,?$"
    r"|(?:Toelichting|Mededeling|Bijlagen?|Inleiding|Algemeen)\b[^.]*$",
    re.IGNORECASE,
)
REPLIES = re.compile(
    r"(?:Ja|Nee|Neen)(?=[,.;]|$)|Zie (?:ook )?(?:het|mijn|ons) antwoord|Dat (?:klopt|is (?:juist|onjuist))"
    r"|(?:Dit|Deze) vra(?:ag|gen)\b|(?:Voor )?(?:het|de) (?:antwoord|beantwoording)\b",
    re.IGNORECASE,
)
ADDRESSES = re.compile(r"\b(?:u|uw|de (?:minister|staatssecretaris)|het kabinet|de regering)\b(?! [Kk]amer)")
# What members ask for without a question mark.
REQUESTS = re.compile(
    r"(?:Graag|Gaarne|Zo (?:ja|nee|niet)|Indien (?:ja|nee|niet)|Waarom|Hoe|Wanneer|Welke?|Wat|Wie"
    r"|(?:Kunt|Wilt|Bent|Deelt|Herkent|Erkent|Onderschrijft|Gaat|Heeft|Vindt|Weet) u)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Where a question or an answer begins."""

    kind: BlockKind  # QUESTION or ANSWER; PARAGRAPH for a heading above numbered answers
    number: str = ""  # "3 en 4"; "" where none is written
    alone: bool = True  # whether the piece is nothing but the label
    certain: bool = True  # False where what follows may be the question or its answer


def silent_questions(pieces: Sequence[Piece], labels: Mapping[int, Label]) -> dict[int, Label]:
    """Questions that stand without a label in the answer before them, where the numbers show that some are missing.

    The next answer bears a number that no question has, or the next question skips one or more.
    """
    asked = _numbers_of(labels, BlockKind.QUESTION)
    found: dict[int, Label] = {}
    for before, at in pairwise(sorted(labels)):
        missing = _missing(labels[before], labels[at], asked)
        if not missing:
            continue
        first = before + labels[before].alone
        runs = [
            run for run in _asking_runs(pieces, _texts(pieces, first, at)) if run > first
        ]  # the first piece is its own
        if len(runs) > len(missing):
            runs = [run for run in runs if ADDRESSES.search(unquoted(pieces[run].text))]
        numbers = missing if len(runs) == len(missing) else [""] * len(runs)
        for run, number in zip(runs, numbers, strict=True):
            found[run] = Label(kind=BlockKind.QUESTION, number=number, alone=False)
    return found


def silent_answers(pieces: Sequence[Piece], labels: Mapping[int, Label], *, usual: bool) -> dict[int, Label]:
    """Where the answer to a question begins, if no label says so: behind the last of its paragraphs that asks.

    Args:
        pieces: The pieces of the paper, in order.
        labels: Those of the questions and answers that have one.
        usual: Whether all answers of this paper stand so. Else an answer is certain only where it speaks as who
            answers does, or where the paper answers by number and no answer bears the number of this question.
    """
    answered = _numbers_of(labels, BlockKind.ANSWER)
    by_turns = _by_turns(labels)
    found: dict[int, Label] = {}
    for start, following in pairwise([*sorted(labels), len(pieces)]):
        label = labels[start]
        numbers = numbers_in(label.number)
        if label.kind is not BlockKind.QUESTION or any(_known(number, answered) for number in numbers):
            continue
        if (
            following in labels
            and labels[following].kind is BlockKind.ANSWER
            and not numbers_in(labels[following].number)
        ):
            continue
        texts = _texts(pieces, start + label.alone, following)
        if not usual:
            texts = _before_the_end(pieces, texts)
        end = _end_of_question(pieces, texts)
        answer = next((index for index in texts if end is not None and index > end), None)
        if answer is not None:
            replies = any(_replies(pieces[index].text) for index in texts if index >= answer)
            certain = usual or replies or (by_turns and bool(numbers) and _next_bears_a_number(labels, start))
            found[answer] = Label(kind=BlockKind.ANSWER, number=label.number, alone=False, certain=certain)
        elif end is not None and not usual and _asks_and_replies(pieces[end].text):
            found[end] = Label(kind=BlockKind.ANSWER, number=label.number, alone=False, certain=False)
    return found


def _numbers_of(labels: Mapping[int, Label], kind: BlockKind) -> frozenset[str]:
    return frozenset(number for label in labels.values() if label.kind is kind for number in numbers_in(label.number))


def _by_turns(labels: Mapping[int, Label]) -> bool:
    """Whether answers follow their questions, and do not stand all together behind them."""
    kinds = [labels[index].kind for index in sorted(labels) if labels[index].kind is not BlockKind.PARAGRAPH]
    return BlockKind.QUESTION in kinds[kinds.index(BlockKind.ANSWER) :] if BlockKind.ANSWER in kinds else True


def _next_bears_a_number(labels: Mapping[int, Label], start: int) -> bool:
    """Whether the next answer says to which question it belongs; one that does not may answer several."""
    following = (labels[index] for index in sorted(labels) if index > start)
    return all(numbers_in(label.number) for label in following if label.kind is BlockKind.ANSWER)


def _known(number: str, among: frozenset[str]) -> bool:
    """Whether a number, its whole ("2" of "2a") or one of its parts stands among others."""
    return whole(number) in map(whole, among)


def _missing(before: Label, following: Label, asked: frozenset[str]) -> list[str]:
    """The numbers of the questions that are missing between two labels; "" where none is known."""
    numbers, next_numbers = numbers_in(before.number), numbers_in(following.number)
    if following.kind is BlockKind.ANSWER:
        if before.kind is BlockKind.QUESTION and not (numbers and next_numbers):
            return []
        return [] if any(_known(number, asked) for number in next_numbers) else [following.number]
    if not numbers or not next_numbers or not (numbers[-1].isdigit() and next_numbers[0].isdigit()):
        return []
    low, high = int(numbers[-1]) + 1, int(next_numbers[0])
    return [str(number) for number in range(low, min(high, low + MOST_MISSING))]


def _asking_runs(pieces: Sequence[Piece], texts: list[int]) -> list[int]:
    """The first piece of each question: pieces in a row that ask, or end in a list that does."""
    asking = {index for index in texts if asks(pieces[index].text) and not _replies(pieces[index].text)}
    for index in reversed(texts):
        leads = pieces[index].shape is Shape.ITEM or pieces[index].text.endswith(":")
        if index + 1 in asking and pieces[index + 1].shape is Shape.ITEM and leads and not _replies(pieces[index].text):
            asking.add(index)
    return [index for index in sorted(asking) if index - 1 not in asking]


def _texts(pieces: Sequence[Piece], first: int, following: int) -> list[int]:
    return [index for index in range(first, following) if pieces[index].shape in {Shape.TEXT, Shape.ITEM}]


def _before_the_end(pieces: Sequence[Piece], texts: list[int]) -> list[int]:
    """The pieces before a letter is closed or something else is headed."""
    ends = (at for at, index in enumerate(texts) if _is_end(pieces[index].text))
    return texts[: next(ends, len(texts))]


def _is_end(text: str) -> bool:
    return len(text) < LONGEST_CLOSING and CLOSES.match(text) is not None


def _end_of_question(pieces: Sequence[Piece], texts: list[int]) -> int | None:
    """The last piece of a question: the last that asks, of those that follow its first question mark."""
    if not texts:
        return None
    asking = [at for at, index in enumerate(texts[:LONGEST_OPENING]) if asks(pieces[index].text)]
    at = asking[0] if asking else 0
    while at + 1 < len(texts) and (asks(pieces[texts[at + 1]].text) or _goes_on(pieces, texts, at)):
        at += 1
    return texts[at]


def _goes_on(pieces: Sequence[Piece], texts: list[int], at: int) -> bool:
    """Whether a request of the members, or an item of the list that the question ends with, follows."""
    text, following = pieces[texts[at]], pieces[texts[at + 1]]
    if following.shape is Shape.ITEM and (text.shape is Shape.ITEM or text.text.endswith(":")):
        return not _replies(following.text)
    return REQUESTS.match(following.text) is not None and not _replies(following.text)


def asks(text: str) -> bool:
    """Whether a text ends with a question mark, and perhaps the mark of a footnote or a quotation mark behind it."""
    return text.rstrip('0123456789⁰¹²³⁴⁵⁶⁷⁸⁹ »”’"').endswith("?")


def _replies(text: str) -> bool:
    own = unquoted(text)
    return bool(REPLIES.match(own) or speaks_for_the_minister(own))


def _asks_and_replies(text: str) -> bool:
    """Whether one piece holds a question and, behind it, a sentence as who answers says it."""
    sentences = [text[start:end] for start, end in split(text)]
    asking = next((at for at, sentence in enumerate(sentences) if asks(sentence)), len(sentences))
    return any(_replies(sentence) and not asks(sentence) for sentence in sentences[asking + 1 :])
