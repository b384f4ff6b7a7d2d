"""The kinds of paper, in one table: what each is called, how a question names it, and who speaks in it.

A new kind is a row here, a module in ``ingest/structure`` that recognises and reads it, and its line in
``ingest.structure.READERS``.
"""

from __future__ import annotations

import re
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
    cue: str = ""  # how a question names it: a pattern over text without capitals and accents; "" if it never does
    own_word: str = ""  # a word that names this kind alone where the cue names several
    within: str = ""  # "in de brief"
    letter: bool = False  # signed by who writes it
    to_kamer: bool = False  # in it "u" is the Kamer, or members of it


_LETTER_CUE = r"\b(?:kamer)?brie(?:f|ven)\b"
# In the order in which a question is searched for them.
SORTS: dict[Kind, Sort] = {
    Kind.BESLISNOTA: Sort(
        title="Beslisnota",
        one="beslisnota",
        many="beslisnota's",
        cue=r"\b(?:beslis)?nota(?:'?s)?\b|\bambtena(?:ar|ren)\b|\bambtelijk",
        within="in de nota",
    ),
    Kind.KAMERBRIEF: Sort(
        title="Kamerbrief",
        one="Kamerbrief",
        many="Kamerbrieven",
        cue=_LETTER_CUE,
        own_word="kamerbrief",
        within="in de brief",
        letter=True,
        to_kamer=True,
    ),
    Kind.BRIEF: Sort(title="Brief", one="brief", many="brieven", cue=_LETTER_CUE, within="in de brief", letter=True),
    Kind.AANHANGSEL: Sort(
        title="Antwoorden op Kamervragen",
        one="antwoord op Kamervragen",
        many="antwoorden op Kamervragen",
        cue=r"\bkamervra(?:ag|gen)\b|\bantwoord(?:en)? (?:op|aan)\b|\baanhangsel",
        within="in de antwoorden op Kamervragen",
        to_kamer=True,
    ),
    Kind.SCHRIFTELIJK_OVERLEG: Sort(
        title="Schriftelijk overleg",
        one="schriftelijk overleg",
        many="schriftelijke overleggen",
        cue=r"\bschriftelijk overleg\b",
        within="in het schriftelijk overleg",
        to_kamer=True,
    ),
    Kind.DEBAT: Sort(
        title="Debat",
        one="debat",
        many="debatten",
        # A letter may be sent for a debate: only one that is said to be the source is meant.
        cue=r"\b(?:in|tijdens|uit|volgens|bij|verslag van) (?:het|de|een|dat|dit) (?:\w+ )?(?:\w*debat|handelingen"
        r"|(?:algemeen |mondeling |wetgevings|nota)overleg)\b",
        within="in het debat",
        to_kamer=True,
    ),
    Kind.SAMENVATTING: Sort(title="Samenvatting", one="samenvatting", many="samenvattingen"),
    Kind.ONBEKEND: Sort(title="Stuk", one="ander stuk", many="andere stukken"),
}

LETTERS = frozenset(kind for kind, sort in SORTS.items() if sort.letter)
TO_KAMER = frozenset(kind for kind, sort in SORTS.items() if sort.to_kamer)


def by_cue() -> tuple[tuple[re.Pattern[str], frozenset[Kind]], ...]:
    """How questions name kinds of papers, each pattern with all the kinds that it names."""
    named: dict[str, set[Kind]] = {}
    for kind, sort in SORTS.items():
        if sort.cue:
            named.setdefault(sort.cue, set()).add(kind)
    return tuple((re.compile(cue), frozenset(kinds)) for cue, kinds in named.items())
