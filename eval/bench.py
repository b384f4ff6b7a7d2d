"""Ours beside what a user would pick instead: same papers, same questions, same run.

``python -m eval.bench --papers FOLDER [--questions FILE]`` writes the table of docs/measurements.md.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from eval.baselines import Baseline, always_refuse, minilm, pipelines, quote_top
from eval.embedder import timed
from eval.items import Item, load
from eval.machine import machine
from eval.relevance import Retrieval, mean
from eval.run import Ask, Run, Subject, evaluate
from eval.scores import Tally, percentile, tally
from eval.subject import indexed
from index import embedder as embedders
from ingest.passages import cut

QUESTIONS = Path(__file__).parent / "sets" / "papers.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """How well and how fast one way to search did."""

    name: str
    found: Retrieval  # means
    n: int
    p50: float  # milliseconds
    p95: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """How often one way to answer was right."""

    name: str
    counts: Tally


def compare_search(items: Sequence[Item], ours: Subject, baselines: Sequence[Baseline]) -> list[Searched]:
    """Search for every question that has evidence, by ours and by each baseline.

    Questions that lean on a conversation are left out: the baselines know no conversation.
    Every way searches once before it is timed.
    """
    asked = [item for item in items if item.evidence and not item.history]
    ways = [Baseline(name="ours", retrieve=ours.retrieve), *baselines]
    return [_searched(way, asked, ours) for way in ways]


def compare_answers(items: Sequence[Item], ours: Subject, baselines: Sequence[Baseline]) -> list[Answered]:
    """Answer every question, by ours and by the floors: refuse all, or quote the first passage."""
    ways: list[tuple[str, Ask]] = [
        ("ours", ours.ask),
        ("always refuse", always_refuse),
        ("quote the first passage of ours", quote_top(ours.retrieve, ours.documents)),
        *((f"quote the first passage of {b.name}", quote_top(b.retrieve, ours.documents)) for b in baselines),
    ]
    return [_answered(name, ask, items, ours) for name, ask in ways]


def as_text(searched: Sequence[Searched], answered: Sequence[Answered], whole: Run, about: str) -> str:
    """The comparison as two Markdown tables; ratios are of ours, above 1 where ours is better."""
    ours = searched[0]
    lines = [
        about,
        "",
        f"| search ({ours.n} questions) | recall@5 | ours / this | recall@10 | nDCG@10 "
        "| ms p50 | ms p95 | this / ours |",
        "|---|---|---|---|---|---|---|---|",
    ]
    lines += [_search_row(way, ours) for way in searched]
    lines += ["", "| answer | right | 95 % | n | confidently wrong |", "|---|---|---|---|---|"]
    lines += map(_answer_row, answered)
    times = [result.ask_ms for result in whole.results]
    middle, slow = percentile(times, 0.5), percentile(times, 0.95)
    lines += ["", f"A whole answer of ours: {middle:.1f} ms p50, {slow:.1f} ms p95."]
    return "\n".join(lines) + "\n"


def bench(papers: Path, questions: Path) -> str:
    """Index the papers in both ways, ask everything, and give the tables as text."""
    items = load(questions)
    with tempfile.TemporaryDirectory(prefix="passend-bench-") as data:
        ours = indexed([papers], Path(data), embedder=embedders.load())
        names = {Path(document.source.file).name: name for name, document in ours.documents.items()}
        baselines = pipelines(papers, names)
        ours.ask(items[0])
        whole = evaluate(items, ours)
        searched = compare_search(items, ours, baselines)
        answered = compare_answers(items, ours, [b for b in baselines if b.name.endswith("1024/200")])
    texts = [passage.text for document in ours.documents.values() for passage in cut(document)]
    return as_text(searched, answered, whole, _about(papers, len(ours.documents), len(items))) + embedding(texts)


def embedding(texts: Sequence[str]) -> str:
    """A line on how many passages are embedded a second, by our model and by that of the baseline."""
    (_, ours), (_, theirs) = (timed(embedders.load(name), texts) for name in (None, str(minilm())))
    return (
        f"\n{len(texts)} passages are embedded at {ours:,.0f} a second, "
        f"by the model of the baseline at {theirs:,.1f}: {ours / theirs:.0f} times as fast.\n"
    )


def _searched(way: Baseline, items: Sequence[Item], ours: Subject) -> Searched:
    for item in items[:1]:
        way.retrieve(item.question)
    subject = Subject(ask=always_refuse, retrieve=way.retrieve, documents=ours.documents, delivered={})
    results = evaluate(items, subject).results
    times = [result.retrieve_ms for result in results]
    return Searched(
        name=way.name,
        found=mean(result.retrieval for result in results),
        n=len(results),
        p50=percentile(times, 0.5),
        p95=percentile(times, 0.95),
    )


def _answered(name: str, ask: Ask, items: Sequence[Item], ours: Subject) -> Answered:
    subject = Subject(ask=ask, retrieve=lambda _: (), documents=ours.documents, delivered={})
    results = evaluate(items, subject).results
    return Answered(name=name, counts=tally(results))


def _search_row(way: Searched, ours: Searched) -> str:
    found = way.found
    return (
        f"| {way.name} | {found.recall_at_5:.3f} | {_ratio(ours.found.recall_at_5, found.recall_at_5)} "
        f"| {found.recall_at_10:.3f} | {found.ndcg_at_10:.3f} "
        f"| {way.p50:.1f} | {way.p95:.1f} | {_ratio(way.p50, ours.p50)} |"
    )


def _answer_row(way: Answered) -> str:
    counts = way.counts
    low, high = counts.interval
    shares = f"{counts.share:.3f} | {low:.3f}–{high:.3f}"
    return f"| {way.name} | {shares} | {counts.n} | {counts.confidently_wrong} |"


def _ratio(better: float, other: float) -> str:
    return f"{better / other:.2f}" if other else "∞"


def _about(papers: Path, documents: int, questions: int) -> str:
    return f"{documents} papers of {papers.name}, {questions} questions; {machine()}; {datetime.now(UTC):%Y-%m-%d}."


def main(arguments: Sequence[str] | None = None) -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m eval.bench", description=__doc__)
    parser.add_argument("--papers", type=Path, required=True, help="folder of papers as .txt")
    parser.add_argument("--questions", type=Path, default=QUESTIONS, help="question set in JSONL")
    given = parser.parse_args(arguments)
    sys.stdout.write(bench(given.papers, given.questions))


if __name__ == "__main__":
    main()
