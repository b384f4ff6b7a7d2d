"""Written consultations: what fracties put forward and what the minister answers, kept apart."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.document import Block, BlockKind, Kind, Role, Speaker
from ingest.structure.kamerbrief import dossiers_of, identifier_of
from ingest.structure.layout import Layout
from ingest.structure.letter import date_of_letter, sender_of, subject_of
from ingest.structure.notes import hung
from ingest.structure.outline import outlined, unnumbered
from ingest.structure.parts import Parts, Piece, pieces_of
from ingest.structure.shapes import Shape

FRACTIE_NAME = r"(?P<fractie>[A-ZÀ-Ý0-9][\w+/&. -]{1,30}?)-?\s?fractie"
FRACTIE = re.compile(rf"\bleden van de {FRACTIE_NAME}|\bhet lid van de {FRACTIE_NAME.replace('fractie>', 'alone>')}")
MEMBERS = re.compile(
    r"\b(?:leden|lid) van de [^.]{2,40}?fractie|\b(?:[Dd]eze|[Gg]enoemde|[Vv]oornoemde) leden\b|\bde leden\b"
)
FIRST_PERSON = re.compile(r"\b(?:ik|wij|we|mij|mijn|uw [Kk]amer)\b", re.IGNORECASE)
MINISTER = re.compile(r"\b(?:ik|mij|mijn|uw [Kk]amer)\b", re.IGNORECASE)
MOST_MENTIONS = 2  # of a part of replies
NEAR_THE_START = 15  # characters: "Ook deze leden vragen"
QUOTED = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"]*\"")
SIGNS = re.compile(
    r"schriftelijk overleg|\bInbreng van de leden van de|"
    r"\bVragen en opmerkingen (?:van|vanuit|uit) de (?:leden|fractie)",
    re.IGNORECASE,
)
REPLY_PART = re.compile(
    r"(?:[IVX\d.]+\s+)?(?:Reactie|Antwoord(?:en)?|Beantwoording)\b.{0,60}(?:minister|staatssecretaris|bewinds)",
    re.IGNORECASE,
)


def is_schriftelijk_overleg(text: str) -> bool:
    """Whether fracties put questions and a minister answers them."""
    named = len(FRACTIE.findall(text))
    return named >= 2 and bool(SIGNS.search(text))


def parse(layout: Layout, raw: str) -> Parts:
    """Input and replies, each with its speaker; a reply hangs on the input that it answers."""
    pieces = pieces_of(layout)
    sender = sender_of(layout)
    plain = outlined(pieces)
    blocks = _Consultation(pieces, plain, sender.split(",")[0]).read()
    dossiers = dossiers_of(layout.text)
    return Parts(
        kind=Kind.SCHRIFTELIJK_OVERLEG,
        text=layout.text,
        blocks=tuple(hung(blocks, layout)),
        dropped=layout.dropped,
        identifier=identifier_of(layout.text, raw, dossiers),
        title=subject_of(layout),
        date=date_of_letter(layout),
        sender=sender,
        dossiers=dossiers,
    )


class _Consultation:
    """Walks a consultation and remembers whose turn it is."""

    def __init__(self, pieces: list[Piece], plain: list[Block], minister: str) -> None:
        self._pieces = pieces
        self._plain = plain
        self._minister = Speaker(role=Role.BEWINDSPERSOON, name=minister)
        self._fractie = ""
        self._replying = False
        self._inputs: tuple[int, int] | None = None  # span of the input that waits for a reply
        self._label = ""
        replies = [i for i, each in enumerate(pieces) if REPLY_PART.match(each.text) and len(each.text) < 120]
        # Named once, or once more in a list of contents: all replies stand together in one part.
        self._separate = replies[-1] if 0 < len(replies) <= MOST_MENTIONS else None

    def read(self) -> list[Block]:
        return [
            self._block(index, piece, made)
            for index, (piece, made) in enumerate(zip(self._pieces, self._plain, strict=True))
        ]

    def _block(self, index: int, piece: Piece, made: Block) -> Block:
        if piece.shape is Shape.FOOTNOTE:
            return made
        if piece.shape is Shape.INPUT:
            self._fractie, self._replying, self._inputs = piece.unit.number, False, None
            self._label = piece.text
            return self._said(made, BlockKind.HEADING)
        if index == self._separate:
            self._replying, self._fractie, self._label = True, "", piece.text
            return made
        if made.kind is BlockKind.HEADING or piece.shape not in {Shape.TEXT, Shape.ITEM}:
            return made
        if piece.broken_from is None and piece.shape is Shape.TEXT:
            self._turn(index, piece.text)
        if not self._fractie and not self._replying:
            return made
        if self._replying:
            return self._said(made, BlockKind.ANSWER if piece.shape is Shape.TEXT else made.kind)
        start = self._inputs[0] if self._inputs else made.start
        self._inputs = (start, made.end)
        return self._said(made, BlockKind.QUESTION if piece.shape is Shape.TEXT else made.kind)

    def _turn(self, index: int, text: str) -> None:
        """Decide whose paragraph this is: members stand in the third person, a minister says I or we."""
        own_words = QUOTED.sub("", text)
        first_person = bool(FIRST_PERSON.search(own_words))
        members = MEMBERS.search(own_words)
        opens = members is not None and members.start() < NEAR_THE_START and not MINISTER.search(own_words)
        asks = opens or (members is not None and not first_person)
        if asks or (not self._replying and text.endswith("?") and self._fractie):
            if self._replying:
                self._inputs = None
            self._replying = False
            if named := FRACTIE.search(own_words):
                self._fractie = (named["fractie"] or named["alone"]).strip()
        elif (first_person or self._inputs is not None) and (self._separate is None or index > self._separate):
            self._replying = bool(self._fractie) or self._replying

    def _said(self, made: Block, kind: BlockKind) -> Block:
        fractie = f"{self._fractie}-fractie"
        if self._label and kind is not BlockKind.HEADING:
            made = replace(made, path=(self._label,))
        if self._replying:
            place = f"reactie op de {fractie}" if self._fractie else made.place
            return replace(made, kind=kind, place=place, speaker=self._minister, context=made.context or self._inputs)
        speaker = Speaker(role=Role.FRACTIE, name=f"de {unnumbered(fractie)}")
        return replace(made, kind=kind, place=f"inbreng {fractie}", speaker=speaker)
