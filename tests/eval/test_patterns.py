"""Patterns and words of answering are watched and silenced one by one, and all is as it was afterwards."""

from __future__ import annotations

import re
from pathlib import Path

from assistant.read import confidence
from assistant.understand import names
from eval.items import ItemSet
from eval.patterns import Bench, Watched, WatchedWords, row_of, watched
from eval.subject import indexed
from index import embedder as embedders
from tests.eval.made import item

CORPUS = Path(__file__).parents[2] / "corpus"


def test_a_watched_pattern_finds_what_it_watches_until_it_is_silenced() -> None:
    rule = Watched(re.compile(r"\d+"))
    assert not rule.search("geen") and not rule.found
    assert rule.findall("3 en 4") == ["3", "4"] and rule.found
    rule.silent, rule.found = True, False
    assert rule.sub("x", "3 en 4") == "3 en 4" and not rule.match("3") and not [*rule.finditer("3")]
    assert rule.found  # it would have


def test_watched_words_are_no_words_once_silenced() -> None:
    rule = WatchedWords(frozenset({"bus", "taxi"}))
    assert "trein" not in rule and not rule.found
    assert {"bus", "trein"} & rule == {"bus"} and rule.found
    assert {"bus", "trein"} - rule == {"trein"}
    rule.silent = True
    assert "bus" not in rule and not {"bus"} & rule and {"bus"} - rule == {"bus"} and rule.isdisjoint({"bus"})


def test_everything_stands_where_it_stood_afterwards() -> None:
    before = names._AGED, confidence._VOTED
    with watched() as rules:
        assert isinstance(rules["understand.names._AGED"], Watched)
        assert names._AGED is rules["understand.names._AGED"]
        assert not any(name.startswith("word.") for name in rules)
    assert before == (names._AGED, confidence._VOTED)


def test_an_answer_that_needs_a_rule_is_told_to_change_without_it(tmp_path: Path) -> None:
    count = item(id="t-fact-number-001", question="Hoeveel aanvragen zijn er goedgekeurd?")
    other = item(id="t-definition-002", question="Wat is een OPP?")
    with watched() as rules:
        subject = indexed([CORPUS], tmp_path, embedder=embedders.load())
        bench = Bench({ItemSet.PAPERS: subject}, [count, other], rules)
        changes = [*bench.changed(rules["understand.counts._PARTITIVE"], [count, other])]
        assert [before.item for before, _ in changes] == [count]
        assert not [*bench.changed(rules["find.wanted._FREE"], [count, other])]
    assert row_of("parts", 2, 1, changes).startswith("| parts | 1 of 2 | 1 | ")
