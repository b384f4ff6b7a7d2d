"""The steps of a training: every question with an answer once, on the pages that hold it."""

from __future__ import annotations

import torch

from assistant.read.page import Page
from assistant.read.training.examples import Asked, Group
from assistant.read.training.plan import Step, cases_of, steps
from assistant.read.training.train import soft, with_null


def groups() -> list[Group]:
    pages = tuple(Page(above="", sentences=(f"Zin {n}.", f"Nog een zin {n}.")) for n in range(11))
    asked = tuple(Asked(question=f"Vraag {n}?", answers=frozenset({2 * n})) for n in range(11))
    nothing = Asked(question="Iets anders?", answers=frozenset())
    alone = [
        Group(name=f"law/a/{n}", pages=(pages[n],), asked=(Asked(question=f"Alleen {n}?", answers=frozenset({1})),))
        for n in range(3)
    ]
    return [Group(name="papers/1", pages=pages, asked=(*asked, nothing)), *alone]


def planned(seed: int) -> list[Step]:
    return steps([case for case in cases_of(groups()) if case.answers], seed=seed)


def questions() -> list[str]:
    return [one.question for group in groups() for one in group.asked]


def test_every_question_with_an_answer_is_asked_once() -> None:
    asked = [questions()[case.question] for step in planned(3) for case in step.cases]
    assert sorted(asked) == sorted([*(f"Vraag {n}?" for n in range(11)), *(f"Alleen {n}?" for n in range(3))])


def test_an_answer_stays_on_its_page() -> None:
    pages = [page for group in groups() for page in group.pages]
    for step in planned(3):
        for case in step.cases:
            ((page, sentences),) = case.answers.items()
            (number,) = sentences
            assert page in step.pages
            text, said = questions()[case.question], pages[page].sentences[number]
            assert said == (f"Zin {text[6:-1]}." if text.startswith("Vraag") else f"Nog een zin {text[7:-1]}.")


def test_the_same_seed_makes_the_same_steps() -> None:
    assert planned(5) == planned(5)
    assert planned(5) != planned(6)


def test_two_right_sentences_share_the_probability() -> None:
    """With logits 0, 0 and nothing else each has a half: the loss is ln 2 = 0.693."""
    loss = soft(torch.zeros(1, 2), torch.ones(1, 2))
    torch.testing.assert_close(loss, torch.tensor([0.6931]), atol=1e-4, rtol=0)


def test_nothing_answers_is_a_choice_of_logit_zero() -> None:
    """One sentence of logit 0 that does not answer: "nothing" has a half, the loss is ln 2."""
    torch.testing.assert_close(
        with_null(torch.zeros(1, 1), torch.zeros(1, 1)), torch.tensor([0.6931]), atol=1e-4, rtol=0
    )
    assert with_null(torch.full((1, 1), -9.0), torch.zeros(1, 1)).item() < 0.001
