"""Who speaks where in a written consultation: the fracties that ask, the minister who replies."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum

from ingest.document import Block, BlockKind
from ingest.structure.fracties import (
    Fractie,
    bare_line,
    fractie_of,
    goes_on_for_members,
    label_of,
    opens_with_members,
)
from ingest.structure.line_ends import CONTENTS
from ingest.structure.parts import Piece
from ingest.structure.shapes import Shape
from ingest.structure.voices import (
    ASKS,
    OFFICE,
    QUESTION_OPENING,
    members_say_we,
    only_says_again,
    puts_to_the_minister,
    question_said_again,
    speaks_for_the_minister,
    unquoted,
)

NUMERAL = re.compile(r"[IVX]{1,4}\.?")
MIXED_PART = re.compile(
    r"(?:[IVX]+\.?\s+|\d\.\s+)?(?:Vragen|Inbreng).{0,80}\b(?:en|met) (?:de )?(?:reactie|antwoord)", re.IGNORECASE
)
INPUT_PART = re.compile(
    r"(?:[IVX]+\.?\s+|\d\.\s+)?(?:Vragen en opmerkingen|Inbreng|Vragen) (?:van|vanuit|uit) (?:de )?"
    r"(?:fracties|commissies?|leden)$|"
    r"BRIEF (?:VAN DE (?:WAARNEMEND )?(?:VOORZITTER|GRIFFIER)|AAN DE (?:MINISTER|STAATSSECRETARIS))",
    re.IGNORECASE,
)
REPLY_PART = re.compile(
    rf"(?P<part>[IVX]+\.?\s+|\d\.\s+)?(?:Antwoord(?:en)?\s*/\s*)?(?:Reactie|Antwoord(?:en)?|Beantwoording)\b"
    rf".{{0,60}}{OFFICE}",
    re.IGNORECASE,
)
REPLY_LETTER = re.compile(
    r"BRIEF VAN DE (?:MINISTER|STAATSSECRETARIS)|BEANTWOORDING VAN DE (?:SCHRIFTELIJKE )?VRAGEN EN", re.IGNORECASE
)
# "Ondertekenaars" is what the site of the Kamer lists below a paper.
OTHER_PART = re.compile(
    r"(?:[IVX]+\.?\s+|\d\.\s+)?(?:Volledige agenda|Bijlagen?)\b.{0,20}$|Ondertekenaars$", re.IGNORECASE
)
REPLY_LABEL = re.compile(
    rf"(?:Gezamenlijk )?(?:Antwoord(?:en)?|Reactie)(?: (?:op|van|door) .{{1,80}}| {OFFICE}\w*)?\s*:?$", re.IGNORECASE
)
# How the letter with the input closes, and that with the reply.
CLOSING = {
    "input": re.compile(
        r"De (?:leden van de )?(?:vaste |algemene |tijdelijke )*(?:Kamer)?commissie\b|"
        r"De (?:voorzitter|(?:adjunct-)?griffier)\b"
    ),
    "reply": re.compile(
        r"(?:Hoogachtend|De (?:Minister|Staatssecretaris) (?:van|voor) [^.?]{3,100}),?$", re.IGNORECASE
    ),
}
SENTENCE = re.compile(r"[.?!…][»”’\"')\]]*[\d⁰¹²³⁴-⁹]{0,3}$")
MOST_LETTERS = 130  # in a heading of a part
LONG = 200  # letters: no line of a list of contents


class Part(Enum):
    """What a part of the paper holds."""

    MIXED = "input and replies by turns"
    INPUT = "input alone"
    REPLY = "replies, with or without the questions said again"
    OTHER = "neither"


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """Whose words a block is, and in answer to whom."""

    block: Block
    fractie: Fractie | None = None
    number: str = ""
    part: Part = Part.MIXED
    asks: bool = False
    replies: bool = False


def contents_of(pieces: list[Piece]) -> range:
    """The list of contents: from its title to where its first line comes back as a heading."""
    title = next((at for at, each in enumerate(pieces) if CONTENTS.fullmatch(each.text)), None)
    if title is None:
        return range(0)
    first = ""
    for at in range(title + 1, len(pieces)):
        line = bare_line(pieces[at].text).lower()
        if line == first and first:
            return range(title, at - _lone_numeral(pieces, at))
        if len(pieces[at].text) > LONG:
            return range(title, at - 1)
        if not first and len(line) > 4:
            first = line
    return range(title, title + 1)


def _lone_numeral(pieces: list[Piece], at: int) -> int:
    """1 where the number of a part stands on a line of its own above its title."""
    return int(bool(NUMERAL.fullmatch(pieces[at - 1].text)))


class Consultation:
    """Walks a consultation and remembers whose turn it is."""

    def __init__(self, pieces: list[Piece], plain: list[Block]) -> None:
        self._pieces = pieces
        self._plain = plain
        self._contents = contents_of(pieces)
        self._reply_parts = self._parts_of_replies()
        self._part = Part.MIXED
        self._fractie: Fractie | None = None
        self._replying = False
        self._asked = False  # something was asked since the last reply
        self._number = ""
        self._answered = False  # something was replied under this number
        self._label = ""
        self._topic = ""
        self._doubtful = False  # after what was asked, nothing tells who speaks
        self._labelled = False  # a label names the fractie, not the paragraph itself
        self._silent = False  # a letter is closed

    def read(self) -> list[Turn]:
        """The blocks, each with who speaks."""
        return [self._turn(at, piece, self._plain[at]) for at, piece in enumerate(self._pieces)]

    def _parts_of_replies(self) -> frozenset[int]:
        """Headings of a part in which all replies stand together: numbered, or there only once."""
        found = [
            (at, match)
            for at, piece in enumerate(self._pieces)
            if at not in self._contents
            and len(piece.text) < MOST_LETTERS
            and piece.text[-1] not in ".?:"
            and label_of(piece.text) is None
            and (match := REPLY_PART.match(piece.text) or REPLY_LETTER.match(piece.text))
        ]
        numbered = [at for at, match in found if match.groupdict().get("part") or match.re is REPLY_LETTER]
        return frozenset(numbered or ([found[0][0]] if len(found) == 1 else []))

    def _turn(self, at: int, piece: Piece, made: Block) -> Turn:
        if at in self._contents:
            kind = BlockKind.LIST_ITEM if at > self._contents.start else BlockKind.HEADING
            return Turn(block=replace(made, kind=kind, path=(), place="inhoudsopgave", context=None), part=Part.OTHER)
        if piece.shape in {Shape.FOOTNOTE, Shape.LABEL, Shape.EMPTY_ITEM}:
            return Turn(block=made, part=Part.OTHER)
        if piece.broken_from is None and (heading := self._heading(at, piece, made)):
            return heading
        if piece.broken_from is None and piece.shape in {Shape.TEXT, Shape.ITEM} and not self._silent:
            self._decide(piece, made)
        said = self._said(made)
        if len(parted(said, piece.text)) > 1:  # what follows it goes on with the answer
            self._replying = True
        return said

    def _heading(self, at: int, piece: Piece, made: Block) -> Turn | None:
        """A line that heads a part, the input of a fractie, a question, a reply or a topic."""
        text = piece.text
        short = len(text) < MOST_LETTERS
        if at in self._reply_parts:
            return self._enter(made, text, Part.REPLY)
        if short and (INPUT_PART.match(text) or MIXED_PART.match(text)) and label_of(text) is None:
            part = Part.INPUT if self._reply_parts and INPUT_PART.match(text) else Part.MIXED
            return self._enter(made, text, part)
        if short and OTHER_PART.match(text):
            return self._enter(made, text, Part.OTHER)
        if label := label_of(text):
            self._fractie, self._asked, self._number = label.fractie, False, ""
            self._replying = label.replies or self._part is Part.REPLY
            if self._part is Part.OTHER:
                self._part = Part.MIXED
            self._label, self._topic, self._labelled = text, "", True
            return self._head(made, ())
        if piece.shape is Shape.QUESTION:
            self._replying, self._asked, self._number = False, False, piece.unit.number
            self._answered = False
            return self._head(made)
        if piece.shape is Shape.ANSWER or (short and REPLY_LABEL.match(bare_line(text)) and text[-1] not in ".?"):
            self._replying, self._number = True, piece.unit.number or self._number
            self._answered = False
            return self._head(made)
        if self._closes(text):
            self._silent = True
            return None
        if NUMERAL.fullmatch(text):
            return Turn(block=replace(made, kind=BlockKind.HEADING, path=(), context=None), part=Part.OTHER)
        if made.kind is BlockKind.HEADING and not SENTENCE.search(text):
            self._topic = text
            if not self._labelled:
                self._fractie = None  # another topic, of which the first paragraph names who asks
            return self._head(made, tuple(filter(None, (self._label,))))
        return None

    def _closes(self, text: str) -> bool:
        """Whether a letter closes here: what follows is nobody's input or reply."""
        letter = "reply" if self._part is Part.REPLY else "input" if self._part is Part.INPUT and self._fractie else ""
        return bool(letter and CLOSING[letter].match(text))

    def _enter(self, made: Block, text: str, part: Part) -> Turn:
        self._part, self._replying, self._asked = part, part is Part.REPLY, False
        self._fractie, self._number, self._label, self._topic = None, "", text, ""
        self._labelled = False
        return self._head(made, ())

    def _head(self, made: Block, path: tuple[str, ...] | None = None) -> Turn:
        self._silent = self._doubtful = False
        turn = self._said(made)
        above = turn.block.path if path is None else path
        return replace(turn, block=replace(turn.block, kind=BlockKind.HEADING, path=above, context=None))

    def _decide(self, piece: Piece, made: Block) -> None:
        """Whose paragraph this is: members stand in the third person, a minister says I or we."""
        own_words = unquoted(piece.text)
        if piece.shape is Shape.ITEM and made.context is not None:
            return
        if self._part is Part.INPUT:
            self._replying = False
        elif self._asks(own_words):
            if self._replying:
                self._asked, self._number = False, ""
            self._asked = self._asked or bool(ASKS.search(own_words))
            self._replying = False
        elif self._replies(own_words):
            if self._answered and self._part is Part.REPLY and question_said_again(piece.text):
                self._number = ""  # it turns to a question without one
            self._replying = self._answered = True
        # Nothing tells whether the fractie goes on or the minister begins.
        self._doubtful = self._asked and not self._replying and not self._asks(own_words) and self._part is Part.MIXED
        named = fractie_of(own_words)
        if named and (not self._replying or (self._part is Part.REPLY and opens_with_members(own_words))):
            self._fractie = named

    def _asks(self, text: str) -> bool:
        """Whether a paragraph is a question or remark of members, or says one again."""
        if QUESTION_OPENING.match(text):
            return True
        if self._part is Part.REPLY and opens_with_members(text):
            return only_says_again(text)
        if speaks_for_the_minister(text):
            return not self._replying and self._part is not Part.REPLY and members_say_we(text)
        if opens_with_members(text):
            return True
        if self._replying:
            return puts_to_the_minister(text)
        return text.endswith("?") or goes_on_for_members(text)

    def _replies(self, text: str) -> bool:
        """Whether the minister takes the turn, or keeps it."""
        if self._replying or self._part is Part.REPLY:
            return True
        return self._fractie is not None and speaks_for_the_minister(text)

    def _said(self, made: Block) -> Turn:
        silent = self._silent or self._part is Part.OTHER or not (self._fractie or self._part is Part.REPLY)
        path = tuple(filter(None, (self._label, self._topic))) or (made.path if silent else ())
        if made.kind is BlockKind.HEADING:
            made = replace(made, kind=BlockKind.PARAGRAPH)  # a short sentence, or the line under a letter
        if silent:
            return Turn(block=replace(made, path=path), part=Part.OTHER)
        return Turn(
            block=replace(made, path=path),
            fractie=self._fractie,
            number=self._number,
            part=self._part,
            asks=not self._replying and not self._doubtful,
            replies=self._replying,
        )


def parted(turn: Turn, words: str) -> list[Turn]:
    """A paragraph of a reply, with its words, that first says the question again is cut where the answer begins."""
    block = turn.block
    if turn.part is not Part.REPLY or block.kind is not BlockKind.PARAGRAPH:
        return [turn]
    cut = question_said_again(words)
    if cut is None:
        return [turn]
    return [
        replace(turn, asks=True, replies=False, number="", block=replace(block, end=block.start + cut[0])),
        replace(turn, asks=False, replies=True, block=replace(block, start=block.start + cut[1])),
    ]
