"""The outcome of a run as one web page that needs nothing else: no script, no font, no picture."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from assistant.answer import Citation
from eval.gate import Shortfall
from eval.items import ItemSet, half
from eval.metrics import Outcome
from eval.report import (
    DIMENSION_NAMES,
    SET_NAMES,
    decimal,
    failures,
    group_rows,
    share_text,
    shortfall_text,
    spreads_text,
)
from eval.run import Result, Run
from eval.scores import Score, by_set, grouped, scores, tally

_STYLE = """
:root { color-scheme: light dark; --right: #1a7f4b; --wrong: #c77700; --sure: #b3261e; --refused: #8a8a8a; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 70rem; margin: 0 auto; padding: 1rem; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; }
th, td { text-align: left; padding: .25rem .5rem; border-bottom: 1px solid #8888; vertical-align: top; }
td.figure, th.figure { text-align: right; font-variant-numeric: tabular-nums; }
svg { display: block; width: 100%; min-width: 8rem; height: 1rem; }
details { border: 1px solid #8888; border-radius: .4rem; padding: .5rem .75rem; margin: .5rem 0; }
summary { cursor: pointer; }
blockquote { margin: .5rem 0; padding-left: .75rem; border-left: 3px solid #8888; }
.below { border: 2px solid var(--sure); padding: .5rem 1rem; }
"""
_OUTCOME_NAMES = {
    Outcome.RIGHT: "goed",
    Outcome.WRONG: "fout",
    Outcome.CONFIDENTLY_WRONG: "stellig fout",
    Outcome.SILENT: "vroeg terug",
    Outcome.NEEDLESS_REFUSAL: "onnodig geen antwoord",
}


def as_html(run: Run, *, title: str, shortfalls: Sequence[Shortfall] = ()) -> str:
    """The outcome as a page, with every failure in full, so that a person can judge the judge.

    Args:
        run: What was measured.
        title: Heading of the page, such as when and on what was measured.
        shortfalls: What fell below its recorded level.
    """
    parts = [_below(shortfalls) if shortfalls else "", *(_section(*part) for part in by_set(run).items())]
    return (
        f'<!DOCTYPE html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<h1>{escape(title)}</h1>\n{''.join(parts)}</body>\n</html>\n"
    )


def _below(shortfalls: Sequence[Shortfall]) -> str:
    items = "".join(f"<li>{escape(shortfall_text(shortfall))}</li>" for shortfall in shortfalls)
    return f'<section class="below"><h2>Onder het vastgelegde niveau</h2><ul>{items}</ul></section>\n'


def _section(name: ItemSet, results: Sequence[Result]) -> str:
    failed = failures(results)
    shown = "".join(map(_failure, failed)) or "<p>Geen.</p>\n"
    return (
        f"<section>\n<h2>{escape(SET_NAMES[name])}: {len(results)} vragen</h2>\n{_figures(results)}"
        f"<p>{escape(spreads_text(results))}</p>\n{_groups(results)}"
        f"<h3>Wat niet goed ging ({len(failed)})</h3>\n{shown}</section>\n"
    )


def _figures(results: Sequence[Result]) -> str:
    rows = "".join(
        f'<tr><th scope="row">{escape(DIMENSION_NAMES[dimension])}</th><td>{_share_bar(score)}</td>'
        f'<td class="figure">{share_text(score)}</td><td class="figure">{score.n}</td></tr>\n'
        for dimension, score in scores(results).items()
    )
    return _table(("maat", "", "waarde (95 %)", "n"), rows)


def _groups(results: Sequence[Result]) -> str:
    rows = []
    for label, group in group_rows(results):
        halves = grouped(group, lambda result: half(result.item.id))
        open_half, frozen_half = (tally(halves.get(name, ())) for name in ("open", "frozen"))
        rows.append(
            f'<tr><th scope="row">{escape(label)}</th><td>{_stacked_bar(group)}</td>'
            f'<td class="figure">{len(group)}</td>'
            f'<td class="figure">{open_half.right}/{open_half.n}</td>'
            f'<td class="figure">{frozen_half.right}/{frozen_half.n}</td></tr>\n'
        )
    heads = (
        "groep",
        "goed · fout · stellig fout · geen antwoord",
        "n",
        "open helft goed",
        "vaste helft goed",
    )
    return _table(heads, "".join(rows))


def _table(heads: Sequence[str], rows: str) -> str:
    # A column of bars takes the room that the figures leave.
    cells = "".join(f'<th scope="col"{_width(place)}>{escape(head)}</th>' for place, head in enumerate(heads))
    return f"<table>\n<thead><tr>{cells}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n"


def _width(place: int) -> str:
    return ' style="width: 40%"' if place == 1 else ' class="figure"' if place > 1 else ""


def _share_bar(score: Score) -> str:
    whiskers = ""
    if score.interval:
        low, high = (100 * bound for bound in score.interval)
        whiskers = f'<line x1="{low:.1f}" x2="{high:.1f}" y1="5" y2="5" stroke="currentColor" stroke-width="1.5"/>'
    bar = f'<rect width="{100 * score.value:.1f}" height="10" fill="var(--right)" opacity=".6"/>'
    return _svg(decimal(score.value), bar + whiskers)


def _stacked_bar(group: Sequence[Result]) -> str:
    counts = tally(group)
    parts = (
        ("goed", counts.right, "--right"),
        ("fout", counts.wrong - counts.confidently_wrong, "--wrong"),
        ("stellig fout", counts.confidently_wrong, "--sure"),
        ("geen antwoord", counts.refused, "--refused"),
    )
    left, shapes = 0.0, []
    for _, count, colour in parts:
        width = 100 * count / counts.n
        shapes.append(f'<rect x="{left:.2f}" width="{width:.2f}" height="10" fill="var({colour})"/>')
        left += width
    return _svg(", ".join(f"{count} {word}" for word, count, _ in parts), "".join(shapes))


def _svg(meaning: str, shapes: str) -> str:
    return (
        f'<svg viewBox="0 0 100 10" preserveAspectRatio="none" role="img" '
        f'aria-label="{escape(meaning)}"><title>{escape(meaning)}</title>{shapes}</svg>'
    )


def _failure(result: Result) -> str:
    item, answer, verdict = result.item, result.answer, result.verdict
    lines = [
        ("Eerder gevraagd", " / ".join(item.history)),
        ("Begrepen als", "" if answer.understood_as == item.question else answer.understood_as),
        ("Antwoord", answer.text),
        ("Status", f"{answer.status.value}; verwacht: {item.refusal.value}" if item.refusal else ""),
        ("Ontbreekt", " · ".join(verdict.missing)),
        ("Had er niet mogen staan", " · ".join(verdict.false)),
        ("Verwachte vindplaats", _expected(item.documents, item.places) if result.cited is False else ""),
        ("Citaten", "niet letterlijk juist" if result.exact is False else ""),
        ("Gevonden bij de eerste 10", _found(result)),
        ("Aantekening", item.note),
    ]
    told = "".join(f"<p><strong>{escape(head)}:</strong> {escape(text)}</p>\n" for head, text in lines if text)
    quotes = "".join(map(_quote, answer.citations))
    return (
        f"<details><summary><strong>{escape(_OUTCOME_NAMES[verdict.outcome])}</strong> "
        f"{escape(item.id)} ({half(item.id)}): {escape(item.question)}</summary>\n{told}{quotes}</details>\n"
    )


def _expected(documents: Sequence[str], places: Sequence[str]) -> str:
    return ", ".join(documents) + (f" ({', '.join(places)})" if places else "")


def _found(result: Result) -> str:
    return decimal(result.retrieval.recall_at_10) if result.retrieval else ""


def _quote(citation: Citation) -> str:
    return f"<blockquote>{escape(citation.text)}<br><cite>{escape(citation.citation)}</cite></blockquote>\n"
