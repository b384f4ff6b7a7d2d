"""The names, years and numbers of a question."""

import pytest

from assistant.understand.names import named_in


def test_names_years_and_numbers_are_noted() -> None:
    assert named_in("Wat schreef minister Jansen in 2019 over de 12 plekken?") == ("2019", "12", "jansen")


def test_capitals_of_an_angry_message_are_not_names() -> None:
    assert named_in("WAAROM KOMT DE BUS NIET?") == ()
    assert named_in("Wat staat er in bijlage 4?") == ("bijlage 4",)
    assert named_in("Welke hulp is er bij ME?") == ("ME",), "folded it would be a common word"


def test_the_age_of_a_child_is_nothing_to_look_for() -> None:
    assert named_in("Mag mijn zoon van 9 naar een andere school?") == ()
    assert named_in("Mijn dochter is 12 jaar. Wat verandert er in 2026?") == ("2026",)


def test_names_in_the_story_before_the_question_are_nothing_to_look_for() -> None:
    assert named_in("Wij wonen in Harlingen. Wie betaalt het vervoer?") == ()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Wanneer is de Wet vaste veren aangenomen?", ("wet vaste", "wet")),
        ("Wat staat er in de Wet op het varen?", ("wet op het varen", "wet")),
        ("Hoeveel boten heeft Rederij Haven & Kade?", ("rederij", "haven & kade")),
        ("Geldt dit ook op het mbo of in België?", ("belgie", "mbo")),
    ],
)
def test_laws_firms_and_what_lies_elsewhere_are_names(text: str, named: tuple[str, ...]) -> None:
    assert set(named_in(text)) == set(named)
