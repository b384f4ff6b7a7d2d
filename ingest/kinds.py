"""The kinds of paper, in one table: what each is called, and who writes it to whom.

A new kind is a row here, a module in ``ingest/structure`` that recognises and reads it, its line in
``ingest.structure.READERS``, and a row in ``assistant.understand.kinds`` if questions name it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What sort of paper it is."""

    KAMERBRIEF = "Kamerbrief"
    AANHANGSEL = "Aanhangsel"
    SCHRIFTELIJK_OVERLEG = "SchriftelijkOverleg"
    DEBAT = "Debat"
    BESLISNOTA = "Beslisnota"
    BRIEF = "Brief"
    SAMENVATTING = "Samenvatting"
    ONBEKEND = "Onbekend"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sort:
    """What is to be known of a kind of paper."""

    title: str  # as a citation calls it
    one: str  # in a running text
    many: str
    letter: bool = False  # signed by who writes it
    to_kamer: bool = False  # in it "u" is the Kamer, or members of it


SORTS: dict[Kind, Sort] = {
    Kind.BESLISNOTA: Sort(title="Beslisnota", one="beslisnota", many="beslisnota's"),
    Kind.KAMERBRIEF: Sort(title="Kamerbrief", one="Kamerbrief", many="Kamerbrieven", letter=True, to_kamer=True),
    Kind.BRIEF: Sort(title="Brief", one="brief", many="brieven", letter=True),
    Kind.AANHANGSEL: Sort(
        title="Antwoorden op Kamervragen",
        one="antwoord op Kamervragen",
        many="antwoorden op Kamervragen",
        to_kamer=True,
    ),
    Kind.SCHRIFTELIJK_OVERLEG: Sort(
        title="Schriftelijk overleg", one="schriftelijk overleg", many="schriftelijke overleggen", to_kamer=True
    ),
    Kind.DEBAT: Sort(title="Debat", one="debat", many="debatten", to_kamer=True),
    Kind.SAMENVATTING: Sort(title="Samenvatting", one="samenvatting", many="samenvattingen"),
    Kind.ONBEKEND: Sort(title="Stuk", one="ander stuk", many="andere stukken"),
}

LETTERS = frozenset(kind for kind, sort in SORTS.items() if sort.letter)
TO_KAMER = frozenset(kind for kind, sort in SORTS.items() if sort.to_kamer)
