"""What some papers more cost beside very many, step by step: ``python -m eval.growing [--passages N] [--more 100]``.

The many are generated as ``eval.million`` does (``--passages``, ``--papers``, ``--times``, ``--keep``), and Chroma's
folder with their vectors is made, which takes longest: some 1.4 ms of the processor each. Then a hundred papers come
between them through ``index.generation.build``, as when ``passend index`` has read its folders. Seconds are of the
processor, because others may be at work on the machine; waiting for the disk shows by the clock alone. The whole is
timed without looking at the steps, which itself takes time.
"""

from __future__ import annotations

import itertools
import os
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from cProfile import Profile
from dataclasses import dataclass
from pathlib import Path
from pstats import Stats

from eval.machine import machine, most_memory, timed
from eval.million import generated, given_to
from eval.scaling import invented, paper
from index import commit, manifest
from index import embedder as embedders
from index import generation as generations
from index import vectors as vector_store
from index.embedder import Embedder
from ingest.document import Document

SECTIONS = 17  # of a paper that comes, each a passage
SEED = 6
BUILDING = frozenset({"build", "_fill"})  # whose calls are the steps
SHOWN = 0.005  # seconds from which a step is shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Grown:
    """What it took to add papers to an index."""

    before: int  # passages
    came: int
    seconds: tuple[float, float]  # of the processor, by the clock
    memory: int  # bytes, the most that the process held
    steps: Sequence[tuple[str, float]]  # seconds of the processor, the longest first


def measure(data: Path, more: int) -> Grown:
    """Add invented papers to copies of the index in a folder, first timed as a whole and then step by step."""
    embedder = embedders.load()
    warm(embedder)
    papers = list(generations.stored_papers(data))
    chance = random.Random(SEED)
    for one in _papers(more):
        papers.insert(chance.randrange(len(papers) + 1), one)
    before = len(generations.open_current(data, embedder).passages)
    with tempfile.TemporaryDirectory(prefix="passend-growing-", dir=data.parent) as place:
        first, second = (Path(place, name) for name in ("first", "second"))
        for copy in (first, second):  # no file of an index is ever changed
            shutil.copytree(data, copy, copy_function=os.link)
        built, *seconds = timed(lambda: generations.build(papers, first, embedder=embedder))
        memory = most_memory()
        profile = Profile(time.process_time)
        profile.runcall(generations.build, papers, second, embedder=embedder)
    came = len(built.passages) - before
    return Grown(before=before, came=came, seconds=(seconds[0], seconds[1]), memory=memory, steps=_steps(profile))


def with_chroma(data: Path) -> None:
    """Give a generated index its folder of Chroma."""
    root = commit.root_of(data)
    folder = commit.folder_of(root, commit.pointer(root))
    if (folder / manifest.CHROMA).is_dir():
        return
    opened = generations.open_current(data, embedders.load())
    begun = root / "chroma-begun"
    shutil.rmtree(begun, ignore_errors=True)  # of a run that was broken off
    vector_store.write(begun, opened.passages, opened.vectors)
    begun.rename(folder / manifest.CHROMA)
    (folder / manifest.NAME).unlink()
    manifest.seal(folder, embedder=opened.embedder.name, made_from=opened.made_from)
    commit.make_current(root, folder.name)


def warm(embedder: Embedder) -> None:
    """Load what is loaded on first use."""
    with tempfile.TemporaryDirectory(prefix="passend-warm-") as place:
        generations.build(_papers(1), Path(place), embedder=embedder)


def as_text(grown: Grown) -> str:
    """What was measured, as a Markdown table."""
    lines = [
        f"{grown.came:,} passages came to {grown.before:,}; {machine()}.",
        "",
        "| step | s of the processor |",
        "| --- | --- |",
        *(f"| `{name}` | {seconds:.2f} |" for name, seconds in grown.steps),
        f"| all, timed as a whole | {grown.seconds[0]:.1f} ({grown.seconds[1]:.1f} by the clock) |",
    ]
    return "\n".join([*lines, "", f"At most {grown.memory / 1e6:.0f} MB of memory."]) + "\n"


def _papers(count: int) -> list[Document]:
    sections = invented(random.Random(SEED))
    return [paper(f"nieuw-{number:07}", list(itertools.islice(sections, SECTIONS))) for number in range(count)]


def _steps(profile: Profile) -> list[tuple[str, float]]:
    """What the functions that build an index call, each with the time that it took in all."""
    found: dict[str, float] = {}
    for (file, _, name), (*_, callers) in Stats(profile).stats.items():  # type: ignore[attr-defined]
        for (its_file, _, its_name), (*_, seconds) in callers.items():
            if its_name in BUILDING and its_file == generations.__file__ and name not in BUILDING:
                step = f"{Path(file).stem}.{name}" if file.endswith(".py") else name
                found[step] = found.get(step, 0) + seconds
    return sorted(((name, took) for name, took in found.items() if took >= SHOWN), key=lambda one: -one[1])


def main(arguments: Sequence[str] | None = None) -> None:
    """The command."""
    parser = given_to("growing", __doc__, times=1)
    parser.add_argument("--more", type=int, default=100, help="papers that come")
    given = parser.parse_args(arguments)
    with generated(given) as data:
        with_chroma(data)
        sys.stdout.write(as_text(measure(data, given.more)))


if __name__ == "__main__":
    main()
