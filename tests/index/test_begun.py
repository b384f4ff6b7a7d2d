"""What was made before a build was broken off is given back, and only what is not there is made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.begun import Arrays, made, place
from ingest.mapped import one_by_one

THINGS = {f"key {number}": number for number in range(10)}
TOGETHER = 3


class Killed(BaseException):
    """The process is gone."""


def rows(number: int) -> Arrays:
    """What is made of a number: so many rows of it, in two columns."""
    return np.full((number, 2), number, dtype=np.int8), np.full(number, number / 3, dtype=np.float32)


def run(folder: Path, things: dict[str, int], lots: int | None = None) -> tuple[dict[str, Arrays], list[list[int]]]:
    """Make something of things until so many lots were begun: what was given, and the lots."""
    begun: list[list[int]] = []

    def work(lot: Sequence[int]) -> list[Arrays]:
        if len(begun) == lots:
            raise Killed
        begun.append(list(lot))
        return [rows(number) for number in lot]

    found: dict[str, Arrays] = {}
    with suppress(Killed):
        for lot in made(things, work, together=TOGETHER, folder=folder, mapped=one_by_one):
            found.update(lot)
    return found, begun


def assert_right(found: dict[str, Arrays], things: dict[str, int]) -> None:
    assert found.keys() == things.keys()
    for key, number in things.items():
        for one, other in zip(found[key], rows(number), strict=True):
            np.testing.assert_array_equal(one, other)
            assert one.dtype == other.dtype


@settings(deadline=None, max_examples=20)
@given(st.lists(st.integers(0, 3), max_size=4))
def test_lots_are_the_same_however_often_it_was_broken_off(ends: list[int]) -> None:
    with TemporaryDirectory() as place:
        _, undisturbed = run(Path(place, "whole"), THINGS)
        lots = [lot for end in ends for lot in run(Path(place, "often"), THINGS, end)[1]]
        found, last = run(Path(place, "often"), THINGS)
    assert_right(found, THINGS)
    assert lots + last == undisturbed


@pytest.mark.parametrize(
    "damage", [lambda content: content[:-1], lambda content: content[65:], lambda content: content + b"0"]
)
def test_what_is_damaged_is_made_again(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    run(tmp_path, THINGS)
    path = sorted(tmp_path.iterdir())[0]
    path.write_bytes(damage(path.read_bytes()))
    found, (lot,) = run(tmp_path, THINGS)
    assert_right(found, THINGS)
    assert len(lot) in {TOGETHER, len(THINGS) % TOGETHER}


def test_what_no_thing_names_any_more_is_removed(tmp_path: Path) -> None:
    run(tmp_path, THINGS)
    fewer = {key: number for key, number in THINGS.items() if number > 4}  # of the first lot nothing, half the second
    found, lots = run(tmp_path, fewer)
    assert_right(found, fewer)
    assert (lots, len(list(tmp_path.iterdir()))) == ([], 3)


def test_what_another_program_or_model_made_lies_elsewhere(tmp_path: Path) -> None:
    assert len({place(tmp_path, made_by) for made_by in ("one a", "one b", "two a")}) == 3


def test_what_is_kept_is_on_disk_before_it_is_given(tmp_path: Path) -> None:
    """So that whoever is killed after he used a lot finds it again."""

    def work(lot: Sequence[int]) -> list[Arrays]:
        return [rows(number) for number in lot]

    for number, _ in enumerate(made(THINGS, work, together=TOGETHER, folder=tmp_path, mapped=one_by_one)):
        assert len(list(tmp_path.iterdir())) == number + 1
