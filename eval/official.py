"""Official citations, made a second time from the publisher's identifier alone, to hold ours against."""

from __future__ import annotations

import re
from datetime import date

_AANHANGSEL = re.compile(r"ah-tk-(\d{4})\d{2}(\d{2})-(\d+)")
_KAMERSTUK = re.compile(r"kst-(\d{2})(\d{3})(?:-([A-Z]+|[IVXLC]+))?-(\d+)")


def official(identifier: str, day: date | None) -> str | None:
    """How a paper is cited, without its place.

    Args:
        identifier: As the publisher writes it.
        day: Of the paper; a Kamerstuk is cited by the parliamentary year, which turns in September.

    Returns:
        None where the identifier and the date do not tell.
    """
    if found := _AANHANGSEL.fullmatch(identifier):
        return f"Aanhangsel Handelingen II {found[1]}/{found[2]}, nr. {int(found[3])}"
    found = _KAMERSTUK.fullmatch(identifier)
    if not found or found[3]:
        return None
    if day is None:
        return None
    first = day.year if (day.month, day.day) >= (9, 15) else day.year - 1
    return f"Kamerstukken II {first}/{(first + 1) % 100:02}, {found[1]} {found[2]}, nr. {found[4]}"
