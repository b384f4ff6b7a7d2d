"""Official citations, made a second time from the publisher's identifier alone, to hold ours against."""

from __future__ import annotations

import re
from datetime import date, timedelta

_AANHANGSEL = re.compile(r"ah-tk-(\d{4})\d{2}(\d{2})-(\d+)")
_KAMERSTUK = re.compile(r"kst-(\d{2})(\d{3})-(\d+)")


def official(identifier: str, day: date | None) -> str | None:
    """How a paper of the Tweede Kamer is cited, without its place.

    Args:
        identifier: As the publisher writes it.
        day: Of the paper; a Kamerstuk is cited by the parliamentary year.

    Returns:
        None where the identifier and the date do not tell.
    """
    if found := _AANHANGSEL.fullmatch(identifier):
        return f"Aanhangsel Handelingen II {found[1]}/{found[2]}, nr. {int(found[3])}"
    found = _KAMERSTUK.fullmatch(identifier)
    if not found or day is None:
        return None
    first = session(day)
    return f"Kamerstukken II {first}/{(first + 1) % 100:02}, {found[1]} {found[2]}, nr. {found[3]}"


def session(day: date) -> int:
    """The year in which the parliamentary year of a day began: on the third Tuesday of September."""
    tuesdays = [date(day.year, 9, 1) + timedelta(days=at) for at in range(30)]
    opening = [one for one in tuesdays if one.weekday() == 1][2]
    return day.year if day >= opening else day.year - 1
