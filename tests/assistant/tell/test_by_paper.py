"""Answers out of several papers: each by itself, oldest first, and what is said of those that say nothing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.find.evidence import Evidence
from assistant.read import reader
from assistant.tell.by_paper import by_paper
from assistant.understand.question import Question
from index.embedder import load
from index.generation import build
from ingest.document import Document, Kind, Role, Speaker
from tests.assistant.made import breaches, paper, question

Ask = Callable[[str], Answer]

OLD = "De veerboot vaart voorlopig alleen op werkdagen. De pont ligt stil voor onderhoud."
NEW = "De veerboot vaart voortaan ook in het weekend. De stichting plant bomen langs het kanaal."
ADVICE = "Het voorstel is om de veerboot zes weken langer te laten varen. De kade wordt hersteld."


def by(name: str, role: Role = Role.BEWINDSPERSOON) -> Speaker:
    return Speaker(role=role, name=name)


ELSEWHERE = ("musea", "zwembaden", "huisartsen", "windmolens", "bibliotheken", "postzegels", "rijscholen", "bakkers")
OTHERS = [
    replace(paper(f"Over {what} schreef ik eerder.", identifier=f"kst-30000-{number}"), title=what)
    for number, what in enumerate(ELSEWHERE, 1)
]
PAPERS: list[Document] = [
    replace(one, title="Brief aan de Kamer")
    for one in (
        paper(NEW, speaker=by("minister Waterman"), day=date(2024, 5, 21), identifier="kst-29876-61"),
        paper(OLD, speaker=by("minister Oeverloos"), day=date(2022, 3, 12), identifier="kst-29876-50"),
        replace(
            paper(ADVICE, speaker=by("", Role.AMBTELIJK), day=date(2023, 9, 4), identifier="bestand-0123456789ab"),
            kind=Kind.BESLISNOTA,
        ),
    )
]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    folder: Path = tmp_path_factory.mktemp("index")
    assistant = Assistant(build([*PAPERS, *OTHERS], folder, embedder=load(None), reader=reader.load()))

    def asked(question: str) -> Answer:
        answer = assistant.ask(question)
        assert breaches(answer, {one.identifier: one for one in [*PAPERS, *OTHERS]}) == []
        return answer

    return asked


def days(answer: Answer) -> list[str]:
    return [line.partition(" –")[0] for line in answer.text.split("\n\n") if " – " in line]


def test_a_letter_and_a_note_are_heard_apart(ask: Ask) -> None:
    answer = ask("Wat zeggen de brief en de nota over de veerboot?")
    assert {citation.kind for citation in answer.citations} == {Kind.KAMERBRIEF, Kind.BESLISNOTA}


def test_two_subjects_are_heard_apart(ask: Ask) -> None:
    answer = ask("Wat wordt gezegd over het onderhoud van de pont en over het herstel van de kade?")
    assert list(dict.fromkeys(days(answer))) == ["12 maart 2022", "4 september 2023"]


def test_ministers_are_heard_apart(ask: Ask) -> None:
    answer = ask("Wat schreef Oeverloos en wat schreef Waterman over de veerboot?")
    assert list(dict.fromkeys(days(answer))) == ["12 maart 2022", "21 mei 2024"]


def test_a_change_over_the_years_is_told_in_order_of_time(ask: Ask) -> None:
    answer = ask("Wat is er met de veerboot veranderd tussen 2022 en 2024?")
    assert days(answer)[0] == "12 maart 2022"
    assert days(answer)[-1] == "21 mei 2024"


@pytest.mark.parametrize(
    ("question", "silent"),
    [
        ("Wat zeggen de brief en de nota over de stichting en de bomen langs het kanaal?", "in de nota"),
        ("Wat is er met de veerboot veranderd tussen 2019 en 2024?", "uit het eerste jaar dat u noemt"),
    ],
)
def test_who_says_nothing_is_named(ask: Ask, question: str, silent: str) -> None:
    assert ask(question).text.startswith(f"Hierover vind ik niets {silent}.")


@pytest.mark.parametrize(("span", "others"), [("tussen 2022 en 2024", {0}), ("tussen 2010 en 2024", {14})])
def test_many_years_share_the_time_of_one_message(span: str, others: set[int]) -> None:
    papers = [paper(NEW, day=date(year, 1, 1), identifier=f"kst-29876-{year}") for year in range(2010, 2025)]
    asked: list[Question] = []

    def search(one: Question) -> list[Evidence]:
        asked.append(one)
        return []

    wanted = question(f"Wat is er met de veerboot veranderd {span}?")
    by_paper(wanted, [], search, {one.identifier: one for one in papers}, "ouder")
    assert {one.beside for one in asked} == others


@pytest.mark.parametrize("question", ["Vaart de veerboot in het weekend?", "Wat doet de stichting langs het kanaal?"])
def test_a_question_about_one_thing_is_answered_as_ever(ask: Ask, question: str) -> None:
    assert days(ask(question)) == []
