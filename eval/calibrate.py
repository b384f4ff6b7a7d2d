"""Learn the assistant's weights from the open half of question sets:
``python -m eval.calibrate --papers FOLDER... --questions FILE...``.

Over ``assistant.find.evidence.Features`` two things are learnt. The *order*: weights by which the sentences that hold
the evidence of a question come before all others. The *chance*: a logistic regression that says how probable it is that
the best sentence answers; for it each question is also judged without the papers that answer it, as what is found then
must be refused. The frozen half and the blind set are never read.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.find.evidence import Evidence, Features
from assistant.find.finding import Manner, find
from assistant.find.sentences import Sentences
from assistant.read import reader
from assistant.understand.conversation import complete
from eval.bench import QUESTIONS
from eval.items import Item, half, load
from eval.relevance import is_evidence
from index import embedder as embedders
from index import generation as generations
from index.spelling import Spelling
from ingest.reading import read_folder

NAMES = tuple(Features.__slots__)
RIDGE = 1.0  # strength of the L2 penalty
TOP = 3  # sentences, best first, one of which has to stand in the right passage
STEPS = 50  # of Newton's method; it settles in about ten

Matrix = NDArray[np.float64]


def fit(rows: Matrix, labels: Matrix, *, ridge: float = RIDGE) -> Matrix:
    """Weights of a logistic regression, intercept first.

    Args:
        rows: (n, n_features).
        labels: (n,), 0 or 1.
        ridge: Penalty on the squared weights, not on the intercept.

    Source: Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, 2009, section 4.4.1.
    """
    data = np.hstack([np.ones((len(rows), 1)), rows])
    penalty = np.diag([0.0, *[ridge] * rows.shape[1]])
    weights = np.zeros(data.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-data @ weights))
        slope = data.T @ (chance - labels) + penalty @ weights
        curve = (data * (chance * (1 - chance))[:, None]).T @ data + penalty
        weights -= np.linalg.solve(curve, slope)
    return np.asarray(weights)


def fit_order(lists: Sequence[tuple[Matrix, Matrix]], *, ridge: float = RIDGE) -> Matrix:
    """Weights that put the right rows of each list first.

    Args:
        lists: For each question its candidates, (n, n_features), and which are right, (n,) of 0 and 1.
        ridge: Penalty on the squared weights.

    Source: the likelihood of the right ones under a softmax of each list, Cao et al., ICML 2007, "Learning to rank".
    """
    weights = np.zeros(lists[0][0].shape[1])
    for _ in range(STEPS):
        slope, curve = ridge * weights, ridge * np.eye(len(weights))
        for rows, right in lists:
            share = _softmax(rows @ weights)
            wanted = share * right / (share @ right)
            slope = slope + rows.T @ (share - wanted)
            middle = rows.T @ share
            curve = curve + (rows * share[:, None]).T @ rows - np.outer(middle, middle)
        weights = weights - np.linalg.solve(curve, slope)
    return weights


def _softmax(values: Matrix) -> Matrix:
    raised = np.exp(values - values.max())
    return np.asarray(raised / raised.sum())


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the learnt weights."""
    parser = argparse.ArgumentParser(prog="python -m eval.calibrate", description=__doc__)
    parser.add_argument(
        "--papers", type=Path, nargs="+", required=True, help="folders with the papers that the questions are about"
    )
    parser.add_argument("--questions", type=Path, nargs="+", default=[QUESTIONS], help="question sets in JSONL")
    options = parser.parse_args(arguments)
    items = [item for questions in options.questions for item in load(questions) if half(item.id) == "open"]
    embedder = embedders.load()
    papers = [paper for folder in options.papers for paper in read_folder(folder).documents]
    with tempfile.TemporaryDirectory() as data:
        full = generations.build(papers, Path(data), embedder=embedder, reader=reader.load())
        sentences, spelling = Sentences(full), Spelling(full.words.written)
        manner = Manner(reader=reader.reader_of(full))
        found = {
            item.id: find(complete(item.question, item.history, spelling), full, sentences, manner) for item in items
        }
    order = fit_order(_lists(items, found))
    chance = _chance(items, found, order)
    for title, names, weights in (("order", NAMES, order), ("chance", ("intercept", *NAMES), chance)):
        told = ", ".join(f"{name}={weight:.2f}" for name, weight in zip(names, weights, strict=True))
        sys.stdout.write(f"{title}: {told}\n")
    return 0


def _lists(items: Sequence[Item], found: dict[str, list[Evidence]]) -> list[tuple[Matrix, Matrix]]:
    lists = []
    for item in items:
        answers = [any(_holds(item, one, group) for group in item.evidence) for one in found[item.id]]
        if any(answers):
            lists.append((np.array([_row(one) for one in found[item.id]]), np.array(answers, dtype=float)))
    return lists


def _holds(item: Item, one: Evidence, fragments: Sequence[str]) -> bool:
    """Whether a sentence holds a fragment of the evidence and its passage the whole of it."""
    if not is_evidence(one.passage, item, fragments):
        return False
    sentence = replace(one.passage, text=one.text, start=0, end=len(one.text))
    return any(is_evidence(sentence, item, [fragment]) for fragment in fragments)


def _chance(items: Sequence[Item], found: dict[str, list[Evidence]], order: Matrix) -> Matrix:
    """Of the best sentence: with all papers, and without those that answer."""
    rows, labels = [], []
    for item in items:
        if item.refusal == "redacted":
            continue
        best = _best(found[item.id], order)
        rows += [_row(one) for one in best[:1]]
        labels += [any(_holds(item, one, group) for one in best[:TOP] for group in item.evidence) for _ in best[:1]]
        if not item.refusal:
            rest = _best([one for one in found[item.id] if one.document.identifier not in item.documents], order)
            rows += [_row(one) for one in rest[:1]]
            labels += [False for _ in rest[:1]]
    return fit(np.array(rows), np.array(labels, dtype=float))


def _best(found: Sequence[Evidence], order: Matrix) -> list[Evidence]:
    return sorted(found, key=lambda one: -float(np.dot(_row(one), order)))


def _row(one: Evidence) -> list[float]:
    return [getattr(one.features, name) for name in NAMES]


if __name__ == "__main__":
    raise SystemExit(main())
