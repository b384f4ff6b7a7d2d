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
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from assistant.find.finding import HITS
from assistant.find.order import DEPTH
from assistant.read import match
from assistant.read.page import pages_of
from assistant.read.pairs import Pair, side_by_side
from assistant.read.tokens import PAD, Ids, Reading, padded
from assistant.read.when_asked import PagesWhenAsked
from index.generation import READ_WHEN_ASKED_FROM, Generation
from index.page_vectors import PageStore, PageVectors, Tokens
from ingest.document import Document, Passage

Vectors = NDArray[np.float32]

MODEL = Path(__file__).parent / "model"
ENCODER, CROSS, TOKENIZER = "encoder.onnx.gz", "cross.onnx.gz", "tokenizer.json.gz"
THREADS = 2  # of one question at most: many are asked at once
FIRST = 3  # passages, as search ordered them, that are read together with the question whatever their match
TOGETHER = 4  # passages read with the question in all; eight take twice the time for one right answer in 250
IN_ALL = 8  # passages that are read together with the questions of one message, which share them
REMEMBERED = 256  # questions
SIDE_BY_SIDE = 16  # passages that are matched at a time: their vectors take a megabyte each
LOWER, UPPER = 0, 1  # the layers that are kept of a token


class Said(NamedTuple):
    """What the reader says of the sentences of a passage: each (n_sentences,)."""

    match: Vectors  # how well it matches the question token by token
    logit: Vectors | None  # that it answers, where 0 is that nothing here does; None for a passage not read together


class Asked(NamedTuple):
    """A question as the encoder read it."""

    lower: Vectors  # of its tokens, to be read together with those of a page: (n_tokens, width)
    matching: match.Asked


class Model:
    """Encoder and cross-encoder, loaded once; safe to share between threads."""

    def __init__(self, folder: Path = MODEL) -> None:
        self._reading = Reading(folder)
        encoder, cross, tokenizer = ((folder / name).read_bytes() for name in (ENCODER, CROSS, TOKENIZER))
        self._encoder, self._cross = _session(encoder), _session(cross)
        self._name = hashlib.sha256(encoder + tokenizer).hexdigest()[:16]

    def __reduce__(self) -> tuple[Callable[[], Model], tuple[()]]:
        return load, ()  # another process loads it for itself, once

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

    def ask(self, question: str) -> Asked:
        """Read a question."""
        ids = self._reading.question(question)
        vectors, counts = (rows[0] for rows in self._encoder.run(["vectors", "counts"], {"ids": ids[None]}))
        return Asked(vectors[:, LOWER], match.Asked(vectors[:, UPPER], counts))

    def match(self, asked: Asked, pages: Sequence[PageVectors]) -> list[Vectors]:
        """How well each sentence of each page matches the question token by token, each (n_sentences,)."""
        return asked.matching.match_all([(page.vectors[:, UPPER], page.sentence) for page in pages])

    def together(self, asked: Asked, page: PageVectors, matched: Vectors) -> Vectors:
        """The logit that each sentence of a page answers, read together with the question: (n_sentences,).

        Pages are read one by one: side by side all would be read as long as the longest.
        """
        pair = Pair(asked.lower, page.vectors[:, LOWER], page.sentence, matched)
        (logits,) = self._cross.run(None, side_by_side([pair]))
        return np.asarray(logits[0, : len(matched)])


@cache
def load() -> Model:
    """The reader whose weights lie beside this file, loaded once."""
    return Model()


@dataclass(slots=True)
class _Heard:
    """What was said for one question of the sentences of passages, by passage; the question only while it is read."""

    asked: Asked | None = None
    matches: dict[str, Vectors] = field(default_factory=dict)
    logits: dict[str, Vectors] = field(default_factory=dict)


