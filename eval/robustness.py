"""What slips, messages and named sources cost: the same questions as written and as people type them in haste or mails.

``python -m eval.robustness --papers FOLDER [--questions FILE]`` writes the table of docs/measurements.md.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import fmean

from eval.bench import QUESTIONS
from eval.items import Item, load
from eval.perturb import Known, perturbations
from eval.relevance import mean
from eval.run import Result, Subject, evaluate
from eval.sources import in_message, with_source
from eval.subject import indexed
from index import embedder as embedders
from index.dutch import stem, terms
from ingest.document import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """One way of typing, over the questions that it changes: shares as written and as typed so."""

    way: str
    n: int
    recall: tuple[float, float]  # @10
    ndcg: tuple[float, float]  # @10
    right: tuple[float, float]  # of the answers


def costs(items: Sequence[Item], subject: Subject) -> list[Cost]:
    """Ask every question that has evidence and stands alone, as written and in each way that changes it."""
    asked = [item for item in items if item.evidence and not item.history]
    known = known_in(subject.documents.values())
    written = {result.item.id: result for result in evaluate(asked, subject).results}
    typed: dict[str, list[Item]] = {}
    for item in asked:
        paper = subject.documents.get(item.documents[0]) if item.documents else None
        ways = {
            **perturbations(item.question, known),
            "a message around it": in_message(item.question),
            **(with_source(item.question, paper) if paper and len(item.documents) == 1 else {}),
        }
        for way, question in ways.items():
            typed.setdefault(way, []).append(replace(item, question=question))
    return [
        _cost(way, [written[item.id] for item in changed], list(evaluate(changed, subject).results))
        for way, changed in typed.items()
    ]


def known_in(documents: Iterable[Document]) -> Known:
    """Whether a word occurs in some papers, whatever its ending."""
    stems = {term for document in documents for term in terms(document.text)}
    return lambda word: stem(word) in stems


def _cost(way: str, before: Sequence[Result], after: Sequence[Result]) -> Cost:
    written, typed = (mean(result.retrieval for result in results) for results in (before, after))
    return Cost(
        way=way,
        n=len(after),
        recall=(written.recall_at_10, typed.recall_at_10),
        ndcg=(written.ndcg_at_10, typed.ndcg_at_10),
        right=(_right(before), _right(after)),
    )


def _right(results: Sequence[Result]) -> float:
    return fmean(result.verdict.right for result in results)


def as_text(found: Sequence[Cost]) -> str:
    """The costs as a Markdown table; a difference below zero is a loss."""
    lines = ["| typed with | n | recall@10 | nDCG@10 | answers right |", "|---|---|---|---|---|"]
    lines += [
        f"| {cost.way} | {cost.n} | {_pair(cost.recall)} | {_pair(cost.ndcg)} | {_pair(cost.right)} |" for cost in found
    ]
    return "\n".join(lines) + "\n"


def _pair(values: tuple[float, float]) -> str:
    before, after = values
    return f"{before:.3f} → {after:.3f} ({after - before:+.3f})"


def main(arguments: Sequence[str] | None = None) -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m eval.robustness", description=__doc__)
    parser.add_argument("--papers", type=Path, required=True, action="append", help="folder of papers")
    parser.add_argument("--questions", type=Path, default=QUESTIONS, help="question set in JSONL")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="passend-robust-") as data:
        subject = indexed(given.papers, Path(data), embedder=embedders.load())
        sys.stdout.write(as_text(costs(load(given.questions), subject)))


if __name__ == "__main__":
    main()
