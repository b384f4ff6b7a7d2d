"""Teach the match: ``python -m assistant.read.training.train_match --base FOLDER --from network.pt --out FOLDER --papers FOLDER…``

The lower layers stay as they are, so that what the cross-encoder goes on from does, too: every text is read by them
once, and kept. A question is matched with its own pages, with some that a search would bring beside them, and with all
pages of the other questions of its step. Seeded; goes on where it stopped.
"""  # noqa: E501

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from assistant.read.tokens import OUTSIDE, Reading
from assistant.read.training.examples import Group
from assistant.read.training.learn import Course, learn
from assistant.read.training.material import Case, Material, Text, material
from assistant.read.training.measure import measure
from assistant.read.training.network import ReadingNetwork
from assistant.read.training.train import arguments_of, groups_of, lengths_of, soft

UNIT = 8  # pages of one paper in a step
UNITS = 2  # papers in a step
QUESTIONS = 40  # in a step at most
BESIDE = 8  # pages of other papers in a step that come near to one of its questions
RATES = (8e-5, 1e-3)  # the highest learning rates: of the layers, of what a token counts
WARM = 50  # steps in which the rates rise
KEPT = 50  # steps between two kept states
MEASURED = 150  # steps between two measurements
NEVER = -1e4  # the match of a sentence that may not be judged, or is not there


@dataclass(frozen=True, slots=True)
class Step:
    """Pages, and the questions that some of them answer."""

    pages: tuple[int, ...]
    cases: tuple[Case, ...]


def steps(stuff: Material, cases: Sequence[Case], seed: int) -> list[Step]:
    """All questions once, in steps of a few papers; the same for the same seed.

    Pages of one paper stand together, since they are the hardest to tell apart.
    """
    chance = random.Random(seed)
    papers: dict[tuple[int, ...], list[Case]] = {}
    for case in cases:
        own = tuple(sorted([*case.answers, *case.siblings])) if case.siblings else ()
        papers.setdefault(own, []).append(case)
    units = []
    for own, some in papers.items():
        pages = list(own or {page for case in some for page in case.answers})
        chance.shuffle(pages)
        parts = -(-len(pages) // UNIT)
        for part in range(parts):
            there = frozenset(pages[part::parts])
            units.append((sorted(there), [case for case in some if not there.isdisjoint(case.answers)]))
    chance.shuffle(units)
    made = []
    for start in range(0, len(units), UNITS):
        pages = [page for unit, _ in units[start : start + UNITS] for page in unit]
        asked = [case for _, some in units[start : start + UNITS] for case in some]
        chance.shuffle(asked)
        for first in range(0, len(asked), QUESTIONS):
            some = asked[first : first + QUESTIONS]
            near = [
                int(chance.choice(stuff.near[case.question])) for case in chance.sample(some, min(BESIDE, len(some)))
            ]
            made.append(Step(tuple(dict.fromkeys([*pages, *near])), tuple(some)))
    chance.shuffle(made)
    return made


def matches_of(network: ReadingNetwork, asked: Sequence[Text], pages: Sequence[Text]) -> tuple[Tensor, list[int]]:
    """How well each sentence matches each question, (n_questions, n_sentences), and the first one of each page."""
    own, read = (
        network.above([torch.from_numpy(one.lower.astype(np.float32)) for one in texts]) for texts in (asked, pages)
    )
    sentences, starts = lengths_of([one.sentence for one in pages])
    inside = torch.from_numpy(np.concatenate([one.sentence for one in pages]) != OUTSIDE)
    return network.match(own, torch.tensor([len(one.ids) for one in asked]), read[inside], sentences), starts


def loss_of(network: ReadingNetwork, stuff: Material, step: Step) -> Tensor:
    """How far the right sentences are from coming first among all sentences of the step."""
    pages, cases = step.pages, step.cases
    match, starts = matches_of(
        network, [stuff.questions[case.question] for case in cases], [stuff.pages[n] for n in pages]
    )
    target, shut = torch.zeros_like(match), torch.zeros_like(match, dtype=torch.bool)
    for row, case in enumerate(cases):
        for page, start, end in zip(pages, starts, starts[1:], strict=False):
            target[row, [start + one for one in case.answers.get(page, ()) if start + one < end]] = 1.0
            shut[row, start:end] = page in case.shut
    return soft(match.masked_fill(shut, NEVER), target)[target.sum(1) > 0].mean()


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the arguments, train, and write ``network.pt`` to the folder."""
    options = arguments_of(__doc__, arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(options.seed)
    groups = groups_of(options)
    network = ReadingNetwork(options.base)
    network.load_state_dict(torch.load(options.begin)["network"])
    stuff = material(network.eval(), Reading(options.base), groups, options.out)
    of_group: list[Group] = [group for group in groups for _ in group.asked]
    apart = [number for number, group in enumerate(of_group) if group.kept_apart]
    learnt = [
        case
        for case, group in zip(stuff.cases, of_group, strict=True)
        if case.answers and (options.all or not group.kept_apart)
    ]
    print(len(stuff.pages), "pages,", len(learnt), "questions to learn from,", len(apart), "apart", flush=True)

    def judge(number: int, columns: Sequence[int]) -> np.ndarray:
        match, starts = matches_of(network, [stuff.questions[number]], [stuff.pages[column] for column in columns])
        parts = np.split(match[0].numpy(), starts[1:-1])
        made = np.full((len(parts), max(map(len, parts))), NEVER)
        for row, part in zip(made, parts, strict=True):
            row[: len(part)] = part
        return made

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
        plan=[step for epoch in range(options.epochs) for step in steps(stuff, cases, options.seed + epoch)],
        loss_of=lambda _, step: loss_of(network, stuff, step),
        warm=WARM,
        kept=KEPT,
        state=options.out / "match-state.pt",
    )
    learn(course, options, lambda done: None if done % MEASURED else shown())


if __name__ == "__main__":
    main()
