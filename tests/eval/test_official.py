"""Official citations made from the identifier alone."""

from __future__ import annotations

from datetime import date

import pytest

from eval.official import official, session


@pytest.mark.parametrize(
    ("identifier", "day", "citation"),
    [
        ("ah-tk-20222023-2038", None, "Aanhangsel Handelingen II 2022/23, nr. 2038"),
        ("ah-tk-19992000-0007", None, "Aanhangsel Handelingen II 1999/2000, nr. 7"),
        ("kst-31497-448", date(2023, 4, 1), "Kamerstukken II 2022/23, 31 497, nr. 448"),
        ("kst-31497-448", None, None),  # the year cannot be known
        ("bestand-0123456789ab", date(2023, 4, 1), None),
    ],
)
def test_a_paper_is_cited_by_its_identifier(identifier: str, day: date | None, citation: str | None) -> None:
    assert official(identifier, day) == citation


def test_the_parliamentary_year_turns_on_the_third_tuesday_of_september() -> None:
    """In 2023 that was 19 September, in 2020 the 15th."""
    assert (session(date(2023, 9, 18)), session(date(2023, 9, 19))) == (2022, 2023)
    assert (session(date(2020, 9, 14)), session(date(2020, 9, 15))) == (2019, 2020)
