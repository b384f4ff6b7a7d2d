"""BM25 with alternatives."""

from pathlib import Path

import numpy as np
import pytest

from index.lexical import K1, B, build, load, save
from index.postings import count
from index.query import Concept

TEXTS = [["bus", "school"], ["bus"], ["plan", "school"]]


def concept(*alternatives: tuple[str, float]) -> Concept:
    return Concept(word=alternatives[0][0], alternatives=alternatives)


def test_rare_words_tell_more() -> None:
    """ln(1 + 2.5/1.5) = 0.98 for one passage in three, ln(1 + 1.5/2.5) = 0.47 for two."""
    index = build(count(TEXTS))
    assert index.weight(concept(("plan", 1.0))) == pytest.approx(0.9808, abs=1e-4)
    assert index.weight(concept(("school", 1.0))) == pytest.approx(0.4700, abs=1e-4)


def test_an_unknown_word_weighs_most() -> None:
    """ln(1 + 3.5/0.5) = 2.08."""
    assert build(count(TEXTS)).weight(concept(("onbekend", 1.0))) == pytest.approx(2.0794, abs=1e-4)


def test_alternatives_do_not_add_up() -> None:
    index = build(count(TEXTS))
    one = index.scores([concept(("bus", 1.0))])
    both = index.scores([concept(("bus", 1.0), ("school", 0.1))])
    assert both[0] == pytest.approx(one[0])


def test_a_passage_with_nothing_of_the_question_scores_nothing() -> None:
    assert build(count(TEXTS)).scores([concept(("plan", 1.0))])[1] == 0


def test_what_is_loaded_scores_as_what_was_saved(tmp_path: Path) -> None:
    index = build(count(TEXTS))
    save(index, count(TEXTS), tmp_path)
    asked = [concept(("bus", 1.0)), concept(("plan", 0.5))]
    np.testing.assert_allclose(load(tmp_path, 3).scores(asked), index.scores(asked))
    assert load(tmp_path, 3).vocabulary.frequency("school") == 2


def test_the_scores_are_those_of_bm25s() -> None:
    import bm25s

    chance = np.random.default_rng(1)
    texts = [[f"w{number}" for number in chance.geometric(0.1, chance.integers(1, 60))] for _ in range(200)]
    theirs = bm25s.BM25(method="lucene", k1=K1, b=B)
    postings = count(texts)
    numbers = {term: number for number, term in enumerate(postings.terms)}
    theirs.index(([[numbers[term] for term in text] for text in texts], dict(numbers)), show_progress=False)
    ours = build(postings)
    for term, number in numbers.items():
        weight = ours.weight(concept((term, 1.0)))
        expected = theirs.get_scores_from_ids([number])
        np.testing.assert_allclose(ours.scores([concept((term, 1.0))]) * weight, expected, rtol=1e-6)


def test_the_passages_that_hold_any_of_some_stems() -> None:
    index = build(count(TEXTS))
    assert index.holding(["plan", "bus", "onbekend"]).tolist() == [0, 1, 2]
    assert index.holding(["plan"]).tolist() == [2]
    assert index.holding(["onbekend"]).tolist() == []
