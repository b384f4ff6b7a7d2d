"""Moties that are moved in a debate, and the votes on them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.structure.parts import Piece
from ingest.structure.turns import turn_at

OPENS = re.compile(r"(?:Motie\.? )?De (?:Eerste |Tweede )?Kamer,")
ENDS = re.compile(r"gaat over tot de orde van de dag\W*$", re.IGNORECASE)
HEADED = re.compile(r"Motie(?: [A-Z].{0,60})?")
MOVED = re.compile(
    r"\b(?:voorgesteld )?door (?P<who>(?:het lid|de leden|de heer|mevrouw) [^.:;]{2,160}?)"
    r"(?= (?:is|wordt|worden|zijn) (?:de|een) (?:volgende )?\w*motie|[.:]| en voldoende|,? naar mij blijkt)",
    re.IGNORECASE,
)
NUMBERED = re.compile(
    r"\bkrijgt (?:het )?(?:nummer|nr\.) ?(?P<number>\w{1,4}) ?(?:\((?P<dossier>\d{2} ?\d{3}[^)]{0,12})\))?"
)
VOTED = re.compile(
    r"In stemming (?:komt|komen) (?P<what>(?:de|het) (?:\w+ ){0,2}(?:motie|amendement|wetsvoorstel|artikel)"
    r"[^.]{0,140}?(?:nr\.? ?(?P<number>\w{1,4})[^.]{0,20}(?:(?:was|ter vervanging van|t\.v\.v\.) [^()]{2,40}\))?)?)\.?$"
)
VOTES_ON = re.compile(r"\b(?:ik constateer|hebben gestemd|aangenomen|verworpen)\b", re.IGNORECASE)
LONGEST = 30  # pieces of a motie
NEAR = 6  # pieces between a motie and its number, or who moved it


@dataclass(frozen=True, slots=True, kw_only=True)
class Motie:
    """The pieces that hold the words of a motie, who moved it, and its number."""

    pieces: range
    movers: str = ""
    number: str = ""
    dossier: str = ""

    @property
    def place(self) -> str:
        """As a citation names it: "motie van het lid Kaai (12 345, nr. 67)"."""
        numbered = f"nr. {self.number}" if self.number else ""
        known = ", ".join(filter(None, (self.dossier, numbered)))
        return f"motie{f' van {self.movers}' if self.movers else ''}{f' ({known})' if known else ''}"


def moties_of(pieces: Sequence[Piece]) -> list[Motie]:
    """The moties in a debate, in order."""
    found: list[Motie] = []
    index = 0
    while index < len(pieces):
        end = _end(pieces, index) if OPENS.match(pieces[index].text) else 0
        if not end:
            index += 1
            continue
        found.append(_motie(pieces, index, end))
        index = end
    return found


def _end(pieces: Sequence[Piece], start: int) -> int:
    """Behind the last piece of a motie; 0 if what begins here is none."""
    for index in range(start, min(start + LONGEST, len(pieces))):
        if index > start and turn_at(pieces[index].text):
            return 0
        if ENDS.search(pieces[index].text):
            return index + 1
    return 0


def _motie(pieces: Sequence[Piece], start: int, end: int) -> Motie:
    first = start - 1 if start and HEADED.fullmatch(pieces[start - 1].text) else start
    before = " ".join(piece.text for piece in pieces[max(0, first - 3) : first])
    after = " ".join(piece.text for piece in pieces[end : end + NEAR])
    after = OPENS.split(after)[0]
    numbered = NUMBERED.search(after)
    moved = MOVED.search(after) or MOVED.search(before)
    dossier = " ".join((numbered["dossier"] or "").split()) if numbered else ""
    if re.match(r"\d{5}", dossier):
        dossier = f"{dossier[:2]} {dossier[2:]}"
    return Motie(
        pieces=range(first, end),
        movers=_in_a_sentence(moved["who"]) if moved else "",
        number=numbered["number"] if numbered else "",
        dossier=dossier,
    )


def _in_a_sentence(who: str) -> str:
    who = " ".join(who.split())
    return who[:1].lower() + who[1:]
