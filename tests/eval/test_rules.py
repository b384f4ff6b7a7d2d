"""Rules of answering are switched off one at a time, and on again."""

from __future__ import annotations

import importlib

import pytest

from assistant import assistant
from assistant.answer import Answer, Status
from eval.items import APART, load
from eval.metrics import judge
from eval.rules import PARTS, SETS, part_of, tally, without
from eval.run import Result


@pytest.mark.parametrize("name", PARTS)
def test_what_is_switched_off_is_there(name: str) -> None:
    for module, attribute, _ in PARTS[name]:
        assert hasattr(importlib.import_module(module), attribute)


def test_a_rule_is_back_afterwards_also_when_something_fails() -> None:
    own = assistant.redacted
    with pytest.raises(ZeroDivisionError), without(PARTS["redactions"]):
        assert assistant.redacted is not own
        raise ZeroDivisionError
    assert assistant.redacted is own


def test_outcomes_are_counted() -> None:
    """Of a question with an answer and one without both are refused: one right, one needless."""
    items = load(SETS / "blind.jsonl")
    answerable = next(item for item in items if not item.refusal)
    nothing = next(item for item in items if item.refusal == "unanswerable")
    results = []
    for item in (answerable, nothing):
        answer = Answer(question=item.question, understood_as=item.question, status=Status.UNANSWERABLE, text="Nee.")
        verdict = judge(item, answer)
        results.append(
            Result(
                item=item,
                answer=answer,
                verdict=verdict,
                cited=None,
                exact=None,
                retrieval=None,
                ask_ms=1.0,
                retrieve_ms=1.0,
            )
        )
    counted = tally(results)
    assert (counted.asked, counted.right, counted.refused, counted.unanswerable, counted.needlessly) == (2, 1, 1, 1, 1)
    assert counted.confidently_wrong == counted.warned == 0


@pytest.mark.parametrize("name", APART)
def test_a_set_that_nobody_tuned_on_is_a_part_of_its_own(name: str) -> None:
    assert {part_of(item) for item in load(SETS / f"{name}.jsonl")} == {name}


def test_the_other_sets_fall_in_two_halves() -> None:
    assert {part_of(item) for item in load(SETS / "papers.jsonl")} == {"open", "frozen"}
