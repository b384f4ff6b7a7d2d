"""The meaning of single words of the papers, to tell how near a word of a question comes."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.checked import Checked, Column, Rows
from index.dutch import stem
from index.embedder import Embedder

Vectors = NDArray[np.float32]


class WordVectors:
    """A vector for each stem of the papers.

    ``stems`` are sorted; ``vectors`` is float32 (n_stems, dim), rows of unit length, in their order.
    ``written`` holds every form of every word, with how often it stands in the papers.
    """

    def __init__(self, stems: Sequence[str], vectors: Column, written: Mapping[str, int]) -> None:
        self.stems = tuple(stems)
        self.written = written
        self._vectors = vectors
        self._row = {term: row for row, term in enumerate(self.stems)}

    @property
    def vectors(self) -> Vectors:
        """The vectors of all stems."""
        return self._vectors.all

    def vectors_of(self, rows: Rows) -> Vectors:
        """The vectors of the stems in some rows."""
        return self._vectors[rows]

    def rows(self, terms: Iterable[str]) -> list[int]:
        """The rows of the stems that are known, each once."""
        return sorted({self._row[term] for term in terms if term in self._row})


def build(texts: Iterable[Sequence[str]], embedder: Embedder) -> WordVectors:
    """Vectors of all stems in some texts, given by their content words; each from the commonest word that has it."""
    commonest: dict[str, Counter[str]] = {}
    for word, count in Counter(chain.from_iterable(texts)).items():
        commonest.setdefault(stem(word), Counter())[word] = count
    stems = sorted(commonest)
    written = [min(commonest[term].items(), key=lambda item: (-item[1], item[0]))[0] for term in stems]
    counted = {word: count for forms in commonest.values() for word, count in forms.items()}
    return WordVectors(stems, Column(embedder.encode_passages(written)), counted)


def save(words: WordVectors, folder: Path) -> None:
    """Write the vectors and words as files in a new folder."""
    folder.mkdir(parents=True)
    (folder / "stems.txt").write_text("\n".join(words.stems), encoding="utf-8")
    (folder / "written.json").write_text(json.dumps(dict(words.written), ensure_ascii=False), encoding="utf-8")
    np.save(folder / "vectors.npy", words.vectors)


def load(folder: Path, opened: Callable[[Path], Checked] = Checked) -> WordVectors:
    """Open saved vectors, mapped rather than read."""
    stems = (folder / "stems.txt").read_text(encoding="utf-8").split("\n")
    written = json.loads((folder / "written.json").read_text(encoding="utf-8"))
    return WordVectors(stems, Column(opened(folder / "vectors.npy")), written)
