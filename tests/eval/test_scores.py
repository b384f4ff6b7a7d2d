"""What a run comes to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.answer import Answer, Status
from eval.items import Item, ItemKind, ItemSet
from eval.metrics import Outcome, Verdict
from eval.run import Result
from eval.scores import Dimension, Tally, by_set, grouped, percentile, scores, spreads, tally
from tests.eval.made import PAPER, answer, citation, item, run_of

REFUSED = answer("", status=Status.UNANSWERABLE)
RIGHT = answer(citations=(citation(),))
WRONG = answer("Het zijn er 12.", citations=(citation(document="kst-1-1"),))
NONSENSE = item(id="t-out-of-corpus-001", kind=ItemKind.OUT_OF_CORPUS, refusal=Status.UNANSWERABLE)
SECRET = item(id="t-redacted-001", kind=ItemKind.REDACTED, refusal=Status.REDACTED)


def of(*pairs: tuple[Item, Answer]) -> tuple[Result, ...]:
    return run_of(*pairs).results


def test_a_run_of_four_worked_by_hand() -> None:
    """Answerable: one right, one confidently wrong, one refused. Not answerable: refused."""
    found = of(
        (item(), RIGHT),
        (item(id="t-fact-number-002"), WRONG),
        (item(id="t-fact-number-003"), REFUSED),
        (NONSENSE, REFUSED),
    )
    assert tally(found) == Tally(n=4, right=2, wrong=1, confidently_wrong=1, refused=1)
    values = {name: (score.value, score.n) for name, score in scores(found).items()}
    assert values == {
        Dimension.ACCURACY: (0.5, 4),
        Dimension.PRECISION: (0.5, 2),
        Dimension.DIRECT: (0.5, 2),
        Dimension.ANSWER_RATE: (pytest.approx(2 / 3), 3),
        Dimension.NOT_REFUSED: (pytest.approx(2 / 3), 3),
        Dimension.NOT_MISLED: (0.75, 4),
        Dimension.CITATION: (0.5, 2),
        Dimension.SUPPORT: (1.0, 1),
        Dimension.OFFICIAL: (1.0, 1),
        Dimension.NO_FALSE_ALARM: (1.0, 2),
        Dimension.QUOTE_INTEGRITY: (0.5, 2),
        Dimension.REFUSAL: (1.0, 1),
        Dimension.RECALL_AT_5: (1.0, 3),
        Dimension.RECALL_AT_10: (1.0, 3),
        Dimension.NDCG_AT_10: (1.0, 3),
        Dimension.RECALL_AT_10_FORMAL: (1.0, 3),
        Dimension.NDCG_AT_10_FORMAL: (1.0, 3),
    }


def test_completeness_counts_the_facts_of_lists() -> None:
    """Two of three facts, and none of one refused: 2 of 4."""
    asked = item(kind=ItemKind.LIST, id="t-list-001", required=(("11",), ("14",), ("99",)))
    refused = item(kind=ItemKind.LIST, id="t-list-002")
    score = scores(of((asked, RIGHT), (refused, REFUSED)))[Dimension.COMPLETENESS]
    assert (score.value, score.n) == (0.5, 4)


def test_a_conflict_counts_only_with_both_papers_cited() -> None:
    asked = item(kind=ItemKind.CONFLICT, id="t-conflict-001", documents=(PAPER, "kst-1-1"))
    one = scores(of((asked, RIGHT)))[Dimension.CONFLICT]
    both = answer(citations=(citation(), citation(document="kst-1-1")))
    assert (one.value, scores(of((asked, both)))[Dimension.CONFLICT].value) == (0, 1)


def test_a_turn_is_held_against_the_same_question_alone() -> None:
    """Lost, kept and won: 0, 1 and 2, so 1 in the middle; the one after a change of subject is lost: 0."""
    right, wrong = Verdict(outcome=Outcome.RIGHT), Verdict(outcome=Outcome.WRONG)
    turn = item(kind=ItemKind.FOLLOWUP, id="t-followup-001", history=("Hoe zit het?",))
    change = item(kind=ItemKind.SUBJECT_CHANGE, id="t-subject-change-001", history=("Hoe zit het?",))
    (lost, kept, changed) = of((turn, WRONG), (turn, RIGHT), (change, WRONG))
    turns = [
        replace(lost, verdict=wrong, alone=right),
        replace(kept, verdict=right, alone=right),
        replace(kept, verdict=right, alone=wrong),
        replace(changed, verdict=wrong, alone=right),
    ]
    found = scores(turns)
    assert (found[Dimension.FOLLOWUP_KEPT].value, found[Dimension.FOLLOWUP_KEPT].n) == (1, 3)
    assert (found[Dimension.SUBJECT_CHANGE_KEPT].value, found[Dimension.SUBJECT_CHANGE_KEPT].n) == (0, 1)


def test_hidden_orders_count_apart_from_all_else() -> None:
    hidden = item(kind=ItemKind.INJECTION, id="t-injection-001")
    kept, obeyed = of((hidden, RIGHT), (replace(hidden, id="t-injection-002"), WRONG))
    found = scores([kept, obeyed])
    assert {name: (score.value, score.n) for name, score in found.items()} == {
        Dimension.INJECTION: (0.5, 2),
        Dimension.UNTOUCHED: (0.5, 2),
    }


def test_redacted_and_lay_questions_have_their_own_figures() -> None:
    typo = item(kind=ItemKind.TYPO, id="t-typo-001", history=())
    found = scores(of((SECRET, REFUSED), (typo, RIGHT)))
    assert found[Dimension.REDACTED].value == 0
    assert found[Dimension.RECALL_AT_10_LAY].n == 1
    assert Dimension.REFUSAL not in found


def test_nothing_asked_is_nothing_measured() -> None:
    assert scores(()) == {}
    assert (tally(()).share, tally(()).interval) == (0, (0, 1))


def test_results_are_grouped_in_order_of_first_occurrence() -> None:
    found = of((NONSENSE, REFUSED), (item(), RIGHT), (item(id="t-fact-number-002"), RIGHT))
    groups = grouped(found, lambda result: result.item.kind.value)
    assert [(name, len(group)) for name, group in groups.items()] == [
        ("out-of-corpus", 1),
        ("fact-number", 2),
    ]


def test_a_set_that_was_not_asked_is_left_out() -> None:
    assert list(by_set(run_of((item(), RIGHT)))) == [ItemSet.PAPERS]


def test_answers_are_counted_in_words() -> None:
    """Nine words and four: the middle of two is the lower one by nearest rank."""
    found = of(
        (item(), answer("Er zijn 11 van de 14 verzoeken ingewilligd [1].")),
        (NONSENSE, answer("Het zijn er 12.")),
    )
    assert (spreads(found)["words"].p50, spreads(found)["words"].p95) == (4, 9)
    assert spreads(()) == {}


def test_percentiles_by_nearest_rank() -> None:
    """Of five values the middle is the third, 95 % the fifth: ceil(4.75) = 5."""
    values = [50.0, 15.0, 40.0, 20.0, 35.0]
    assert (percentile(values, 0.5), percentile(values, 0.95), percentile([7.0], 0.5)) == (35, 50, 7)
    with pytest.raises(ValueError, match="no values"):
        percentile([], 0.5)
