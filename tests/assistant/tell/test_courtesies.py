"""What people type that is no question about the papers."""

import pytest

from assistant.answer import Status
from assistant.assistant import Assistant
from assistant.tell.courtesies import ABOUT, ABOUT_WHAT, DUTCH_ONLY, GREETED, THANKED, courtesy


@pytest.mark.parametrize(
    ("typed", "reply"),
    [
        ("hoi", GREETED),
        ("Goedemorgen!", GREETED),
        ("dank je wel!", THANKED),
        ("ok, bedankt voor de uitleg", THANKED),
        ("Wie ben jij?", ABOUT),
        ("Ben je een robot?", ABOUT),
        ("wat kan ik hier vragen?", ABOUT),
        ("My son is not going to school, what can I do?", DUTCH_ONLY),
        ("Was ist das und wer bezahlt es?", DUTCH_ONLY),
        ("Pourquoi mon enfant ne va pas à l'école ?", DUTCH_ONLY),
        ("Mi hijo no va a la escuela", DUTCH_ONLY),
        ("Dziecko nie chodzi do szkoły, dlaczego?", DUTCH_ONLY),
        ("Oğlum okula gitmiyor, ne yapabilirim?", DUTCH_ONLY),
        ("ابني لا يذهب إلى المدرسة", DUTCH_ONLY),
    ],
)
def test_a_courtesy_is_answered_in_kind(typed: str, reply: str) -> None:
    assert courtesy(typed) == reply


@pytest.mark.parametrize(
    "typed",
    [
        "Hallo, hoeveel aanvragen zijn er?",
        "Wie is de minister?",
        "Wat is dit plan waard voor mijn kind?",
        "Wie kan mij helpen als mijn kind thuiszit?",
        "Kan de school dat zomaar doen?",
        "hvl aanvrgen oza afgeweze",
        "Wat kost de veerboot in 2024?",
        "Bedankt, en wanneer gaat die wet in?",
        "Hoe heet de app The Next Step?",
        "Krijgt zij pas les vanaf zes jaar?",
        "Mes gevonden tijdens les op school?",
        "Kun je dans los van school doen?",
        "Wie las er nie?",
        "",
    ],
)
def test_a_question_is_no_courtesy(typed: str) -> None:
    assert courtesy(typed) == ""


def test_who_cries_for_help_hears_where_to_find_it() -> None:
    assert courtesy("help").startswith(ABOUT)
    assert "Waar u terechtkunt" in courtesy("Help mij alsjeblieft")


@pytest.mark.parametrize(("typed", "reply"), [("hoi", GREETED), ("Waarom?", ABOUT_WHAT), ("???", ABOUT_WHAT)])
def test_without_a_question_nothing_is_quoted(assistant: Assistant, typed: str, reply: str) -> None:
    answer = assistant.ask(typed)
    assert (answer.status, answer.text, answer.citations) == (Status.CLARIFY, reply, ())


def test_the_subject_may_come_from_the_conversation(assistant: Assistant) -> None:
    assert assistant.ask("Waarom?", history=["Hoeveel aanvragen zijn er afgewezen?"]).status is not Status.CLARIFY
