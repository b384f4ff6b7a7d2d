"""Token vectors are kept in eight bits, given back by passage, and taken over where nothing changed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest import TempPathFactory as Factory

from index.page_vectors import Ids, PageStore, Tokens, Vectors, write
from ingest.document import Document, Passage

SHAPE = (2, 6)  # layers and width


@pytest.fixture(scope="module")
def paper(papers: tuple[Document, ...]) -> Document:
    return papers[0]


class Letters:
    """Takes each letter for a token: the vectors of a letter depend on nothing else."""

    name = "letters"

    def __init__(self) -> None:
        self.read: list[int] = []

    def tokens(self, _document: Document, passages: Sequence[Passage]) -> list[Tokens]:
        return [
            Tokens(
                ids=np.array([ord(letter) for letter in one.text], dtype=np.int64),
                sentence=np.arange(len(one.text), dtype=np.int64) // 10 - 1,
            )
            for one in passages
        ]

    def vectors(self, texts: Sequence[Ids]) -> list[Vectors]:
        self.read += [len(text) for text in texts]
        return [np.stack([of_letter(int(one)) for one in text]) for text in texts]


def of_letter(code: int) -> Vectors:
    return np.random.default_rng(code).normal(size=SHAPE).astype(np.float32)


def passages(texts: Sequence[str]) -> list[Passage]:
    found, at = [], 0
    for text in texts:
        found.append(
            Passage(id=f"kst-1-2#{at}-{at + len(text)}", document="kst-1-2", text=text, start=at, end=at + len(text))
        )
        at += len(text)
    return found


@settings(deadline=None, max_examples=30)
@given(st.lists(st.text(st.characters(min_codepoint=97, max_codepoint=122), min_size=1, max_size=40), min_size=1))
def test_each_passage_gets_its_own_vectors_back(paper: Document, tmp_path_factory: Factory, texts: list[str]) -> None:
    """To within half a step of its scale: the largest number of a vector divided by 127."""
    folder = tmp_path_factory.mktemp("pages")
    write(folder / "pages", {"kst-1-2": paper}, passages(texts), Letters(), None, begun=folder / "begun")
    store = PageStore(folder / "pages")
    for row, text in enumerate(texts):
        wanted = np.stack([of_letter(ord(letter)) for letter in text])
        step = np.abs(wanted).max(axis=-1, keepdims=True) / 127
        assert np.all(np.abs(store.of(row).vectors - wanted) <= step / 2 + 1e-6)
        assert store.of(row).sentence.tolist() == [n // 10 - 1 for n in range(len(text))]


def test_what_was_read_before_is_not_read_again(paper: Document, tmp_path: Path) -> None:
    first, second = Letters(), Letters()
    write(tmp_path / "a", {"kst-1-2": paper}, passages(["abc", "defgh"]), first, None, begun=tmp_path / "begun")
    before = PageStore(tmp_path / "a")
    write(tmp_path / "b", {"kst-1-2": paper}, passages(["new", "defgh", "abc"]), second, before, begun=tmp_path / "c")
    assert sorted(first.read) == [3, 5]
    assert second.read == [3]
    after = PageStore(tmp_path / "b")
    np.testing.assert_array_equal(after.of(2).vectors, before.of(0).vectors)
    np.testing.assert_array_equal(after.of(1).vectors, before.of(1).vectors)


def test_another_reader_reads_everything_anew(paper: Document, tmp_path: Path) -> None:
    write(tmp_path / "a", {"kst-1-2": paper}, passages(["abc"]), Letters(), None, begun=tmp_path / "begun")
    other = Letters()
    other.name = "other letters"
    write(tmp_path / "b", {"kst-1-2": paper}, passages(["abc"]), other, PageStore(tmp_path / "a"), begun=tmp_path / "c")
    assert other.read == [3]
