"""Recall and nDCG of one ranking."""

from __future__ import annotations

from math import log2

import pytest

from assistant.answer import Status
from eval.items import ItemKind
from eval.relevance import Retrieval, is_evidence, retrieval
from tests.eval.made import item, passage

MISS = passage("Iets heel anders.", start=500)
HIT = passage("Daarvan zijn er 11 ingewilligd.")


def test_found_first_is_all_there_is() -> None:
    assert retrieval(item(), [HIT, MISS]) == Retrieval(recall_at_5=1, recall_at_10=1, ndcg_at_10=1)


def test_found_third_gains_a_half() -> None:
    """1/log2(3 + 1) = 0.5, and the ideal is 1."""
    assert retrieval(item(), [MISS, MISS, HIT]) == Retrieval(recall_at_5=1, recall_at_10=1, ndcg_at_10=0.5)


def test_found_sixth_counts_at_ten_and_not_at_five() -> None:
    measured = retrieval(item(), [MISS] * 5 + [HIT])
    assert measured is not None
    assert (measured.recall_at_5, measured.recall_at_10) == (0, 1)
    assert measured.ndcg_at_10 == pytest.approx(1 / log2(7))


def test_found_eleventh_or_never_is_nothing() -> None:
    nothing = Retrieval(recall_at_5=0, recall_at_10=0, ndcg_at_10=0)
    assert retrieval(item(), [MISS] * 10 + [HIT]) == nothing
    assert retrieval(item(), []) == nothing


def test_groups_of_a_plain_question_are_alternatives_and_the_second_one_found_adds_nothing() -> None:
    other = passage("Elders staat: elf stuks.", start=900)
    asked = item(evidence=(("11 ingewilligd",), ("elf stuks",)))
    assert retrieval(asked, [other, MISS, HIT]) == Retrieval(recall_at_5=1, recall_at_10=1, ndcg_at_10=1)


def test_a_list_wants_every_group() -> None:
    """Ranks 1 and never: (1/log2 2) / (1/log2 2 + 1/log2 3) = 1 / 1.6309 = 0.6131."""
    asked = item(kind=ItemKind.LIST, evidence=(("11 ingewilligd",), ("elf stuks",)))
    measured = retrieval(asked, [HIT, MISS])
    assert measured is not None
    assert (measured.recall_at_5, measured.recall_at_10) == (0.5, 0.5)
    assert measured.ndcg_at_10 == pytest.approx(0.6131, abs=1e-4)


def test_one_passage_that_holds_the_whole_list_is_all_that_is_wanted() -> None:
    asked = item(kind=ItemKind.LIST, evidence=(("11 ingewilligd",), ("zijn er 11",)))
    assert retrieval(asked, [HIT]) == Retrieval(recall_at_5=1, recall_at_10=1, ndcg_at_10=1)


def test_a_question_without_evidence_is_not_measured() -> None:
    assert retrieval(item(refusal=Status.UNANSWERABLE, kind=ItemKind.OUT_OF_CORPUS), [HIT]) is None


def test_evidence_is_found_over_broken_lines_and_hyphens() -> None:
    asked = item()
    assert is_evidence(passage("er zijn 11 in-\ngewilligd"), asked, ["11 ingewilligd"])
    assert is_evidence(passage("de SP-\nfractie en de SP-fractie"), asked, ["sp-fractie"])


def test_a_number_in_another_number_or_another_paper_is_no_evidence() -> None:
    asked = item()
    assert not is_evidence(passage("er zijn 211 ingewilligd"), asked, ["11 ingewilligd"])
    assert not is_evidence(passage("toen 11"), asked, ["toen 1"])
    assert not is_evidence(passage("er zijn 11 ingewilligd", document="kst-1-1"), asked, ["11 ingewilligd"])
    assert not is_evidence(HIT, asked, ["11 ingewilligd", "juni"])
