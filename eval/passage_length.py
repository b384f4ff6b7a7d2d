"""How long passages should be: the same questions over papers cut shorter and longer.

``python -m eval.passage_length --papers FOLDER [--questions FILE]`` writes the table of docs/measurements.md. Only the
open half is asked, as a length is chosen by it.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from assistant.read import reader
from eval.bench import QUESTIONS
from eval.items import Item, ItemKind, half, load
from eval.relevance import mean
from eval.run import Result, evaluate
from eval.scores import tally
from eval.subject import subject_of
from index import embedder as embedders
from index import generation as generations
from ingest.document import Document
from ingest.passages import LENGTHS, Lengths
from ingest.reading import read_folder

TRIED = (
    Lengths(most=80, enough=30),
    Lengths(most=100, enough=60),
    LENGTHS,
    Lengths(most=200, enough=100),
    Lengths(most=300, enough=150),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What came of one length; recall and nDCG are means over the questions that stand alone."""

    lengths: Lengths
    passages: int
    words: float  # median of a passage
    formal: tuple[float, float]  # recall@10, nDCG@10
    lay: tuple[float, float]
    right: int
    confidently_wrong: int
    n: int


def measure(documents: Sequence[Document], items: Sequence[Item], lengths: Lengths) -> Measured:
    """Index the papers cut so, and ask every question."""
    with tempfile.TemporaryDirectory(prefix="passend-length-") as data:
        generation = generations.build(
            documents, Path(data), embedder=embedders.load(), lengths=lengths, reader=reader.load()
        )
        results = evaluate(items, subject_of(generation, {})).results
        counts = tally(results)
        return Measured(
            lengths=lengths,
            passages=len(generation.passages),
            words=median(len(passage.text.split()) for passage in generation.passages),
            formal=_found(results, lay=False),
            lay=_found(results, lay=True),
            right=counts.right,
            confidently_wrong=counts.confidently_wrong,
            n=counts.n,
        )


def _found(results: Sequence[Result], *, lay: bool) -> tuple[float, float]:
    middle = mean(
        result.retrieval
        for result in results
        if not result.item.history and (result.item.kind is ItemKind.PLAIN_LANGUAGE) is lay
    )
    return middle.recall_at_10, middle.ndcg_at_10


def as_text(measured: Sequence[Measured]) -> str:
    """The lengths as a Markdown table."""
    lines = [
        "| most, enough (words) | passages | median | formal: recall@10, nDCG@10 | lay | right | confidently wrong |",
        "|---|---|---|---|---|---|---|",
    ]
    lines += [
        f"| {one.lengths.most}, {one.lengths.enough} | {one.passages} | {one.words:.0f} "
        f"| {one.formal[0]:.3f}, {one.formal[1]:.3f} | {one.lay[0]:.3f}, {one.lay[1]:.3f} "
        f"| {one.right}/{one.n} | {one.confidently_wrong} |"
        for one in measured
    ]
    return "\n".join(lines) + "\n"


def main(arguments: Sequence[str] | None = None) -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m eval.passage_length", description=__doc__)
    parser.add_argument("--papers", type=Path, required=True, help="folder of papers")
    parser.add_argument("--questions", type=Path, default=QUESTIONS, help="question set in JSONL")
    given = parser.parse_args(arguments)
    documents = read_folder(given.papers).documents
    items = [item for item in load(given.questions) if half(item.id) == "open"]
    sys.stdout.write(as_text([measure(documents, items, lengths) for lengths in TRIED]))


if __name__ == "__main__":
    main()
