"""A day that only says which paper is meant."""

from datetime import date

import pytest

from assistant.understand.counts import values_of
from assistant.understand.days import days_of_papers, only_tells_which
from index.dutch import stem
from ingest.typed_values import ValueKind


def days_told(sentence: str, *asked: str) -> list[str]:
    values = [value for value in values_of(sentence, date(2024, 1, 1)) if value.kind is ValueKind.DATE]
    return [value.text for value in values if not only_tells_which(sentence, value, frozenset(asked))]


@pytest.mark.parametrize(
    "sentence",
    [
        "In mijn brief van 4 mei 2023 heb ik dat toegezegd.",
        "In de voortgangsbrief over het vervoer van leerlingen van 4 mei 2023 staat dat.",
        "Bij brief d.d. 4 mei 2023 is dat gevraagd.",
        "Tijdens het commissiedebat van donderdag 4 mei 2023 is dat gevraagd.",
        "De motie-Jansen van 4 mei 2023 vraagt daarom.",
    ],
)
def test_a_day_of_a_paper_is_none_of_what_is_asked(sentence: str) -> None:
    assert days_told(sentence, "vervoer", "volg") == []


def test_a_day_of_what_is_asked_about_is_told() -> None:
    assert days_told("Het commissiedebat van 4 mei 2023 ging daarover.", "debat") == ["4 mei 2023"]


def test_any_other_day_is_told() -> None:
    told = days_told("In de brief van 4 mei 2023 staat dat de wet op 1 juli 2024 ingaat.", "wet")
    assert told == ["1 juli 2024"]


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("In de brief staat dat de regeling met ingang van 4 mei 2023 stopt.", stem("regeling")),
        ("Op grond van het besluit geldt het tarief van 4 mei 2023 tot 1 juli 2025.", "tarief"),
        ("Het debat volgt na de verkiezing van 4 mei 2023.", stem("verkiezing")),
    ],
)
def test_a_day_of_something_else_is_told_though_a_letter_is_named_before_it(sentence: str, asked: str) -> None:
    assert days_told(sentence, asked)[0] == "4 mei 2023"


@pytest.mark.parametrize(
    ("question", "days"),
    [
        ("Hoeveel boten voeren er in 2022 volgens de brief van 4 mei 2023?", {"2023-05-04": {"4", "2023"}}),
        ("Hoeveel boten voeren er in 2023 volgens de stukken van mei 2023?", {"2023-05": frozenset()}),
        ("Hoeveel boten voeren er op 4 mei 2023?", {}),
        ("Hoeveel boten voeren er sinds de brief van het voorjaar van 2023?", {}),
    ],
)
def test_the_day_of_a_paper_in_a_question_is_told_with_the_numbers_that_stand_nowhere_else(
    question: str, days: dict[str, set[str]]
) -> None:
    assert days_of_papers(question) == days
