"""The comparer: how well each sentence of a page answers a question, from the vectors of their tokens.

For each token of the question it takes what comes nearest in the sentence, weighs how well the two fit, and sums up.
The same steps stand in torch in ``assistant.read.training.comparer``, where they are learnt and
the source is named.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file

from assistant.read.tokens import OUTSIDE
from index.page_vectors import PageVectors

Vectors = NDArray[np.float32]

SHARP = 20.0  # how sharply a token is aligned with the nearest ones
NEVER = -30.0  # the logit of a sentence that was not read
LONGEST = 60  # tokens; no sentence counts as longer


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question, ready to be compared: per token its vector, of unit length too, made narrow, and its weight."""

    unit: Vectors
    narrow: Vectors
    counts: Vectors  # (n_tokens,), together 1
    whole: Vectors  # (width,), of unit length


class Aligned(NamedTuple):
    """Of the sentences of a page: what in each comes nearest to the tokens of a question."""

    nearest: Vectors  # (n_tokens, n_sentences, narrow)
    best: Vectors  # (n_tokens, n_sentences), cosine
    anywhere: Vectors  # (n_tokens, n_sentences), the best cosine on the whole page
    sharpest: Vectors  # (n_tokens, n_sentences), the largest share of one token
    near: Vectors  # (n_sentences,), cosine of the means
    length: Vectors  # (n_sentences,), in tokens


class Comparer:
    """The learnt weights; safe to share between threads."""

    def __init__(self, path: Path) -> None:
        self._weights: dict[str, Vectors] = load_file(path)

    def asked(self, vectors: Vectors) -> Asked:
        """A question by the vectors of its tokens, (n_tokens, width)."""
        raised = np.logaddexp(0, self._linear("weight", vectors)[:, 0])
        return Asked(
            unit=_unit(vectors),
            narrow=self._linear("narrow", vectors),
            counts=(raised / raised.sum()).astype(np.float32),
            whole=_unit(vectors.sum(0)),
        )

    def logits(self, asked: Asked, pages: Sequence[PageVectors]) -> list[Vectors]:
        """For every sentence of each page the logit that it answers, (n_sentences,); 0 stands for "nothing here"."""
        if not pages:
            return []
        parts = [self._aligned(asked, page) for page in pages]
        nearest = np.concatenate([part.nearest for part in parts], 1)
        best, anywhere, sharpest = (
            np.concatenate([getattr(part, name) for part in parts], 1) for name in ("best", "anywhere", "sharpest")
        )
        near, length = (np.concatenate([getattr(part, name) for part in parts]) for name in ("near", "length"))
        mine = np.broadcast_to(asked.narrow[:, None], nearest.shape)
        counts = np.broadcast_to(asked.counts[:, None], best.shape)
        figures = np.stack([best, anywhere, best - anywhere, counts * 10, sharpest], -1)
        fit = np.concatenate([mine, nearest, mine * nearest, np.abs(mine - nearest), figures], -1)
        said = self._layers("compare", fit, cut=True)
        told = [
            asked.counts @ best * 5,
            near * 5,
            asked.counts @ anywhere * 5,
            best.min(0),
            length.clip(max=LONGEST) / 30,
        ]
        summed = np.concatenate([np.einsum("t,tsn->sn", asked.counts, said), said.max(0), np.stack(told, -1)], -1)
        logits = np.where(length > 0, self._layers("verdict", summed, cut=False)[:, 0], NEVER).astype(np.float32)
        return np.split(logits, np.cumsum([len(part.near) for part in parts])[:-1])

    def _aligned(self, asked: Asked, page: PageVectors) -> Aligned:
        sentences = int(page.sentence.max(initial=OUTSIDE)) + 1
        alike = asked.unit @ _unit(page.vectors).T
        theirs = self._linear("narrow", page.vectors)
        tokens, width = asked.narrow.shape
        best, sharpest = (np.full((tokens, sentences), -1, dtype=np.float32) for _ in range(2))
        nearest = np.zeros((tokens, sentences, width), dtype=np.float32)
        near, length = (np.zeros(sentences, dtype=np.float32) for _ in range(2))
        for number in range(sentences):
            own = np.flatnonzero(page.sentence == number)
            if not len(own):
                continue
            inside = alike[:, own]
            shares = np.exp(SHARP * (inside - inside.max(1, keepdims=True)))
            shares /= shares.sum(1, keepdims=True)
            best[:, number], sharpest[:, number] = inside.max(1), shares.max(1)
            nearest[:, number] = shares @ theirs[own]
            near[number] = _unit(page.vectors[own].sum(0)) @ asked.whole
            length[number] = len(own)
        anywhere = np.repeat(alike.max(1)[:, None], sentences, 1)
        return Aligned(nearest, best, anywhere, sharpest, near, length)

    def _linear(self, name: str, values: Vectors) -> Vectors:
        made: Vectors = values @ self._weights[f"{name}.weight"].T + self._weights[f"{name}.bias"]
        return made

    def _layers(self, name: str, values: Vectors, *, cut: bool) -> Vectors:
        """Two layers, cut off below 0 in between, and where told at the end too."""
        inner = np.maximum(self._linear(f"{name}.0", values), 0)
        outer = self._linear(f"{name}.2", inner)
        return np.maximum(outer, 0) if cut else outer


def _unit(rows: Vectors) -> Vectors:
    made: Vectors = rows / np.maximum(np.linalg.norm(rows, axis=-1, keepdims=True), 1e-12)
    return made
