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
from .distil import Bags, Recipe, distil, first_vectors, principal
from .teacher import teacher_vectors
from .vocabulary import train_vocabulary

logger = logging.getLogger(__name__)

VOCABULARY_SHARE = 4  # one passage in so many is enough to learn word parts from

# How often each set of related texts is gone through per epoch.
TIMES = {"laws": 1.0, "pages": 4.0, "lay pairs": 20.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Student:
    """A trained model: its vocabulary and a vector per token."""

    tokenizer: Tokenizer
    vectors: NDArray[np.float16]  # (n_tokens, dim)


def train(data: TrainingData, recipe: Recipe, *, cache: Path) -> Student:
    """Train a student on ``data``; the same data and recipe give the same student.

    Args:
        data: What to learn from.
        recipe: Lengths and strengths.
        cache: Folder that keeps the teacher's vectors between runs.
    """
    torch.manual_seed(recipe.seed)
    passages = [row.passage for row in data.related]
    tokenizer = train_vocabulary([*(row.dutch for row in data.translations), *passages[::VOCABULARY_SHARE]])
    english = [row.english for row in data.translations]
    goal = torch.from_numpy(principal(teacher_vectors(english, cache=cache), recipe.dim))
    bags = Bags(tokenizer, [row.dutch for row in data.translations])
    start = first_vectors(bags, goal, tokens=tokenizer.get_vocab_size())
    student = nn.EmbeddingBag.from_pretrained(start, mode="mean", freeze=False)
    related = [_related(tokenizer, data.related, source, times) for source, times in TIMES.items()]
    for epoch, loss in enumerate(distil(student, (bags, goal, _numbers(english)), related, recipe), start=1):
        logger.info("epoch %d: loss %.4f", epoch, loss)
    vectors = student.weight.detach().numpy()
    return Student(tokenizer=tokenizer, vectors=vectors.astype(np.float16))


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
