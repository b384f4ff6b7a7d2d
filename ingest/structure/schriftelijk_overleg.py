"""Written consultations: what fracties put forward and what the minister answers, kept apart."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.document import Block, BlockKind, Kind, Role, Speaker
from ingest.structure.answering import Asked, Questions, whole
from ingest.structure.consultation import Consultation, Part, Turn, parted
from ingest.structure.fracties import label_of, opens_with_members
from ingest.structure.kamerbrief import with_signature
from ingest.structure.kamerstuk import dossiers_of, identifier_of, is_no_letter
from ingest.structure.layout import Layout
from ingest.structure.letter import date_of_letter, ending_of, holds_office, sender_of, speaker_of, subject_of
from ingest.structure.notes import hung
from ingest.structure.outline import outlined
from ingest.structure.parts import DATE, Parts, found_date, pieces_of
from ingest.structure.voices import opens_reply

HEAD = 3000  # characters
TITLE = re.compile(
    r"^(?:\d{2} ?\d{3}(?:-\d{2})?(?: [IVXLC]+)?\s+)?(?:[Nn]r\. ?\w+:?\s+|[A-Z]{1,3}\d?\s+|\d{4}D\d+\s+)?(?:INBRENG )?"
    r"VERSLAG VAN EEN (?:NADER )?SCHRIFTELIJK OVERLEG\b"
    r"|^(?:Inbreng v|V)erslag van een (?:nader )?schriftelijk overleg\b"
    r"|^BEANTWOORDING VAN DE (?:SCHRIFTELIJKE )?VRAGEN EN OPMERKINGEN",
    re.MULTILINE,
)
# In a consultation that is not published yet.
REPLIED = (
    rf"[Bb]ij brief van {DATE} "
    r"(?:(?:toegezonden|gegeven) antwoorden|(?:zijn|heeft|werden)\b[^.]{0,120}\bbeantwoord)"
)
SETTLED = rf"(?:Vastgesteld|Ontvangen),?\s*{DATE}"
OFFICE = r"(?:[Mm]inisters?|[Ss]taatssecretaris(?:sen)?) (?:van|voor) [A-Z].{2,110}?"
ADDRESSED = re.compile(
    rf"(?:voorgelegd|voor te leggen|gestuurd|gezonden) aan de (?P<office>{OFFICE})"
    r"(?= over | inzake | naar aanleiding|\.|,? de brief| d\.d\.| bij )"
    rf"|brief van de (?P<writer>{OFFICE})(?= over | inzake | van \d| d\.d\.|\.)"
    rf"|BRIEF VAN DE (?P<letter>(?:MINISTER|STAATSSECRETARIS)[A-Z ,-]+)"
)
# What the consultation is about, in the sentence that says that it was held.
ABOUT = re.compile(
    r"\b(?:voorgelegd|voor te leggen|gevoerd|vragen en opmerkingen)\b[^.]{0,300}?"
    r" (?:over|inzake) (?P<about>(?:de|het|een|haar|zijn) .{10,500}?)(?= ?\((?:Kamerstuk|\d{2} ?\d{3})|\.(?:\s|$))"
)
TURNS_TO = re.compile(r"(?:In antwoord o|O)p de vra(?:ag|gen)\b")  # begins a reply to another question than before
HOUSE = re.compile(r"\b((?:Tweede|Eerste) Kamer) der Staten-Generaal")
LEAST_MEMBERS = 2  # paragraphs about members, in a paper without the title of a consultation


def is_schriftelijk_overleg(text: str) -> bool:
    """Whether fracties put questions and a minister answers them: by its title, or by its labels."""
    if TITLE.search(text[:HEAD]):
        return True
    if is_no_letter(text):
        return False
    units = text.split("\n\n")
    labels = [unit for unit in units if label_of(unit)]
    members = sum(opens_with_members(unit) for unit in units)
    full = any(re.match(r"\W*(?:[IVX\d.]+\s+)?(?:Inbreng|Vragen|Opmerkingen)\b", label) for label in labels)
    return members >= LEAST_MEMBERS and (full or len(labels) >= LEAST_MEMBERS)


def parse(layout: Layout, raw: str) -> Parts:
    """Input and replies, each with its speaker; a reply hangs on the question that it answers."""
    pieces = pieces_of(layout)
    head = layout.text[:HEAD].replace("\n\n", " ")
    turns = Consultation(pieces, outlined(pieces)).read()
    signed, office = sender_of(layout), _office(head)
    minister = Speaker(role=Role.BEWINDSPERSOON, name=speaker_of(signed) or office)
    blocks = _signed(_Linked(turns, layout.text, minister).blocks(), layout, minister)
    house = HOUSE.search(raw[:HEAD])
    dossiers = dossiers_of(layout.text)
    return Parts(
        kind=Kind.SCHRIFTELIJK_OVERLEG,
        text=layout.text,
        blocks=tuple(hung(blocks, layout)),
        dropped=layout.dropped,
        identifier=identifier_of(layout.text, raw, dossiers),
        title=subject_of(layout) or _title(layout.text[:HEAD], head),
        date=found_date(SETTLED, head) or date_of_letter(layout) or found_date(REPLIED, head),
        sender=signed or office,
        recipient=house[1] if house else "",
        dossiers=dossiers,
    )


def _signed(blocks: list[Block], layout: Layout, minister: Speaker) -> list[Block]:
    """The same blocks, with the signature marked: the minister's at the foot of the replies is his own words."""
    ending = ending_of(layout, blocks)
    official = any(holds_office(layout.text[blocks[at].start : blocks[at].end]) for at in ending)
    marked = with_signature(blocks, ending)
    return [replace(each, speaker=minister) if official and at in ending else each for at, each in enumerate(marked)]


