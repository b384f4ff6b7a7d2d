"""From training data to a student: its vocabulary, its first vectors, and what it is taught."""

import logging
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor, nn

from .data import Related, TrainingData
from .distil import Bags, Recipe, distil, first_vectors, turn, widest_directions
from .teacher import teacher_vectors
from .vocabulary import train_vocabulary

logger = logging.getLogger(__name__)

# How often a row of our own is seen for each time that another is.
REPEATS = {"everyday words": 5, "lexicon": 5}
VOCABULARY_SHARE = 4  # one passage in so many is enough to learn word parts from

# How often each set of related texts is gone through per epoch.
TIMES = {"laws": 1.0, "pages": 4.0, "lay pairs": 20.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Student:
    """A trained model: its vocabulary and a vector per token."""

    tokenizer: Tokenizer
    vectors: NDArray[np.float16]  # (n_tokens, dim)
    directions: NDArray[np.float32]  # (384, dim); turns the teacher's vectors into the student's space


def train(data: TrainingData, recipe: Recipe, *, cache: Path, tokenizer: Tokenizer | None = None) -> Student:
    """Train a student on ``data``; the same arguments give the same vectors.

    Args:
        data: What to learn from.
        recipe: Lengths and strengths.
        cache: Folder that keeps the teacher's vectors between runs.
        tokenizer: An existing vocabulary; None learns one, which differs a little from run to
            run because the library that does it adds its sums in no fixed order.
    """
    torch.manual_seed(recipe.seed)
    passages = [row.passage for row in data.related]
    if tokenizer is None:
        texts = [*(row.dutch for row in data.translations), *passages[::VOCABULARY_SHARE]]
        tokenizer = train_vocabulary(texts)
    translations = [row for row in data.translations for _ in range(REPEATS.get(row.source, 1))]
    english = [row.english for row in translations]
    taught = teacher_vectors(english, cache=cache)
    directions = widest_directions(taught, recipe.dim)
    goal = torch.from_numpy(turn(taught, directions))
    bags = Bags(tokenizer, [row.dutch for row in translations])
    start = first_vectors(bags, goal, tokens=tokenizer.get_vocab_size())
    student = nn.EmbeddingBag.from_pretrained(start, mode="mean", freeze=False)
    related = [_related(tokenizer, data.related, source, times) for source, times in TIMES.items()]
    for epoch, loss in enumerate(distil(student, (bags, goal, _numbers(english)), related, recipe), start=1):
        logger.info("epoch %d: loss %.4f", epoch, loss)
    vectors = student.weight.detach().numpy()
    return Student(tokenizer=tokenizer, vectors=vectors.astype(np.float16), directions=directions)


def _related(
    tokenizer: Tokenizer, rows: tuple[Related, ...], source: str, times: float
) -> tuple[Bags, Bags, Tensor, float]:
    chosen = [row for row in rows if row.source == source]
    queries, passages = [row.query for row in chosen], [row.passage for row in chosen]
    return Bags(tokenizer, queries), Bags(tokenizer, passages), _numbers(queries), times


def _numbers(texts: list[str]) -> Tensor:
    """Number the different texts, so that equal ones are known as equal."""
    known: dict[str, int] = {}
    return torch.tensor([known.setdefault(text.lower(), len(known)) for text in texts])
