"""The meaning of single words of the papers, to tell how near a word of a question comes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain, islice
from pathlib import Path

import numpy as np
import orjson
from numpy.typing import NDArray

from index.checked import Checked, Column, Rows
from index.dutch import stem
from index.embedder import Embedder

Vectors = NDArray[np.float32]


class WordVectors:
    """A vector for each stem of the papers.

    ``stems`` are sorted; ``vectors`` is float32 (n_stems, dim), rows of unit length, in their order.
    ``written`` holds every form of every word, with how often it stands in the papers, stem by stem; ``held`` how many
    of these forms each stem has.
    """

    def __init__(
        self,
        stems: Sequence[str],
        vectors: Column,
        written: Mapping[str, int],
        held: Sequence[int] = (),
    ) -> None:
        self.stems = tuple(stems)
        self.written = written
        self.held = held
        self.row_of = {term: row for row, term in enumerate(self.stems)}
        self._vectors = vectors

    @property
    def forms(self) -> dict[str, list[str]]:
        """The words of each stem."""
        words = iter(self.written)
        return {term: list(islice(words, held)) for term, held in zip(self.stems, self.held, strict=True)}

    @property
    def vectors(self) -> Vectors:
        """The vectors of all stems."""
        return self._vectors.all

    def vectors_of(self, rows: Rows) -> Vectors:
        """The vectors of the stems in some rows."""
        return self._vectors[rows]

    def rows(self, terms: Iterable[str]) -> list[int]:
        """The rows of the stems that are known, each once."""
        return sorted({self.row_of[term] for term in terms if term in self.row_of})


def build(texts: Iterable[Sequence[str]], embedder: Embedder) -> WordVectors:
    """Vectors of all stems in some texts, given by their content words; each from the commonest word that has it."""
    nothing = WordVectors([], Column(np.zeros((0, embedder.dim), dtype=np.float32)), {})
    return grown(nothing, Counter(chain.from_iterable(texts)), Counter(), embedder)


def grown(earlier: WordVectors, came: Counter[str], gone: Counter[str], embedder: Embedder) -> WordVectors:
    """The same of earlier texts and those that came, without those that are gone, given how often each word stands.

    Only stems of which a word came or went are looked at, and only those that mean another word by it embedded.
    """
    counts = dict(earlier.written)
    for texts, sign in ((came, 1), (gone, -1)):
        for word, number in texts.items():
            counts[word] = counts.get(word, 0) + sign * number
    touched: dict[str, set[str]] = {}
    for word in [*came, *gone]:
        touched.setdefault(stem(word), set()).add(word)
    own = earlier.forms
    forms: dict[str, list[str]] = {}
    for term in sorted({*own, *touched}):
        known = own.get(term, [])
        changed = term in touched
        words = sorted(word for word in {*known, *touched[term]} if counts[word] > 0) if changed else known
        if words:
            forms[term] = words
    meant = {term: _commonest(words, counts) for term, words in forms.items() if term in touched}
    before = {term: _commonest(own[term], earlier.written) for term in meant if term in own}
    new = {term: word for term, word in meant.items() if before.get(term) != word}
    vectors = np.zeros((len(forms), embedder.dim), dtype=np.float32)
    rows = {term: row for row, term in enumerate(forms)}
    stays = [term for term in forms if term not in new]
    vectors[[rows[term] for term in stays]] = earlier.vectors[[earlier.row_of[term] for term in stays]]
    vectors[[rows[term] for term in new]] = embedder.encode_passages(list(new.values()))
    written = {word: counts[word] for words in forms.values() for word in words}
    return WordVectors(list(forms), Column(vectors), written, [len(words) for words in forms.values()])


def _commonest(words: Sequence[str], counts: Mapping[str, int]) -> str:
    return min(words, key=lambda word: (-counts[word], word))


def save(words: WordVectors, folder: Path) -> None:
    """Write the vectors and words as files in a new folder."""
    folder.mkdir(parents=True)
    (folder / "stems.txt").write_text("\n".join(words.stems), encoding="utf-8")
    (folder / "written.json").write_bytes(orjson.dumps(dict(words.written)))
    np.save(folder / "forms.npy", np.array(words.held, dtype=np.int32))
    np.save(folder / "vectors.npy", words.vectors)


def load(folder: Path, opened: Callable[[Path], Checked] = Checked) -> WordVectors:
    """Open saved vectors, mapped rather than read."""
    stems = (folder / "stems.txt").read_text(encoding="utf-8").split("\n")
    written = orjson.loads((folder / "written.json").read_bytes())
    held = np.load(folder / "forms.npy").tolist()
    return WordVectors(stems, Column(opened(folder / "vectors.npy")), written, held)
