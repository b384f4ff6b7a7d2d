"""Teach the encoder: ``python -m assistant.read.training.train --base FOLDER --out FOLDER --papers FOLDER…``.

Seeded; stops and goes on where it was: the state is kept every ``KEPT`` steps in the folder that it writes to.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from assistant.read.page import Page
from assistant.read.tokens import OUTSIDE, PAD, Ids, Reading, padded
from assistant.read.training.examples import Group, invented, of_passages
from assistant.read.training.learn import Course, learn
from assistant.read.training.network import ReadingNetwork

UNIT = 8  # pages of one paper that are read in one step
UNITS = 2  # papers in one step
QUESTIONS = 40  # asked in one step at most
RATE = 4e-5  # the highest learning rate
WARM = 40  # steps in which the rates rise
KEPT = 60  # steps between two kept states


@dataclass(frozen=True, slots=True)
class Step:
    """Pages and the questions asked of them: each with its answering sentences and the pages it may be judged on."""

    pages: tuple[Page, ...]
    asked: tuple[tuple[str, dict[int, set[int]]], ...]  # question, and its sentences by page


def steps(groups: Sequence[Group], seed: int) -> list[Step]:
    """All questions with an answer once, in steps of a few papers; the same for the same seed."""
    chance = random.Random(seed)
    several = [group for group in groups if len(group.pages) > 1]
    single = [group for group in groups if len(group.pages) == 1]
    units = [part for group in several for part in _parts(group, chance)]
    units += [_together(single[start : start + UNIT]) for start in range(0, len(single), UNIT)]
    chance.shuffle(units)
    made = []
    for start in range(0, len(units), UNITS):
        pages: list[Page] = []
        questions: list[tuple[str, dict[int, set[int]]]] = []
        for unit in units[start : start + UNITS]:
            questions += [
                (text, {page + len(pages): found for page, found in answers.items()}) for text, answers in unit.asked
            ]
            pages += unit.pages
        chance.shuffle(questions)
        made += [
            Step(tuple(pages), tuple(questions[first : first + QUESTIONS]))
            for first in range(0, len(questions), QUESTIONS)
        ]
    chance.shuffle(made)
    return made


def _together(groups: Sequence[Group]) -> Step:
    """Pages that stand alone, in one step."""
    asked = [
        (one.question, {number: set(one.answers)})
        for number, group in enumerate(groups)
        for one in group.asked
        if one.answers
    ]
    return Step(tuple(group.pages[0] for group in groups), tuple(asked))


def _parts(group: Group, chance: random.Random) -> list[Step]:
    """The pages of a paper in parts that one step holds."""
    order = list(range(len(group.pages)))
    chance.shuffle(order)
    amount = -(-len(order) // UNIT)
    page_of = [page for page, one in enumerate(group.pages) for _ in one.sentences]
    made = []
    for part in range(amount):
        own = sorted(order[part::amount])
        place = {page: number for number, page in enumerate(own)}
        asked = []
        for one in group.asked:
            found: dict[int, set[int]] = {}
            for sentence in one.answers:
                if (page := page_of[sentence]) in place:
                    found.setdefault(place[page], set()).add(sentence - group.starts[page])
            if found:
                asked.append((one.question, found))
        made.append(Step(tuple(group.pages[page] for page in own), tuple(asked)))
    return made


def loss_of(network: ReadingNetwork, reading: Reading, step: Step) -> Tensor:
    """How far the right sentences are from coming first among all sentences of the step."""
    tokens = [reading.page(page) for page in step.pages]
    asked = [reading.question(text) for text, _ in step.asked]
    page_ids, asked_ids = (torch.from_numpy(padded(ids, PAD)) for ids in ([one.ids for one in tokens], asked))
    sentences, starts = lengths_of([one.sentence for one in tokens])
    inside = torch.from_numpy(np.concatenate([one.sentence for one in tokens]) != OUTSIDE)
    match = network.match(
        network.encode(asked_ids)[asked_ids != PAD],
        torch.tensor([len(ids) for ids in asked]),
        network.encode(page_ids)[page_ids != PAD][inside],
        sentences,
    )
    target = torch.zeros_like(match)
    for row, (_, answers) in enumerate(step.asked):
        for page, found in answers.items():
            target[row, [starts[page] + one for one in found if starts[page] + one < starts[page + 1]]] = 1.0
    return soft(match, target)[target.sum(1) > 0].mean()


def lengths_of(sentences: Sequence[Ids]) -> tuple[Tensor, list[int]]:
    """How many tokens each sentence of some pages has, int64, and which of them is the first of each page and of none.

    Args:
        sentences: Of each page, the sentence of each token.
    """
    counts = [np.bincount(one[one != OUTSIDE]) for one in sentences]
    return torch.from_numpy(np.concatenate(counts)), np.cumsum([0, *map(len, counts)]).tolist()


def soft(logits: Tensor, target: Tensor) -> Tensor:
    """Cross-entropy against equal shares of the right ones."""
    share = target / target.sum(-1, keepdim=True).clamp(min=1)
    return -(share * logits.log_softmax(-1)).sum(-1)


def with_null(logits: Tensor, target: Tensor) -> Tensor:
    """The same with "nothing answers" as one more choice, of logit 0, right where nothing else is."""
    null = (target.sum(-1, keepdim=True) == 0).to(logits.dtype)
    return soft(torch.cat([logits, torch.zeros_like(null)], -1), torch.cat([target, null], -1))


def arguments_of(description: str | None, arguments: Sequence[str] | None) -> argparse.Namespace:
    """The options that both stages of training have."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--base", type=Path, required=True, help="folder of the encoder to begin from")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--papers", type=Path, nargs="*", default=[], help="folders of invented papers with questions")
    parser.add_argument("--passages", type=Path, nargs="*", default=[], help="passages.json.zst of public texts")
    parser.add_argument("--questions", type=Path, nargs="*", default=[], help="the questions asked of each of them")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--minutes", type=float, default=1e9, help="the rates fall to nothing in this time")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--from", dest="begin", type=Path, help="network.pt of an earlier training to go on from")
    parser.add_argument("--all", action="store_true", help="keep no group apart")
    return parser.parse_args(arguments)


def groups_of(options: argparse.Namespace) -> list[Group]:
    """All questions and pages that the options name."""
    groups = [group for folder in options.papers for group in invented(folder)]
    for passages, questions in zip(options.passages, options.questions, strict=True):
        groups += of_passages(passages, questions)
    return groups


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the arguments and train."""
    options = arguments_of(__doc__, arguments)
    train(groups_of(options), options)


def train(groups: Sequence[Group], options: argparse.Namespace) -> None:
    """Train and write the network to the folder, as ``network.pt``."""
    torch.manual_seed(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    reading, network = Reading(options.base), ReadingNetwork(options.base)
    learnt = groups if options.all else [group for group in groups if not group.kept_apart]
    print(len(learnt), "groups,", sum(len(group.asked) for group in learnt), "questions", flush=True)
    if options.begin:
        network.load_state_dict(torch.load(options.begin)["network"])
    course = Course(
        network=network,
        groups=[([one for one in network.parameters() if one.requires_grad], RATE)],
        plan=[step for epoch in range(options.epochs) for step in steps(learnt, options.seed + epoch)],
        loss_of=lambda _, step: loss_of(network, reading, step),
        warm=WARM,
        kept=KEPT,
        state=options.out / "state.pt",
    )
    learn(course, options)
    torch.save({"network": network.state_dict()}, options.out / "network.pt")


if __name__ == "__main__":
    main()
