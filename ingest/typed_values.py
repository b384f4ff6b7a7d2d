"""Dates, amounts, counts, percentages, periods and deadlines in a text, with what they stand for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ingest.counted import counts, fractions
from ingest.flattened import flattened
from ingest.measures import amounts, percentages, periods
from ingest.references import references
from ingest.times import moments
from ingest.value import TypedValue, ValueKind

__all__ = ["TypedValue", "ValueKind", "values"]

# What bears figures that are no values: addresses on the net and of houses, telephone numbers, dossiers.
MASKED = re.compile(
    r"(?:https?://|www\.)\S+|\b\d{2} \d{3}(?: [IVXLC]+\b|, nrs?\b)"
    r"|(?<=Kamerstuk )\d{2} \d{3}|(?<=Kamerstukken )\d{2} \d{3}"
    r"|(?<![\w,./-])(?:\(?0\d{1,3}\)?|\+\d{2})(?:[ -]\(?\d{1,8}\)?){1,6}\b"
    r"|(?:(?<=\n)|(?<=, )|^)[1-9]\d{3} ?[A-Z]{2}\b(?=[ \n]|$)|\b\d{4} [A-Z]{2} (?=[’'A-Z][\w’'-]+ ?(?:\n|$|[A-Z]))"
    r"|^[A-Z][\w.'’-]+(?: [A-Za-z][\w.'’-]+){0,3} \d{1,4}[a-zA-Z]?(?=\s{1,3}\d{4} [A-Z]{2}\b)",
    re.MULTILINE,
)
LABEL_END = re.compile(r"[.)]? (?=[A-Z«‘“]|https?:|www\.)|[.)] |\n|$")
PARTITIVE = re.compile(r"\b(?:er|waarvan|daarvan|hiervan)(?: \w+)? $")


def values(text: str, reference: date | None = None) -> list[TypedValue]:
    """The values in a text, in order, none overlapping another.

    Args:
        text: Any text of a paper.
        reference: The day on which it was written; "dit najaar" and "15 juni a.s." are
            resolved against it, and stay without value when it is None.
    """
    flat = flattened(text)
    named = [(found.start, found.end) for found in references(text)]
    taken = _Taken([*named, *(match.span() for match in MASKED.finditer(text))])
    found: list[TypedValue] = []
    for finder in (
        amounts(flat),
        percentages(flat),
        _dates(text, reference),
        fractions(flat),
        periods(flat),
        counts(flat),
    ):
        found += [
            replace(value, text=text[value.start : value.end])
            for value in finder
            if not _labels_line(text, value) and taken.take(value.start, value.end)
        ]
    found.sort(key=lambda value: value.start)
    return _with_earlier_units(found, text)


class _Taken:
    """Stretches that hold a value already."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self._spans: list[tuple[int, int]] = []
        for start, end in sorted(spans):
            if self._spans and start < self._spans[-1][1]:
                self._spans[-1] = (self._spans[-1][0], max(end, self._spans[-1][1]))
            else:
                self._spans.append((start, end))

    def take(self, start: int, end: int) -> bool:
        at = bisect_left(self._spans, (start, end))
        near = self._spans[max(0, at - 1) : at + 1]
        if any(start < other_end and other_start < end for other_start, other_end in near):
            return False
        self._spans.insert(at, (start, end))
        return True


def _dates(text: str, reference: date | None) -> Iterator[TypedValue]:
    for moment in moments(text, reference):
        yield TypedValue(
            kind=ValueKind.DEADLINE if moment.limit else ValueKind.DATE,
            text=text[moment.start : moment.end],
            start=moment.start,
            end=moment.end,
            value=moment.value,
        )


def _labels_line(text: str, value: TypedValue) -> bool:
    """Whether a figure opens its line as the number of a footnote, a list item or a paper."""
    if value.kind is not ValueKind.COUNT or not text[value.start : value.end].isdigit():
        return False
    if text[max(0, value.start - 3) : value.start].rstrip(" ")[-1:] not in {"", "\n"}:
        return False
    return bool(LABEL_END.match(text, value.end))


def _with_earlier_units(found: list[TypedValue], text: str) -> list[TypedValue]:
    """In "41 aanvragen, waarvan er 39 zijn goedgekeurd" the 39 are aanvragen too."""
    result: list[TypedValue] = []
    unit = ""
    for value in found:
        if value.kind is ValueKind.COUNT:
            if not value.unit and PARTITIVE.search(text[max(0, value.start - 20) : value.start]):
                value = replace(value, unit=unit)
            unit = value.unit or unit
        result.append(value)
    return result
