"""Passages are found by their nearest sentence, as the reader read it."""

from __future__ import annotations

import numpy as np
import pytest

from assistant.read.reader import reader_of
from index.generation import Generation
from index.search import search
from index.sentence_vectors import NO_SENTENCE, means

ROUNDING = 0.02  # of a cosine, by eight bits a number on both sides


def test_each_passage_counts_by_its_nearest_sentence(built: Generation) -> None:
    assert built.sentences is not None
    assert built.pages is not None
    asked = np.random.default_rng(1).normal(size=built.pages.of(0).vectors.shape[-1]).astype(np.float32)
    asked /= np.linalg.norm(asked)
    own = [means(page.vectors[:, -1], page.sentence) for page in map(built.pages.of, range(len(built.passages)))]
    expected = [float((rows @ asked).max(initial=NO_SENTENCE)) for rows in own]
    assert built.sentences.cosines(asked) == pytest.approx(expected, abs=ROUNDING)


def test_the_passage_whose_sentence_comes_nearest_never_falls_and_none_is_lost(built: Generation) -> None:
    reader = reader_of(built)
    assert reader is not None
    assert built.sentences is not None
    question = "Mag een kind met vrijstelling zomaar nergens heen?"
    read = reader.meaning(question)
    whole = len(built.passages)
    after, before = ([hit.passage.id for hit in search(built, question, k=whole, read=one)] for one in (read, None))
    nearest = built.passages[int(built.sentences.cosines(read).argmax())].id
    assert after.index(nearest) <= before.index(nearest)
    assert sorted(after) == sorted(before)
    assert after != before
