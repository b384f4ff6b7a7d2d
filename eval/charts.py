"""Small drawings for the report: bars, pairs and lines as SVG, each with its meaning in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from eval.scores import Score, Tally

_ROW, _LEFT, _WIDE = 22, 190, 640  # heights and widths in units of the drawing
_COLOURS = ("--right", "--wrong", "--sure", "--refused", "--extra")
_DASHES = ("", "6 3", "2 3", "8 3 2 3", "1 2")  # lines differ without colour too


def share_bar(score: Score, meaning: str) -> str:
    """A share as a bar, with its interval as a line over it."""
    low, high = (100 * bound for bound in score.interval)
    bar = f'<rect width="{100 * min(1.0, score.value):.1f}" height="10" fill="var(--right)" opacity=".6"/>'
    reach = f'<line x1="{low:.1f}" x2="{min(100.0, high):.1f}" y1="5" y2="5" stroke="currentColor" stroke-width="1.5"/>'
    return _stretched(meaning, bar + reach)


def stacked_bar(counts: Tally) -> str:
    """How a group of questions came out, in four parts of one bar."""
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
    return _stretched(", ".join(f"{count} {word}" for word, count, _ in parts), "".join(shapes))


def pairs(rows: Sequence[tuple[str, float, float]], first: str, second: str) -> str:
    """Two shares per row as a dot and a ring on one line, so that a gap between them shows.

    Args:
        rows: A name, and two shares in 0..1.
        first: What the dots are.
        second: What the rings are.
    """
    shapes = [_scale(len(rows))]
    for at, (name, one, other) in enumerate(rows):
        y = _ROW * (at + 1)
        shapes.append(
            f'<text x="{_LEFT - 8}" y="{y + 4}" text-anchor="end">{escape(name)}</text>'
            f'<line x1="{_x(one)}" x2="{_x(other)}" y1="{y}" y2="{y}" stroke="currentColor"/>'
            f'<circle cx="{_x(one)}" cy="{y}" r="5" fill="var(--right)"/>'
            f'<circle cx="{_x(other)}" cy="{y}" r="7" fill="none" stroke="currentColor" stroke-width="2"/>'
        )
    caption = f"Stip: {first}. Ring: {second}."
    return _drawing(caption, _ROW * (len(rows) + 2), "".join(shapes))


def lines(series: Mapping[str, Sequence[float | None]], labels: Sequence[str], caption: str) -> str:
    """Shares through time, a line each; None where a run did not measure it.

    Args:
        series: Shares in 0..1 by name, as many as there are labels.
        labels: Of the runs, oldest first.
        caption: What is drawn, in words.
    """
    height, step = 180, (_WIDE - 20) / max(1, len(labels) - 1)
    shapes = [
        f'<line x1="{_LEFT}" x2="{_LEFT + _WIDE - 20}" y1="{y}" y2="{y}" stroke="#8886"/>'
        f'<text x="{_LEFT - 8}" y="{y + 4}" text-anchor="end">{share}</text>'
        for share, y in (("1,0", 20), ("0,5", 20 + height / 2), ("0,0", 20 + height))
    ]
    for at, (name, values) in enumerate(series.items()):
        known = [(place, value) for place, value in enumerate(values) if value is not None]
        points = [(_LEFT + step * place, 20 + height * (1 - value)) for place, value in known]
        colour, dash = _COLOURS[at % len(_COLOURS)], _DASHES[at % len(_DASHES)]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        dots = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="var({colour})"/>' for x, y in points)
        key = 20 + height + 22 + 18 * at
        shapes.append(
            f'<polyline points="{path}" fill="none" stroke="var({colour})" stroke-width="2" stroke-dasharray="{dash}"/>'
            f'{dots}<line x1="{_LEFT}" x2="{_LEFT + 40}" y1="{key}" y2="{key}" stroke="var({colour})" '
            f'stroke-width="2" stroke-dasharray="{dash}"/><text x="{_LEFT + 48}" y="{key + 4}">{escape(name)}</text>'
        )
    return _drawing(caption, height + 50 + 18 * len(series), "".join(shapes))


def _x(share: float) -> str:
    return f"{_LEFT + 10 + (_WIDE - 20) * share:.1f}"


def _scale(rows: int) -> str:
    bottom = _ROW * (rows + 1)
    return "".join(
        f'<line x1="{_x(at)}" x2="{_x(at)}" y1="8" y2="{bottom - 8}" stroke="#8886"/>'
        f'<text x="{_x(at)}" y="{bottom + 8}" text-anchor="middle">{text}</text>'
        for at, text in ((0.0, "0"), (0.5, "0,5"), (1.0, "1"))
    )


def _drawing(caption: str, height: float, shapes: str) -> str:
    return (
        f"<figure><figcaption>{escape(caption)}</figcaption>"
        f'<svg class="drawing" viewBox="0 0 {_LEFT + _WIDE} {height:.0f}" role="img" '
        f'aria-label="{escape(caption)} De tabel noemt dezelfde cijfers.">{shapes}</svg></figure>\n'
    )


def _stretched(meaning: str, shapes: str) -> str:
    return (
        f'<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" '
        f'aria-label="{escape(meaning)}"><title>{escape(meaning)}</title>{shapes}</svg>'
    )
