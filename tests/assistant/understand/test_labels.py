"""Numbers that tell things of one name apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understand.labels import is_of_others, labels_in
from index.dutch import stem


@pytest.mark.parametrize(
    ("text", "name", "numbers"),
    [
        ("Hoeveel boten varen in groep 1 en 2?", "groep", {1, 2}),
        ("Schippers varen voor cluster 3 en 4 met loodsen", "cluster", {3, 4}),
        ("Geldt dit voor de clusters 1 t/m 4?", "cluster", {1, 2, 3, 4}),
        ("Steiger 3. En steiger 5, of 7?", "steiger", {3, 5}),
        ("artikel 8, 9 en 12 van de wet", "artikel", {8, 9, 12}),
    ],
)
def test_the_numbers_behind_a_name_are_read(text: str, name: str, numbers: set[int]) -> None:
    assert labels_in(text) == {stem(name): frozenset(numbers)}


@pytest.mark.parametrize(
    "text",
    [
        "De boot vervoert maximaal 3.",
        "Er kwamen 12 boten.",
        "Wij kregen 39 van de 41 boten.",
        "Met hulp 3 boten gebouwd",
        "Op 5 december 20 boten",
        "In maart 12 of 13",
        "Steiger 3,5 of steiger 2.000 of steiger 10%",
        "boten zoals 3",
        "Kamerstuk 12 345, nr. 6",
    ],
)
def test_a_number_that_counts_measures_or_dates_labels_nothing(text: str) -> None:
    assert labels_in(text) == {}


def test_what_is_told_of_others_of_the_name_is_told_of_others() -> None:
    asked = labels_in("Hoeveel boten liggen in cluster 1 en 2?")
    assert is_of_others(asked, "In de clusters 3 en 4 liggen 12 boten.")
    assert not is_of_others(asked, "In de clusters 2 en 3 liggen 12 boten.")
    assert not is_of_others(asked, "In de clusters liggen 12 boten.")
    assert not is_of_others({}, "In de clusters 3 en 4 liggen 12 boten.")


@given(st.sets(st.integers(1, 99), min_size=1, max_size=4))
def test_a_text_is_never_of_others_than_those_it_names(numbers: set[int]) -> None:
    text = "Wat ligt er aan steiger " + " en ".join(map(str, sorted(numbers))) + "?"
    assert not is_of_others(labels_in(text), text)
