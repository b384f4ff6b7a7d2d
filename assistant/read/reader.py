"""The trained reader: for every sentence of a passage, how strongly it answers the question.

A passage is read once, at indexing, into a vector for each of its tokens (``index.page_vectors``). When a question is
asked, only the question is read anew; the small *comparer* then looks at the vectors of both together.
``assistant/read/model/README.md`` says how both were trained.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.read.compare import Comparer
from assistant.read.page import pages_of
from assistant.read.tokens import PAD, Ids, Reading, padded
from index.generation import Generation
from index.page_vectors import PageStore, PageVectors, Tokens
from ingest.document import Document, Passage

Vectors = NDArray[np.float32]
Logits = NDArray[np.float32]

MODEL = Path(__file__).parent / "model"
ENCODER, COMPARER = "encoder.onnx", "comparer.safetensors"
THREADS = 2  # of one question at most: many are asked at once


class Model:
    """Encoder and comparer, loaded once; safe to share between threads."""

    def __init__(self, folder: Path = MODEL) -> None:
        self._reading = Reading(folder)
        self._encoder, self._comparer = _session(folder / ENCODER), Comparer(folder / COMPARER)
        files = (folder / ENCODER, folder / "tokenizer.json")
        self._name = hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:16]

    @property
    def name(self) -> str:
        """Names the weights that the vectors of passages depend on."""
        return self._name

    def tokens(self, document: Document, passages: Sequence[Passage]) -> list[Tokens]:
        """The tokens of passages of one paper, in their order."""
        return [self._reading.page(page) for page in pages_of(document, passages)]

    def vectors(self, texts: Sequence[Ids]) -> list[Vectors]:
        """A vector for each token of each text: float32 (n_tokens, width)."""
        (found,) = self._encoder.run(None, {"ids": padded(texts, PAD)})
        return [np.asarray(rows[: len(text)]) for rows, text in zip(found, texts, strict=True)]

    def logits(self, question: str, pages: Sequence[PageVectors]) -> list[Logits]:
        """For every sentence of each page the logit that it answers, (n_sentences,); 0 stands for "nothing here"."""
        (vectors,) = self.vectors([self._reading.question(question)])
        return self._comparer.logits(self._comparer.asked(vectors), pages)


@cache
def load() -> Model | None:
    """The reader whose weights lie beside this file, loaded once; None as long as none are shipped."""
    return Model() if (MODEL / ENCODER).exists() else None


class Reader:
    """Reads passages of one generation; safe to share between threads."""

    def __init__(self, model: Model, pages: PageStore, row_of: Mapping[str, int]) -> None:
        self._model = model
        self._pages = pages
        self._row_of = row_of

    def read(self, question: str, passages: Sequence[Passage]) -> list[Logits]:
        """For every sentence that begins in each passage the logit that it answers; 0 says that nothing there does."""
        return self._model.logits(question, [self._pages.of(self._row_of[one.id]) for one in passages])


def reader_of(generation: Generation) -> Reader | None:
    """The reader over a generation; None if there is none, or the generation was made without it."""
    model, pages = load(), generation.pages
    if model is None or pages is None or pages.name != model.name:
        return None
    return Reader(model, pages, generation.row_of)


def _session(path: Path) -> Any:
    import onnxruntime  # late: half a second that ``--help`` does not need

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = min(THREADS, os.cpu_count() or 1)
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
