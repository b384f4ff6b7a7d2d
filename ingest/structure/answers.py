"""Every question with its answer, whatever the labels look like."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from ingest.document import Block, BlockKind, Role, Speaker
from ingest.structure.kamervragen import who_asks
from ingest.structure.labels import named, numbers_in, whole
from ingest.structure.line_ends import SENTENCE_END
from ingest.structure.numbering import labels_of
from ingest.structure.outline import PLAIN_KINDS, SIGNATURE, continued, leads_in
from ingest.structure.parts import Piece, block, opening_of
from ingest.structure.shapes import Shape
from ingest.structure.unlabelled import Label

Span = tuple[int, int]

# Headings that end the questions and answers, or stand before them.
ASIDE = re.compile(
    r"(?P<word>Toelichting|Mededeling|Bijlagen?|Inleiding|Algemeen)(?: \d{1,2}| [A-Z])?\b[:.]?", re.IGNORECASE
)
UNKNOWN = Speaker(role=Role.ONBEKEND)
LONGEST_ASIDE = 90  # characters
LONGEST_SIGNATURE = 140
LONGEST_HEADING_OF_SET = 600
LETTER = re.compile(r"[a-z]")
# A sentence that announces a list: "Daarvoor gelden deze voorwaarden.", "Ik kies voor drie maatregelen."
ANNOUNCES = re.compile(
    r"\bvolgende\b[^.?!]*\.?$"
    r"|\b(?:deze|twee|drie|vier|vijf|zes|zeven|acht|enkele|verschillende) (?:\w+ )?\w+(?:en|s)\.?$",
    re.IGNORECASE,
)
CLOSING = re.compile(r"Hoogachtend|Met (?:vriendelijke|hartelijke)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Voices:
    """Who asks, who answers, and who speaks outside questions and answers."""

    asker: Speaker
    answerer: Speaker
    around: Speaker = UNKNOWN


def read_answers(pieces: Sequence[Piece], voices: Voices, *, unlabelled: bool = False) -> list[Block]:
    """A block for each piece, in the part of the question or answer that it stands in.

    Args:
        pieces: The pieces of the paper, in order.
        voices: Whose words they are.
        unlabelled: Whether answers may follow their questions without a label.
    """
    labels = labels_of(pieces, unlabelled=unlabelled)
    reader = _Reader(pieces, voices, labels)
    blocks = [reader.block(index, piece) for index, piece in enumerate(pieces)]
    for index, (head, row) in enumerate(pairwise(blocks)):
        # The caption of a table, or a line of column heads above its first row.
        bare = head.kind is BlockKind.ANSWER and not SENTENCE_END.search(pieces[index].text)
        if row.kind is BlockKind.TABLE and bare:
            blocks[index] = replace(head, kind=BlockKind.TABLE, number="", context=None)
    return blocks


def _sets(pieces: Sequence[Piece], labels: dict[int, Label]) -> dict[int, str]:
    """The headings above sets of questions, each with who asked, if a paper answers more than one set."""
    found = {
        index: who
        for index, piece in enumerate(pieces)
        if piece.shape is Shape.TEXT and len(piece.text) < LONGEST_HEADING_OF_SET and (who := who_asks(piece.text))
    }
    # One that stands right above questions counts; the subject of a letter does not.
    heads = {index: who for index, who in found.items() if labels.keys() & {index + 1, index + 2}}
    return heads if heads and max(heads) > min(labels) else {}


class _Questions:
    """Where each question stands, and which of them wait for an answer."""

    def __init__(self) -> None:
        self._spans: dict[str, Span] = {}
        self._unnumbered: Span | None = None
        self._parts: dict[tuple[str, str], Span] = {}  # lettered, by the number of the question and the letter
        self.waiting: list[str] = []

    def begin(self, numbers: tuple[str, ...], *, after_answer: bool) -> None:
        """A question begins; one that bears a number again takes the place of the first."""
        if after_answer or any(number in self._spans for number in numbers):
            self.waiting = []
        self._unnumbered = None
        self._parts = {key: span for key, span in self._parts.items() if key[0] not in numbers}
        for number in numbers:
            self._spans.pop(number, None)
        self.waiting += [number for number in numbers if number not in self.waiting]

    def grow(self, numbers: tuple[str, ...], span: Span) -> None:
        """A piece of the question."""
        if not numbers:
            self._unnumbered = (self._unnumbered[0] if self._unnumbered else span[0], span[1])
        for number in numbers:
            self._spans[number] = (self._spans.get(number, span)[0], span[1])

    def add_part(self, numbers: tuple[str, ...], letter: str, span: Span) -> None:
        """A lettered part of the question."""
        self._parts.update({(number, letter): span for number in numbers})

    def part(self, numbers: tuple[str, ...], letter: str) -> Span | None:
        """The part of the one question of an answer that bears the same letter."""
        return self._parts.get((numbers[0], letter)) if len(numbers) == 1 else None

    def letters(self, numbers: tuple[str, ...]) -> set[str]:
        """The letters of the parts of the one question of an answer."""
        return {letter for number, letter in self._parts if (number,) == numbers}

    def span(self, numbers: tuple[str, ...]) -> Span | None:
        """The span of the questions of an answer; of questions apart from each other the last ones."""
        found = sorted({self._spans[number] for number in self._known(numbers)})
        if not found:
            return self._unnumbered
        run = [found.pop()]
        order = sorted(set(self._spans.values())) if found else []
        while found and order.index(found[-1]) + 1 == order.index(run[0]):
            run.insert(0, found.pop())
        return run[0][0], run[-1][1]

    def _known(self, numbers: tuple[str, ...]) -> list[str]:
        """The numbers as the questions bear them: "2a" may stand in question 2, and 2 may be 2a and 2b."""
        known: list[str] = []
        for number in numbers:
            if number in self._spans:
                known.append(number)
            elif whole(number) in self._spans:
                known.append(whole(number))
            else:
                known += [other for other in self._spans if whole(other) == number]
        return known


class _Reader:
    """Walks the pieces of a paper and remembers under which label it stands."""

    def __init__(self, pieces: Sequence[Piece], voices: Voices, labels: dict[int, Label]) -> None:
        self._pieces = pieces
        self._voices = voices
        self._labels = labels
        self._sets = _sets(pieces, labels)
        self._asker = voices.asker
        self._set = ""  # whose questions, where a paper answers those of several
        self._last_label = max(labels, default=-1)
        self._kind = BlockKind.PARAGRAPH
        self._place = ""
        self._path: tuple[str, ...] = ()
        self._number = ""
        self._speaker = voices.around
        self._questions = _Questions()
        self._lead_in: Span | None = None
        self._opens = False  # whether the next piece is the first of a question or an answer
        self._part: Span | None = None  # the lettered part of the question that a part of the answer hangs on
        self._parts: range | None = None  # from the first lettered part of an answer to the last, if they pair
        self._items: set[int] = set()  # where the items of lists start

    def block(self, index: int, piece: Piece) -> Block:
        """The block of a piece; to be asked for each in order."""
        if label := self._labels.get(index):
            self._parts = None
            return self._labelled(index, piece, label)
        if who := self._sets.get(index):
            return self._new_set(piece, who)
        if piece.shape is Shape.FOOTNOTE:
            return block(piece, BlockKind.FOOTNOTE, place=f"voetnoot {piece.unit.number}")
        if piece.shape is Shape.TEXT and (aside := self._aside(piece.text)):
            return self._beside(piece, aside)
        if index > self._last_label and self._place and self._closes(index):
            self._leave(self._voices.around)
        return self._content(index, piece)

    def _new_set(self, piece: Piece, who: str) -> Block:
        self._leave(self._voices.around)
        self._questions = _Questions()
        self._asker = Speaker(role=Role.KAMERLID, name=who)
        self._set = f" op vragen van {who}"
        return block(piece, BlockKind.HEADING, speaker=self._speaker)

    def _labelled(self, index: int, piece: Piece, label: Label) -> Block:
        if label.kind is BlockKind.PARAGRAPH:
            self._leave(self._voices.answerer)
            return block(piece, BlockKind.HEADING, speaker=self._speaker)
        if not label.certain:
            return self._doubtful(index, piece, label)
        asks = label.kind is BlockKind.QUESTION
        number = label.number or ("" if asks else named(self._questions.waiting))
        numbers = numbers_in(number)
        self._number = number if numbers else ""
        if asks:
            self._questions.begin(numbers, after_answer=self._kind is not BlockKind.QUESTION)
        self._kind = label.kind
        self._speaker = self._asker if asks else self._voices.answerer
        self._place = f"{'vraag' if asks else 'antwoord'} {self._number}".strip() + self._set
        self._lead_in, self._opens = None, True
        if not label.alone:
            self._path = (self._place.capitalize(),)
            return self._content(index, piece)
        self._path = (piece.text.rstrip(":."),)
        made = block(piece, BlockKind.HEADING, place=self._place, number=self._number, speaker=self._speaker)
        return made if asks else replace(made, context=self._question())

    def _doubtful(self, index: int, piece: Piece, label: Label) -> Block:
        """What may be the question still or its answer already: nobody is given the words."""
        self._leave(UNKNOWN)
        self._place = f"vraag {label.number}".strip() + " of het antwoord daarop" + self._set
        self._path = (self._place.capitalize(),)
        return replace(self._content(index, piece), context=self._questions.span(numbers_in(label.number)))

    def _aside(self, text: str) -> str:
        """The word of a heading that stands outside questions and answers; "" for any other line."""
        found = ASIDE.match(text)
        if found is None or len(text) > LONGEST_ASIDE or text[-1] in ".,;?" or not text[0].isupper():
            return ""
        return found["word"].lower() if found.end() == len(text) or text.startswith("Bijlage") else ""

    def _beside(self, piece: Piece, aside: str) -> Block:
        # What the Kamer's office adds is said by nobody we know; the rest by who answers.
        self._leave(UNKNOWN if aside == "toelichting" else self._voices.answerer)
        self._place, self._path = aside, (piece.text.rstrip(":."),)
        return block(piece, BlockKind.HEADING, place=aside, speaker=self._speaker)

    def _leave(self, speaker: Speaker) -> None:
        self._kind, self._place, self._path, self._number = BlockKind.PARAGRAPH, "", (), ""
        self._speaker, self._lead_in, self._opens, self._parts = speaker, None, False, None

    def _closes(self, index: int) -> bool:
        """Whether the letter is closed here: a greeting, or the office of who signs with a name below it."""
        text = self._pieces[index].text
        if CLOSING.match(text) and len(text) < LONGEST_SIGNATURE:
            return True
        signs = SIGNATURE.match(text) and len(text) < LONGEST_SIGNATURE and not SENTENCE_END.search(text)
        below = self._pieces[index + 1].text if index + 1 < len(self._pieces) else ""
        return bool(signs) and (text.endswith(",") or 0 < len(below) < LONGEST_SIGNATURE // 2)

    def _content(self, index: int, piece: Piece) -> Block:
        plain = PLAIN_KINDS[piece.shape]
        if self._kind is BlockKind.QUESTION:
            self._questions.grow(numbers_in(self._number), (piece.unit.start, piece.unit.end))
        made = block(piece, plain, path=self._path, place=self._place, speaker=self._speaker)
        opens, self._opens = self._opens, False
        if piece.broken_from is None:
            self._part = self._part_of(index, piece, made, opens=opens)
        if self._part and (piece.shape is Shape.TEXT or LETTER.fullmatch(made.number)):
            return replace(made, kind=BlockKind.ANSWER, number=f"{self._number}{made.number}", context=self._part)
        if not opens and piece.broken_from is not None and opening_of(piece, self._pieces).unit.start in self._items:
            return continued(made, piece, self._pieces)
        if plain is BlockKind.LIST_ITEM and not opens:
            self._items.add(made.start)
            return replace(made, context=self._lead_in)
        if plain not in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}:
            return made
        self._lead_in = (made.start, made.end) if leads_in(self._pieces, index) else None
        if self._kind is BlockKind.PARAGRAPH:
            return made
        return replace(
            made,
            kind=self._kind,
            number=self._number,
            context=self._question() if self._kind is BlockKind.ANSWER else None,
        )

    def _part_of(self, index: int, piece: Piece, made: Block, *, opens: bool) -> Span | None:
        """The lettered part of the question that a part of its answer with the same letter answers.

        What stands without a letter between two parts goes on with the first.
        """
        if piece.shape is not Shape.ITEM or not LETTER.fullmatch(made.number):
            return self._part if index in (self._parts or ()) else None
        numbers = numbers_in(self._number)
        if self._kind is BlockKind.QUESTION:
            self._questions.add_part(numbers, made.number, (made.start, made.end))
        if self._kind is not BlockKind.ANSWER or self._lead_in:  # what the answer leads in is a list of its own
            return None
        if self._parts is None:
            self._parts = self._pairing(index, self._questions.letters(numbers))
        if index not in self._parts:
            return None
        part, asked = self._questions.part(numbers, made.number), self._question()
        # What opens an answer hangs on the question from its start.
        return (asked[0], part[1]) if part and asked and opens else part

    def _pairing(self, index: int, letters: set[str]) -> range:
        """The parts of the answer from here on, if they bear the letters of the question and no list is announced."""
        below = takewhile(lambda at: at == index or at not in self._labels, range(index, len(self._pieces)))
        items = [at for at in below if LETTER.fullmatch(self._pieces[at].unit.number)]
        bears = [self._pieces[at].unit.number for at in items] == sorted(letters)
        above = self._pieces[index - 1] if index else None
        announced = above is not None and above.shape is Shape.TEXT and ANNOUNCES.search(above.text)
        return range(index, items[-1] + 1) if items and bears and not announced else range(0)

    def _question(self) -> Span | None:
        return self._questions.span(numbers_in(self._number))
