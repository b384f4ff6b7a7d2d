"""Who speaks where in a debate: who holds the floor, who interrupts, and what is a reply to what.

Each turn opens with a label ("De heer Kaai (XYZ):"). The chair gives the floor; who speaks without having got it
interrupts, and the first paragraph that the holder of the floor says next is the reply, with those behind it that are
about the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from ingest.document import Block, BlockKind, Role, Speaker
from ingest.sentences import split
from ingest.structure.answering import Asked, Questions
from ingest.structure.debate_answers import ANSWERS, INTERRUPTS, TERM
from ingest.structure.outline import PLAIN_KINDS, is_heading
from ingest.structure.parts import Piece, block
from ingest.structure.proposed import HEADED, VOTED, VOTES_ON, Motie, moties_of
from ingest.structure.shapes import Shape
from ingest.structure.turns import NAME, Turn, turn_at
from ingest.structure.voices import ASKS

Span = tuple[int, int]

# What the reporter notes between the turns.
ASIDE = re.compile(
    r"De (?:(?:algemene )?beraadslaging|vergadering|stemming)(?:en)? (?:wordt|worden|is|zijn) .{3,90}"
    r"|\([A-Z].{3,80}\)\.?|(?:Sluiting|Aanvang):? .{2,30}|Aan de orde (?:is|zijn)\b.*"
    r"|(?:Voorzitter|Griffier): .{3,60}|Aanwezig (?:is|zijn)\b.*"
    r"|Volledige agenda"
)
GIVES_FLOOR = re.compile(
    r"\bwoord\b|\btermijn\b|\bspre(?:ker|ekster)\b|\bbeantwoording\b|\bga(?:an|at)? (?:\w+ ){0,4}naar\b"
    r"|\bgaat uw gang\b|\bnaar (?:de|mevrouw|het|minister)\b|\bals (?:eerste|laatste)\b|\bdan (?:de|mevrouw|het lid)\b",
    re.IGNORECASE,
)
CHAIRED_BY = re.compile(rf"Voorzitter: (?P<name>{NAME})\.?")
OPENS_SPEECH = re.compile(r"(?:(?:Heel )?[Dd]ank(?: u| je)?(?: ?wel)?,? )?[Vv]oorzitter\b")
FOR_INTERRUPTION = re.compile(r"\binterrupt|\bvraag van\b|\breactie van\b|\bkorte? vraag\b", re.IGNORECASE)
PROMISED = re.compile(r"\btoezegging(?:en)?\b", re.IGNORECASE)
LISTS = re.compile(
    r":$|\b(?:de volgende|genoteerd|noteren|lees|lezen|voorlezen|opgelezen|opgetekend|doornemen|langslopen|loop|"
    r"herhalen?|samenvatten|vastgelegd)\b",
    re.IGNORECASE,
)
LIST_HEADED = re.compile(r"(?:Lijst van |Overzicht van )?[Tt]oezeggingen:?")
A_PROMISE = re.compile(
    r"(?:En |Dan |Ook |Verder |Dat )?(?:[Dd]e |[Hh]et )?(?:[Mm]inister|[Ss]taatssecretaris|[Bb]ewinds\w+|[Kk]abinet)\b"
    r"|Toezegging\b|(?:De )?(?:[Ee]erste|[Tt]weede|[Dd]erde|[Vv]ierde|[Vv]ijfde|[Zz]esde|[Vv]olgende|[Ll]aatste)\b"
    r"|Ten (?:eerste|tweede|derde|vierde|vijfde|zesde)\b"
)
TIMES = 2  # as long is a term as a question that is put within it
SOON = 3  # turns of who address the chair within which the holder of the floor reacts to who interrupts
OPENING_PLACE = "opening"  # of what tells who chairs, who is present and when it begins
VOTE_PLACE = "stemming over"  # begins the place of each vote
PROMISE_PLACE = "toezegging"  # begins the place of each promise that is read out
# Who chairs takes no side: what is read out is nobody's question or view.
CHAIR = Speaker(role=Role.ONBEKEND, name="de voorzitter")
NOBODY = Speaker(role=Role.ONBEKEND)
SMALL_FORMS = re.compile(r"^(?:De|Mevrouw|Het|Minister|Staatssecretaris)\b")


class Debate:
    """Walks the pieces of a report and remembers who speaks."""

    def __init__(self, pieces: Sequence[Piece], departments: Mapping[str, str]) -> None:
        self._pieces = list(pieces)
        self._departments = departments
        self._parties = _parties(pieces)
        self._moties = {index: motie for motie in moties_of(pieces) for index in motie.pieces}
        self._first = next((index for index, piece in enumerate(pieces) if turn_at(piece.text)), len(pieces))
        self._chair = CHAIR
        self._speaker = NOBODY
        self._label = ""  # of the turn
        self._place = ""
        self._kind = BlockKind.PARAGRAPH
        self._floor = NOBODY  # who was given the floor
        self._chaired = ""  # what the chair said last
        self._interruption: Span | None = None
        self._interrupted_with = ""  # its words
        self._context: Span | None = None  # the interruption that a turn replies to
        self._replied = False  # whether its first paragraph was read
        self._promises = 0
        self._lists_promises = False
        self._vote: tuple[str, Span] | None = None
        self._spans_of_moties: dict[str, Span] = {}

    def blocks(self) -> list[Block]:
        """The blocks, in order; a label and what is said behind it on the same line are two."""
        return [made for index, piece in enumerate(self._pieces) for made in self._blocks(index, piece)]

    def _blocks(self, index: int, piece: Piece) -> list[Block]:
        if chaired := CHAIRED_BY.fullmatch(piece.text):
            self._chair = replace(CHAIR, name=f"voorzitter {chaired['name']}")
        if index < self._first:
            return [block(piece, PLAIN_KINDS[piece.shape], place=OPENING_PLACE if ASIDE.fullmatch(piece.text) else "")]
        if piece.shape is Shape.FOOTNOTE:
            return [block(piece, BlockKind.FOOTNOTE, place=f"voetnoot {piece.unit.number}")]
        if turn := turn_at(piece.text):
            return self._opened(index, piece, turn)
        if motie := self._moties.get(index):
            return [self._of_motie(piece, motie)]
        if vote := VOTED.match(piece.text):
            return [self._begins_vote(piece, vote)]
        if LIST_HEADED.fullmatch(piece.text):
            self._leave()
            self._lists_promises = True
            return [block(piece, BlockKind.HEADING, place="toezeggingen")]
        if ASIDE.fullmatch(piece.text) and not self._opens_turn(index):
            self._leave()
            return [block(piece, BlockKind.PARAGRAPH)]
        if not self._label and is_heading(self._pieces, index) and not self._lists_promises:
            self._vote = None
            return [block(piece, BlockKind.HEADING, place=f"paragraaf {piece.text.rstrip(':')}")]
        return [self._said(piece, block(piece, PLAIN_KINDS[piece.shape]))]

    def _opens_turn(self, index: int) -> bool:
        """Whether a piece stands right below a label: "Aan de orde is …" is then said by the chair."""
        above = self._pieces[index - 1].text if index else ""
        turn = turn_at(above)
        return turn is not None and not above[turn.end :].strip()

    def _leave(self) -> None:
        """The turn ends; nobody speaks until the next label."""
        self._speaker, self._label, self._place, self._kind = NOBODY, "", "", BlockKind.PARAGRAPH
        self._context, self._floor, self._interruption = None, NOBODY, None
        self._replied = False

    def _opened(self, index: int, piece: Piece, turn: Turn) -> list[Block]:
        speaker = self._speaker_of(turn)
        said = piece.text[turn.end :].lstrip()
        self._label = piece.text[: turn.end].rstrip(": ")
        self._speaker, self._kind, self._context, self._replied = speaker, BlockKind.PARAGRAPH, None, False
        if turn.chairs:
            self._place, self._chaired = "voorzitter", ""
        else:
            self._take_floor(index, turn, speaker)
        whole = block(piece, BlockKind.PARAGRAPH)
        label = replace(
            whole, kind=BlockKind.HEADING, end=whole.start + turn.end, place=self._place, speaker=speaker, number=""
        )
        if not said:
            return [label]
        return [label, self._said(piece, replace(whole, start=whole.end - len(said)))]

    def _opens_speech(self, index: int, turn: Turn) -> bool:
        """Whether a turn addresses the chair, as one does who begins a term of his own."""
        below = self._pieces[index + 1].text if index + 1 < len(self._pieces) else ""
        said = self._pieces[index].text[turn.end :].lstrip()
        return OPENS_SPEECH.match(said or below) is not None

    def _take_floor(self, index: int, turn: Turn, speaker: Speaker) -> None:
        """Whether who speaks now holds the floor, gets it, or interrupts who holds it."""
        named = bool(turn.name) and turn.name.lower() in self._chaired.lower()
        governed = self._floor.role is Role.BEWINDSPERSOON
        for_interruption = FOR_INTERRUPTION.search(self._chaired)
        opens = self._opens_speech(index, turn) and not governed and not for_interruption
        given = (GIVES_FLOOR.search(self._chaired) or opens) and not for_interruption
        # The government answers when its turn comes, whether the chair says more than "de minister" or not.
        called = named or (turn.governs and re.search(r"\bminister|\bstaatssecretaris", self._chaired, re.IGNORECASE))
        name = speaker.name
        if speaker == self._floor:
            answers = self._interruption is not None
            self._place = f"{ANSWERS if answers and turn.governs else TERM} {name}"
            self._kind = BlockKind.ANSWER if answers and turn.governs else BlockKind.PARAGRAPH
            self._context = self._interruption
            self._interruption = None
            if answers and FOR_INTERRUPTION.search(self._chaired):
                self._chaired = ""  # the interruption was made, and is answered
        elif (
            self._floor == NOBODY
            or (given and called)
            or (turn.governs and not governed)
            or (opens and not self._floor_goes_on(index))
        ):
            self._floor, self._interruption = speaker, None
            self._place = f"{TERM} {name}"
        else:
            self._place = f"{INTERRUPTS} {name}"
            asks = governed and not turn.governs
            self._kind = BlockKind.QUESTION if asks else BlockKind.PARAGRAPH
            unit = self._pieces[index].unit
            self._interruption = (unit.start, unit.end)
            self._interrupted_with = ""

    def _floor_goes_on(self, index: int) -> bool:
        """Whether who holds the floor speaks again soon after a turn, as to those who interrupted."""
        below = ((at, turn_at(self._pieces[at].text)) for at in range(index + 1, len(self._pieces)))
        turns = ((at, turn) for at, turn in below if turn and not turn.chairs)
        opened = 0
        for at, turn in takewhile(lambda each: not each[1].governs, turns):
            speaker = self._speaker_of(turn)
            if speaker in {self._floor, self._speaker}:
                return speaker == self._floor and not self._asks_back(at, index)
            opened += self._opens_speech(at, turn)
            if opened == SOON:
                return False
        return False

    def _asks_back(self, at: int, before: int) -> bool:
        """Whether a turn is short beside one before it and puts a question to who spoke that: it interrupts it.

        That one is no interruption itself, which names who holds the floor or ends in a question.
        """
        name, asker = ((turn_at(self._pieces[each].text) or NOBODY).name for each in (before, at))
        asked, said = self._words(at), self._words(before)
        if said.endswith("?") or asker in said:
            return False
        return asked.endswith("?") and name in asked and len(asked) * TIMES <= len(said)

    def _words(self, index: int) -> str:
        """All that is said in the turn that a piece opens, without its label."""
        below = takewhile(lambda piece: turn_at(piece.text) is None, self._pieces[index + 1 :])
        turn = turn_at(self._pieces[index].text)
        own = self._pieces[index].text[turn.end if turn else 0 :]
        return " ".join([own, *(piece.text for piece in below)]).strip()

    def _speaker_of(self, turn: Turn) -> Speaker:
        if turn.chairs:
            return self._chair
        form = SMALL_FORMS.sub(lambda word: word.group().lower(), turn.form)
        party = "" if turn.governs else turn.party or self._parties.get(turn.name, "")
        # "De heer Bos:" may be who was introduced as a minister.
        department = "" if party else self._departments.get(turn.name, "")
        within = party or department
        named = " ".join(filter(None, (form, turn.name, f"({within})" if within else "")))
        if turn.governs or department:
            return Speaker(role=Role.BEWINDSPERSOON, name=named)
        return Speaker(role=Role.KAMERLID if party else Role.ONBEKEND, name=named)

    def _said(self, piece: Piece, made: Block) -> Block:
        """What is said in a turn; read out by the chair it may be a promise, or the outcome of a vote."""
        words = made.end - made.start
        text = piece.text[len(piece.text) - words :]
        chairs = self._speaker == self._chair
        begins = made.kind is BlockKind.PARAGRAPH and piece.broken_from is None
        if self._replied and begins and not self._still_replies(text):
            self._goes_on_with_the_term()
        if chairs:
            self._chaired = f"{self._chaired} {text}"
        if self._place.startswith(INTERRUPTS) and self._interruption:
            self._interruption = (self._interruption[0], made.end)
            self._interrupted_with = f"{self._interrupted_with} {text}"
        made = replace(made, speaker=self._speaker, place=self._place, path=(self._label,) if self._label else ())
        if (chairs or not self._label) and self._lists_promises and self._promises_in(piece, text):
            self._promises += 1
            return replace(made, place=f"{PROMISE_PLACE} {self._promises}", path=("Toezeggingen",))
        if chairs and PROMISED.search(text) and LISTS.search(text):
            self._lists_promises = True
        if chairs and self._vote and VOTES_ON.search(text):
            return replace(made, place=self._vote[0], context=self._vote[1])
        if made.kind is BlockKind.PARAGRAPH and self._kind is not BlockKind.PARAGRAPH:
            made = replace(made, kind=self._kind)
        if made.kind in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.ANSWER}:
            made = replace(made, context=self._context)
        self._replied = self._replied or self._context is not None
        return made

    def _still_replies(self, text: str) -> bool:
        """Whether a paragraph behind the first of a reply is still about what the interruption asks."""
        sentences = [self._interrupted_with[start:end] for start, end in split(self._interrupted_with)]
        words = " ".join(filter(ASKS.search, sentences)) or self._interrupted_with
        asked = Asked(start=0, end=0, words=words, fractie="")
        return Questions([asked]).answered(text, [asked]) is not None

    def _goes_on_with_the_term(self) -> None:
        """A reply is over: what follows is no answer to the interruption."""
        self._place = f"{TERM} {self._speaker.name}"
        self._kind, self._context, self._replied = BlockKind.PARAGRAPH, None, False

    def _promises_in(self, piece: Piece, text: str) -> bool:
        return piece.shape is Shape.ITEM or (A_PROMISE.match(text) is not None and not text.endswith("?"))

    def _of_motie(self, piece: Piece, motie: Motie) -> Block:
        speaker = Speaker(role=Role.KAMERLID, name=motie.movers) if motie.movers else self._speaker
        kind = BlockKind.HEADING if HEADED.fullmatch(piece.text) else PLAIN_KINDS[piece.shape]
        start = self._pieces[motie.pieces.start].unit.start
        if motie.number:
            self._spans_of_moties[motie.number] = (start, self._pieces[motie.pieces.stop - 1].unit.end)
        return block(
            piece,
            kind,
            place=motie.place,
            speaker=speaker,
            path=(motie.place[:1].upper() + motie.place[1:],),
            number="",
        )

    def _begins_vote(self, piece: Piece, vote: re.Match[str]) -> Block:
        self._leave()
        place = f"{VOTE_PLACE} {vote['what']}"
        self._vote = (place, (piece.unit.start, piece.unit.end))
        moved = self._spans_of_moties.get(vote["number"] or "")
        return block(piece, BlockKind.PARAGRAPH, place=place, context=moved)


def _parties(pieces: Sequence[Piece]) -> dict[str, str]:
    """The party of each member, as the first label that gives it does."""
    found: dict[str, str] = {}
    for piece in pieces:
        if (turn := turn_at(piece.text)) and turn.party:
            found.setdefault(turn.name, turn.party)
    return found
