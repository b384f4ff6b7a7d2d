"""A second, slower look at the first passages found; off unless somebody names a model."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from index.embedder import EmbedderUnavailable, model_folder, unreadable_as
from index.hits import Hit

DEPTH = 24  # passages that are looked at again


class RerankerUnavailable(Exception):
    """The reranking model is not on this computer, or what is there cannot be read."""


class Reranker(Protocol):
    """Judges question and passage together; safe to share between threads."""

    def judge(self, question: str, texts: Sequence[str], /) -> NDArray[np.float32]:
        """How well each text answers the question: (n_texts,), float32, higher is better."""


class CrossEncoderReranker:
    """Any CrossEncoder of sentence-transformers that gives one number for a pair."""

    def __init__(self, name_or_path: str) -> None:
        try:
            folder = model_folder(name_or_path)
        except EmbedderUnavailable as error:
            raise RerankerUnavailable(str(error)) from error
        with unreadable_as(RerankerUnavailable, folder):
            from sentence_transformers import CrossEncoder

            self._model: Any = CrossEncoder(str(folder), device="cpu", local_files_only=True)
        if self._model.num_labels != 1:
            raise RerankerUnavailable(f"{folder} gives {self._model.num_labels} numbers for a pair, not one")

    def judge(self, question: str, texts: Sequence[str]) -> NDArray[np.float32]:
        """How well each text answers the question."""
        pairs = [(question, text) for text in texts]
        return np.asarray(self._model.predict(pairs, show_progress_bar=False), dtype=np.float32)


def load(name_or_path: str | None) -> Reranker | None:
    """Load a reranking model without ever opening a connection; None for None.

    Args:
        name_or_path: A folder of a CrossEncoder, or the name of one that was downloaded before.

    Raises:
        RerankerUnavailable: There is no such folder or download, or it cannot be read.
    """
    return CrossEncoderReranker(name_or_path) if name_or_path else None


def judged_order(question: str, hits: Sequence[Hit], reranker: Reranker) -> NDArray[np.intp]:
    """The places of the hits in the order of the reranker; those past the first ``DEPTH`` stay as they were."""
    first = hits[:DEPTH]
    if not first:
        return np.zeros(0, dtype=np.intp)
    judged = reranker.judge(question, [_text(hit) for hit in first])
    return np.concatenate([np.argsort(-judged, kind="stable"), np.arange(len(first), len(hits))])


def _text(hit: Hit) -> str:
    """The passage with what stands above it, as it is embedded."""
    return "\n".join(filter(None, [*hit.passage.path, hit.passage.context, hit.passage.text]))
