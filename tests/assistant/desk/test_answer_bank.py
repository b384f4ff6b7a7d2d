"""Approved answers: found for a like question, never for another number, and never after a source changed."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assistant.desk.answer_bank import AnswerBank, Approved, approved_in, stale
from assistant.desk.gaps import note, weeks
from assistant.desk.kept import Kept
from assistant.desk.proofs import Proof, Why, broken
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
    assert broken(ANSWER.proofs, {PAPER.identifier: PAPER}) == ()


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({}, Why.GONE),
        ({"source": replace(PAPER.source, sha256="1" * 64)}, Why.REISSUED),
        ({"superseded_by": "kst-29876-71"}, Why.SUPERSEDED),
        ({"text": PAPER.text.replace("elke", "geen")}, Why.REWRITTEN),
    ],
)
def test_what_became_of_a_source_is_told(changed: dict[str, Any], why: Why) -> None:
    papers = {PAPER.identifier: replace(PAPER, **changed)} if changed else {}
    [found] = broken(ANSWER.proofs, papers)
    assert (found.proof, found.why) == (QUOTE, why)
    assert stale([ANSWER], papers)[0].broken == (found,)


def test_an_answer_that_was_approved_anew_is_stale_no_longer() -> None:
    newer = replace(PAPER, identifier="kst-29876-71")
    again = replace(ANSWER, day=date(2024, 6, 7), proofs=(replace(QUOTE, document=newer.identifier),))
    of_another_year = replace(ANSWER, question="Hoe vaak vaart de veerboot in 2022?")
    held = stale([ANSWER, of_another_year, again], {newer.identifier: newer})
    assert [one.approved for one in held] == [of_another_year]


def test_a_record_of_another_form_is_passed_over(tmp_path: Path) -> None:
    kept = Kept(tmp_path / "answers.jsonl")
    kept.add({"question": "half"}, typed="")
    assert approved_in(kept) == []


def test_questions_without_a_source_are_counted_by_week_and_words_only_if_given(tmp_path: Path) -> None:
    kept = Kept(tmp_path / "gaps.jsonl")
    note(kept, date(2026, 11, 15))  # a Sunday
    note(kept, date(2026, 11, 16), "Mag de hond mee?")
    note(kept, date(2026, 11, 22))
    found = [(week.name, week.number, week.questions) for week in weeks(kept)]
    assert found == [("2026-W47", 2, ("Mag de hond mee?",)), ("2026-W46", 1, ())]
