"""Which office a member of government holds, as a report says it: "de heer Bos, minister van Water"."""

from __future__ import annotations

import re

from ingest.structure.signature import DEPARTMENT

NAMED = re.compile(
    r"(?:[Dd]e heer|[Mm]evrouw) (?P<name>[A-ZÀ-Ý][^,.;:()\n]{1,40}), (?:demissionair |viceminister-president, )?"
    rf"(?i:minister(?:-president)?|staatssecretaris) (?i:van|voor) (?P<department>{DEPARTMENT})"
)


def departments_in(text: str) -> dict[str, str]:
    """The department of each member of government that a text introduces, by name as written."""
    return {found["name"].strip(): found["department"].strip() for found in NAMED.finditer(text)}
