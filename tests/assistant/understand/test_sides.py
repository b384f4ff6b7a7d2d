"""Of which side reasons are."""

import pytest

from assistant.understand.sides import TEGEN, VOOR, side_of, speaks_of_reasons


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Welke argumenten voor een boot zijn er?", VOOR),
        ("Wat zijn de nadelen voor schippers?", TEGEN),
        ("bezwaren tegen de boot", TEGEN),
        ("Wat zijn de voor- en nadelen?", ""),
        ("plus- en minpunten van de boot", ""),
        ("Zijn er nadelen, of is er een argument voor?", ""),
        ("Wat zijn de voordelen en de nadelen?", ""),
        ("Is er iets voor of tegen?", ""),
        ("En wat pleit er juist voor?", VOOR),
        ("Hoe snel is de boot?", ""),
    ],
)
def test_reasons_are_of_one_side_or_of_none(text: str, side: str) -> None:
    assert side_of(text) == side


def test_a_word_for_reasons_is_known() -> None:
    assert speaks_of_reasons("Noem de nadelen") and speaks_of_reasons("Argumenten tegen een boot")
    assert speaks_of_reasons("Wat spreekt er tegen een boot?")
    assert not speaks_of_reasons("Wat spreekt de schipper af met de reizigers voor volgend jaar?")
    assert not speaks_of_reasons("Maatregelen tegen de golven") and not speaks_of_reasons("Wie pleit voor een boot?")
