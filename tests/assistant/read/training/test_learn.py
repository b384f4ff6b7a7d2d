"""A training that was stopped goes on as if it had not been."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

import pytest
import torch
from torch import Tensor, nn

from assistant.read.training.learn import Course, learn

ENDLESS = Namespace(minutes=1e9)
PLAN = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]


class Stopped(Exception):
    """As when somebody ends the program."""


def course(state: Path) -> Course[float]:
    """A line through points of y = 2x."""
    torch.manual_seed(1)
    line = nn.Linear(1, 1)

    def loss_of(_: int, x: float) -> Tensor:
        loss: Tensor = (line(torch.tensor([[x]])) - 2 * x).square().mean()
        return loss

    groups = [(list(line.parameters()), 0.1)]
    return Course(network=line, groups=groups, plan=PLAN, loss_of=loss_of, warm=2, kept=2, state=state)


def weights(made: Course[float]) -> list[float]:
    return [float(value.detach()) for own, _ in made.groups for value in own]


def test_a_training_goes_on_where_its_state_was_kept(tmp_path: Path) -> None:
    whole, stopped, resumed = (course(tmp_path / name) for name in ("whole", "parts", "parts"))
    learn(whole, ENDLESS)

    def stop(done: int) -> None:
        if done == 5:  # the state of the fourth step is kept, the fifth is lost
            raise Stopped

    with pytest.raises(Stopped):
        learn(stopped, ENDLESS, stop)
    seen: list[int] = []
    learn(resumed, ENDLESS, seen.append)
    assert seen == [5, 6]
    assert weights(resumed) == weights(whole) != weights(course(tmp_path / "none"))


def test_no_step_is_taken_when_the_time_is_over(tmp_path: Path) -> None:
    made = course(tmp_path / "state")
    before = weights(made)
    learn(made, Namespace(minutes=0.0000001))
    assert weights(made) == before
