"""What a question asks a paper of itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understand.conversation import complete
from assistant.understand.of_itself import is_one_lookup, kinds_called, tells_which, wanted_of_itself
from ingest.document import Kind
from ingest.kinds import LETTERS

PARTICULARS = ("kenmerk", "en welke datum", "wie tekende", "de griffier", "op welke dag", "onder welk stuknummer")


@pytest.mark.parametrize("part", PARTICULARS)
def test_a_part_that_asks_for_nothing_but_a_particular_does_not_tell_which_paper(part: str) -> None:
    assert tells_which(f"brief over de pont, {part}") == "brief over de pont"


@given(st.sampled_from(PARTICULARS), st.sampled_from(("boot", "veerdienst", "minuten", "xyz")))
def test_a_part_that_says_anything_else_is_no_particular(part: str, word: str) -> None:
    assert tells_which(f"{part} {word}") == f"{part} {word}"


@pytest.mark.parametrize("greeting", ["dag, ", "dag voorzitter, ", "goedemorgen! ", "beste mensen, "])
def test_a_greeting_does_not_tell_which_paper(greeting: str) -> None:
    assert tells_which(f"{greeting}brief over de pont") == "brief over de pont"


def test_the_day_of_something_is_no_greeting() -> None:
    assert tells_which("dag van ontvangst, brief over de pont") == "brief over de pont"
    assert "nacht" in tells_which("dag en nacht varen, brief over de pont")


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Dag voorzitter, dank voor de brief over de pont.", None),
        ("Wie tekende de brief over de pont? Een fijne dag", (True, False, False)),
        ("Wie tekende de brief over de pont en op welke dag?", (True, True, False)),
        ("Wie tekende de brief over de pont, op welke datum en onder welk stuknummer?", (True, True, True)),
        ("Wie tekende de brief over de pont die als stuknummer 12 kwam?", (True, False, False)),
        ("Wie tekende het convenant over de pont?", None),
        ("Wanneer zijn de Kamervragen over de pont beantwoord en onder welk nummer?", None),
    ],
)
def test_the_signer_the_day_and_the_number_of_a_paper(text: str, asked: tuple[bool, bool, bool] | None) -> None:
    wanted = wanted_of_itself(complete(text, ()))
    assert (wanted and (wanted.signer, wanted.day, wanted.number)) == asked


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("Wie tekende de brief over de pont?", False),
        ("Wie tekende de brief over de pont en welk kenmerk staat erop?", False),
        ("Welk kenmerk en welke datum heeft de brief over de pont?", False),
        ("Hoe laat begon en eindigde het debat over de pont, hoeveel boten zijn er?", True),
        ("Wie tekende de brief over de pont, op welke datum, hoeveel boten zijn er?", True),
        ("Wie tekende de brief over de pont en wanneer vaart de boot?", True),
        ("ik wil weten wie de brief over de pont heeft getekend en wanneer de boot vaart", True),
        ("Brief over de pont: wie heeft de brief namens de rederij ondertekend?", False),
    ],
)
def test_whether_something_else_is_asked_as_well(text: str, more: bool) -> None:
    wanted = wanted_of_itself(complete(text, ()))
    assert wanted is not None
    assert wanted.more is more


@pytest.mark.parametrize(
    ("questions", "one"),
    [
        (("wie tekende de brief over de pont", "en welk kenmerk staat erop"), True),
        (("wie stelde de vragen over de pont", "en wanneer zijn ze beantwoord"), True),
        (("welke leden stelden de vragen over de pont", "en wanneer zijn ze beantwoord"), True),
        (("welke vragen zijn gesteld over de pont", "en wanneer zijn die beantwoord"), False),
        (("welke lastige vragen zijn gesteld over de pont", "en wanneer zijn die beantwoord"), False),
        (("wie tekende de brief over de pont", "en wie vaart de boot"), False),
        (("hoeveel boten varen er", "en wat is het kenmerk"), False),
    ],
)
def test_particulars_of_one_paper_are_one_lookup(questions: tuple[str, ...], one: bool) -> None:
    assert is_one_lookup(questions) is one


def test_the_kinds_that_a_text_names() -> None:
    assert kinds_called("brief en debat over een stuk") == [LETTERS, frozenset({Kind.DEBAT}), None]
    assert kinds_called("de pont van de schipper") == []
