"""A second look at the first passages, by a tiny CrossEncoder with random weights."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index.generation import Generation
from index.hits import Hit
from index.rerank import DEPTH, RerankerUnavailable, judged_order, load
from index.search import search

QUESTION = "Wie betaalt het leerlingenvervoer?"
WORDS = "[PAD] [UNK] [CLS] [SEP] [MASK] wie betaalt het leerlingenvervoer gemeente school kind de van en".split()


class Shortest:
    """Holds that the shortest text answers best."""

    def judge(self, _question: str, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.array([-len(text) for text in texts], dtype=np.float32)


class Undecided:
    """Holds all texts equally good."""

    def judge(self, _question: str, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.zeros(len(texts), dtype=np.float32)


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_cross_encoder(tmp_path_factory.mktemp("tiny"), labels=1)


def write_cross_encoder(folder: Path, *, labels: int) -> Path:
    """Write a BERT of one layer and 15 words; the seed fixes its weights."""
    import torch
    from transformers import BertConfig, BertForSequenceClassification, BertTokenizerFast

    (folder / "vocab.txt").write_text("\n".join(WORDS))
    BertTokenizerFast(str(folder / "vocab.txt"), model_max_length=64).save_pretrained(folder)
    torch.manual_seed(4)
    shape = BertConfig(
        vocab_size=len(WORDS),
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=32,
        max_position_embeddings=64,
        num_labels=labels,
        initializer_range=1.0,
    )
    BertForSequenceClassification(shape).save_pretrained(folder)
    return folder


def hits(generation: Generation) -> list[Hit]:
    return search(generation, QUESTION, k=100)


def test_a_cross_encoder_in_a_folder_reorders_the_first_and_always_alike(generation: Generation, tiny: Path) -> None:
    found = hits(generation)
    once, again = (judged_order(QUESTION, found, load(str(tiny)) or Undecided()).tolist() for _ in range(2))
    assert once == again != list(range(len(found)))
    assert sorted(once[:DEPTH]) == list(range(min(DEPTH, len(found))))
    assert once[DEPTH:] == list(range(DEPTH, len(found)))


def test_the_one_that_is_judged_best_comes_first(generation: Generation) -> None:
    found = hits(generation)
    lengths = [
        len("\n".join(filter(None, [*hit.passage.path, hit.passage.context, hit.passage.text]))) for hit in found
    ]
    assert judged_order(QUESTION, found, Shortest())[0] == np.argmin(lengths[:DEPTH])


def test_a_reranker_without_an_opinion_changes_nothing(generation: Generation) -> None:
    found = hits(generation)
    assert judged_order(QUESTION, found, Undecided()).tolist() == list(range(len(found)))


def test_nothing_found_is_not_judged() -> None:
    assert judged_order(QUESTION, [], Shortest()).tolist() == []


def test_no_name_is_no_reranker() -> None:
    assert load(None) is None


def test_a_name_that_was_never_downloaded_is_refused() -> None:
    with pytest.raises(RerankerUnavailable, match="no folder and no downloaded model"):
        load("nobody/has-downloaded-this-model")


def test_a_folder_that_is_no_model_is_refused(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text("{")
    with pytest.raises(RerankerUnavailable):
        load(str(tmp_path))


def test_a_model_that_gives_more_than_one_number_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RerankerUnavailable, match="2 numbers"):
        load(str(write_cross_encoder(tmp_path, labels=2)))
