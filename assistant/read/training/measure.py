"""How well the match or the cross-encoder reads groups that it was not trained on."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch

from assistant.read.training.examples import Group
from assistant.read.training.material import Material
from assistant.read.training.plan import Case

BESIDE = 7  # pages that come near, among which the right sentence has to be found
SIBLINGS = 3  # of them of the same paper
MOST = 300  # questions: enough to tell, and done in a minute or two


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Shares of the questions with an answer whose sentence comes first, or among three.

    ``area`` is of all questions: how well the best logit tells those with an answer from those without, as the area
    under the curve.
    """

    questions: int
    first: float
    three: float
    citizens: float  # first, of the questions in plain words
    area: float

    def __str__(self) -> str:
        shares = " ".join(f"{name} {getattr(self, name):.3f}" for name in self.__slots__ if name != "questions")
        return f"== {self.questions} questions: {shares}"


Judge = Callable[[int, Sequence[int]], np.ndarray]  # logits of a question's pages, (n_pages, most sentences)


def measure(judge: Judge, stuff: Material, groups: Sequence[Group], apart: Sequence[int], seed: int = 7) -> Measured:
    """Ask questions that were kept apart, each over its own pages and some that come near.

    Args:
        judge: Gives the logits of all sentences on the pages for a question, both by their numbers.
        stuff: Pages, questions and cases of all groups.
        groups: In the order of ``stuff``.
        apart: The numbers of the questions.
        seed: Chooses among them.
    """
    asked = [one for group in groups for one in group.asked]
    ranks, citizens, scores, answered = [], [], [], []
    with torch.inference_mode():
        for number in random.Random(seed).sample(list(apart), min(MOST, len(apart))):
            one, case = asked[number], stuff.cases[number]
            columns = _pages(case, [int(page) for page in stuff.near[number]])
            logits = judge(number, columns)
            scores.append(float(logits.max()))
            answered.append(bool(one.answers))
            if one.answers:
                right = [
                    (columns.index(page), n)
                    for page, found in case.answers.items()
                    for n in found
                    if n < logits.shape[1]
                ]
                rank = min((int((logits > logits[place]).sum()) for place in right), default=MOST)
                ranks.append(rank)
                if one.style == "burger":
                    citizens.append(rank == 0)
    return Measured(
        questions=len(scores),
        first=float(np.mean([rank == 0 for rank in ranks])),
        three=float(np.mean([rank < 3 for rank in ranks])),
        citizens=float(np.mean(citizens)),
        area=area_under(scores, answered),
    )


def filled(rows: Sequence[np.ndarray]) -> np.ndarray:
    """The logits of several pages as one array, (n_pages, most sentences); a sentence that is not there comes last."""
    made = np.full((len(rows), max(map(len, rows))), -np.inf)
    for row, own in zip(made, rows, strict=True):
        row[: len(own)] = own
    return made


def _pages(case: Case, near: Sequence[int]) -> list[int]:
    """The page of the answer, or of the near-miss, and ``BESIDE`` others, of the same paper first."""
    own = list(case.answers) or ([case.own] if case.own >= 0 else [])
    siblings = sorted((page for page in case.siblings if page not in own), key=lambda page: (page not in near, page))
    others = [page for page in near if page not in own and page not in siblings[:SIBLINGS] and page not in case.shut]
    return [*own, *siblings[:SIBLINGS], *others][: len(own) + BESIDE]


def area_under(scores: Sequence[float], positive: Sequence[bool]) -> float:
    """The chance that a positive scores above a negative; ties count half. 0.5 without one of both."""
    values, marks = np.asarray(scores), np.asarray(positive)
    high, low = values[marks], values[~marks]
    if not len(high) or not len(low):
        return 0.5
    above = (high[:, None] > low[None, :]).mean() + 0.5 * (high[:, None] == low[None, :]).mean()
    return float(above)
