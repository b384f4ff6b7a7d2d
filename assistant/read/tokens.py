"""Questions and pages as the numbers that the reader's network takes."""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from assistant.read.page import Page
from index.page_vectors import Tokens

Ids = NDArray[np.int64]

TOKENIZER = "tokenizer.json"
QUESTION, PASSAGE = "query: ", "passage: "  # what the encoder was taught to expect before each kind of text
LONGEST_QUESTION = 64  # tokens; of a longer one the end is kept, where the question itself mostly stands
LONGEST_ABOVE = 56  # tokens of title, headings and answered question
LONGEST_SENTENCE = 160
LONGEST_PAGE = 448  # what the encoder can read is 512
START, PAD, END = 0, 1, 2
OUTSIDE = -1  # the sentence of a token that belongs to none


class Reading:
    """Turns texts into tokens; safe to share between threads. Its folder holds the tokenizer, packed or not."""

    def __init__(self, folder: Path) -> None:
        plain, packed = folder / TOKENIZER, folder / f"{TOKENIZER}.gz"
        text = gzip.decompress(packed.read_bytes()) if packed.exists() else plain.read_bytes()
        self._tokenizer = Tokenizer.from_str(text.decode())
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()

    def question(self, text: str) -> Ids:
        """The tokens of a question, with the marks of start and end: int64 (n_tokens,)."""
        own = self._plain(text)[-LONGEST_QUESTION:]
        return np.array([START, *self._plain(QUESTION), *own, END], dtype=np.int64)

    def page(self, page: Page) -> Tokens:
        """The tokens of a page; sentences that no longer fit have no token."""
        ids = [START, *self._plain(PASSAGE + page.above)[:LONGEST_ABOVE], END]
        sentence = [OUTSIDE] * len(ids)
        for number, own in enumerate(map(self._plain, page.sentences)):
            room = min(LONGEST_SENTENCE, LONGEST_PAGE - len(ids))
            ids += own[:room]
            sentence += [number] * len(own[:room])
        return Tokens(
            ids=np.array([*ids, END], dtype=np.int64), sentence=np.array([*sentence, OUTSIDE], dtype=np.int64)
        )

    def _plain(self, text: str) -> list[int]:
        return list(self._tokenizer.encode(text, add_special_tokens=False).ids)


def padded(rows: Sequence[Ids], fill: int) -> Ids:
    """Rows of unequal length as one array, int64 (n_rows, longest), filled up behind."""
    made = np.full((len(rows), max(map(len, rows), default=0)), fill, dtype=np.int64)
    for number, row in enumerate(rows):
        made[number, : len(row)] = row
    return made
