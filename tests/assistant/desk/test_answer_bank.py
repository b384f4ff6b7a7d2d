"""Approved answers: found for a like question, never for another number, and never after a source changed."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assistant.desk.answer_bank import AnswerBank, Approved, Proof, revised
from assistant.desk.gaps import note, weeks
from assistant.desk.kept import Kept
from index import embedder
from tests.assistant.made import paper

PAPER = paper("De veerboot vaart elke dag.", identifier="kst-29876-70")
QUOTE = Proof(
    document=PAPER.identifier,
    sha256=PAPER.source.sha256,
    start=0,
    end=len(PAPER.text),
    text=PAPER.text,
    citation="Kamerstukken II, 29 876, nr. 70",
)
ANSWER = Approved(
    question="Hoe vaak vaart de veerboot in 2023?",
    reply="De veerboot vaart elke dag.",
    day=date(2024, 5, 6),
    proofs=(QUOTE,),
)


@pytest.fixture
def bank(tmp_path: Path) -> AnswerBank:
    made = AnswerBank(Kept(tmp_path / "answers.jsonl"), embedder.load())
    made.approve(ANSWER)
    return made


@pytest.mark.parametrize(
    "question", [ANSWER.question, "hoe vaak vaart de veerboot in 2023", "Vaart de veerboot in 2023 vaak?"]
)
def test_an_approved_answer_is_found_for_a_like_question(bank: AnswerBank, question: str) -> None:
    assert bank.nearest(question) == ANSWER


@pytest.mark.parametrize("question", ["Hoe vaak vaart de veerboot in 2022?", "Wie betaalt de dijk in 2023?"])
def test_another_year_or_subject_finds_nothing(bank: AnswerBank, question: str) -> None:
    assert bank.nearest(question) is None


def test_the_answer_that_was_approved_last_counts(bank: AnswerBank) -> None:
    later = replace(ANSWER, reply="Elke dag behalve zondag.")
    bank.approve(later)
    assert bank.nearest(ANSWER.question) == later


def test_an_answer_holds_as_long_as_its_paper_does() -> None:
    assert revised(ANSWER, {PAPER.identifier: PAPER}) == ()


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {PAPER.identifier: replace(PAPER, source=replace(PAPER.source, sha256="1" * 64))},
        {PAPER.identifier: replace(PAPER, superseded_by="kst-29876-71")},
        {PAPER.identifier: replace(PAPER, text=PAPER.text.replace("elke", "geen"))},
    ],
)
def test_an_answer_whose_paper_is_gone_changed_or_superseded_is_revised(changed: dict[str, object]) -> None:
    assert revised(ANSWER, changed) == (QUOTE,)  # type: ignore[arg-type]


def test_a_record_of_another_form_is_passed_over(tmp_path: Path) -> None:
    kept = Kept(tmp_path / "answers.jsonl")
    kept.add({"question": "half"}, typed="")
    assert AnswerBank(kept, embedder.load()).answers() == []


def test_questions_without_a_source_are_counted_by_week_and_words_only_if_given(tmp_path: Path) -> None:
    kept = Kept(tmp_path / "gaps.jsonl")
    note(kept, date(2026, 11, 15))  # a Sunday
    note(kept, date(2026, 11, 16), "Mag de hond mee?")
    note(kept, date(2026, 11, 22))
    found = [(week.name, week.number, week.questions) for week in weeks(kept)]
    assert found == [("2026-W47", 2, ("Mag de hond mee?",)), ("2026-W46", 1, ())]
