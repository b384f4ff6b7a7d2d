"""The report of a debate, in a committee or the Kamer: what sort it is, about what, when, and who governs in it."""

from __future__ import annotations

import re
from datetime import date

from ingest.document import Kind
from ingest.structure import particulars
from ingest.structure.addressing import date_of
from ingest.structure.debate_answers import with_named_askers
from ingest.structure.debate_turns import Debate
from ingest.structure.kamerstuk import dossiers_of, identifier_of, title_of_dossier
from ingest.structure.layout import Layout
from ingest.structure.letter import date_of_letter
from ingest.structure.notes import hung
from ingest.structure.official_offices import departments_in
from ingest.structure.parts import Parts, Piece, pieces_of
from ingest.structure.turns import LEAST, turn_at

HEAD = 4000  # characters
SORTS = (
    r"commissiedebat|algemeen overleg|wetgevingsoverleg|notaoverleg|mondeling overleg|tweeminutendebat|"
    r"plenair debat|rondetafelgesprek|hoorzitting|interpellatie|dertigledendebat|hoofdlijnendebat"
)
TITLE = re.compile(rf"\bVERSLAG VAN EEN (?:GESPREK|(?P<sort>{SORTS}))\b", re.IGNORECASE)
HANDELINGEN = re.compile(r"\bh-[te]k-\d{8}-\d+(?:-\d+)?(?!\w)")
WRITTEN_DAY = r"(?:\w+dag,? )?\d{1,2} [a-z]+ \d{4}"
# "(Zie vergadering van …)" speaks of another day.
HELD = re.compile(
    r"(?:(?:heeft|hebben|gehouden|gevoerd) op|(?<!Zie )(?<!zie )(?:[Vv]ergadering|[Dd]ebat|[Oo]verleg) (?:van|d\.d\.)) "
    rf"(?P<day>{WRITTEN_DAY})"
)
FOOT = re.compile(rf"(?P<day>{WRITTEN_DAY})\s+[TE]K \d+\s+\d+-\d+-\d+")  # of the Handelingen in print
DAY = re.compile(rf"(?:Datum:? )?{WRITTEN_DAY}\.?", re.IGNORECASE)
COMMITTEE = re.compile(
    r"\b[Dd]e (?P<who>(?:vaste |algemene |tijdelijke )?commissies? voor [^.;:]{3,120}?) (?:heeft|hebben)\b"
)
ON_THE_AGENDA = re.compile(
    r"Aan de orde (?:is|zijn)(?: de (?:behandeling|voortzetting van de behandeling) van)?:? (?:het |de )?"
    r"(?P<what>[^.:;(\n]{4,200})"
)


def is_debat(layout: Layout, raw: str) -> bool:
    """Whether a paper is the report of a debate: by its title or its number, or by the labels of its turns."""
    turns = [turn for unit in layout.units if (turn := turn_at(layout.text[unit.start : unit.end]))]
    if TITLE.search(layout.text[:HEAD]) or particulars.item_in(raw):
        return bool(turns)
    return len(turns) >= LEAST and (any(turn.chairs for turn in turns) or len(turns) > 2 * LEAST)


def parse(layout: Layout, raw: str) -> Parts:
    """Turns with their speakers, interruptions with their replies, toezeggingen, moties and votes."""
    pieces = pieces_of(layout)
    first = next((index for index, piece in enumerate(pieces) if turn_at(piece.text)), len(pieces))
    above = pieces[:first]
    head = " ".join(piece.text for piece in above)
    dossiers = dossiers_of(layout.text)
    blocks = with_named_askers(Debate(pieces, departments_in(layout.text)).blocks(), layout.text)
    committee = COMMITTEE.search(head)
    house = "Eerste Kamer" if re.search(r"\bEerste Kamer\b|\bh-ek-", raw[:HEAD]) else "Tweede Kamer"
    return Parts(
        kind=Kind.DEBAT,
        text=layout.text,
        blocks=tuple(hung(blocks, layout)),
        dropped=layout.dropped,
        identifier=_identifier(layout, raw, dossiers),
        title=_title(layout, above, particulars.item_in(raw)),
        date=_day(head, above, raw) or date_of_letter(layout),
        sender=committee["who"] if committee else house,
        dossiers=dossiers,
    )


def _identifier(layout: Layout, raw: str, dossiers: tuple[str, ...]) -> str:
    if particulars.item_in(raw):
        return particulars.identifier_in(raw)
    found = HANDELINGEN.search(raw[:HEAD]) or HANDELINGEN.search(raw[-HEAD:])
    return found.group() if found else identifier_of(layout.text, raw, dossiers)


def _day(head: str, above: list[Piece], raw: str) -> date | None:
    """The day on which the debate was held."""
    for said in (HELD.search(head), FOOT.search(raw)):
        if said and (day := date_of(said["day"])):
            return day
    if day := date_of(particulars.day_in(raw)):
        return day
    return next((day for piece in above if DAY.fullmatch(piece.text) and (day := date_of(piece.text))), None)


def _title(layout: Layout, above: list[Piece], item: str) -> str:
    """What sort of debate it was, and about what; the number of the item that it was is no part of its title."""
    sort = TITLE.search(layout.text[:HEAD])
    about = re.sub(r"^\d{2} \d{3}(?:-\d{2})?(?: \(?[IVXLC]+\)?)? ", "", title_of_dossier(layout.text))
    if sort and sort["sort"]:
        kind = f"Verslag van een {sort['sort'].lower()}"
        return f"{kind} over {about}" if about else kind
    if agenda := ON_THE_AGENDA.search(" ".join(piece.text for piece in above)):
        what = agenda["what"].strip(" ,")
        return what[:1].upper() + what[1:]
    titled = next((piece.text for piece in above if piece.unit.heading), "")
    first = next((piece.text for piece in above if re.search(r"[^\W\d_]{3}", piece.text)), "")
    return (titled or about or first).removeprefix(f"{item} ")
