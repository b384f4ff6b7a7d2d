"""The offices that somebody may hold, and a question who holds one."""

from __future__ import annotations

import re

from index.dutch import terms

OFFICES = (
    "minister|staatssecretaris|bewindspersoon|wethouder|burgemeester|gedeputeerde|commissaris|voorzitter|directeur|"
    "bestuurder|inspecteur-generaal|kinderombudsman|ombudsman"
)
_HOLDER = re.compile(
    r"\bwie (?:is|was|zijn|waren|werd|wordt)\b(?: (?:nu|toen|momenteel|op dit moment|ook alweer|de|het|in \d{4}))* "
    rf"(?P<office>(?:{OFFICES})\b[^?.!,]*)"
)


def office_in(folded: str) -> frozenset[str] | None:
    """The stems of the office whose holder a folded question asks for; None if it asks for none."""
    asked = _HOLDER.search(folded)
    return frozenset(term for term in terms(asked["office"]) if not term.isdigit()) if asked else None
