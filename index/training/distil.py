"""The student: one vector per token, taught by the teacher's vectors and by related texts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

TEMPERATURE = 0.05
SMALL_GRADIENT = 1e-5  # keeps Adam from taking full steps for parts that it saw once or twice
COMMON = 1e-3  # share of all tokens at which a token's first vector is halved


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """How long and how strongly to learn from what."""

    dim: int = 256
    epochs: int = 3
    batch: int = 512
    neighbours: int = 32  # texts of like meaning that stand together in a batch
    related_batch: int = 256
    learning_rate: float = 0.003
    likeness: float = 40.0  # weight of being as like or unlike each other as the teacher's vectors
    seed: int = 1


class Bags:
    """Texts as token numbers, one after another."""

    def __init__(self, tokenizer: Tokenizer, texts: Sequence[str]) -> None:
        encodings = tokenizer.encode_batch(list(texts), add_special_tokens=False)
        self.lengths = torch.tensor([len(encoding.ids) for encoding in encodings])
        self.starts = torch.cumsum(self.lengths, 0) - self.lengths
        self.ids = torch.tensor([number for encoding in encodings for number in encoding.ids])

    def __len__(self) -> int:
        return len(self.lengths)

    def take(self, rows: Tensor) -> tuple[Tensor, Tensor]:
        """Return the token numbers of ``rows`` and where each row starts among them."""
        lengths = self.lengths[rows]
        offsets = torch.cumsum(lengths, 0) - lengths
        shift = torch.repeat_interleave(self.starts[rows] - offsets, lengths)
        return self.ids[torch.arange(len(shift)) + shift], offsets


def widest_directions(vectors: NDArray[np.float16], dim: int) -> NDArray[np.float32]:
    """Return the ``dim`` directions in which ``vectors`` are widest, as columns of unit length."""
    full = vectors.astype(np.float32)
    _, directions = np.linalg.eigh(full.T @ full)
    widest: NDArray[np.float32] = directions[:, ::-1][:, :dim]
    return np.ascontiguousarray(widest)


def turn(vectors: NDArray[np.float16], directions: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return ``vectors`` as seen along ``directions``, rows of unit length."""
    turned = vectors.astype(np.float32) @ directions
    unit: NDArray[np.float32] = turned / np.linalg.norm(turned, axis=1, keepdims=True)
    return unit


def first_vectors(bags: Bags, teacher: Tensor, *, tokens: int) -> Tensor:
    """Return for each token the mean teacher vector of the texts that it stands in.

    A short text says more about each of its tokens, so it weighs 1 / length. Vectors are
    centred first, and those of very common tokens made smaller (as in the smooth inverse
    frequency of Arora, Liang and Ma, ICLR 2017).
    """
    rows = torch.repeat_interleave(torch.arange(len(bags)), bags.lengths)
    weights = 1 / bags.lengths[rows].float()
    sums = torch.zeros(tokens, teacher.shape[1])
    centred = teacher - teacher.mean(0)
    for part in torch.split(torch.arange(len(rows)), 200_000):
        sums.index_add_(0, bags.ids[part], centred[rows[part]] * weights[part, None])
    total = torch.zeros(tokens).index_add_(0, bags.ids, weights)
    share = torch.bincount(bags.ids, minlength=tokens) / len(bags.ids)
    return sums / (total[:, None] + 0.1) * (COMMON / (COMMON + share))[:, None]


def contrast(left: Tensor, right: Tensor, *, same: Tensor | None = None) -> Tensor:
    """Return how badly each row of ``left`` is told apart as the partner of its row of ``right``.

    Args:
        left: (n, dim), rows of unit length.
        right: (n, dim), rows of unit length.
        same: (n, n), True where another row is no wrong answer; the diagonal is ignored.
    """
    scores = left @ right.T / TEMPERATURE
    if same is not None:
        scores = scores.masked_fill(same & ~torch.eye(len(left), dtype=torch.bool), -torch.inf)
    target = torch.arange(len(left))
    return (functional.cross_entropy(scores, target) + functional.cross_entropy(scores.T, target)) / 2


def neighbourhoods(vectors: Tensor, *, size: int, generator: torch.Generator) -> Tensor:
    """Order rows so that every run of about ``size`` is of like meaning, the runs in any order.

    Rows are halved again and again, each time across the line between two of them. Telling a
    translation from texts about the same teaches more than telling it from texts about anything,
    and the likeness of any two texts that meet by chance is nearly always none.

    Args:
        vectors: (n, dim).
        size: Largest run.
        generator: Source of chance.

    Returns:
        (n,), every row number once.
    """
    groups = [torch.arange(len(vectors))]
    while len(groups[0]) > size:
        groups = [half for rows in groups for half in _halves(vectors, rows, generator)]
    order = torch.randperm(len(groups), generator=generator).tolist()
    return torch.cat([groups[number] for number in order])


def _halves(vectors: Tensor, rows: Tensor, generator: torch.Generator) -> tuple[Tensor, Tensor]:
    one, other = vectors[rows[torch.randint(len(rows), (2,), generator=generator)]]
    ordered = rows[torch.argsort(vectors[rows] @ (one - other), stable=True)]
    return ordered[: len(rows) // 2], ordered[len(rows) // 2 :]


def distil(
    student: nn.EmbeddingBag,
    translations: tuple[Bags, Tensor, Tensor],
    related: Sequence[tuple[Bags, Bags, Tensor, float]],
    recipe: Recipe,
) -> Iterator[float]:
    """Teach ``student`` in place; yields the mean loss of each epoch.

    Args:
        student: Token vectors, changed in place.
        translations: Dutch texts, the teacher's vectors of their English, and a number per row
            that is the same for equal English.
        related: Sets of queries, their passages, a number that is the same for equal passages
            or queries, and how often a set is gone through per epoch.
        recipe: Lengths and strengths.
    """
    generator = torch.Generator().manual_seed(recipe.seed)
    bags, teacher, english = translations
    steps = -(-len(bags) // recipe.batch)
    optimizer = torch.optim.Adam(student.parameters(), lr=recipe.learning_rate, eps=SMALL_GRADIENT, fused=True)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, recipe.learning_rate, total_steps=steps * recipe.epochs, pct_start=0.1
    )
    for _ in range(recipe.epochs):
        order = neighbourhoods(teacher, size=recipe.neighbours, generator=generator)
        losses = []
        for rows in torch.split(order, recipe.batch):
            made = functional.normalize(student(*bags.take(rows)))
            goal = teacher[rows]
            same = english[rows][:, None] == english[rows][None, :]
            loss = 2 * (1 - (made * goal).sum(1)).mean() + contrast(made, goal, same=same)
            loss = loss + recipe.likeness * (made @ made.T - goal @ goal.T).square().mean()
            for queries, passages, group, times in related:
                size = min(recipe.related_batch, len(queries))
                if torch.rand(1, generator=generator).item() > times * len(queries) / (size * steps):
                    continue
                chosen = torch.randperm(len(queries), generator=generator)[:size]
                same = group[chosen][:, None] == group[chosen][None, :]
                loss = loss + contrast(
                    functional.normalize(student(*queries.take(chosen))),
                    functional.normalize(student(*passages.take(chosen))),
                    same=same,
                )
            optimizer.zero_grad()
            torch.autograd.backward(loss)
            optimizer.step()
            schedule.step()
            losses.append(loss.item())
        yield sum(losses) / len(losses)
