"""Search with a part left out, over invented papers."""

from __future__ import annotations

from pathlib import Path

from eval.ablation import Found, Row, as_text, measure, ways
from eval.items import load
from index import embedder as embedders
from index.generation import build
from ingest.reading import read_folder

PAPERS = Path(__file__).parent.parent / "data" / "papers"
BUILTIN = Path(__file__).parent.parent.parent / "eval" / "sets" / "builtin.jsonl"


def test_every_way_asks_the_same_questions_and_search_as_it_is_comes_first(tmp_path: Path) -> None:
    whole = build(read_folder(PAPERS).documents, tmp_path, embedder=embedders.load())
    rows = measure(load(BUILTIN)[:5], ways(whole))
    assert rows[0].without == ""
    assert len({(row.formal.n, row.lay.n) for row in rows}) == 1
    assert len(rows) == len({row.without for row in rows})


def test_a_part_earns_what_is_lost_without_it() -> None:
    lay = Found(recall=0.5, ndcg=0.25, n=4)
    whole = Row(without="", formal=Found(recall=0.9, ndcg=0.8, n=9), lay=lay)
    less = Row(without="lay terms", formal=Found(recall=0.7, ndcg=0.85, n=9), lay=lay)
    table = as_text([whole, less])
    assert "| lay terms | 0.700, 0.850 | +0.200, -0.050 | 0.500, 0.250 | +0.000, +0.000 |" in table
    assert "formal (n = 9)" in table
