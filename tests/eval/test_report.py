"""The outcome as a table and as JSON."""

from __future__ import annotations

import json

import pytest

from assistant.answer import Status
from eval.gate import Shortfall
from eval.items import ItemKind, ItemSet
from eval.report import as_json, as_text, decimal, failures, share_text
from eval.scores import Dimension, Score
from eval.wording import DIMENSION_NAMES, SET_NAMES
from tests.eval.made import answer, citation, item, run_of

RIGHT = answer(citations=(citation(),))
NONSENSE = item(id="t-out-of-corpus-001", kind=ItemKind.OUT_OF_CORPUS, refusal=Status.UNANSWERABLE)
RUN = run_of(
    (item(), RIGHT),
    (item(id="t-fact-number-002"), answer("Het zijn er 12.")),
    (NONSENSE, answer("", status=Status.UNANSWERABLE)),
)
BELOW = [Shortfall(set=ItemSet.PAPERS, dimension=Dimension.ACCURACY, level=0.9, measured=0.6666)]


def test_the_table_has_a_row_per_kind_user_and_half() -> None:
    lines = {line.split("  ")[0]: line.split() for line in as_text(RUN).splitlines() if line}
    assert lines["getal"][1] == "2"
    assert lines["getal"][4:8] == ["1", "1", "1", "0"]
    assert lines["staat er niet"][6:10] == ["1", "0", "0", "0"]
    assert lines["ouder"][1] == lines["alles"][1] == "3"
    assert any(name.endswith("helft") for name in lines)


def test_the_table_tells_what_fell_below_its_level() -> None:
    assert "vastgelegd is 0,900" in as_text(RUN, shortfalls=BELOW)
    assert "0,667" in as_text(RUN, shortfalls=BELOW)
    assert "vastgelegde niveau" not in as_text(RUN)


def test_an_empty_run_has_an_empty_table() -> None:
    assert as_text(run_of()) == ""


def test_the_json_holds_every_question_and_figure() -> None:
    record = json.loads(as_json(RUN, shortfalls=BELOW))
    papers = record["sets"]["papers"]
    assert papers["dimensions"]["accuracy"]["value"] == pytest.approx(2 / 3)
    assert papers["groups"]["alles"]["confidently_wrong"] == 1
    assert [question["outcome"] for question in record["questions"]] == [
        "right",
        "confidently wrong",
        "right",
    ]
    assert record["questions"][2]["retrieval"] is None
    assert [question["wording"] for question in record["questions"]] == ["citaten"] * 3
    assert record["below_level"][0]["dimension"] == "accuracy"


def test_failures_are_wrong_verdicts_places_and_quotes() -> None:
    assert [result.item.id for result in failures(RUN.results)] == ["t-fact-number-002"]
    elsewhere = run_of((item(places=("antwoord 9",)), RIGHT))
    assert len(failures(elsewhere.results)) == 1
    inexact = run_of((item(), answer(citations=(citation("verzoeken", start=3),))))
    assert len(failures(inexact.results)) == 1


def test_shares_are_cut_off_so_that_only_all_is_one() -> None:
    assert (decimal(0.999), decimal(1.0), decimal(0.29)) == ("0,99", "1,00", "0,29")
    assert share_text(Score(value=0.5, n=10, interval=(0.2366, 0.7634))) == "0,50 (0,23–0,76)"


def test_every_dimension_and_set_has_a_name() -> None:
    assert set(DIMENSION_NAMES) == set(Dimension)
    assert set(SET_NAMES) == set(ItemSet)
