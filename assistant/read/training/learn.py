"""The loop that all trainings run: rates rise and fall, how far it is is told, and after a stop it goes on."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

import numpy as np
import torch
from torch import Tensor, nn

SHOWN = 20  # steps between two lines that tell how far it is
LAST = 0.02  # share of its highest rate that a step has at the end
DECAY = 0.01  # of the weights
LARGEST = 1.0  # length that a gradient is cut to

Step = TypeVar("Step")


@dataclass(frozen=True, slots=True, kw_only=True)
class Course(Generic[Step]):
    """What is learnt, and how.

    ``groups`` are weights with the highest learning rate of each; ``warm`` the steps in which the rates rise; every
    ``kept`` steps the state is written to ``state``.
    """

    network: nn.Module
    groups: Sequence[tuple[Sequence[nn.Parameter], float]]
    plan: Sequence[Step]
    loss_of: Callable[[int, Step], Tensor]  # of a step by its number
    warm: int
    kept: int
    state: Path


def learn(course: Course[Step], options: argparse.Namespace, after: Callable[[int], None] = lambda _: None) -> None:
    """Take the steps of the plan, or as many as fit in the minutes; ``after`` is called with the number of those done.

    What ``after`` takes is not counted among the minutes.
    """
    network = course.network
    optimizer = torch.optim.AdamW([{"params": list(own)} for own, _ in course.groups], weight_decay=DECAY)
    done, spent = 0, 0.0
    if course.state.exists():
        kept = torch.load(course.state)
        network.load_state_dict(kept["network"])
        optimizer.load_state_dict(kept["optimizer"])
        done, spent = kept["done"], kept["spent"]
    began = time.monotonic() - spent
    recent: list[float] = []
    network.train()
    for number, step in enumerate(course.plan[done:], start=done):
        elapsed = (time.monotonic() - began) / 60
        progress = max(number / len(course.plan), elapsed / options.minutes)
        if progress >= 1:
            break
        for part, (_, rate) in zip(optimizer.param_groups, course.groups, strict=True):
            part["lr"] = rate * min(1.0, (number + 1) / course.warm) * max(LAST, 1 - progress)
        loss = course.loss_of(number, step)
        optimizer.zero_grad()
        torch.autograd.backward(loss)
        torch.nn.utils.clip_grad_norm_(network.parameters(), LARGEST)
        optimizer.step()
        recent.append(loss.item())
        if (number + 1) % SHOWN == 0:
            mean = round(float(np.mean(recent)), 3)
            print(number + 1, "of", len(course.plan), f"{elapsed:.1f} min", mean, flush=True)
            recent = []
        if (number + 1) % course.kept == 0:
            parts = {"network": network.state_dict(), "optimizer": optimizer.state_dict()}
            torch.save({**parts, "done": number + 1, "spent": time.monotonic() - began}, course.state)
        before = time.monotonic()
        after(number + 1)
        began += time.monotonic() - before
