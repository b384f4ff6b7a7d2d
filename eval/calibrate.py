"""Learn the assistant's weights: ``python -m eval.calibrate --papers FOLDER --questions FILE --invented FOLDER...``.

From questions that neither the reader nor anybody here was taught by: the open half of question sets, and the invented
papers that were kept apart when the reader was trained. The frozen half and the blind set are never read. Over
``assistant.find.evidence.Features`` two things are learnt. The *order*: weights by which the sentences that hold the
evidence of a question come before all others. The *chance*: a logistic regression, over what speaks for the best
sentence, that says how probable it is that an answer is right. Of a set an answer is right if it is judged so, asked
with nothing refused for its chance; of an invented paper if one of the best sentences answers. The chance is told with
the weights that the program has: put new ones in and run this again.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.find.evidence import Evidence, Features
from assistant.find.finding import Manner, find
from assistant.find.sentences import Sentences
from assistant.read import reader
from assistant.read.confidence import COEFFICIENTS, signal
from assistant.read.training.examples import invented
from assistant.tell.choice import chosen_evidence
from assistant.understand.conversation import complete
from assistant.understand.question import Question
from eval.items import fold, half, load
from eval.learn_order import Asked
from eval.learn_order import fit as fit_order
from eval.rules import Switch, without
from eval.run import evaluate
from eval.subject import indexed
from index import embedder as embedders
from index import generation as generations
from index.spelling import Spelling
from ingest.reading import read_folder

NAMES = tuple(Features.__slots__)
RIDGE = 1.0  # strength of the L2 penalty
TOP = 3  # sentences, best first, one of which has to answer
STEPS = 50  # of Newton's method; it settles in about ten
RISK = 0.05  # share of the answers told without a warning that may be wrong

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A question with the sentences found for it, as search gives them."""

    rows: Matrix  # (n, n_features)
    answers: NDArray[np.bool_]  # (n,), whether each answers
    best: Matrix  # (n_signals,), what the chance of the first is told by


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A question, its history, and the fragments of passages that answer it; none where nothing does."""

    question: str
    history: tuple[str, ...]
    documents: tuple[str, ...]
    evidence: tuple[tuple[str, ...], ...]


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


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the learnt weights and thresholds."""
    parser = argparse.ArgumentParser(prog="python -m eval.calibrate", description=__doc__)
    parser.add_argument("--papers", type=Path, nargs="+", default=[], help="folders of papers, each an index")
    parser.add_argument("--questions", type=Path, nargs="+", default=[], help="the set of questions about each of them")
    parser.add_argument("--invented", type=Path, nargs="+", default=[], help="folders of invented papers")
    options = parser.parse_args(arguments)
    found, rows, labels = list[Judged](), list[Matrix](), list[bool]()
    with tempfile.TemporaryDirectory() as place:
        for number, (folder, questions) in enumerate(zip(options.papers, options.questions, strict=True)):
            index = Path(place, str(number))
            found += _judged(folder, list(_of_set(questions)), index)
            for row, came_true in _told(folder, questions, index):
                rows.append(row)
                labels.append(came_true)
        apart = Path(place, "papers")
        apart.mkdir()
        if wanted := list(_kept_apart(options.invented, apart)):
            kept_apart = _judged(apart, wanted, Path(place, "invented"))
            found += kept_apart
            best, right = best_rows(kept_apart)
            rows, labels = rows + best, labels + right
    telling = [one for one in found if one.answers.any() and not one.answers.all()]
    order = fit_order([Asked(looks=one.rows, right=one.answers, plain=False) for one in telling])
    data = np.array(rows)
    truth = np.array(labels, dtype=float)
    chance = fit(data, truth)
    for title, names, weights in (("order", NAMES, order), ("chance", ("intercept", *COEFFICIENTS), chance)):
        told_so = ", ".join(f"{name}={weight:.2f}" for name, weight in zip(names, weights, strict=True))
        sys.stdout.write(f"{title}: {told_so}\n")
    chances = 1 / (1 + np.exp(-np.hstack([np.ones((len(data), 1)), data]) @ chance))
    sys.stdout.write(f"n = {len(data)}; wrong no more than {RISK:.0%} from {sure_from(chances, truth):.2f}\n")
    return 0


