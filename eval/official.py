"""Official citations, made a second time from the publisher's identifier alone, to hold ours against."""

from __future__ import annotations

import re
from datetime import date, timedelta

_AANHANGSEL = re.compile(r"ah-tk-(\d{4})\d{4}-(\d+)")
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
        return f"Aanhangsel Handelingen II {_written(int(found[1]))}, nr. {int(found[2])}"
    found = _KAMERSTUK.fullmatch(identifier)
    if not found or day is None:
        return None
    return f"Kamerstukken II {_written(session(day))}, {found[1]} {found[2]}, nr. {found[3]}"


def session(day: date) -> int:
    """The year in which the parliamentary year of a day began: on the third Tuesday of September."""
    tuesdays = [date(day.year, 9, 1) + timedelta(days=at) for at in range(30)]
    opening = [one for one in tuesdays if one.weekday() == 1][2]
    return day.year if day >= opening else day.year - 1


def _written(first: int) -> str:
    """A parliamentary year: "2022/23", but "1999/2000"."""
    second = first + 1
    return f"{first}/{second if second % 100 == 0 else f'{second % 100:02}'}"
