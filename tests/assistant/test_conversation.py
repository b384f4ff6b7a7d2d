"""Questions that lean on the ones before them."""

import pytest

from assistant.conversation import complete, leans_back

FIRST = "Hoeveel subsidieaanvragen van scholen zijn er toegekend?"


@pytest.mark.parametrize(
    "text",
    [
        "En hoeveel zijn er geweigerd?",
        "Waarom?",
        "Hoeveel daarvan komen uit Zeeland?",
        "Waarom die twee?",
        "Wie voert dat uit?",
    ],
)
def test_a_question_that_points_back_is_completed(text: str) -> None:
    assert complete(text, [FIRST]).background == FIRST
    assert FIRST in complete(text, [FIRST]).understood_as


@pytest.mark.parametrize(
    "text",
    [
        "Wat is een ontwikkelingsperspectief?",
        "Wanneer begint het experiment met digitaal onderwijs?",
        "Wie betaalt het leerlingenvervoer?",
    ],
)
def test_a_new_subject_leaves_the_old_one_behind(text: str) -> None:
    question = complete(text, [FIRST])
    assert question.background == ""
    assert question.understood_as == text


def test_a_chain_reaches_back_to_the_question_that_stands_alone() -> None:
    question = complete("Waarom?", ["Wie betaalt het leerlingenvervoer?", FIRST, "En hoeveel zijn er geweigerd?"])
    assert question.background == f"{FIRST} En hoeveel zijn er geweigerd?"


def test_without_history_a_question_stands_as_it_is() -> None:
    assert leans_back("Waarom?")
    assert complete("Waarom?", []).understood_as == "Waarom?"