def sure_from(chances: Matrix, labels: Matrix, risk: float = RISK) -> float:
    """The lowest chance from which on no more than ``risk`` of the answers are wrong; 1.0 if there is none."""
    order = np.argsort(-chances)
    wrong = np.cumsum(1 - labels[order]) / np.arange(1, len(labels) + 1)
    safe = np.flatnonzero(wrong <= risk)
    return float(chances[order][safe[-1]]) if len(safe) else 1.0


def best_rows(found: Sequence[Judged]) -> tuple[list[Matrix], list[bool]]:
    """What the chance of the best sentence of each question is told by, and whether it, or one beside it, answers."""
    return [one.best for one in found], [bool(one.answers[:TOP].any()) for one in found]


def _told(folder: Path, questions: Path, index: Path) -> Iterator[tuple[Matrix, bool]]:
    """What the chance of each answer of the open half is told by, and whether the answer was judged right.

    The index that ``_judged`` made of the same papers is used.
    """
    best: list[Evidence] = []

    def chosen(question: Question, fitting: Sequence[Evidence], persona: str) -> list[Evidence]:
        best[:] = fitting[:1]
        return chosen_evidence(question, fitting, persona)

    lax: Sequence[Switch] = (
        ("assistant.assistant", "chosen_evidence", chosen),
        ("assistant.read.confidence", "THRESHOLD", 0.0),
        ("assistant.tell.by_paper", "THRESHOLD", 0.0),
    )
    with without(lax):
        subject = indexed([folder], index, embedder=embedders.load())
        for item in load(questions):
            if half(item.id) != "open":
                continue
            best.clear()
            (result,) = evaluate([item], subject).results
            for one in best:
                yield _signals(one), result.verdict.right


def _signals(one: Evidence) -> Matrix:
    return np.array([signal(one, name) for name in COEFFICIENTS])


def _of_set(questions: Path) -> Iterator[Wanted]:
    """The open half of a set."""
    for item in load(questions):
        if half(item.id) == "open" and item.refusal != "redacted":
            yield Wanted(question=item.question, history=item.history, documents=item.documents, evidence=item.evidence)


def _kept_apart(folders: Sequence[Path], copied: Path) -> Iterator[Wanted]:
    """The questions on invented papers that no reader was trained with; the papers are copied to a folder."""
    for folder in folders:
        for group in invented(folder):
            if not group.kept_apart:
                continue
            source = folder / group.name.rsplit("/", 1)[1]
            name = f"{folder.name}-{source.name}"
            shutil.copy(source, copied / name)
            for line in source.with_suffix(".jsonl").read_text(encoding="utf-8").splitlines():
                one = json.loads(line)
                yield Wanted(
                    question=one["q"],
                    history=tuple(one.get("h", ())),
                    documents=(name,) if one["a"] else (),
                    evidence=tuple((begin,) for begin in one["a"]),
                )


def _judged(folder: Path, wanted: Sequence[Wanted], index: Path) -> list[Judged]:
    """Ask all questions over the papers of a folder, of which the index is made in another."""
    papers = read_folder(folder).documents
    full = generations.build(papers, index, embedder=embedders.load(), reader=reader.load())
    sentences, spelling = Sentences(full), Spelling(full.words.written)
    manner = Manner(reader=reader.reader_of(full))
    made = []
    for one in wanted:
        found = find(complete(one.question, one.history, spelling), full, sentences, manner)
        if found:
            made.append(
                Judged(
                    rows=np.array([[getattr(each.features, name) for name in NAMES] for each in found]),
                    answers=np.array([_answers(one, each) for each in found]),
                    best=_signals(found[0]),
                )
            )
    return made


def _answers(wanted: Wanted, one: Evidence) -> bool:
    """Whether a sentence holds a fragment of the evidence and its passage the whole of it."""
    if not {one.document.identifier, one.document.source.file} & set(wanted.documents):
        return False
    said, around = fold(one.text), fold(one.passage.text)
    return any(
        all(fold(part) in around for part in group) and any(fold(part) in said for part in group)
        for group in wanted.evidence
    )


if __name__ == "__main__":
    raise SystemExit(main())
