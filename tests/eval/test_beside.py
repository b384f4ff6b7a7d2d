"""What stands beside a run. The other pipelines are tried in ``test_baselines``, ways of typing in ``test_perturb``."""

from __future__ import annotations

from pathlib import Path

from eval.bench import Answered, Searched
from eval.beside import Beside, others, sampled
from eval.items import ItemKind, ItemSet
from eval.relevance import Retrieval
from eval.report import beside_text
from eval.robustness import Cost
from eval.run import Subject
from eval.scores import Tally
from tests.eval.made import answer, item, paper


def test_a_sample_is_always_the_same_and_stands_alone() -> None:
    items = [item(id=f"t-fact-number-{number:03}") for number in range(60)]
    turn = item(id="t-followup-001", kind=ItemKind.FOLLOWUP, history=("En?",))
    drawn = sampled([*items, turn])
    assert len({one.id for one in drawn}) == 40
    assert drawn == sampled([*items, turn])
    assert turn not in sampled([*items[:5], turn]) and len(sampled(items[:5])) == 5


def test_papers_that_are_no_plain_files_have_no_other_pipeline(tmp_path: Path) -> None:
    (tmp_path / "brief.pdf").write_bytes(b"%PDF")
    ours = Subject(ask=lambda _: answer(), retrieve=lambda _: (), documents={"x": paper()}, delivered={})
    assert others([tmp_path], ours) == []


def test_the_tables_name_every_way_in_dutch() -> None:
    """53 of 100 as written and 50 so typed is as far as a way of typing may fall; 49 is too far."""
    found = Retrieval(recall_at_5=0.5, recall_at_10=0.75, ndcg_at_10=0.625)
    costs = [
        Cost(way=way, n=100, recall=(1, 1), ndcg=(1, 1), right=(0.53, right))
        for way, right in (("one slip", 0.5), ("capitals", 0.49))
    ]
    text = beside_text(
        Beside(
            set=ItemSet.PAPERS,
            searched=(Searched(name="ours", found=found, n=4, p50=1.25, p95=9.0),),
            answered=(
                Answered(name="always refuse", counts=Tally(n=4, right=1, wrong=0, confidently_wrong=0, refused=3)),
            ),
            typed=tuple(costs),
            cold_s=(4.25, 3.5),
        )
    )
    lines = [line for line in text.splitlines() if line]
    assert [line.split()[-1] for line in lines if line.startswith(("één typefout", "hoofdletters"))] == ["ja", "nee"]
    assert any(line.startswith("altijd weigeren") and "0,25 (" in line for line in lines)
    assert any(line.startswith("vraagbaak") and line.split()[1:] == ["0,75", "0,62", "1,2", "9,0"] for line in lines)
    assert lines[-2:] == ["3,5 s", "4,2 s"]
