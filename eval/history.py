"""Runs over time: one line of JSON per run, with the commit that was measured."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.items import ItemSet
from eval.run import Run
from eval.scores import Dimension, by_set, scores


class HistoryError(ValueError):
    """The file holds something that is no run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What a run came to."""

    commit: str  # "" where it is not known
    date: str  # ISO
    values: Mapping[ItemSet, Mapping[Dimension, float]]


def past(run: Run, *, commit: str, date: str) -> Past:
    """A run as it goes into the history."""
    values = {
        name: {dimension: round(score.value, 4) for dimension, score in scores(results).items()}
        for name, results in by_set(run).items()
    }
    return Past(commit=commit, date=date, values=values)


def read(path: Path) -> list[Past]:
    """The runs of a file, oldest first; none if it is not there yet.

    Dimensions and sets that are no longer known are left out.

    Raises:
        HistoryError: A line is not of this form.
    """
    if not path.exists():
        return []
    return [_past(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def add(path: Path, one: Past) -> None:
    """Write a run behind the others."""
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps({"commit": one.commit, "date": one.date, "values": one.values}) + "\n")


def _past(line: str) -> Past:
    try:
        record = json.loads(line)
        known = set(ItemSet)
        values = {
            ItemSet(name): {Dimension(key): float(value) for key, value in of_set.items() if key in set(Dimension)}
            for name, of_set in record["values"].items()
            if name in known
        }
        return Past(commit=str(record["commit"]), date=str(record["date"]), values=values)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise HistoryError(f"no run: {line[:80]!r}") from error


def series(runs: Sequence[Past], name: ItemSet, dimension: Dimension) -> list[tuple[Past, float]]:
    """One figure through the runs that measured it."""
    found = [(one, one.values.get(name, {}).get(dimension)) for one in runs]
    return [(one, value) for one, value in found if value is not None]
