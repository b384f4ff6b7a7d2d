"""Where the papers give different figures for one thing, among the statements on a subject."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer import Citation, Conflict
from assistant.briefing.uitspraken import Uitspraak
from assistant.differ.known_conflicts import all_conflicts
from index.generation import Generation


def differences(rows: Sequence[Uitspraak], generation: Generation) -> list[Conflict]:
    """The known conflicts of which some statements tell a side."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for row in rows:
        spans.setdefault(row.document.identifier, []).extend(row.sentence.spans)
    return [
        conflict
        for conflict in all_conflicts(generation)
        if any(_told_in(side.citation, spans.get(side.citation.document, ())) for side in conflict.sides)
    ]


def _told_in(citation: Citation, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start < citation.end and citation.start < end for start, end in spans)
