"""The outcome of a run as a plain table and as JSON; ``eval.page`` makes the web page."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from assistant.answer import as_record
from eval.gate import Shortfall
from eval.items import ItemSet, half
from eval.run import Result, Run
from eval.scores import Dimension, Score, Tally, by_set, grouped, scores, spreads, tally

# What the interface calls them.
SET_NAMES: Mapping[ItemSet, str] = {
    ItemSet.PAPERS: "Officiële stukken",
    ItemSet.BUILTIN: "Ingebouwde samenvattingen",
    ItemSet.SAMPLES: "Stukken uit andere dossiers",
}
DIMENSION_NAMES: Mapping[Dimension, str] = {
    Dimension.ACCURACY: "goed, van alle vragen",
    Dimension.PRECISION: "goed, van wat beantwoord is",
    Dimension.DIRECT: "getal, datum of naam in de eerste alinea",
    Dimension.ANSWER_RATE: "beantwoord, van wat te beantwoorden is",
    Dimension.NOT_MISLED: "niet stellig fout",
    Dimension.COMPLETENESS: "volledigheid van lijsten en procedures",
    Dimension.CITATION: "juiste vindplaats",
    Dimension.QUOTE_INTEGRITY: "citaten letterlijk juist",
    Dimension.REFUSAL: "terecht niet beantwoord",
    Dimension.REDACTED: "weggelakt als zodanig gemeld",
    Dimension.CONFLICT: "tegenspraak met beide stukken getoond",
    Dimension.FOLLOWUP: "vervolgvragen goed",
    Dimension.RECALL_AT_5: "zoeken: recall@5",
    Dimension.RECALL_AT_10: "zoeken: recall@10",
    Dimension.RECALL_AT_10_LAY: "zoeken: recall@10, gewone taal en typefouten",
    Dimension.NDCG_AT_10: "zoeken: nDCG@10",
}
HALF_NAMES: Mapping[str, str] = {"open": "open helft", "frozen": "vaste helft"}
SPREAD_NAMES: Mapping[str, str] = {
    "ask_ms": "ms per antwoord",
    "retrieve_ms": "ms per zoekvraag",
    "words": "woorden per antwoord",
}


def as_text(run: Run, *, shortfalls: Sequence[Shortfall] = ()) -> str:
    """The outcome for the terminal, in Dutch."""
    parts = [_set_text(name, results) for name, results in by_set(run).items()]
    if shortfalls:
        parts.append("Onder het vastgelegde niveau:\n" + "\n".join(f"- {shortfall_text(s)}" for s in shortfalls) + "\n")
    return "\n".join(parts)


def as_json(run: Run, *, shortfalls: Sequence[Shortfall] = ()) -> str:
    """The outcome for machines; its form is public, see ``docs/architecture.md``."""
    sets = {name.value: _set_record(results) for name, results in by_set(run).items()}
    below = [
        {"set": s.set.value, "dimension": s.dimension.value, "level": s.level, "measured": s.measured}
        for s in shortfalls
    ]
    questions = [_result_record(result) for result in run.results]
    record = {"sets": sets, "below_level": below, "questions": questions}
    return json.dumps(record, ensure_ascii=False, indent=1)


def group_rows(results: Sequence[Result]) -> list[tuple[str, Sequence[Result]]]:
    """The groups that a report shows, each with its results: kinds, then users, halves, all."""
    halves = grouped(results, lambda result: half(result.item.id))
    return [
        *grouped(results, lambda result: result.item.kind.value).items(),
        *grouped(results, lambda result: result.item.persona.value).items(),
        *((label, halves[name]) for name, label in HALF_NAMES.items() if name in halves),
        ("alles", results),
    ]


def failures(results: Sequence[Result]) -> list[Result]:
    """What went wrong: a wrong verdict, a wrong place, or a quote that is not exact."""
    return [r for r in results if not r.verdict.right or r.cited is False or r.exact is False]


def share_text(score: Score) -> str:
    """A figure with its interval, "0,95 (0,90–0,98)"."""
    if score.interval is None:
        return decimal(score.value)
    return f"{decimal(score.value)} ({decimal(score.interval[0])}–{decimal(score.interval[1])})"


def decimal(value: float) -> str:
    """A share in two decimals, cut off and not rounded: 0,999 is not 1,00."""
    return f"{int(value * 100 + 1e-9) / 100:.2f}".replace(".", ",")


def spreads_text(results: Sequence[Result]) -> str:
    """How long answering, searching and the answers are: the middle and the slow end."""
    return "; ".join(
        f"{SPREAD_NAMES[name]}: {spread.p50:.1f} (p50), {spread.p95:.1f} (p95)".replace(".", ",")
        for name, spread in spreads(results).items()
    )


def shortfall_text(shortfall: Shortfall) -> str:
    """One line on a dimension that fell below its level."""
    measured = "niet gemeten" if shortfall.measured is None else f"{shortfall.measured:.3f}".replace(".", ",")
    level = f"{shortfall.level:.3f}".replace(".", ",")
    name = DIMENSION_NAMES[shortfall.dimension]
    return f"{SET_NAMES[shortfall.set]}, {name}: {measured}, vastgelegd is {level}"


def _set_text(name: ItemSet, results: Sequence[Result]) -> str:
    head = ("soort", "n", "open", "vast", "goed", "fout", "stellig", "geen", "aandeel goed (95 %)")
    rows = [head, *(_group_cells(label, group) for label, group in group_rows(results))]
    figures = [
        (DIMENSION_NAMES[dimension], share_text(score), f"n = {score.n}")
        for dimension, score in scores(results).items()
    ]
    title = f"{SET_NAMES[name]}: {len(results)} vragen"
    return "\n".join([title, "", *_aligned(rows), "", *_aligned(figures), "", spreads_text(results), ""])


def _group_cells(label: str, group: Sequence[Result]) -> tuple[str, ...]:
    counts = tally(group)
    halves = grouped(group, lambda result: half(result.item.id))
    return (
        label,
        str(counts.n),
        *(_of(tally(halves.get(name, ()))) for name in HALF_NAMES),
        str(counts.right),
        str(counts.wrong),
        str(counts.confidently_wrong),
        str(counts.refused),
        share_text(Score(value=counts.share, n=counts.n, interval=counts.interval)),
    )


def _of(counts: Tally) -> str:
    return f"{counts.right}/{counts.n}"


def _aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    """Columns under each other: words to the left, figures to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = []
    for row in rows:
        first, *others = row
        cells = [first.ljust(widths[0]), *(c.rjust(w) for c, w in zip(others, widths[1:], strict=True))]
        lines.append("  ".join(cells).rstrip())
    return lines