class Reader:
    """Reads passages of one generation; safe to share between threads.

    What was said for the last questions is kept, by a hash that the question cannot be read from: who asks again, as
    another persona or after a reload, does not wait again, nor does one question that is searched for several times.

    ``reach`` is the number of passages that are matched with a question to put them in order: where their vectors are
    not kept, each has to be read for it first.
    """

    def __init__(self, model: Model, pages: PageStore | PagesWhenAsked, row_of: Mapping[str, int]) -> None:
        self.reach = HITS if isinstance(pages, PagesWhenAsked) else DEPTH
        self._model = model
        self._pages = pages
        self._row_of = row_of
        self._heard: OrderedDict[bytes, _Heard] = OrderedDict()
        self._lock = threading.Lock()

    def read(self, question: str, passages: Sequence[Passage], beside: int = 0) -> list[Said]:
        """What is to be said of the sentences that begin in each passage.

        Args:
            question: As it is understood.
            passages: Best first.
            beside: How many other questions its message holds.
        """
        heard, ids, matches = self._heard_for(question), [one.id for one in passages], self.match(question, passages)
        matched, asked = dict(zip(ids, matches, strict=True)), heard.asked
        chosen = {ids[row] for row in nearest(matches, share(beside))}
        for one in chosen - heard.logits.keys():
            asked = asked or self._model.ask(question)
            heard.logits[one] = self._model.together(asked, self._page(one), matched[one])
        heard.asked = None
        return [Said(own, heard.logits[one] if one in chosen else None) for one, own in zip(ids, matches, strict=True)]

    def meaning(self, question: str) -> Vectors:
        """A question as one vector of unit length, to be held against those of sentences: (width,)."""
        return self._asked(self._heard_for(question), question).matching.whole

    def let_go(self, question: str) -> None:
        """Forget the words of a question that is not read on, as ``read`` does; what was said of it stays."""
        self._heard_for(question).asked = None

    def match(self, question: str, passages: Sequence[Passage]) -> list[Vectors]:
        """How well each sentence that begins in each passage matches the question, each (n_sentences,)."""
        heard = self._heard_for(question)
        new = [one.id for one in passages if one.id not in heard.matches]
        if new:
            asked = self._asked(heard, question)
            for start in range(0, len(new), SIDE_BY_SIDE):
                lot = new[start : start + SIDE_BY_SIDE]
                heard.matches.update(zip(lot, self._model.match(asked, [*map(self._page, lot)]), strict=True))
        return [heard.matches[one.id] for one in passages]

    def hear(self, question: str, document: Document, passages: Sequence[Passage]) -> list[Vectors]:
        """The logit that each sentence answers of passages that are in no index, each (n_sentences,), as ``read``."""
        asked, tokens = self._model.ask(question), self._model.tokens(document, passages)
        read = zip(self._model.vectors([one.ids for one in tokens]), tokens, strict=True)
        pages = [PageVectors(vectors=vectors, sentence=one.sentence) for vectors, one in read]
        matches = self._model.match(asked, pages)
        return [self._model.together(asked, page, own) for page, own in zip(pages, matches, strict=True)]

    def _page(self, passage: str) -> PageVectors:
        return self._pages.of(self._row_of[passage])

    def _asked(self, heard: _Heard, question: str) -> Asked:
        """A question as it was read, which ``read`` lets go of."""
        heard.asked = asked = heard.asked or self._model.ask(question)
        return asked

    def _heard_for(self, question: str) -> _Heard:
        key = hashlib.sha256(question.encode()).digest()
        with self._lock:
            heard = self._heard.setdefault(key, _Heard())
            self._heard.move_to_end(key)
            while len(self._heard) > REMEMBERED:
                self._heard.popitem(last=False)
        return heard


def share(beside: int) -> int:
    """How many passages are read together with each question of a message that holds so many others.

    A message of four questions takes no more time than one of two: nobody gets that of many people for one message.
    """
    return max(1, min(TOGETHER, IN_ALL // (1 + beside)))


def nearest(matches: Sequence[Vectors], most: int = TOGETHER) -> list[int]:
    """Which passages are read together with the question: the ``FIRST`` of the search, then those that match best."""
    order = sorted(range(len(matches)), key=lambda row: (row >= FIRST, -matches[row].max(initial=match.NOTHING)))
    return [row for row in order[:most] if len(matches[row])]


def reader_of(generation: Generation) -> Reader | None:
    """The reader over a generation; None if that was made without it, or with another."""
    model, pages = load(), generation.pages
    if pages is None and len(generation.passages) >= READ_WHEN_ASKED_FROM:
        return Reader(model, PagesWhenAsked(model, generation), generation.row_of)
    return Reader(model, pages, generation.row_of) if pages and pages.name == model.name else None


def _session(packed: bytes) -> Any:
    # It would tell its maker that it is used; its own ``disable_telemetry_events`` comes too late for that.
    os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
    import onnxruntime  # late: half a second that ``--help`` does not need

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = min(THREADS, os.cpu_count() or 1)
    # A thread that has nothing to do leaves the processor to the others, instead of waiting on it for its next turn.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # Weights of eight bits are turned into numbers once, when the graph is opened, and not at every run.
    options.add_session_config_entry("session.disable_quant_qdq", "1")
    return onnxruntime.InferenceSession(gzip.decompress(packed), options, providers=["CPUExecutionProvider"])
