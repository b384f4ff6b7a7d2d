"""Questions about a difference between papers, however roundabout, and what only sounds like one."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assistant.answer import Answer
from assistant.assistant import Assistant
from index.embedder import load
from index.generation import build
from ingest.document import Kind
from tests.assistant.made import breaches, paper

NEWER = (
    "Voor de proef met de veerboot zijn 36 aanvragen ingediend. Twee aanvragen zijn gebundeld en als één geteld. "
    "Voor de veerboot is in 2026 € 12,5 miljoen beschikbaar."
)
OLDER = (
    "Voor de proef met de veerboot zijn 34 aanvragen ingediend. De veerboot vaart ook op zondag."
    " Voor de veerboot is in 2026 € 11,1 miljoen beschikbaar."
)

Ask = Callable[..., Answer]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    letter = paper(NEWER, identifier="kst-29876-61")
    note = paper(OLDER, day=date(2024, 3, 12), identifier="bestand-0123456789ab")
    papers = [letter, replace(note, kind=Kind.BESLISNOTA)]
    folder: Path = tmp_path_factory.mktemp("index")
    assistant = Assistant(build(papers, folder, embedder=load(None)))

    def asked(question: str, *history: str) -> Answer:
        answer = assistant.ask(question, history=history)
        assert breaches(answer, {one.identifier: one for one in papers}) == []
        return answer

    return asked


def values(answer: Answer) -> list[list[str]]:
    return [[side.value for side in conflict.sides] for conflict in answer.conflicts]


@pytest.mark.parametrize(
    "question",
    [
        "Klopt het dat er 34 aanvragen zijn ingediend?",
        "De ene brief zegt 34 aanvragen, de andere 36, wat is het?",
        "De nota noemt 34 aanvragen. Staat dat getal overal?",
        "Zijn het nu 34 of 36 aanvragen?",
        "Is er verschil tussen de nota en de brief over het aantal aanvragen?",
        "Zijn de stukken het eens over het aantal aanvragen voor de veerboot?",
    ],
)
def test_both_values_are_told_newest_first(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert values(answer) == [["36", "34"]]
    assert "36 aanvragen" in answer.text and "34 aanvragen" in answer.text


def test_who_names_no_subject_hears_of_every_difference(ask: Ask) -> None:
    assert values(ask("Spreken de stukken elkaar tegen?")) == [["36", "34"], ["12,5 miljoen", "11,1 miljoen"]]


def test_the_question_before_tells_which_figures_are_meant(ask: Ask) -> None:
    answer = ask("Waarom verschillen de cijfers?", "Hoeveel aanvragen zijn er ingediend voor de veerboot?")
    assert values(answer) == [["36", "34"]]
    assert answer.text.startswith("Een reden voor het verschil vind ik in de stukken niet.")


def test_what_a_paper_says_of_its_count_stands_beside_it(ask: Ask) -> None:
    (conflict,) = ask("Zijn het nu 34 of 36 aanvragen?").conflicts
    assert [reason.text for reason in conflict.reasons] == ["Twee aanvragen zijn gebundeld en als één geteld."]
    assert conflict.reasons[0].text in conflict.told


@pytest.mark.parametrize(
    "question",
    [
        "Klopt het dat de veerboot op zondag vaart?",
        "Wat is het verschil tussen een veerboot en een pont?",
        "Is er verschil tussen de nota en de brief over het aantal haltes?",
        "Klopt het dat er 90 aanvragen zijn ingediend?",
    ],
)
def test_a_question_about_something_else_is_not_answered_with_a_difference(ask: Ask, question: str) -> None:
    text = ask(question).text
    assert not ("36 aanvragen" in text and "34 aanvragen" in text and "Een reden" in text)
    assert not text.startswith(
        "Minister Voorbeeld schrijft: “Voor de proef met de veerboot zijn 36 aanvragen ingediend.”"
    )


def test_a_number_is_the_same_with_and_without_its_dot(tmp_path: Path) -> None:
    text = "Voor de proef met de veerboot zijn {} aanvragen ingediend."
    newer = paper(text.format("1.200"), identifier="kst-29876-61")
    older = paper(text.format("1.300"), day=date(2024, 3, 12), identifier="kst-29876-60")
    assistant = Assistant(build([newer, older], tmp_path, embedder=load(None)))
    for question in ("Zijn het nu 1.200 of 1.300 aanvragen?", "Zijn het nu 1200 of 1300 aanvragen?"):
        assert values(assistant.ask(question)) == [["1.200", "1.300"]]


def test_the_names_of_the_question_before_are_those_of_the_figures(tmp_path: Path) -> None:
    text = "In {} zijn voor de proef met de veerboot {} aanvragen ingediend."
    told = [("Lelystad", 36, 21), ("Lelystad", 34, 20), ("Hoorn", 78, 19), ("Hoorn", 71, 18)]
    papers = [
        paper(text.format(place, count), day=date(2024, 5, day), identifier=f"kst-29876-{day}")
        for place, count, day in told
    ]
    assistant = Assistant(build(papers, tmp_path, embedder=load(None)))
    before = "Hoeveel aanvragen zijn er in Hoorn ingediend voor de veerboot?"
    assert values(assistant.ask("Waarom verschillen de cijfers?", history=(before,))) == [["78", "71"]]