def _office(head: str) -> str:
    """To whom the input was put, as the introduction says it."""
    found = ADDRESSED.search(head)
    if found is None:
        return ""
    if found["letter"]:
        return _capital(found["letter"].strip().lower())
    return _capital(found["office"] or found["writer"])


def _capital(name: str) -> str:
    words = " ".join(name.split())
    return words[:1].upper() + words[1:]


def _title(lines: str, head: str) -> str:
    title, about = TITLE.search(lines), ABOUT.search(head)
    if title is None or about is None:
        return ""
    kind = f"{'Inbreng v' if 'INBRENG' in title.group().upper() else 'V'}erslag van een schriftelijk overleg"
    return f"{kind} over {about['about']}"


class _Linked:
    """Makes blocks of turns: kind, place, speaker, and for a reply the question that it answers."""

    def __init__(self, turns: list[Turn], text: str, minister: Speaker) -> None:
        parts = [parted(turn, text[turn.block.start : turn.block.end]) for turn in turns]
        self._turns = [part for each in parts for part in each]
        # What a paragraph leads in that first says a question again hangs on the answer in it.
        self._answer_in = {
            _span(turn.block): _span(each[-1].block) for turn, each in zip(turns, parts, strict=True) if len(each) > 1
        }
        named = (each.block.start for each in self._turns if each.part is Part.REPLY and (each.fractie or each.number))
        self._turned_to = next(named, 0)  # where the reply turns to what somebody asked
        self._text = text
        self._minister = minister
        self._questions = Questions([self._asked(turn) for turn in self._turns if self._is_input(turn)])
        self._open: list[Asked] = []  # what was asked, or said again, since the last reply
        self._closed = False  # whether a reply to it has begun
        self._numbered: dict[tuple[str, str], tuple[int, int]] = {}
        self._last: tuple[int, int] | None = None

    def blocks(self) -> list[Block]:
        """The blocks, in order."""
        return [self._block(turn) for turn in self._turns]

    def _is_input(self, turn: Turn) -> bool:
        return turn.asks and turn.part is not Part.REPLY and turn.block.kind is not BlockKind.HEADING

    def _asked(self, turn: Turn) -> Asked:
        block = turn.block
        fractie = turn.fractie.name if turn.fractie else ""
        return Asked(start=block.start, end=block.end, words=self._words(block), fractie=fractie)

    def _words(self, block: Block) -> str:
        return self._text[block.start : block.end]

    def _block(self, turn: Turn) -> Block:
        again = None
        if turn.part is Part.REPLY and turn.block.kind is not BlockKind.HEADING:
            again = self._questions.said_again(self._words(turn.block))
        if turn.asks or again:
            return self._question(turn, again)
        if turn.replies:
            return self._reply(turn)
        if turn.block.kind is BlockKind.HEADING:
            self._open, self._last = [], None
        return self._unsaid(turn) if turn.fractie else turn.block

    def _unsaid(self, turn: Turn) -> Block:
        """What a fractie may have put forward and the minister may have replied: nobody is given the words."""
        place = f"inbreng {turn.fractie.bare} of de reactie daarop" if turn.fractie else ""
        return replace(turn.block, place=place, context=turn.block.context or whole(self._open))

    def _question(self, turn: Turn, again: Asked | None) -> Block:
        if self._closed or turn.block.kind is BlockKind.HEADING:
            self._open, self._closed, self._last = [], False, None
        restated = turn.part is Part.REPLY
        speaker = self._minister if restated else _speaker(turn)
        place = self._place(turn, "herhaalde vraag" if restated else "inbreng", "vraag")
        if turn.block.kind is BlockKind.HEADING:
            return replace(turn.block, place=place, speaker=speaker, number=turn.number)
        self._open.append(self._asked(turn))
        self._remember(turn)
        kind = BlockKind.QUESTION if turn.block.kind is BlockKind.PARAGRAPH else turn.block.kind
        context = again.span if again else turn.block.context
        return replace(turn.block, kind=kind, place=place, speaker=speaker, number=self._number(turn), context=context)

    def _reply(self, turn: Turn) -> Block:
        place = self._place(turn, "reactie op", "antwoord")
        made = replace(turn.block, place=place, speaker=self._minister)
        if made.kind is BlockKind.HEADING:
            if turn.part is Part.REPLY and not turn.number:
                self._open, self._last = [], None
            return replace(made, number=turn.number)
        self._closed = True
        if made.kind is BlockKind.TABLE:
            return made
        if made.kind is not BlockKind.PARAGRAPH:
            lead_in = self._answer_in.get(made.context, made.context) if made.context else None
            return replace(made, context=lead_in or self._last)
        self._last = self._answers(turn)
        if self._last is None and turn.fractie is None and not turn.number:
            return made  # the opening or the close of a letter
        return replace(made, kind=BlockKind.ANSWER, number=turn.number, context=self._last)

    def _answers(self, turn: Turn) -> tuple[int, int] | None:
        """The question of the same number; else the open one; else the one with most words in common."""
        fractie = turn.fractie.name if turn.fractie else ""
        if turn.number and (fractie, turn.number) in self._numbered:
            return self._numbered[fractie, turn.number]
        if turn.part is Part.REPLY:
            if turn.block.start < self._turned_to:
                return self._answers_in_opening(self._words(turn.block))
            turns = TURNS_TO.match(self._words(turn.block))
            self._open = [each for each in self._open if not turns and (not fractie or each.fractie == fractie)]
            self._last = None if turns else self._last
        among = self._open or (self._questions.of(fractie) if turn.part is Part.REPLY else [])
        if self._open and (span := whole(among)):
            return span
        found = self._questions.answered(self._words(turn.block), among)
        if found:
            return found.span
        return self._last or ((among[0].start, among[-1].end) if among and fractie else None)

    def _answers_in_opening(self, words: str) -> tuple[int, int] | None:
        """Before anybody is named, only what has words in common with a question answers it."""
        found = None if opens_reply(words) else self._questions.answered(words, self._questions.of(""))
        return found.span if found else None

    def _remember(self, turn: Turn) -> None:
        if not turn.number:
            return
        key = (turn.fractie.name if turn.fractie else "", turn.number)
        start = self._numbered[key][0] if key in self._numbered else turn.block.start
        self._numbered[key] = (start, turn.block.end)

    @staticmethod
    def _number(turn: Turn) -> str:
        return turn.number or (turn.block.number if turn.block.kind is BlockKind.LIST_ITEM else "")

    @staticmethod
    def _place(turn: Turn, word: str, numbered: str) -> str:
        number = f"{numbered} {turn.number}" if turn.number else ""
        if turn.fractie is None:
            return number or ("herhaalde vraag" if word.startswith("herhaald") else "reactie")
        name = turn.fractie.name if word.startswith("reactie") else turn.fractie.bare
        return ", ".join(filter(None, (f"{word} {name}", number)))


def _span(block: Block) -> tuple[int, int]:
    return block.start, block.end


def _speaker(turn: Turn) -> Speaker:
    return Speaker(role=Role.FRACTIE, name=turn.fractie.name if turn.fractie else "")
