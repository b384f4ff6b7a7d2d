"""Teach the cross-encoder: ``python -m assistant.read.training.train_cross --base FOLDER --from network.pt --out FOLDER --papers FOLDER…``

The encoder stays as it is: every text is read by it once, and kept. Each question is read with its own page and with
one that comes near it: of its own paper or of any other, as a search would bring it. Seeded; goes on where it stopped.
"""  # noqa: E501

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Sequence

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from assistant.read.training.cross import NEVER, CrossEncoder
from assistant.read.training.learn import Course, learn
from assistant.read.training.material import Linear, Material, batch_of, matches, prepared
from assistant.read.training.measure import filled, measure
from assistant.read.training.network import in_lots
from assistant.read.training.plan import Case
from assistant.read.training.train import arguments_of, with_null

QUESTIONS = 16  # in a step
RATES = (1e-4, 1e-3)  # the highest learning rates: of the layers, of the heads
WARM = 50  # steps in which the rates rise
LOTS = 4  # of like length, in which pages are read
KEPT = 100  # steps between two kept states
MEASURED = 300  # steps between two measurements


def pages_for(stuff: Material, case: Case, chance: random.Random) -> tuple[int, int]:
    """The pages that a question is read with: its own, and one that comes near."""
    near = [int(page) for page in stuff.near[case.question]]
    close = [page for page in near if page in case.siblings] or list(case.siblings)
    own = case.own if case.own >= 0 else chance.choice(close[:3])
    others = [page for page in near if page != own]
    siblings = [page for page in close if page != own][:4]
    lot = chance.random()
    if siblings and lot < 0.4:
        return own, chance.choice(siblings)
    return own, chance.choice(others[:3] if lot < 0.75 else others)


def logits_of(cross: CrossEncoder, stuff: Material, counts: Linear, pairs: Sequence[tuple[int, int]]) -> Tensor:
    """The logits of all sentences of pairs of a question and a page, (n_pairs, most sentences)."""
    lengths = torch.tensor([len(stuff.questions[row].ids) + len(stuff.pages[column].ids) for row, column in pairs])
    lots = in_lots(lengths, LOTS)
    parts = [cross(*batch_of(stuff, counts, [pairs[n] for n in lot])) for lot in lots]
    most = max(part.shape[1] for part in parts)
    together = torch.cat([functional.pad(part, (0, most - part.shape[1]), value=NEVER) for part in parts])
    return together[torch.argsort(torch.cat(lots))]


def loss_of(
    cross: CrossEncoder, stuff: Material, counts: Linear, cases: Sequence[Case], chance: random.Random
) -> Tensor:
    """What is wrong on some questions: each page by itself, and both pages of a question together."""
    pairs = [(case.question, page) for case in cases for page in pages_for(stuff, case, chance)]
    answers = [stuff.cases[row].answers.get(page, frozenset()) for row, page in pairs]
    logits = logits_of(cross, stuff, counts, pairs)
    target = torch.zeros_like(logits)
    for row, right in enumerate(answers):
        target[row, [one for one in right if one < logits.shape[1]]] = 1.0
    target = target * (logits > NEVER + 1)
    alone = with_null(logits, target).view(len(cases), -1).sum(1)
    both = with_null(logits.view(len(cases), -1), target.view(len(cases), -1))
    return (alone + both).mean()


def train(
    cross: CrossEncoder,
    stuff: Material,
    counts: Linear,
    cases: Sequence[Case],
    options: argparse.Namespace,
    shown: Callable[[], None],
) -> None:
    """Train until all epochs, or the minutes, are over; ``shown`` is called every ``MEASURED`` steps."""
    heads = [value for name, value in cross.named_parameters() if not name.startswith("layers")]
    plan: list[Case] = []
    for epoch in range(options.epochs):
        order = list(cases)
        random.Random(options.seed + epoch).shuffle(order)
        plan += order
    course = Course(
        network=cross,
        groups=list(zip([list(cross.layers.parameters()), heads], RATES, strict=True)),
        plan=[plan[start : start + QUESTIONS] for start in range(0, len(plan) - QUESTIONS + 1, QUESTIONS)],
        loss_of=lambda number, some: loss_of(cross, stuff, counts, some, random.Random(options.seed * 7919 + number)),
        warm=WARM,
        kept=KEPT,
        state=options.out / "cross-state.pt",
    )
    learn(course, options, lambda done: None if done % MEASURED else shown())


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the arguments, train, and write ``cross.pt`` to the folder."""
    options = arguments_of(__doc__, arguments)
    network, stuff, groups, apart, unbarred = prepared(options)
    counts = (network.weight.weight.detach().numpy()[0], float(network.weight.bias.detach()))
    cross = CrossEncoder(network.encoder)
    learnt = [case for case in unbarred if case.own >= 0 or case.siblings]
    print(len(stuff.pages), "pages,", len(learnt), "questions to learn from,", len(apart), "apart", flush=True)

    def by_match(number: int, columns: Sequence[int]) -> np.ndarray:
        return filled([matches(counts, stuff.questions[number], stuff.pages[column]) for column in columns])

    def together(number: int, columns: Sequence[int]) -> np.ndarray:
        made: np.ndarray = logits_of(cross, stuff, counts, [(number, column) for column in columns]).numpy()
        return made

    def shown() -> None:
        print(measure(together, stuff, groups, apart), flush=True)

    print("match alone", measure(by_match, stuff, groups, apart), flush=True)
    train(cross, stuff, counts, learnt, options, shown)
    torch.save({"cross": cross.state_dict()}, options.out / "cross.pt")
    shown()


if __name__ == "__main__":
    main()
