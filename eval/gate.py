"""The gate: no dimension may fall below the level that was recorded for it."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from eval.items import ItemSet
from eval.run import Run
from eval.scores import Dimension, by_set, scores

LEVELS = Path(__file__).with_name("levels.toml")

Levels = Mapping[ItemSet, Mapping[Dimension, float]]

_DIGITS = 1000  # levels are cut off after three decimals, so that a level is never above what was measured
_HEAD = """\
# What the assistant reached, per set of questions and dimension; the evaluation fails below it.
# Written by "passend eval --update-levels", which only raises; lower one by hand and say why in CHANGELOG.
"""


class LevelsError(ValueError):
    """The recorded levels cannot be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortfall:
    """A dimension below its recorded level."""

    set: ItemSet
    dimension: Dimension
    level: float
    measured: float | None  # None if the run holds no question of this dimension


def check(run: Run, levels: Levels) -> list[Shortfall]:
    """The dimensions whose level lies above the interval of what was measured, for the sets that the run holds.

    So a figure that rests on few questions may fall further than one that rests on many, and a promise, whose level
    is 1, is broken by a single failure: below 1 the upper bound of Wilson is below 1 too. A dimension with a level that
    is no longer measured falls short as well: leaving out its questions is no way through the gate.
    """
    shortfalls = []
    for name, results in by_set(run).items():
        measured = scores(results)
        for dimension, level in levels.get(name, {}).items():
            score = measured.get(dimension)
            if score is None or score.interval[1] < level:
                found = score.value if score else None
                shortfalls.append(Shortfall(set=name, dimension=dimension, level=level, measured=found))
    return shortfalls


def update_levels(run: Run, levels: Levels) -> Levels:
    """The levels with those raised that the run exceeds, and those added that had none."""
    raised = {name: dict(of_set) for name, of_set in levels.items()}
    for name, results in by_set(run).items():
        of_set = raised.setdefault(name, {})
        for dimension, score in scores(results).items():
            reached = min(1.0, math.floor(score.value * _DIGITS) / _DIGITS)
            of_set[dimension] = max(reached, of_set.get(dimension, 0.0))
    return raised


def read_levels(path: Path = LEVELS) -> Levels:
    """Read the recorded levels.

    Raises:
        LevelsError: The file cannot be read, or names a set or dimension that does not exist,
            or a level outside 0..1.
    """
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        return {
            ItemSet(name): {Dimension(key): _level(key, value) for key, value in table.items()}
            for name, table in tables.items()
        }
    except (OSError, ValueError, AttributeError) as error:
        raise LevelsError(f"{path}: {error}") from error


def as_toml(levels: Levels) -> str:
    """The text of a file of levels."""
    lines = [_HEAD]
    for name in (name for name in ItemSet if name in levels):
        of_set = levels[name]
        lines += [f"[{name}]", *(f"{key} = {of_set[key]}" for key in Dimension if key in of_set), ""]
    return "\n".join(lines)


def _level(key: str, value: object) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value <= 1:
        raise ValueError(f"{key} must be a number from 0 to 1, not {value!r}")
    return float(value)