def _set_record(results: Sequence[Result]) -> dict[str, Any]:
    return {
        "n": len(results),
        "dimensions": {
            name.value: {"value": score.value, "n": score.n, "interval": score.interval}
            for name, score in scores(results).items()
        },
        "groups": {label: _tally_record(tally(group)) for label, group in group_rows(results)},
        **{name: {"p50": spread.p50, "p95": spread.p95} for name, spread in spreads(results).items()},
    }


def _tally_record(counts: Tally) -> dict[str, Any]:
    return {
        "n": counts.n,
        "right": counts.right,
        "wrong": counts.wrong,
        "confidently_wrong": counts.confidently_wrong,
        "refused": counts.refused,
        "interval": counts.interval,
    }


def _result_record(result: Result) -> dict[str, Any]:
    found = result.retrieval
    return {
        "id": result.item.id,
        "half": half(result.item.id),
        "outcome": result.verdict.outcome.value,
        "missing": result.verdict.missing,
        "false": result.verdict.false,
        "cited": result.cited,
        "exact": result.exact,
        "retrieval": found
        and {"recall@5": found.recall_at_5, "recall@10": found.recall_at_10, "nDCG@10": found.ndcg_at_10},
        "ask_ms": round(result.ask_ms, 2),
        "retrieve_ms": round(result.retrieve_ms, 2),
        **as_record(result.answer),
    }
