"""The steps of a training: every question once, beside the pages that are hardest to tell apart."""

from __future__ import annotations

import numpy as np
import pytest

from assistant.read.training.plan import BESIDE, QUESTIONS, UNIT, UNITS, Case, Step, steps

PAGES = 30  # the first 20 are one paper; the others stand alone
ALONE = 20


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    return [
        Case(n, {n: frozenset({0})}, n, tuple(page for page in range(ALONE) if page != n), frozenset())
        if n < ALONE
        else Case(n, {n: frozenset({1})}, n, (), frozenset({ALONE}) - {n})
        for n in range(PAGES)
    ]


@pytest.fixture(scope="module")
def near() -> np.ndarray:
    return np.array([[page for page in range(PAGES) if page != n][:12] for n in range(PAGES)])


@pytest.fixture(scope="module")
def made(cases: list[Case], near: np.ndarray) -> list[Step]:
    return steps(cases, 3, near)


def test_every_question_is_asked_once(made: list[Step]) -> None:
    assert sorted(case.question for step in made for case in step.cases) == list(range(PAGES))
    assert all(len(step.cases) <= QUESTIONS for step in made)


def test_the_page_that_answers_is_there_once(made: list[Step]) -> None:
    for step in made:
        assert len(set(step.pages)) == len(step.pages) <= UNIT * UNITS + BESIDE
        assert all(set(case.answers) <= set(step.pages) for case in step.cases)


def test_pages_of_its_paper_stand_beside_a_question(made: list[Step]) -> None:
    beside = [len(set(case.siblings) & set(step.pages)) for step in made for case in step.cases if case.siblings]
    assert min(beside) >= 5  # twenty pages in three parts


def test_the_same_seed_makes_the_same_steps(cases: list[Case], near: np.ndarray, made: list[Step]) -> None:
    assert steps(cases, 3, near) == made
    assert steps(cases, 4, near) != made
