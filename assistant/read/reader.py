"""The trained reader: for every sentence of a passage, how well it matches the question and whether it answers.

A passage is read once, at indexing, into vectors for each of its tokens (``index.page_vectors``): those of the layer
from which question and passage can be read together, and those of the last layer. When a question is asked, only the
question is read anew. Then each sentence is matched with it (``match``), which is cheap, and the passages that come
nearest are read together with the question by the upper layers (``cross``), which is dear and knows better.
``assistant/read/model/README.md`` says how both were trained.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import threading
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from assistant.read.match import Asked
from assistant.read.page import pages_of
from assistant.read.tokens import PAD, Ids, Reading, padded
from index.generation import Generation
from index.page_vectors import PageStore, PageVectors, Tokens
from ingest.document import Document, Passage

Vectors = NDArray[np.float32]

MODEL = Path(__file__).parent / "model"
ENCODER, CROSS, TOKENIZER = "encoder.onnx.gz", "cross.onnx.gz", "tokenizer.json.gz"
THREADS = 2  # of one question at most: many are asked at once
FIRST = 3  # passages, as search ordered them, that are read together with the question whatever their match
TOGETHER = 8  # passages that are read together with the question in all
REMEMBERED = 256  # questions
LOWER, UPPER = 0, 1  # the layers that are kept of a token


class Said(NamedTuple):
    """What the reader says of the sentences of a passage: each (n_sentences,)."""

    match: Vectors  # how well it matches the question token by token
    logit: Vectors | None  # that it answers, where 0 is that nothing here does; None for a passage not read together


class Model:
    """Encoder and cross-encoder, loaded once; safe to share between threads."""

    def __init__(self, folder: Path = MODEL) -> None:
        self._reading = Reading(folder)
        self._encoder, self._cross = _session(folder / ENCODER), _session(folder / CROSS)
        files = (folder / ENCODER, folder / TOKENIZER)
        self._name = hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:16]

    @property
    def name(self) -> str:
        """Names the weights that the vectors of passages depend on."""
        return self._name

    def tokens(self, document: Document, passages: Sequence[Passage]) -> list[Tokens]:
        """The tokens of passages of one paper, in their order."""
        return [self._reading.page(page) for page in pages_of(document, passages)]

    def vectors(self, texts: Sequence[Ids]) -> list[Vectors]:
        """The vectors for each token of each text: float32 (n_tokens, 2, width), ``LOWER`` and ``UPPER``."""
        (found,) = self._encoder.run(["vectors"], {"ids": padded(texts, PAD)})
        return [np.asarray(rows[: len(text)]) for rows, text in zip(found, texts, strict=True)]

    def hear(self, question: str, pages: Sequence[PageVectors]) -> list[Said]:
        """What is to be said of each page, which are given best first."""
        ids = self._reading.question(question)
        vectors, counts = (rows[0] for rows in self._encoder.run(["vectors", "counts"], {"ids": ids[None]}))
        asked = Asked(vectors[:, UPPER], counts)
        matches = [asked.match(page.vectors[:, UPPER], page.sentence) for page in pages]
        nearest = sorted(range(len(pages)), key=lambda row: (row >= FIRST, -matches[row].max(initial=-1.0)))[:TOGETHER]
        chosen = [row for row in nearest if len(matches[row])]
        # One by one: side by side all would be read as long as the longest.
        logits = {n: self._together(vectors[:, LOWER], [(pages[n], matches[n])])[0] for n in chosen}
        return [Said(match, logits.get(row)) for row, match in enumerate(matches)]

    def _together(self, asked: Vectors, pages: Sequence[tuple[PageVectors, Vectors]]) -> list[Vectors]:
        """The logits of the sentences of pages read together with the question, each (n_sentences,)."""
        if not pages:
            return []
        amount, own = len(pages), len(asked)
        longest = own + max(len(page.sentence) for page, _ in pages)
        states = np.zeros((amount, longest, asked.shape[1]), dtype=np.float32)
        kind = np.ones((amount, longest), dtype=np.int64)
        seen = np.zeros((amount, longest), dtype=np.float32)
        match = np.zeros((amount, max(len(found) for _, found in pages)), dtype=np.float32)
        member = np.zeros((amount, match.shape[1], longest), dtype=np.float32)
        states[:, :own], kind[:, :own], seen[:, :own] = asked, 0, 1
        for row, (page, found) in enumerate(pages):
            end = own + len(page.sentence)
            states[row, own:end], seen[row, own:end] = page.vectors[:, LOWER], 1
            inside = np.flatnonzero(page.sentence >= 0)
            member[row, page.sentence[inside], own + inside] = 1
            match[row, : len(found)] = found
        given = {"states": states, "kind": kind, "seen": seen, "member": member, "match": match}
        (logits,) = self._cross.run(None, given)
        return [np.asarray(logits[row, : len(found)]) for row, (_, found) in enumerate(pages)]


@cache
def load() -> Model | None:
    """The reader whose weights lie beside this file, loaded once; None as long as none are shipped."""
    return Model() if (MODEL / ENCODER).exists() else None


class Reader:
    """Reads passages of one generation; safe to share between threads.

    What was said of the last questions is kept, by a hash that the question cannot be read from: who asks again, as
    another persona or after a reload, does not wait again.
    """

    def __init__(self, model: Model, pages: PageStore, row_of: Mapping[str, int]) -> None:
        self._model = model
        self._pages = pages
        self._row_of = row_of
        self._said: OrderedDict[bytes, list[Said]] = OrderedDict()
        self._lock = threading.Lock()

    def read(self, question: str, passages: Sequence[Passage]) -> list[Said]:
        """What is to be said of the sentences that begin in each passage; the passages are given best first."""
        key = hashlib.sha256("\n".join([question, *(one.id for one in passages)]).encode()).digest()
        with self._lock:
            if key in self._said:
                self._said.move_to_end(key)
                return self._said[key]
        said = self._model.hear(question, [self._pages.of(self._row_of[one.id]) for one in passages])
        with self._lock:
            self._said[key] = said
            while len(self._said) > REMEMBERED:
                self._said.popitem(last=False)
        return said


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
    graph = gzip.decompress(path.read_bytes())
    return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
