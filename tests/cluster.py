"""A Ray cluster on this machine, whose nodes can be taken away."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import Any

import pytest

MARKS = [pytest.mark.cluster, pytest.mark.filterwarnings("ignore")]  # what Ray warns of is not ours to mend


def skip_without_ray() -> None:
    """Skip a test where Ray is not installed; does not import it, for it must be told its settings before."""
    if find_spec("ray") is None:
        pytest.skip("Ray is not installed: pip install -e '.[cluster]'")


@contextmanager
def nodes(count: int) -> Iterator[Any]:
    """A cluster with so many nodes of one core; skips the test where Ray is not installed."""
    skip_without_ray()
    from eval.cluster import nodes

    with nodes(count) as cluster:
        yield cluster
