"""Years that are counted from another one."""

import pytest

from assistant.understand.years import with_years_named, years_counted


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Een jaar eerder waren dat er 30.", {"2020", "2021"}),
        ("In het schooljaar daarvoor waren dat er 30.", {"2020", "2021"}),
        ("Het jaar erna waren dat er 30.", {"2022", "2023"}),
        ("Een jaar lang was het stil.", set()),
        ("Dat was eerder dit jaar.", set()),
    ],
)
def test_a_year_is_counted_from_others(text: str, years: set[str]) -> None:
    assert years_counted(text, "In 2021/22 waren het er 40.") == years


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("In 2019 en in 2021 waren het er 40, een jaar later 30.", {"2022"}),
        ("Een jaar later, in 2022, waren het er 30.", set()),
        ("In 2021 waren het er 40, drie jaar eerder 30.", {"2018"}),
        ("Het vorige jaar waren het er 30, in 2021 nog 40.", set()),
    ],
)
def test_a_year_is_counted_from_the_last_one_before_it(text: str, years: set[str]) -> None:
    assert years_counted(text) == years


def test_a_question_names_the_year_that_it_counts() -> None:
    for text, year in (
        ("En het jaar daarvoor?", "2020"),
        ("En drie jaar eerder?", "2018"),
        ("En twee jaar daarvoor?", "2019"),
        ("En het jaar erop?", "2022"),
        ("En het vorige jaar?", "2020"),
        ("En 10 jaar later?", "2031"),
    ):
        assert with_years_named(text, "Hoeveel ponten in 2021?") == f"En in {year}?"
    for year in ("2021-2022", "2021/22", "2021/2022"):
        assert with_years_named("En in het schooljaar ervoor?", f"Hoeveel in {year}?") == "En in 2020-2021?"


@pytest.mark.parametrize("before", ["", "Hoeveel in 2019 en in 2021?", "Hoeveel in 2015-2020?"])
def test_where_nobody_can_tell_from_which_year_is_counted_a_question_stays(before: str) -> None:
    assert with_years_named("En een jaar later?", before) == "En een jaar later?"


def test_the_number_of_a_paper_is_no_year() -> None:
    before = "Hoeveel ponten volgens Aanhangsel 2022-2023, nr. 2038?"
    assert with_years_named("En een jaar eerder?", before) == "En een jaar eerder?"
