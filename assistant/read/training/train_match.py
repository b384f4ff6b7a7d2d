"""Teach the match: ``python -m assistant.read.training.train_match --base FOLDER --from network.pt --out FOLDER --papers FOLDER…``

The lower layers stay as they are, so that what the cross-encoder goes on from does, too: every text is read by them
once, and kept. A question is matched with its own pages, with some that a search would bring beside them, and with all
pages of the other questions of its step. Seeded; goes on where it stopped.
"""  # noqa: E501

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence

import numpy as np
import torch
from torch import Tensor

from assistant.read.training.learn import Course, learn
from assistant.read.training.material import Material, Text, prepared
from assistant.read.training.measure import filled, measure
from assistant.read.training.network import ReadingNetwork
from assistant.read.training.plan import Case, Step, steps
from assistant.read.training.train import arguments_of, matched, missed

RATES = (8e-5, 1e-3)  # the highest learning rates: of the layers, of what a token counts
WARM = 50  # steps in which the rates rise
KEPT = 50  # steps between two kept states
MEASURED = 150  # steps between two measurements


def matches_of(network: ReadingNetwork, asked: Sequence[Text], pages: Sequence[Text]) -> tuple[Tensor, list[int]]:
    """The matches of kept texts, as ``matched`` gives them."""
    own, read = (
        network.above([torch.from_numpy(one.lower.astype(np.float32)) for one in texts]) for texts in (asked, pages)
    )
    return matched(network, [one.ids for one in asked], own, [one.sentence for one in pages], read)


def loss_of(network: ReadingNetwork, stuff: Material, step: Step) -> Tensor:
    """How far the right sentences are from coming first among all sentences of the step."""
    asked = [stuff.questions[case.question] for case in step.cases]
    return missed(*matches_of(network, asked, [stuff.pages[number] for number in step.pages]), step)


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the arguments, train, and write ``network.pt`` to the folder."""
    options = arguments_of(__doc__, arguments)
    network, stuff, groups, apart, unbarred = prepared(options)
    learnt = [case for case in unbarred if case.answers]
    print(len(stuff.pages), "pages,", len(learnt), "questions to learn from,", len(apart), "apart", flush=True)

    def judge(number: int, columns: Sequence[int]) -> np.ndarray:
        match, starts = matches_of(network, [stuff.questions[number]], [stuff.pages[column] for column in columns])
        return filled(np.split(match[0].numpy(), starts[1:-1]))

    def shown() -> None:
        print(measure(judge, stuff, groups, apart), flush=True)

    shown()
    train(network, stuff, learnt, options, shown)
    torch.save({"network": network.state_dict()}, options.out / "network.pt")
    shown()


def train(
    network: ReadingNetwork,
    stuff: Material,
    cases: Sequence[Case],
    options: argparse.Namespace,
    shown: Callable[[], None],
) -> None:
    """Train until all epochs, or the minutes, are over; ``shown`` is called every ``MEASURED`` steps."""
    course = Course(
        network=network,
        groups=list(zip(network.upper(), RATES, strict=True)),
        plan=[step for epoch in range(options.epochs) for step in steps(cases, options.seed + epoch, stuff.near)],
        loss_of=lambda _, step: loss_of(network, stuff, step),
        warm=WARM,
        kept=KEPT,
        state=options.out / "match-state.pt",
    )
    learn(course, options, lambda done: None if done % MEASURED else shown())


if __name__ == "__main__":
    main()
