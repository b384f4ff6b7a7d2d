"""Answers about two subjects: each by itself, oldest first."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.read import reader
from index.embedder import load
from index.generation import build
from ingest.document import Document, Kind, Role, Speaker
from tests.assistant.made import breaches, paper

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


def test_two_subjects_are_heard_apart(ask: Ask) -> None:
    answer = ask("Wat wordt gezegd over het onderhoud van de pont en over het herstel van de kade?")
    assert list(dict.fromkeys(days(answer))) == ["12 maart 2022", "4 september 2023"]


@pytest.mark.parametrize("question", ["Vaart de veerboot in het weekend?", "Wat doet de stichting langs het kanaal?"])
def test_a_question_about_one_thing_is_answered_as_ever(ask: Ask, question: str) -> None:
    assert days(ask(question)) == []
