"""A run: every question asked, searched for and judged."""

from __future__ import annotations

from dataclasses import replace

from eval.items import ItemKind
from eval.metrics import Outcome
from eval.run import Subject, evaluate
from ingest.document import Passage
from tests.eval.made import PAPER, TEXT, answer, citation, item, paper, passage


def subject(*, delivered: str = TEXT, queries: list[str] | None = None) -> Subject:
    def retrieve(query: str) -> list[Passage]:
        if queries is not None:
            queries.append(query)
        return [passage(TEXT)]

    return Subject(
        ask=lambda _: answer(citations=(citation(),)),
        retrieve=retrieve,
        documents={PAPER: paper()},
        delivered={PAPER: delivered},
    )


def test_every_question_has_its_result_in_order_and_progress_is_told() -> None:
    items = [item(), item(id="t-fact-number-002", required=(("12",),))]
    told: list[tuple[int, int]] = []
    run = evaluate(items, subject(), progress=lambda done, total: told.append((done, total)))
    assert [result.item for result in run.results] == items
    assert [result.verdict.outcome for result in run.results] == [Outcome.RIGHT, Outcome.CONFIDENTLY_WRONG]
    assert told == [(1, 2), (2, 2)]
    first = run.results[0]
    assert first.cited and first.exact and first.retrieval and first.retrieval.recall_at_5 == 1
    assert first.ask_ms >= 0 and first.retrieve_ms >= 0


def test_a_quote_that_the_delivered_paper_does_not_hold_is_not_exact() -> None:
    """The stored text has it at its offsets, but the file that was read says something else."""
    run = evaluate([item()], subject(delivered=TEXT.replace("14", "41")))
    assert run.results[0].exact is False


def test_a_paper_that_cannot_be_read_as_text_is_held_to_its_offsets_alone() -> None:
    run = evaluate([item()], replace(subject(), delivered={}))
    assert run.results[0].exact is True


def test_a_followup_is_searched_for_as_it_was_understood() -> None:
    queries: list[str] = []
    asked = item(
        kind=ItemKind.FOLLOWUP,
        id="t-followup-001",
        history=("Hoe zit het in Waterdam?",),
        question="En daarvan?",
    )
    evaluate([asked, item()], subject(queries=queries))
    assert queries == [answer().understood_as, item().question]
