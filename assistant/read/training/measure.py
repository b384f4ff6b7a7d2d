"""How well a comparer reads groups that it was not trained on."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch

from assistant.read.training.comparer import Comparer
from assistant.read.training.examples import Group
from assistant.read.training.material import Material, batch_of

BESIDE = 8  # pages of other papers that come near, among which the right sentence has to be found
MOST = 600  # questions: enough to tell, and done in a minute or two


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


def measure(
    comparer: Comparer, stuff: Material, groups: Sequence[Group], apart: Sequence[int], seed: int = 7
) -> Measured:
    """Ask questions that were kept apart, each over the pages of its group and some of others that come near.

    Args:
        comparer: What is measured.
        stuff: Pages, questions and cases of all groups.
        groups: In the order of ``stuff``.
        apart: The numbers of the questions.
        seed: Chooses among them.
    """
    of_group = [(group, one) for group in groups for one in group.asked]
    starts, at = {}, 0
    for group in groups:
        starts[group.name] = at
        at += len(group.pages)
    ranks, citizens, scores, answered = [], [], [], []
    with torch.no_grad():
        for number in random.Random(seed).sample(list(apart), min(MOST, len(apart))):
            group, one = of_group[number]
            case = stuff.cases[number]
            columns = list(range(starts[group.name], starts[group.name] + len(group.pages)))
            near = (int(page) for page in stuff.near[number])
            columns += [page for page in near if page not in columns and page not in case.shut][:BESIDE]
            logits = comparer(*batch_of(stuff, [number] * len(columns), columns)).numpy()
            scores.append(float(logits.max()))
            answered.append(bool(one.answers))
            if one.answers:
                right = [(columns.index(page), n) for page, found in case.answers.items() for n in found]
                rank = min(int((logits > logits[place]).sum()) for place in right)
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


def area_under(scores: Sequence[float], positive: Sequence[bool]) -> float:
    """The chance that a positive scores above a negative; ties count half. 0.5 without one of both."""
    values, marks = np.asarray(scores), np.asarray(positive)
    high, low = values[marks], values[~marks]
    if not len(high) or not len(low):
        return 0.5
    above = (high[:, None] > low[None, :]).mean() + 0.5 * (high[:, None] == low[None, :]).mean()
    return float(above)
