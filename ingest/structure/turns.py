"""The label of a turn in the report of a debate: "De heer Kaai (XYZ):", "Minister Voorbeeld:", "De voorzitter:"."""

from __future__ import annotations

import re
from dataclasses import dataclass

SMALL = r"(?:(?:van|de|der|den|ter|ten|te|het|in|op|von|la|le|el|du|da|['’‘]t|c\.s\.) )*"
CAPITAL = r"[A-ZÀ-ÝŠŽČĆİŞ][\w’'-]*"
NAME = rf"{SMALL}{CAPITAL}(?: {SMALL}{CAPITAL})*"
OFFICES = r"(?:Minister(?:-president)?|Staatssecretaris|De (?:minister(?:-president)?|staatssecretaris))"
LABEL = re.compile(
    rf"(?:(?P<chair>(?:De|Mevrouw de|De heer de)(?: (?:fungerend|waarnemend))? voorzitter)(?: \([^()\n]{{2,60}}\))?"
    rf"|(?P<office>{OFFICES})(?: (?P<governs>{NAME}))?(?: \([^()\n]{{2,80}}\))?"
    rf"|(?P<form>De heer|Mevrouw|Het lid|De griffier|De rapporteur)(?: (?P<name>{NAME}))?"
    r"(?: ?\((?P<party>[^()\n]{1,60})\))?(?: \([^()\n]{2,60}\))?)"
    r"\s?:(?=\s|$)"
)
LEAST = 3  # turns that make a text a debate


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """Who gets the floor, as the label says it."""

    form: str  # "De heer", "Minister", "De voorzitter"
    name: str = ""
    party: str = ""
    chairs: bool = False
    governs: bool = False
    end: int = 0  # of the label, its colon included


def turn_at(text: str) -> Turn | None:
    """The turn that a line opens; None for any other line."""
    found = LABEL.match(text)
    if found is None:
        return None
    if found["chair"]:
        return Turn(form=found["chair"], chairs=True, end=found.end())
    if found["office"]:
        return Turn(form=found["office"], name=(found["governs"] or "").strip(), governs=True, end=found.end())
    if not found["name"] and found["form"] != "De griffier":
        return None
    name, party = (found["name"] or "").strip(), (found["party"] or "").strip()
    return Turn(form=found["form"], name=name, party=party, end=found.end())


def turns_in(text: str) -> int:
    """How many lines of a text open a turn."""
    return sum(turn_at(line) is not None for line in text.split("\n"))
