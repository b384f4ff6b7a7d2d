"""Workers and nodes come and go; what was to be done is done once, and given in its order."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from eval.cluster import lose
from ingest.cluster import tasks
from ingest.cluster.errors import ClusterLost, OtherProgram
from ingest.cluster.joined import joined
from ingest.formats.paged_text import Reason, UnreadableFile
from tests.cluster import MARKS, nodes

pytestmark = [*MARKS, pytest.mark.usefixtures("cluster")]


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    with nodes(2) as cluster, joined(cluster.address):
        yield cluster


def doubled(number: int) -> int:
    return 2 * number


def refused(number: int) -> int:
    raise UnreadableFile(Reason.WACHTWOORD, str(number))


def dies_once(marks: Path, number: int) -> int:
    """Takes its worker down the first time that it is given 3."""
    if number == 3 and not (marks / "died").exists():
        (marks / "died").touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number


def waits(marks: Path, number: int) -> bytes:
    """Says that it began, and takes its time; too large to be kept anywhere but on the node that made it."""
    (marks / str(number)).touch()
    time.sleep(0.3)
    return number.to_bytes(1) * 1_000_000


@pytest.mark.parametrize("count", [0, 1, 100])
def test_outcomes_come_in_their_order(count: int) -> None:
    assert list(tasks.mapped(doubled, range(count))) == [2 * number for number in range(count)]


def test_only_so_much_is_drawn_as_there_is_room_for() -> None:
    numbers = iter(range(10_000))
    assert next(tasks.mapped(doubled, numbers)) == 0
    assert next(numbers) <= tasks.AHEAD * 2 + 1


def test_what_goes_wrong_is_raised_as_it_was() -> None:
    with pytest.raises(UnreadableFile) as told:
        list(tasks.mapped(refused, [7]))
    assert (type(told.value), told.value.reason, told.value.detail) == (UnreadableFile, Reason.WACHTWOORD, "7")


def test_a_worker_that_dies_loses_nothing(tmp_path: Path) -> None:
    assert list(tasks.mapped(partial(dies_once, tmp_path), range(10))) == [2 * number for number in range(10)]
    assert (tmp_path / "died").exists()


def test_another_program_is_not_given_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tasks, "program", lambda: "another")
    with pytest.raises(OtherProgram):
        list(tasks.mapped(doubled, [1]))


def test_a_node_that_is_killed_loses_nothing(cluster: Any, tmp_path: Path) -> None:
    """Killed while it computes and holds outcomes that nobody has fetched yet."""
    work: Callable[[int], bytes] = partial(waits, tmp_path)
    made = tasks.mapped(work, range(20))
    found = [next(made)]
    while len(list(tmp_path.iterdir())) < 2 * tasks.ROOM:
        time.sleep(0.05)
    lose(cluster)
    found += made
    assert found == [number.to_bytes(1) * 1_000_000 for number in range(20)]


def test_without_nodes_it_is_told(cluster: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tasks, "PATIENCE", 0.5)
    while cluster.worker_nodes:
        lose(cluster)
    with pytest.raises(ClusterLost):
        list(tasks.mapped(doubled, range(3)))
