"""Ours beside the baselines."""

from __future__ import annotations

from eval.baselines import Baseline
from eval.bench import as_text, compare_answers, compare_search, embedding
from eval.items import ItemKind
from eval.run import Subject, evaluate
from tests.eval.made import PAPER, TEXT, answer, citation, item, paper, passage

OURS = Subject(
    ask=lambda _: answer(citations=(citation(),)),
    retrieve=lambda _: [passage(TEXT)],
    documents={PAPER: paper()},
    delivered={},
)
BLIND = Baseline(name="blind", retrieve=lambda _: [passage("Iets heel anders.")])
FOLLOWUP = item(id="t-followup-001", kind=ItemKind.FOLLOWUP, history=("En toen?",))


def test_each_way_searches_for_the_same_questions_without_a_conversation() -> None:
    ours, blind = compare_search([item(), FOLLOWUP], OURS, [BLIND])
    assert (ours.name, ours.found.recall_at_5, ours.found.ndcg_at_10, ours.n) == ("ours", 1, 1, 1)
    assert (blind.name, blind.found.recall_at_5, blind.found.ndcg_at_10, blind.n) == ("blind", 0, 0, 1)


def test_each_way_answers_every_question() -> None:
    told = {way.name: way.counts for way in compare_answers([item(), FOLLOWUP], OURS, [BLIND])}
    assert {name: (counts.right, counts.n) for name, counts in told.items()} == {
        "ours": (2, 2),
        "always refuse": (0, 2),
        "quote the first passage of ours": (2, 2),
        "quote the first passage of blind": (0, 2),
    }


def test_the_tables_show_ratios_and_how_much_they_rest_on() -> None:
    items = [item(), FOLLOWUP]
    searched = compare_search(items, OURS, [BLIND])
    text = as_text(searched, compare_answers(items, OURS, [BLIND]), evaluate(items, OURS), "Two papers.")
    assert text.startswith("Two papers.\n")
    assert "search (1 questions)" in text
    assert "| ours | 1.000 | 1.00 |" in text
    assert "| blind | 0.000 | ∞ |" in text
    assert "| always refuse | 0.000 | 0.000–0.658 | 2 | 0 |" in text


def test_both_models_embed_the_same_passages() -> None:
    told = embedding(["De bus rijdt niet.", "De school is dicht.", "Het plan is klaar."])
    assert told.startswith("\n3 passages are embedded at ")
    assert told.endswith(" times as fast.\n")
