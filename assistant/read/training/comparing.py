"""Train the comparer over the vectors of an encoder that stays as it is.

``python -m assistant.read.training.comparing --base FOLDER --from network.pt --out FOLDER --papers FOLDER…``

Every text is encoded once and kept. Each question is judged on its own page and on pages that come near it: some of its
own paper, some of all others, as a search would bring them. Seeded.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence

import numpy as np
import torch
from safetensors.torch import save_file
from torch import Tensor

from assistant.read.tokens import OUTSIDE, Reading
from assistant.read.training.comparer import Comparer
from assistant.read.training.examples import Group
from assistant.read.training.material import Case, Material, batch_of, material
from assistant.read.training.measure import measure
from assistant.read.training.network import ReadingNetwork
from assistant.read.training.train import arguments_of, groups_of, with_null

BATCH = 24  # questions in a step
RATE = 1e-3
DECAY = 0.02
BESIDE = 3  # pages judged beside a question's own
WARM = 100  # steps in which the rate rises
SHOWN = 50  # steps between two lines that tell how far it is


def pairs(stuff: Material, case: Case, chance: random.Random) -> list[tuple[int, frozenset[int]]]:
    """The pages that a question is judged on, its own first, with the sentences that answer there."""
    near = [int(page) for page in stuff.near[case.question]]
    close = [page for page in near if page in case.siblings] or list(case.siblings)
    own = case.own if case.own >= 0 else chance.choice(close[:3])
    others = [page for page in near if page != own]
    siblings = [page for page in close if page != own][:4]
    beside = [chance.choice(others[:3]), chance.choice(others[3:])]
    beside.append(chance.choice(siblings) if siblings else chance.choice(others[3:]))
    return [(page, case.answers.get(page, frozenset())) for page in [own, *beside]]


def loss_of(comparer: Comparer, stuff: Material, batch: Sequence[Case], chance: random.Random) -> Tensor:
    """What is wrong on some questions: each page by itself, and all pages of a question together."""
    chosen = [pairs(stuff, case, chance) for case in batch]
    rows = [case.question for case, found in zip(batch, chosen, strict=True) for _ in found]
    columns = [page for found in chosen for page, _ in found]
    answers = [right for found in chosen for _, right in found]
    most = max(int(stuff.pages[page].sentence.max(initial=OUTSIDE)) + 1 for page in columns)
    target, logits = torch.zeros(len(rows), most), torch.full((len(rows), most), -30.0)
    for n, right in enumerate(answers):
        target[n, [one for one in right if one < most]] = 1.0
    lengths = torch.tensor([len(stuff.pages[page].ids) for page in columns])
    parts, lots = [], torch.argsort(lengths).tensor_split(4)
    for lot in lots:
        found = comparer(*batch_of(stuff, [rows[n] for n in lot], [columns[n] for n in lot]))
        parts.append(torch.nn.functional.pad(found, (0, most - found.shape[1]), value=-30.0))
    logits = torch.cat(parts)[torch.argsort(torch.cat(lots))]
    alone = with_null(logits, target).view(len(batch), -1)
    both = with_null(logits.view(len(batch), -1), target.view(len(batch), -1))
    return (alone[:, 0] + alone[:, 1:].mean(1) + both).mean()


def train(
    stuff: Material, cases: Sequence[Case], *, epochs: int, seed: int, after: Callable[[Comparer], None]
) -> Comparer:
    """Train on the cases; ``after`` is called with the comparer at the end of each epoch."""
    torch.manual_seed(seed)
    comparer = Comparer(stuff.pages[0].vectors.shape[1])
    optimizer = torch.optim.AdamW(comparer.parameters(), lr=RATE, weight_decay=DECAY)
    steps, number, began = epochs * (len(cases) // BATCH), 0, time.monotonic()
    recent: list[float] = []
    for epoch in range(epochs):
        order = list(cases)
        random.Random(seed + epoch).shuffle(order)
        for start in range(0, len(order) - BATCH + 1, BATCH):
            for part in optimizer.param_groups:
                part["lr"] = RATE * min(1.0, (number + 1) / WARM) * max(0.02, 1 - number / steps)
            loss = loss_of(comparer, stuff, order[start : start + BATCH], random.Random(seed * 7919 + number))
            optimizer.zero_grad()
            torch.autograd.backward(loss)
            torch.nn.utils.clip_grad_norm_(comparer.parameters(), 1.0)
            optimizer.step()
            recent.append(loss.item())
            number += 1
            if number % SHOWN == 0:
                minutes = (time.monotonic() - began) / 60
                print(number, "of", steps, f"{minutes:.1f} min", round(float(np.mean(recent)), 3), flush=True)
                recent = []
        after(comparer)
    return comparer


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the arguments, train, and write ``comparer.safetensors`` to the folder."""
    options = arguments_of(__doc__, arguments)
    groups = groups_of(options)
    network = ReadingNetwork(options.base)
    if options.begin:
        network.load_state_dict(torch.load(options.begin)["network"])
    stuff = material(network.eval(), Reading(options.base), groups, options.out)
    of_group: list[Group] = [group for group in groups for _ in group.asked]
    apart = [number for number, group in enumerate(of_group) if group.kept_apart]
    learnt = [case for case, group in zip(stuff.cases, of_group, strict=True) if options.all or not group.kept_apart]
    print(len(stuff.pages), "pages,", len(learnt), "questions to learn from,", len(apart), "apart", flush=True)

    def after(comparer: Comparer) -> None:
        print(measure(comparer, stuff, groups, apart), flush=True)

    comparer = train(stuff, learnt, epochs=options.epochs, seed=options.seed, after=after)
    save_file(comparer.state_dict(), options.out / "comparer.safetensors")


if __name__ == "__main__":
    main()
