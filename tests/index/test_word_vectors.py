"""Vectors of the single words of the papers."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from index.checked import Column
from index.embedder import Embedder
from index.word_vectors import WordVectors, build, load, save


def test_every_stem_has_a_row_in_the_order_of_the_alphabet(embedder: Embedder) -> None:
    words = build([["school", "bus"], ["bus", "scholen"]], embedder)
    assert words.stems == ("bus", "schol")
    assert words.vectors.shape == (2, embedder.dim)


def test_a_stem_means_what_its_commonest_word_means(embedder: Embedder) -> None:
    words = build([["scholen", "scholen", "school"]], embedder)
    np.testing.assert_array_equal(words.vectors, embedder.encode_passages(["scholen"]))


def test_of_two_words_as_common_the_first_of_the_alphabet_counts(embedder: Embedder) -> None:
    words = build([["scholen", "school"]], embedder)
    np.testing.assert_array_equal(words.vectors, embedder.encode_passages(["scholen"]))


def test_the_rows_of_known_stems_come_once_and_in_order() -> None:
    words = WordVectors(["bus", "plan", "school"], Column(np.eye(3, dtype=np.float32)), {})
    assert words.rows(["school", "bus", "onbekend", "school"]) == [0, 2]
    assert words.rows([]) == []


def test_what_is_loaded_is_what_was_saved(tmp_path: Path, embedder: Embedder) -> None:
    words = build([["bus", "een", "school", "25", "ver"]], embedder)
    save(words, tmp_path / "words")
    loaded = load(tmp_path / "words")
    assert loaded.stems == words.stems
    np.testing.assert_array_equal(loaded.vectors, words.vectors)
    assert loaded.rows(["25"]) == words.rows(["25"])
