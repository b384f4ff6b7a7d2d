"""The outcome of a run as a plain table and as JSON; ``eval.page`` makes the web page."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from assistant.answer import as_record
from eval.beside import Beside
from eval.gate import Shortfall
from eval.items import ItemSet, half
from eval.run import Result, Run
from eval.scores import Score, Tally, by_set, grouped, scores, spreads, tally
from eval.targets import ROBUST, Reached, reached
from eval.wording import (
    DIMENSION_NAMES,
    GROUP_NAMES,
    HALF_NAMES,
    SET_NAMES,
    SPREAD_NAMES,
    TARGET_HEADS,
    TYPED_NAMES,
    WAYS,
)

Table = tuple[tuple[str, ...], Sequence[tuple[str, ...]]]  # heads and rows


def as_text(run: Run, *, shortfalls: Sequence[Shortfall] = (), beside: Beside | None = None) -> str:
    """The outcome for the terminal, in Dutch."""
    parts = [_set_text(name, results) for name, results in by_set(run).items()]
    if run.results:
        parts.append(targets_text(run))
    if beside:
        parts.append(beside_text(beside))
    if shortfalls:
        parts.append("Onder het vastgelegde niveau:\n" + "\n".join(f"- {shortfall_text(s)}" for s in shortfalls) + "\n")
    return "\n".join(parts)


def as_json(run: Run, *, shortfalls: Sequence[Shortfall] = (), beside: Beside | None = None) -> str:
    """The outcome for machines; its form is public, see ``docs/architecture.md``."""
    record = {
        "sets": {name.value: _set_record(results) for name, results in by_set(run).items()},
        "targets": [_target_record(one) for one in reached(run)],
        "below_level": [
            {"set": s.set.value, "dimension": s.dimension.value, "level": s.level, "measured": s.measured}
            for s in shortfalls
        ],
        "beside": asdict(beside) if beside else None,
        "questions": [_result_record(result) for result in run.results],
    }
    return json.dumps(record, ensure_ascii=False, indent=1)


def targets_text(run: Run) -> str:
    """Every level beside what was measured of it."""
    return "\n".join(["Niveaus die bereikt moeten worden", "", *_aligned([TARGET_HEADS, *target_rows(run)]), ""])


def target_rows(run: Run) -> list[tuple[str, ...]]:
    """One row per level, under ``TARGET_HEADS``; the frozen half is what counts."""
    return [
        (
            DIMENSION_NAMES[one.dimension],
            decimal(one.target),
            *(f"{share_text(score)} n={score.n}" if score else "–" for score in (one.frozen, one.open, one.worlds)),
            "✓ ja" if one.met else "✗ nee",
        )
        for one in reached(run)
    ]


def beside_text(beside: Beside) -> str:
    """The floors, other pipelines and ways of typing of the same run."""
    parts = [f"Ernaast, over: {SET_NAMES[beside.set]}"]
    parts += ["\n".join(_aligned([heads, *rows])) for heads, rows in beside_tables(beside)]
    return "\n\n".join(parts) + "\n"


def beside_tables(beside: Beside) -> list[Table]:
    """The tables of what stands beside a run: heads and rows."""
    answered = [
        (
            _way(way.name),
            share_text(Score(value=way.counts.share, n=way.counts.n, interval=way.counts.interval)),
            str(way.counts.confidently_wrong),
            str(way.counts.n),
        )
        for way in beside.answered
    ]
    searched = [
        (_way(way.name), decimal(way.found.recall_at_10), decimal(way.found.ndcg_at_10), _ms(way.p50), _ms(way.p95))
        for way in beside.searched
    ]
    typed = [
        (
            TYPED_NAMES[cost.way],
            str(cost.n),
            *map(decimal, cost.right),
            f"{cost.right[1] - cost.right[0]:+.2f}".replace(".", ","),
            "✓ ja" if cost.right[1] >= cost.right[0] - ROBUST else "✗ nee",
        )
        for cost in beside.typed
    ]
    cold = [(f"{seconds:.1f} s".replace(".", ","),) for seconds in sorted(beside.cold_s)]
    return [
        (("antwoorden", "goed (95 %)", "stellig fout", "n"), answered),
        (("zoeken", "recall@10", "nDCG@10", "ms p50", "ms p95"), searched),
        (("getypt met", "n", "goed zoals geschreven", "goed zo getypt", "verschil", "hoogstens 0,03 lager"), typed),
        (("koude start tot en met het eerste antwoord",), cold),
    ]


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
    """What went wrong: a wrong verdict, place, quote or official number, or a conflict that is none."""
    return [
        r for r in results if not r.verdict.right or False in (r.cited, r.exact, r.supported, r.official) or r.alarm
    ]


def share_text(score: Score) -> str:
    """A figure with its interval, "0,95 (0,90–0,98)"."""
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


def _way(name: str) -> str:
    return WAYS.get(name, name.replace("quote the first passage of", "eerste passage voorlezen van"))


def _ms(milliseconds: float) -> str:
    return f"{milliseconds:.1f}".replace(".", ",")


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
        GROUP_NAMES.get(label, label),
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


def _target_record(one: Reached) -> dict[str, Any]:
    return {"dimension": one.dimension.value, "target": one.target, "met": one.met} | {
        column: score and {"value": score.value, "n": score.n, "interval": score.interval}
        for column, score in (("frozen", one.frozen), ("open", one.open), ("worlds", one.worlds))
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
        "supported": result.supported,
        "official": result.official,
        "false_alarm": result.alarm,
        "alone": result.alone and result.alone.outcome.value,
        "retrieval": found
        and {"recall@5": found.recall_at_5, "recall@10": found.recall_at_10, "nDCG@10": found.ndcg_at_10},
        "ask_ms": round(result.ask_ms, 2),
        "retrieve_ms": round(result.retrieve_ms, 2),
        "wording": result.answer.wording.value,
        **as_record(result.answer),
    }
