"""Learn the assistant's weights from the open half of question sets:
``python -m eval.calibrate --papers FOLDER... --questions FILE...``.

Two logistic regressions over ``assistant.find.evidence.Features``: one that tells the sentences that hold the
evidence of a question from the other candidates, and one that tells a best sentence that answers from one
that does not. For the second the same questions are also asked of an index without the papers that answer
them: what is found then must be refused. The frozen half is never read.
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
from assistant.find.finding import find
from assistant.find.sentences import Sentences
from assistant.understand.conversation import complete
from eval.bench import QUESTIONS
from eval.items import Item, half, load
from eval.relevance import is_evidence
from index import embedder as embedders
from index import generation as generations
from index.embedder import Embedder
from index.generation import Generation
from index.spelling import Spelling
from ingest.document import Document
from ingest.reading import read_folder

NAMES = tuple(Features.__slots__)
RIDGE = 1.0  # strength of the L2 penalty
TOP = 3  # sentences, best first, one of which has to stand in the right passage
STEPS = 50  # of Newton's method; it settles in about ten

Matrix = NDArray[np.float64]


def fit(rows: Matrix, labels: Matrix, *, ridge: float = RIDGE) -> Matrix:
    """Weights of a logistic regression, intercept first; each class weighs the same.

    Args:
        rows: (n, n_features).
        labels: (n,), 0 or 1.
        ridge: Penalty on the squared weights, not on the intercept.

    Source: Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, 2009, section 4.4.1.
    """
    data = np.hstack([np.ones((len(rows), 1)), rows])
    share = labels.mean()
    balance = np.where(labels == 1, 0.5 / share, 0.5 / (1 - share))
    penalty = np.diag([0.0, *[ridge] * rows.shape[1]])
    weights = np.zeros(data.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-data @ weights))
        slope = data.T @ (balance * (chance - labels)) + penalty @ weights
        curve = (data * (balance * chance * (1 - chance))[:, None]).T @ data + penalty
        weights -= np.linalg.solve(curve, slope)
    return np.asarray(weights)


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
        full = generations.build(papers, Path(data) / "full", embedder=embedder)
        found = {item.id: _found(item, full) for item in items}
        ranking = _ranking(items, found)
        enough = _enough(items, found, papers, Path(data), embedder)
    for title, weights in (("assistant.find.evidence.WEIGHTS", ranking), ("assistant.read.confidence", enough)):
        told = ", ".join(f"{name}={weight:.2f}" for name, weight in zip(("intercept", *NAMES), weights, strict=True))
        sys.stdout.write(f"{title}: {told}\n")
    return 0


def _found(item: Item, generation: Generation) -> list[Evidence]:
    spelling = Spelling(generation.words.written)
    return find(complete(item.question, item.history, spelling), generation, Sentences(generation))


def _ranking(items: Sequence[Item], found: dict[str, list[Evidence]]) -> Matrix:
    rows, labels = [], []
    for item in items:
        answers = [any(_holds(item, one, group) for group in item.evidence) for one in found[item.id]]
        if any(answers):
            rows += [_row(one) for one in found[item.id]]
            labels += answers
    return fit(np.array(rows), np.array(labels, dtype=float))


def _holds(item: Item, one: Evidence, fragments: Sequence[str]) -> bool:
    """Whether a sentence holds a fragment of the evidence and its passage the whole of it."""
    if not is_evidence(one.passage, item, fragments):
        return False
    sentence = replace(one.passage, text=one.text, start=0, end=len(one.text))
    return any(is_evidence(sentence, item, [fragment]) for fragment in fragments)


def _enough(
    items: Sequence[Item],
    found: dict[str, list[Evidence]],
    papers: Sequence[Document],
    data: Path,
    embedder: Embedder,
) -> Matrix:
    rows, labels = [], []
    without: dict[tuple[str, ...], Generation] = {}
    for number, item in enumerate(items):
        if item.refusal == "redacted" or not found[item.id]:
            continue
        rows.append(_row(found[item.id][0]))
        labels.append(
            any(is_evidence(one.passage, item, group) for one in found[item.id][:TOP] for group in item.evidence)
        )
        if item.refusal:
            continue
        if item.documents not in without:
            rest = [paper for paper in papers if paper.identifier not in item.documents]
            without[item.documents] = generations.build(rest, data / str(number), embedder=embedder)
        poorer = _found(item, without[item.documents])
        rows.append(_row(poorer[0]))
        labels.append(False)
    return fit(np.array(rows), np.array(labels, dtype=float))


def _row(one: Evidence) -> list[float]:
    return [getattr(one.features, name) for name in NAMES]


if __name__ == "__main__":
    raise SystemExit(main())
