"""The words of an index: from the texts of its passages and papers to the files in which words are searched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from index import lexical, postings, word_vectors
from index.dutch import content_words, stem
from index.embedder import Embedder
from index.embedding import header
from index.errors import NothingToIndex
from index.growth import Growth
from index.manifest import LEXICAL, WORDS
from index.summaries import notes_for
from ingest.document import Document, Passage
from ingest.orders import without_orders

if TYPE_CHECKING:
    from index.generation import Generation

Texts = Sequence[Sequence[str]]  # the content words of each


def write(
    folder: Path, papers: Mapping[str, Document], growth: Growth, before: Generation | None, embedder: Embedder
) -> None:
    """Write in which passages which stems stand, and the vectors of all words.

    Args:
        folder: Of the index that is made.
        papers: All papers by name.
        growth: How it comes of an earlier one.
        before: That one, where something of it is taken over.
        embedder: Makes the vectors of words that were not there.

    Raises:
        NothingToIndex: No passage holds a word.
    """
    texts = _of_passages(growth.came, papers.values())
    held = postings.count([[stem(word) for word in text] for text in texts])
    came = [*texts, *_of_titles(papers, before.named if before else {})]
    if before and growth.earlier:
        held = postings.grown(postings.load(growth.earlier / LEXICAL), held, growth)
        gone = _of_passages([before.passages[row] for row in growth.gone], before.documents)
        gone += _of_titles(before.named, papers)
        words = word_vectors.grown(before.words, _counted(came), _counted(gone), embedder)
    else:
        words = word_vectors.build(came, embedder)
    if not held.terms:
        raise NothingToIndex("none of the passages holds a word that can be searched for")
    lexical.save(lexical.build(held), held, folder / LEXICAL)
    word_vectors.save(words, folder / WORDS)


def _of_passages(passages: Sequence[Passage], documents: Collection[Document]) -> list[list[str]]:
    """The words by which passages are found: their own, those above them, and those of our summaries of them."""
    notes = notes_for(passages, documents)
    texts = ([without_orders(passage.text), header(passage), notes.get(passage.id, "")] for passage in passages)
    return [content_words(" ".join(parts)) for parts in texts]


def _of_titles(papers: Mapping[str, Document], others: Iterable[str]) -> list[list[str]]:
    """The words of the titles and senders of papers, but for those with the names of others."""
    left = papers.keys() - set(others)
    return [content_words(f"{one.title} {one.sender}") for name, one in papers.items() if name in left]


def _counted(texts: Texts) -> Counter[str]:
    return Counter(word for text in texts for word in text)
