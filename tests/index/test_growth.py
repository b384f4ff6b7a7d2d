"""What an index takes over from an earlier one and what comes make what would be made from nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from hashlib import blake2b
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import index.growth
from index import postings, word_vectors
from index.embedder import Embedder, Vectors
from index.generation import build
from index.growth import Growth
from index.word_vectors import WordVectors
from ingest.document import Document, Passage
from ingest.passages import Lengths, cut

Texts = list[list[str]]
WORDS = st.sampled_from("school scholen bus bussen plan plannen kind kinderen".split())
TEXTS = st.lists(st.lists(WORDS, max_size=5), max_size=6)
ORDERS = st.permutations(range(6))


@st.composite
def growths(draw: st.DrawFn) -> tuple[Texts, Texts, Growth]:
    """The texts of an earlier index, those of a new one, and how it comes of the other."""
    before = draw(TEXTS)
    stays = [row for row in draw(ORDERS)[: draw(st.integers(0, 6))] if row < len(before)]
    rows = draw(st.permutations([*stays, *[-1] * draw(st.integers(0, 4))]))
    after = [before[row] if row >= 0 else draw(st.lists(WORDS, max_size=5)) for row in rows]
    taken = np.array(rows, dtype=np.int32)
    growth = Growth(papers=taken, taken=taken, came=(), earlier=Path("earlier"), size=len(before))
    return before, after, growth


class Hashing:
    """An embedder that makes a vector of the hash of a text."""

    name = "hashing"
    dim = 4

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        return self.encode_passages(texts)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        rows = [list(blake2b(text.encode(), digest_size=self.dim).digest()) for text in texts]
        return np.array(rows, dtype=np.float32).reshape(len(texts), self.dim)


def came(after: Texts, growth: Growth) -> Texts:
    return [after[row] for row in growth.new]


@given(growths())
def test_every_row_is_of_the_earlier_index_or_comes(given: tuple[Texts, Texts, Growth]) -> None:
    before, after, growth = given
    earlier, new = (np.array([" ".join(text) for text in one], "U50") for one in (before, came(after, growth)))
    column = growth.merged(earlier, new)
    assert column.tolist() == [" ".join(text) for text in after]
    rows = [piece.rows for piece in growth.pieces]
    assert [row for piece in rows for row in range(piece.start, piece.stop)] == list(range(len(after)))
    assert sorted([*growth.gone, *growth.taken[growth.taken >= 0]]) == list(range(len(before)))
    assert all(one.came != other.came or one.of.stop != other.of.start for one, other in pairwise(growth.pieces))


@given(growths())
def test_stems_that_are_counted_on_are_those_of_all_passages(given: tuple[Texts, Texts, Growth]) -> None:
    before, after, growth = given
    grown = postings.grown(postings.count(before), postings.count(came(after, growth)), growth)
    whole = postings.count(after)
    assert grown.terms == whole.terms
    for name in ("starts", "rows", "counts", "lengths"):
        one, other = getattr(grown, name), getattr(whole, name)
        assert one.dtype == other.dtype
        np.testing.assert_array_equal(one, other)


@given(growths())
def test_words_that_are_counted_on_are_those_of_all_texts(given: tuple[Texts, Texts, Growth]) -> None:
    before, after, growth = given
    gone = Counter(word for row in growth.gone for word in before[row])
    new = Counter(word for text in came(after, growth) for word in text)
    grown = word_vectors.grown(word_vectors.build(before, Hashing()), new, gone, Hashing())
    whole = word_vectors.build(after, Hashing())
    assert content(grown) == content(whole)
    np.testing.assert_array_equal(grown.vectors, whole.vectors)


def content(words: WordVectors) -> tuple[object, ...]:
    return words.stems, list(words.written.items()), words.forms


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The papers that are cut into passages to be indexed."""
    found: list[str] = []

    def noted(document: Document, lengths: Lengths) -> tuple[Passage, ...]:
        found.append(document.identifier)
        return cut(document, lengths)

    monkeypatch.setattr(index.growth, "cut", noted)
    return found


def test_only_new_papers_are_cut(
    tmp_path: Path, papers: tuple[Document, ...], embedder: Embedder, seen: list[str]
) -> None:
    first, *others = papers
    build(others, tmp_path, embedder=embedder)
    seen.clear()
    built = build(papers, tmp_path, embedder=embedder)
    assert len({passage.document for passage in built.passages}) == 2
    assert seen == [first.identifier]


def test_of_papers_with_one_number_nothing_is_taken_over(
    tmp_path: Path, papers: tuple[Document, ...], embedder: Embedder, seen: list[str]
) -> None:
    letter, reply = (paper for paper in papers if not paper.summary_of)
    twins = [letter, replace(reply, identifier=letter.identifier)]
    build(twins, tmp_path, embedder=embedder)
    seen.clear()
    build([*twins, reply], tmp_path, embedder=embedder)
    assert len(seen) == 3


def test_what_stays_of_an_index_is_taken_over(
    copied: Path, other_papers: tuple[Document, ...], embedder: Embedder, seen: list[str]
) -> None:
    built = build(other_papers, copied, embedder=embedder)
    assert seen == []
    assert built.passages == tuple(one for paper in other_papers for one in cut(paper))


@pytest.mark.parametrize(
    "name",
    [
        "documents/papers.bin",
        "passages.jsonl",
        "vectors.npy",
        "chroma/chroma.sqlite3",
        *(f"lexical/{name}.npy" for name in ("indices", "counts", "lengths")),
        *(f"words/{name}" for name in ("forms.npy", "vectors.npy", "written.json")),
    ],
)
def test_nothing_is_taken_over_of_an_index_that_is_damaged(
    name: str, copied: Path, other_papers: tuple[Document, ...], embedder: Embedder, seen: list[str]
) -> None:
    (path,) = (copied / "index" / "generations").glob(f"*/{name}")
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    built = build(other_papers, copied, embedder=embedder)
    assert seen == [paper.identifier for paper in other_papers]
    assert built.passages == tuple(one for paper in other_papers for one in cut(paper))
