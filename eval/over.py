"""Which questions a small benchmark asks, and over which papers."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from assistant.word.answering import Writer
from eval.items import Item
from eval.run import Subject
from eval.subject import indexed, subject_of
from index import embedder as embedders
from index import generation as generations


def options(program: str, description: str | None, questions: Path) -> argparse.ArgumentParser:
    """The command, with its options for papers and questions; ``questions`` is the set where none is named."""
    command = argparse.ArgumentParser(prog=f"python -m {program}", description=description)
    over = command.add_mutually_exclusive_group(required=True)
    over.add_argument("--papers", type=Path, action="append")
    over.add_argument("--data", type=Path)
    command.add_argument("--set", type=Path, default=questions)
    command.add_argument("--most", type=int, default=0, help="only so many questions, spread over the set; 0: all")
    return command


def spread(items: Sequence[Item], most: int) -> Sequence[Item]:
    """At most so many questions, spread over the set; 0: all."""
    return items[:: max(1, len(items) // most)][:most] if most else items


@contextmanager
def subject_over(given: argparse.Namespace, writer: Writer | None = None) -> Iterator[Subject]:
    """What is asked: the index that is named, or one of the papers that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="passend-eval-") as data:
        if given.data:
            yield subject_of(generations.open_current(given.data, embedders.load()), {}, writer)
        else:
            yield indexed(given.papers, Path(data), embedder=embedders.load(), writer=writer)
