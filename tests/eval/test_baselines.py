"""What a user would pick instead, and the floors."""

from __future__ import annotations

from pathlib import Path

from assistant.answer import Status
from eval.baselines import always_refuse, pipelines, quote_top
from eval.metrics import Outcome, judge, quotes_exact
from tests.eval.made import PAPER, TEXT, item, paper, passage


def test_refusing_all_is_right_only_where_there_is_no_answer() -> None:
    nonsense = item(refusal=Status.UNANSWERABLE)
    assert judge(nonsense, always_refuse(nonsense)).right
    assert judge(item(), always_refuse(item())).outcome is Outcome.NEEDLESS_REFUSAL


def test_the_first_passage_is_quoted_as_it_stands() -> None:
    ask = quote_top(lambda _: [passage(TEXT), passage("Iets anders.")], {PAPER: paper()})
    quoted = ask(item())
    assert quoted.text == TEXT
    assert judge(item(), quoted).right
    assert quotes_exact(quoted, {PAPER: paper()})


def test_where_nothing_is_found_nothing_is_quoted() -> None:
    assert quote_top(lambda _: [], {})(item()).refused


def test_the_default_pipeline_finds_the_paper_in_three_ways(tmp_path: Path) -> None:
    (tmp_path / "een.txt").write_text("Over leerlingenvervoer per taxi naar een verre school.", encoding="utf-8")
    (tmp_path / "twee.txt").write_text("Over de kleur van verkeersborden langs het water.", encoding="utf-8")
    (tmp_path / "drie.txt").write_text("Niet genoemd, dus niet gelezen.", encoding="utf-8")
    found = pipelines(tmp_path, {"een.txt": "kst-1-1", "twee.txt": "kst-2-2"}, chunkings=[(256, 32)])
    assert [baseline.name.split()[1] for baseline in found] == ["vector", "BM25", "hybrid"]
    for baseline in found:
        passages = baseline.retrieve("verkeersborden langs het water")
        assert passages[0].document == "kst-2-2"
        assert {passage.document for passage in passages} <= {"kst-1-1", "kst-2-2"}
