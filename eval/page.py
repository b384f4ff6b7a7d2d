"""The outcome of a run as one web page that needs nothing else: no script, no font, no picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from assistant.answer import Citation
from eval.beside import Beside
from eval.charts import lines, pairs, share_bar, stacked_bar
from eval.gate import Shortfall
from eval.history import Past
from eval.items import ItemSet, half
from eval.report import (
    beside_tables,
    decimal,
    failures,
    group_rows,
    share_text,
    shortfall_text,
    spreads_text,
    target_rows,
)
from eval.run import Result, Run
from eval.scores import Dimension, by_set, grouped, scores, tally
from eval.wording import (
    DIMENSION_NAMES,
    GROUP_NAMES,
    HALF_NAMES,
    OUTCOME_NAMES,
    SET_NAMES,
    STATUS_NAMES,
    TARGET_HEADS,
)

_STYLE = """
:root { color-scheme: light dark; --right: #1a7f4b; --wrong: #c77700; --sure: #b3261e; --refused: #8a8a8a; }
:root { --extra: #4a6fb5; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 70rem; margin: 0 auto; padding: 1rem; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; }
th, td { text-align: left; padding: .25rem .5rem; border-bottom: 1px solid #8888; vertical-align: top; }
td.figure, th.figure, .figures td, .figures thead th + th { text-align: right; font-variant-numeric: tabular-nums; }
svg { display: block; width: 100%; }
svg.bar { min-width: 8rem; height: 1rem; }
svg.drawing { max-width: 52rem; font-size: 12px; }
svg text { fill: currentColor; }
figure { margin: 1rem 0; }
figure, .scroll { overflow-x: auto; }
svg.drawing { min-width: 36rem; }
details p { white-space: pre-line; }
details { border: 1px solid #8888; border-radius: .4rem; padding: .5rem .75rem; margin: .5rem 0; }
summary { cursor: pointer; }
blockquote { margin: .5rem 0; padding-left: .75rem; border-left: 3px solid #8888; }
.below { border: 2px solid var(--sure); padding: .5rem 1rem; }
"""
THROUGH_TIME = (
    Dimension.ACCURACY,
    Dimension.NOT_MISLED,
    Dimension.REFUSAL,
    Dimension.RECALL_AT_10,
    Dimension.INJECTION,
)


def as_html(
    run: Run,
    *,
    title: str,
    shortfalls: Sequence[Shortfall] = (),
    beside: Beside | None = None,
    runs: Sequence[Past] = (),
) -> str:
    """The outcome as a page, with every failure in full, so that a person can judge the judge.

    Args:
        run: What was measured.
        title: Heading of the page, such as when and on what was measured.
        shortfalls: What fell below its recorded level.
        beside: Floors, other pipelines and ways of typing of the same run.
        runs: This run and those before it, oldest first.
    """
    parts = [
        _below(shortfalls) if shortfalls else "",
        _targets(run) if run.results else "",
        _over_time(runs) if len(runs) > 1 else "",
        _beside(beside) if beside else "",
        *(_section(*part) for part in by_set(run).items()),
    ]
    return (
        f'<!DOCTYPE html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{escape(title)}</h1>\n{''.join(parts)}</main>\n</body>\n</html>\n"
    )


def _targets(run: Run) -> str:
    return (
        "<section>\n<h2>Niveaus die bereikt moeten worden</h2>\n"
        "<p>Wat telt is de vaste helft: op de open helft is afgesteld. Tussen haakjes 95 %.</p>\n"
        f"{_plain_table(TARGET_HEADS, target_rows(run))}</section>\n"
    )


def _over_time(runs: Sequence[Past]) -> str:
    parts = []
    for name in ItemSet:
        drawn = {
            DIMENSION_NAMES[dimension]: [one.values.get(name, {}).get(dimension) for one in runs]
            for dimension in THROUGH_TIME
        }
        drawn = {label: values for label, values in drawn.items() if any(value is not None for value in values)}
        if drawn:
            labels = [f"{one.date} {one.commit[:7]}".strip() for one in runs]
            caption = f"{SET_NAMES[name]}: {len(runs)} metingen, van {labels[0]} tot {labels[-1]}."
            parts.append(lines(drawn, labels, caption) + _table_over_time(drawn, labels))
    return f"<section>\n<h2>Door de tijd</h2>\n{''.join(parts)}</section>\n"


def _table_over_time(drawn: Mapping[str, Sequence[float | None]], labels: Sequence[str]) -> str:
    rows = [
        (label, *("–" if values[at] is None else decimal(values[at] or 0.0) for values in drawn.values()))
        for at, label in enumerate(labels)
    ]
    table = _plain_table(("meting", *drawn), rows)
    return f"<details><summary>Dezelfde cijfers als tabel</summary>\n{table}</details>\n"


def _beside(beside: Beside) -> str:
    tables = "".join(_plain_table(heads, rows) for heads, rows in beside_tables(beside) if rows)
    return f"<section>\n<h2>Ernaast, over: {escape(SET_NAMES[beside.set])}</h2>\n{tables}</section>\n"


def _plain_table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table of text: names in the first column, figures in the others."""
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in heads)
    body = "".join(
        f'<tr><th scope="row">{escape(first)}</th>' + "".join(f"<td>{escape(cell)}</td>" for cell in others) + "</tr>\n"
        for first, *others in rows
    )
    return _scrolling(f'<table class="figures">\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>')


def _scrolling(table: str) -> str:
    """A wide table moves under the finger, and with the arrow keys, while the page stands still."""
    return f'<div class="scroll" role="region" aria-label="Tabel" tabindex="0">{table}</div>\n'


def _below(shortfalls: Sequence[Shortfall]) -> str:
    items = "".join(f"<li>{escape(shortfall_text(shortfall))}</li>" for shortfall in shortfalls)
    return f'<section class="below"><h2>Onder het vastgelegde niveau</h2><ul>{items}</ul></section>\n'


def _section(name: ItemSet, results: Sequence[Result]) -> str:
    failed = failures(results)
    shown = "".join(map(_failure, failed)) or "<p>Geen.</p>\n"
    return (
        f"<section>\n<h2>{escape(SET_NAMES[name])}: {len(results)} vragen</h2>\n{_figures(results)}"
        f"<p>{escape(spreads_text(results))}</p>\n{_groups(results)}{_halves(results)}"
        f"<h3>Wat niet goed ging ({len(failed)})</h3>\n{shown}</section>\n"
    )


def _figures(results: Sequence[Result]) -> str:
    rows = "".join(
        f'<tr><th scope="row">{escape(DIMENSION_NAMES[dimension])}</th>'
        f"<td>{share_bar(score, decimal(score.value))}</td>"
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
            f'<tr><th scope="row">{escape(GROUP_NAMES.get(label, label))}</th><td>{stacked_bar(tally(group))}</td>'
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


def _halves(results: Sequence[Result]) -> str:
    """What was tuned on beside what never was, kind by kind."""
    rows = []
    for kind, group in grouped(results, lambda result: result.item.kind.value).items():
        halves = grouped(group, lambda result: half(result.item.id))
        if len(halves) == len(HALF_NAMES):
            rows.append((GROUP_NAMES.get(kind, kind), tally(halves["frozen"]).share, tally(halves["open"]).share))
    return pairs(rows, "goed in de vaste helft", "goed in de open helft") if rows else ""


def _table(heads: Sequence[str], rows: str) -> str:
    # A column of bars takes the room that the figures leave.
    cells = "".join(f'<th scope="col"{_width(place)}>{escape(head)}</th>' for place, head in enumerate(heads))
    return _scrolling(f"<table>\n<thead><tr>{cells}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>")


def _width(place: int) -> str:
    return ' style="width: 40%"' if place == 1 else ' class="figure"' if place > 1 else ""


def _failure(result: Result) -> str:
    item, answer, verdict = result.item, result.answer, result.verdict
    lines = [
        ("Eerder gevraagd", " / ".join(item.history)),
        ("Begrepen als", "" if answer.understood_as == item.question else answer.understood_as),
        ("Antwoord", answer.whole_text),
        ("Uitkomst", f"{STATUS_NAMES[answer.status]}; verwacht: {STATUS_NAMES[item.refusal]}" if item.refusal else ""),
        ("Ontbreekt", " · ".join(verdict.missing)),
        ("Had er niet mogen staan", " · ".join(verdict.false)),
        ("Verwachte vindplaats", _expected(item.documents, item.places) if result.cited is False else ""),
        ("Citaten", "niet letterlijk juist" if result.exact is False else ""),
        ("Staaft niet wat er staat", "ja" if result.supported is False else ""),
        ("Officiële verwijzing", "niet tot op de letter" if result.official is False else ""),
        ("Tegenspraak", "gemeld, maar er is er geen" if result.alarm else ""),
        ("Gevonden bij de eerste 10", _found(result)),
        ("Aantekening", item.note),
    ]
    told = "".join(f"<p><strong>{escape(head)}:</strong> {escape(text)}</p>\n" for head, text in lines if text)
    quotes = "".join(map(_quote, answer.citations))
    head = f"{item.id} ({HALF_NAMES[half(item.id)]}): {item.question}"
    return (
        f"<details><summary><strong>{escape(OUTCOME_NAMES[verdict.outcome])}</strong> "
        f"{escape(head)}</summary>\n{told}{quotes}</details>\n"
    )


def _expected(documents: Sequence[str], places: Sequence[str]) -> str:
    return ", ".join(documents) + (f" ({', '.join(places)})" if places else "")


def _found(result: Result) -> str:
    return decimal(result.retrieval.recall_at_10) if result.retrieval else ""


def _quote(citation: Citation) -> str:
    return f"<blockquote>{escape(citation.shown)}<br><cite>{escape(citation.citation)}</cite></blockquote>\n"
