"""Which papers a question wants to hear."""

from dataclasses import replace

import pytest

from assistant.tell.sides import sides
from ingest.document import Kind
from tests.assistant.made import evidence, paper, question

LETTER = evidence(paper("De boot vaart.", identifier="brief"), score=2.0)
NOTE = evidence(replace(paper("De boot ligt stil.", identifier="nota"), kind=Kind.BESLISNOTA), score=1.5)
FOUND = [LETTER, NOTE]


def test_a_question_that_names_no_paper_hears_all_together() -> None:
    assert sides(question("Vaart de boot?"), FOUND) == [FOUND]


def test_a_question_over_two_papers_hears_each() -> None:
    assert sides(question("Wat zeggen de nota en de brief over de boot?"), FOUND) == [[NOTE], [LETTER]]


@pytest.mark.parametrize("text", ["Vaart de boot volgens de beslisnota?", "Wat staat er in de nota over de boot?"])
def test_a_paper_named_as_the_source_is_the_only_one_heard(text: str) -> None:
    assert sides(question(text), FOUND) == [[NOTE]]


def test_a_letter_that_the_question_is_about_is_no_source() -> None:
    assert sides(question("Is de brief van de schipper beantwoord?"), FOUND) == [FOUND]


def test_all_papers_are_heard_where_all_are_asked_for() -> None:
    assert sides(question("Wat zeggen de verschillende stukken over de boot?"), FOUND) == [[LETTER], [NOTE]]


def test_a_paper_that_has_next_to_nothing_to_say_is_not_heard() -> None:
    weak = replace(NOTE, score=0.001)
    assert sides(question("Wat zegt de nota en wat zegt de brief?"), [LETTER, weak]) == [[LETTER]]
