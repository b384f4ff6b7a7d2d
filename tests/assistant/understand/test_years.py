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
    assert years_counted(text, {"2021", "2022"}) == years


def test_a_question_names_the_year_that_it_counts() -> None:
    assert with_years_named("En het jaar daarvoor?", {"2021"}) == "En in 2020?"
    assert with_years_named("En in het schooljaar ervoor?", {"2021", "2022"}) == "En in 2020-2021?"
    assert with_years_named("En het jaar daarvoor?", set()) == "En het jaar daarvoor?"
