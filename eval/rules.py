"""What each rule of answering earns: ``python -m eval.rules --papers FOLDER --samples FOLDER``.

One part after the other is switched off, and the same questions are asked again. Shown are the answers that are right
and those that are confidently wrong, of the open half (rules were made while looking at it), the frozen half (it was
measured too often to be clean) and the sets that nobody tuned on, the older of which was run at many milestones; and of
the questions without an answer how many are refused.
"""

from __future__ import annotations

import argparse
import importlib
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.answer import Status
from eval.items import APART, Item, ItemSet, half, load
from eval.metrics import Outcome
from eval.run import Result, evaluate
from eval.subject import indexed
from index import embedder as embedders

BINS = 10  # of the chances told
SETS = Path(__file__).parent / "sets"

# The name of a part, where it stands, and what stands in its place while it is switched off.
Switch = tuple[str, str, Any]
PARTS: Mapping[str, Sequence[Switch]] = {
    "(nothing)": (),
    "found by what was read": (("index.search", "READ", 0.0),),
    "lookups": (("assistant.assistant", "looked_up", lambda *_: None),),
    "differences asked for": (("assistant.assistant", "disagreement", lambda *_: []),),
    "differences told": (("assistant.assistant", "conflicting", lambda *_: []),),
    "redactions": (("assistant.assistant", "redacted", lambda *_: []),),
    "papers heard apart": (("assistant.assistant", "by_paper", lambda *_: None),),
    "names must be borne": (("assistant.assistant", "bearing", lambda _question, found: list(found)),),
    "premise": (("assistant.assistant", "unsaid", lambda *_: ""),),
    "the thing counted": (("assistant.read.confidence", "_counts", lambda *_: True),),
    "approved or rejected": (("assistant.read.confidence", "tells", lambda *_: True),),
    "who holds an office": (("assistant.read.confidence", "tells_who_holds", lambda *_: True),),
    "a value where one is asked": (("assistant.read.confidence", "VALUES", frozenset()),),
    "value first": (("assistant.tell.choice", "_lacks_value", lambda *_: False),),
    "pointers followed": (("assistant.tell.compose", "followed", lambda *_: []),),
    "replies": (("assistant.tell.compose", "replies", lambda *_: []),),
    "core": (("assistant.tell.compose", "core", lambda *_: None),),
}

# No rule changes what the reader says: it reads each question with the same passages once.
REMEMBER_ALL: Sequence[Switch] = (("assistant.read.reader", "REMEMBERED", sys.maxsize),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Numbers of questions."""

    asked: int
    right: int
    confidently_wrong: int
    unanswerable: int
    refused: int  # of the unanswerable
    needlessly: int  # of the others refused
    warned: int  # right, under a warning
    off: float  # how far the chances told are from what came true: expected calibration error

    def __str__(self) -> str:
        return (
            f"{self.right}/{self.asked} | {self.confidently_wrong} | {self.refused}/{self.unanswerable} | "
            f"{self.needlessly} | {self.warned} | {self.off:.2f}"
        )


def tally(results: Sequence[Result]) -> Tally:
    """Count what became of questions."""
    outcomes = [one.verdict.outcome for one in results]
    nothing = [one for one in results if one.item.refusal == Status.UNANSWERABLE.value]
    return Tally(
        asked=len(results),
        right=outcomes.count(Outcome.RIGHT),
        confidently_wrong=outcomes.count(Outcome.CONFIDENTLY_WRONG),
        unanswerable=len(nothing),
        refused=sum(one.verdict.right for one in nothing),
        needlessly=outcomes.count(Outcome.NEEDLESS_REFUSAL),
        warned=sum(one.verdict.right and one.answer.status is Status.PARTIAL for one in results),
        off=_calibration_error(results),
    )


def _calibration_error(results: Sequence[Result]) -> float:
    """The expected calibration error over the answers given, in ``BINS`` bins of equal width.

    Source: Guo et al., ICML 2017, "On calibration of modern neural networks", arXiv:1706.04599.
    """
    told = [
        (min(int(one.answer.chance * BINS), BINS - 1), one.answer.chance, one.verdict.right)
        for one in results
        if one.answer.chance is not None and not one.answer.refused
    ]
    bins = [[one for one in told if one[0] == number] for number in range(BINS)]
    return sum(abs(sum(chance - right for _, chance, right in own)) for own in bins) / max(1, len(told))


@contextmanager
def without(switches: Sequence[Switch]) -> Iterator[None]:
    """While this lasts, the parts named are replaced."""
    kept = []
    for module, name, other in switches:
        place = importlib.import_module(module)
        kept.append((place, name, getattr(place, name)))
        setattr(place, name, other)
    try:
        yield
    finally:
        for place, name, own in kept:
            setattr(place, name, own)


def part_of(item: Item) -> str:
    """The name of a set that nobody tuned on (``APART``), else ``open`` or ``frozen``."""
    return next((name for name in APART if item.id.startswith(f"{name}-")), half(item.id))


def main(arguments: Sequence[str] | None = None) -> None:
    """Print a Markdown table."""
    parser = argparse.ArgumentParser(prog="python -m eval.rules", description=__doc__)
    parser.add_argument("--papers", type=Path, required=True)
    parser.add_argument("--samples", type=Path, required=True)
    parser.add_argument("--part", nargs="*", default=list(PARTS), help="only these parts")
    given = parser.parse_args(arguments)
    items = [item for name in ("papers", "samples", *APART) for item in load(SETS / f"{name}.jsonl")]
    write: Callable[[str], int] = sys.stdout.write
    heads = ("without", "set", "right", "confidently wrong", "refused of those without an answer", "needlessly")
    write(f"| {' | '.join([*heads, 'warned', 'off'])} |\n")
    write("| --- | --- | --- | --- | --- | --- | --- | --- |\n")
    with tempfile.TemporaryDirectory(prefix="passend-rules-") as data, without(REMEMBER_ALL):
        subjects = {
            ItemSet.PAPERS: indexed([given.papers], Path(data) / "papers", embedder=embedders.load()),
            ItemSet.SAMPLES: indexed([given.samples], Path(data) / "samples", embedder=embedders.load()),
        }
        for name in given.part:
            with without(PARTS[name]):
                results = [
                    result
                    for where, subject in subjects.items()
                    for result in evaluate([item for item in items if item.set is where], subject).results
                ]
            for group in ("open", "frozen", *APART):
                write(f"| {name} | {group} | {tally([one for one in results if part_of(one.item) == group])} |\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
