"""Reading and embedding by workers on Ray beside one process: ``python -m eval.cluster [--papers 40] [--workers 1 2]``.

Invents papers as PDF, indexes them here, and then on a Ray cluster of one core each: so many nodes on this machine, so
that what is measured is the engine and not a network. Last, a node is killed in the middle. Each time the files of the
index are held against those that this process made alone; Chroma's own are not, it never writes the same bytes twice,
but the vectors that it gives back are.

Besides seconds on the clock it shows seconds of computing: of reading and embedding in all processes, and of the rest,
which one process does. On a machine where others work too, only those can be compared.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import typst

from assistant.read import reader
from eval.incremental import letter
from eval.machine import machine
from index import embedder as embedders
from index import generation as generations
from index import manifest
from ingest.cluster import tasks
from ingest.cluster.joined import ON_THIS_MACHINE, QUIET, joined
from ingest.mapped import Given, Made, Mapped, one_by_one
from ingest.reading import one_reading, read_files

PATIENT = {"RAY_worker_register_timeout_seconds": "300"}  # a busy machine may take long to start a worker
LETTERS = 4  # in a paper: each fills about a page


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One index, from the files to the commit."""

    papers: int
    passages: int
    reading: float  # seconds
    indexing: float
    computing: float  # seconds that reading and embedding took, of all processes together
    rest: float  # seconds of computing of everything else, which this process does whoever reads
    files: dict[str, str]  # SHA-256 of all but Chroma's


@dataclass(slots=True)
class Computed:
    """Counts what is done by a way of doing one thing to many, and how long it takes to compute."""

    mapped: Mapped
    losses: Mapping[int, Callable[[], None]] = field(default_factory=dict)  # after so many outcomes, to do this
    seconds: float = 0.0
    done: int = 0

    def __call__(self, work: Callable[[Given], Made], given: Iterable[Given], /) -> Iterator[Made]:
        """As ``mapped`` does it."""
        for made, seconds in self.mapped(partial(_timed, work), given):
            self.seconds += seconds
            self.done += 1
            self.losses.get(self.done, _nothing)()
            yield made


def _nothing() -> None:
    """Nothing is lost."""


def _timed(work: Callable[[Given], Made], given: Given) -> tuple[Made, float]:
    before = _computed()
    return work(given), _computed() - before


def _computed() -> float:
    """Seconds of computing of this process and of those that it awaited, which read files for it."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def write(folder: Path, papers: int) -> None:
    """Invent papers as PDF."""
    folder.mkdir()
    for number in range(papers):
        text = "\n#pagebreak()\n".join(letter(number, edition) for edition in range(LETTERS))
        source = f'#set text(lang: "nl", size: 11pt)\n{text}'.encode()
        (folder / f"brief-{number:04}.pdf").write_bytes(typst.compile(source))


def index(folder: Path, data: Path, counted: Computed) -> Measured:
    """Index a folder as ``passend index`` does, from nothing."""
    start, before = time.perf_counter(), _computed()
    documents = one_reading([read_files(folder, mapped=counted)]).documents
    read = time.perf_counter()
    generation = generations.build(documents, data, embedder=embedders.load(), reader=reader.load(), mapped=counted)
    written = manifest.read(data / "index" / "generations" / generation.name)
    return Measured(
        papers=len(documents),
        passages=len(generation.passages),
        reading=read - start,
        indexing=time.perf_counter() - read,
        computing=counted.seconds,
        rest=_computed() - before - (counted.seconds if counted.mapped is one_by_one else 0),
        files={name: digest for name, digest in written.files.items() if not name.startswith(f"{manifest.CHROMA}/")},
    )


@contextmanager
def nodes(count: int) -> Iterator[Any]:
    """A cluster on this machine: so many nodes of one core, beside a head that computes nothing.

    Raises:
        ModuleNotFoundError: Ray is not installed.
    """
    os.environ.update(QUIET | ON_THIS_MACHINE | PATIENT)
    from ray.cluster_utils import Cluster

    cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 0, "include_dashboard": False})
    try:
        for _ in range(count):
            cluster.add_node(num_cpus=1)
        yield cluster
    finally:
        cluster.shutdown()


def lose(cluster: Any) -> None:
    """Kill a node with all that it computes and holds."""
    cluster.remove_node(next(iter(cluster.worker_nodes)), allow_graceful=False)


def replace(cluster: Any) -> None:
    """Kill a node; another one joins."""
    lose(cluster)
    cluster.add_node(num_cpus=1)


def measure(papers: int, work: Path, workers: Sequence[int]) -> Iterator[tuple[str, Measured]]:
    """Index here, then by workers, then with a node killed while papers are read and another while they are indexed."""
    write(work / "papers", papers)
    yield "this process alone", index(work / "papers", work / "alone", Computed(one_by_one))
    for count in workers:
        with nodes(count) as cluster, joined(cluster.address):
            yield f"Ray, {count} of one core", index(work / "papers", work / f"ray-{count}", Computed(tasks.mapped))
    with nodes(2) as cluster, joined(cluster.address):
        losses = {papers // 2: partial(replace, cluster), papers + 2: partial(lose, cluster)}
        yield "Ray, 2 of one core, 2 killed", index(work / "papers", work / "lost", Computed(tasks.mapped, losses))


def row(name: str, one: Measured, alone: Measured) -> str:
    """One line of the table."""
    same = "yes" if one.files == alone.files else "NO"
    return (
        f"| {name} | {one.reading:.0f} | {one.papers / one.reading:.2f} | {one.indexing:.0f} "
        f"| {one.passages / one.indexing:.1f} | {one.computing:.0f} | {one.rest:.0f} | {same} |\n"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run from the command line; fails where an index is not the same."""
    parser = argparse.ArgumentParser(prog="python -m eval.cluster", description=__doc__)
    parser.add_argument("--papers", type=int, default=40, help="how many papers to invent, each of about four pages")
    parser.add_argument("--workers", type=int, nargs="*", default=[1, 2], help="nodes of one core")
    given = parser.parse_args(arguments)
    sys.stdout.write(f"{given.papers} invented papers of {LETTERS} pages as PDF; {machine()}.\n\n")
    sys.stdout.write(
        "| who | read s | papers/s | index s | passages/s | s of computing: reading, embedding | the rest | same |\n"
    )
    sys.stdout.write("|---|---|---|---|---|---|---|---|\n")
    found: list[Measured] = []
    with tempfile.TemporaryDirectory(prefix="passend-cluster-") as work:
        for name, one in measure(given.papers, Path(work), given.workers):
            found.append(one)
            sys.stdout.write(row(name, one, found[0]))
            sys.stdout.flush()
    return 0 if all(one.files == found[0].files for one in found) else 1


if __name__ == "__main__":
    sys.exit(main())
