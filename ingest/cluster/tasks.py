"""One thing done to many by the workers of a cluster, the outcomes given in their order."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from ingest import version
from ingest.cluster.errors import ClusterLost, OtherProgram

TRIES = 10  # times that a task is begun anew after its worker or node was lost
ROOM = 2  # tasks that wait or run for each core, so that no worker waits for this process
AHEAD = 16  # outcomes for each core that may lie ready while an earlier one is still worked at
PATIENCE = 60.0  # seconds without any outcome after which we look whether there are still nodes
ROOT = Path(__file__).parents[2]
PACKAGES = ("assistant", "index", "ingest")  # what workers make depends on all that lies in these, models too

Given = TypeVar("Given")
Made = TypeVar("Made")

_END = object()


def mapped(work: Callable[[Given], Made], given: Iterable[Given], /) -> Iterator[Made]:
    """As ``map``, by the workers of the cluster that this process joined.

    Raises:
        OtherProgram: A node runs another version of this program.
        ClusterLost: There are no more nodes, or a task took its worker down again and again.
        Exception: What ``work`` raised.
    """
    import ray

    do = ray.remote(num_cpus=1, max_retries=TRIES)(_do)
    shared = ray.put(work)  # once for all tasks
    things = iter(given)
    sent: deque[Any] = deque()  # from the oldest whose outcome was not given yet
    unfinished: set[Any] = set()
    while True:
        finished, _ = ray.wait(list(unfinished), num_returns=len(unfinished), timeout=0) if unfinished else ([], [])
        unfinished.difference_update(finished)
        cores = max(1, int(ray.cluster_resources().get("CPU", 0)))
        while len(unfinished) < ROOM * cores and len(sent) < AHEAD * cores:
            thing = next(things, _END)
            if thing is _END:
                break
            sent.append(do.remote(program(), shared, thing))
            unfinished.add(sent[-1])
        if not sent:
            return
        if sent[0] in unfinished:
            _await_any(unfinished)
        else:
            yield _outcome(sent.popleft())


def _await_any(unfinished: set[Any]) -> None:
    import ray

    while not ray.wait(list(unfinished), num_returns=1, timeout=PATIENCE)[0]:
        if not ray.cluster_resources().get("CPU"):
            raise ClusterLost("no node with a core is left in the cluster")


def _outcome(task: Any) -> Any:
    import ray

    try:
        return ray.get(task)
    except ray.exceptions.RayTaskError as error:
        raise error.cause or error from None  # as if it had been raised here
    except ray.exceptions.RayError as error:
        raise ClusterLost(f"a task was lost {TRIES} times: {error}") from error


def _do(expected: str, work: Callable[[Any], Any], thing: Any) -> Any:
    """What a worker does; it makes no guess where its program is another one."""
    if program() != expected:
        import ray

        raise OtherProgram(ray.util.get_node_ip_address())
    return work(thing)


@cache
def program() -> str:
    """The SHA-256 of all that workers could make something else with: our sources, lists and models, and libraries."""
    digest = hashlib.sha256(version.of(ROOT / "ingest").encode())
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0")
                digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
