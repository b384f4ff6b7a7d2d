"""Words about the person who asks, and about what an answer cannot be."""

import pytest

from assistant.answer import Answer, Status
from assistant.assistant import Assistant
from assistant.tell.tone import (
    HEARD,
    INSTEAD,
    NO_JUDGE,
    NO_OPINION,
    NOT_FOUND,
    PERHAPS,
    asks_of_own_case,
    doubt,
    framed,
    heard,
    limits,
)


@pytest.mark.parametrize(
    "text",
    [
        "Ik ben radeloos, wie helpt ons?",
        "We maken ons grote zorgen om onze zoon, wat nu?",
        "Ik kan niet meer, de bus komt nooit",
        "WAAROM KOMT DE BUS NIET OP TIJD",
    ],
)
def test_who_names_strain_or_shouts_is_heard_in_one_sentence(text: str) -> None:
    assert heard(text) == HEARD


@pytest.mark.parametrize("text", ["Wat is een OPP?", "OPP TLV SWV", "Hoe lang duurt een rit?", "Wat zijn de zorgen?"])
def test_nobody_else_is_told_how_they_feel(text: str) -> None:
    assert heard(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Heb ik recht op een taxi?",
        "Heeft mijn dochter recht op extra hulp?",
        "Mag de school mijn kind weigeren?",
        "Kan ik de gemeente aanklagen?",
        "Moet ik mijn kind naar die school laten gaan?",
        "Welke school is het beste voor mijn zoon?",
    ],
)
def test_a_question_about_the_own_case_is_not_judged(text: str) -> None:
    assert asks_of_own_case(text)
    assert limits(text) == NO_JUDGE


def test_an_opinion_is_not_given() -> None:
    assert limits("Wat vindt u van het busvervoer?") == NO_OPINION
    assert limits("Wat vindt de minister van het busvervoer?") == ""
    assert limits("Wie heeft recht op een taxi?") == ""


def test_only_a_parent_is_comforted_and_help_goes_before_it(assistant: Assistant) -> None:
    asked = "Ik ben radeloos, mijn kind wil dood. Hoe lang duurt een rit met de bus?"
    answer = assistant.ask(asked)
    assert answer.text.index("113") < answer.text.index(HEARD)
    assert HEARD not in assistant.ask(asked, persona="kamer").text


def partial(asked: str, chance: float) -> Answer:
    return Answer(
        question=asked,
        understood_as=asked,
        status=Status.PARTIAL,
        text=f"{doubt(chance)}\n\nBos schrijft: “De bus rijdt.” [1]",
        chance=chance,
    )


def test_a_parent_without_an_answer_reads_first_where_to_turn() -> None:
    told = framed(partial("Hoe laat komt de taxi voor leerlingenvervoer?", 0.3), "ouder").text
    assert told.index(NOT_FOUND) < told.index("Uw gemeente") < told.index(INSTEAD) < told.index("De bus rijdt.")
    told = framed(partial("Hoe laat komt de taxi voor leerlingenvervoer?", 0.7), "ouder").text
    assert told.startswith(PERHAPS)
    assert told.index("De bus rijdt.") < told.index("Uw gemeente")
    assert "Uw gemeente" not in framed(partial("Hoe laat komt de taxi?", 0.3), "kamer").text


def test_who_is_in_distress_reads_first_where_to_turn() -> None:
    told = framed(partial("Ik ben radeloos, waar blijft de taxi?", 0.7), "ouder").text
    assert told.index(HEARD) < told.index("Uw gemeente") < told.index("De bus rijdt.")
    told = framed(partial("Ik ben radeloos, de school wil mijn kind kwijt", 0.3), "ouder").text
    assert told.index("Onderwijsconsulenten") < told.index(NOT_FOUND)
