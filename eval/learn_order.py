"""Learn the weights of the second look from the open half of question sets:
``python -m eval.learn_order --papers FOLDER --samples FOLDER``.

Each question is asked as it was written and in every way of ``eval.perturb`` that changes it. The weights make
the passages that hold the evidence the likeliest of those that the first look found (a multinomial logit); formal
questions and plain language count as much together. The frozen half is never read.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.find.finding import Manner, passages
from assistant.find.order import Look
from assistant.find.sentences import Sentences
from assistant.read import reader
from assistant.understand.conversation import complete
from eval.bench import QUESTIONS
from eval.items import Item, ItemKind, half, load
from eval.perturb import perturbations
from eval.relevance import is_evidence
from eval.robustness import known_in
from index import embedder as embedders
from index import generation as generations
from index.embedder import Embedder
from index.spelling import Spelling
from ingest.reading import read_folder

NAMES = Look._fields
RIDGE = 1.0  # strength of the L2 penalty
STEPS = 3000  # of gradient descent; the loss changes in its fifth digit by then
PACE = 2.0  # of a step, over the mean of the questions

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question with the passages that were found for it."""

    looks: Matrix  # (n_passages, n_features)
    right: NDArray[np.bool_]  # (n_passages,), whether it holds the evidence
    plain: bool  # in plain language


def fit(questions: Sequence[Asked], *, ridge: float = RIDGE) -> Matrix:
    """Weights under which the right passages are the likeliest.

    Args:
        questions: Each with a right passage and a wrong one.
        ridge: Penalty on the squared weights, against one question.

    Returns:
        (n_features,).

    Source: McFadden, Conditional logit analysis of qualitative choice behavior, 1974; for several right ones the
        chance of any of them.
    """
    depth = max(len(one.right) for one in questions)
    looks = np.zeros((len(questions), depth, questions[0].looks.shape[1]))
    found, right = np.zeros((2, len(questions), depth), dtype=bool)
    for row, one in enumerate(questions):
        looks[row, : len(one.right)], found[row, : len(one.right)], right[row, : len(one.right)] = (
            one.looks,
            True,
            one.right,
        )
    counts = _counts(np.array([one.plain for one in questions]))
    weights = np.zeros(looks.shape[2])
    for _ in range(STEPS):
        chance = _chance(looks @ weights, found)
        wanted = _chance(looks @ weights, right)
        slope = np.einsum("q,qp,qpf->f", counts, chance - wanted, looks) + ridge / len(questions) * weights
        weights -= PACE * slope
    return np.asarray(weights)


def _counts(plain: NDArray[np.bool_]) -> Matrix:
    """What each question counts, one together: those in plain language as much as the others."""
    if plain.all() or not plain.any():
        return np.full(len(plain), 1 / len(plain))
    return np.asarray(np.where(plain, 0.5 / plain.sum(), 0.5 / (~plain).sum()))


def _chance(scores: Matrix, among: NDArray[np.bool_]) -> Matrix:
    """The chance of each passage among some of them."""
    raised = np.where(among, np.exp(scores - scores.max(axis=1, keepdims=True)), 0.0)
    return np.asarray(raised / raised.sum(axis=1, keepdims=True))


def asked(items: Sequence[Item], folder: Path, data: Path, embedder: Embedder) -> Iterator[Asked]:
    """Ask questions of the papers in a folder, as written and mistyped; those whose order matters."""
    generation = generations.build(read_folder(folder).documents, data, embedder=embedder, reader=reader.load())
    manner = Manner(reader=reader.reader_of(generation))
    sentences, spelling = Sentences(generation), Spelling(generation.words.written)
    known = known_in(generation.documents)
    for item in items:
        for text in (item.question, *perturbations(item.question, known).values()):
            read = passages(complete(text, (), spelling), generation, sentences, manner)
            right = np.array(
                [any(is_evidence(one.hit.passage, item, group) for group in item.evidence) for one in read], dtype=bool
            )
            if right.any() and not right.all():
                looks = np.array([one.look for one in read])
                yield Asked(looks=looks, right=right, plain=item.kind is ItemKind.PLAIN_LANGUAGE)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the learnt weights."""
    parser = argparse.ArgumentParser(prog="python -m eval.learn_order", description=__doc__)
    parser.add_argument("--papers", type=Path, required=True, help="folder of the papers of papers.jsonl")
    parser.add_argument("--samples", type=Path, required=True, help="folder of the papers of samples.jsonl")
    options = parser.parse_args(arguments)
    embedder = embedders.load()
    sets = {"papers": options.papers, "samples": options.samples, "builtin": QUESTIONS.parent.parent.parent / "corpus"}
    questions: list[Asked] = []
    with tempfile.TemporaryDirectory(prefix="passend-order-") as data:
        for name, folder in sets.items():
            items = [
                item
                for item in load(QUESTIONS.with_name(f"{name}.jsonl"))
                if half(item.id) == "open" and item.evidence and not item.history
            ]
            questions += asked(items, folder, Path(data) / name, embedder)
    weights = fit(questions)
    told = ", ".join(f"{name}={weight:.2f}" for name, weight in zip(NAMES, weights, strict=True))
    sys.stdout.write(f"assistant.find.order.WEIGHTS, from {len(questions)} questions: {told}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
