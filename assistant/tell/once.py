"""Quotes that are told once: of what an answer quoted before, nothing is quoted again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.answer import Citation
from assistant.prove.quotes import quote, widest, with_quotes
from assistant.prove.verify import Statement
from ingest.document import Document, block_at

LEAST = 3  # words of a stretch; a shorter one says nothing where it is left over, and is no repetition: "Ja."


def told_once(statements: Sequence[Statement], documents: Mapping[str, Document]) -> list[Statement]:
    """The statements, in their order, with every stretch of a paper in one quote only.

    A quote that lies in a later one gives it its place, unless that could wait: then only what is left of it is told.
    What the paper says again elsewhere in the very same words is told once too. A statement of which nothing is left
    goes; one without quotes, as the core, stays as it is.

    Args:
        statements: Of one answer.
        documents: The papers, by identifier.
    """
    needed = [one for each in statements if not each.beside for one in _quoted(each)]
    found: list[Statement] = []
    told: list[Citation] = []
    for statement in statements:
        left: list[Citation] = []
        for citation in _quoted(statement):
            left += _left_of(citation if statement.beside else widest(citation, needed), [*told, *left], documents)
        told += left
        if not _quoted(statement) or tuple(left) == statement.citations:
            found.append(statement)
        elif left:
            found.append(with_quotes(statement, left))
    return found


def _quoted(statement: Statement) -> tuple[Citation, ...]:
    return statement.citations if "“" in statement.text else ()


def _left_of(citation: Citation, told: Sequence[Citation], documents: Mapping[str, Document]) -> list[Citation]:
    """What is left of a quote without what was quoted before; nothing where another quote says it word for word."""
    inside = [one for one in told if one.document == citation.document]
    if len(citation.shown.split()) > LEAST and any(citation.shown in one.shown for one in inside):
        return []
    cuts = sorted((max(one.start, citation.start), min(one.end, citation.end)) for one in inside)
    cuts = [(start, end) for start, end in cuts if start < end]
    if not cuts:
        return [citation]
    document, at, left = documents[citation.document], citation.start, []
    for start, end in [*cuts, (citation.end, citation.end)]:
        rest = document.text[at:start]
        block = block_at(document, start - len(rest.lstrip()))
        if block and len(rest.split()) >= LEAST:
            left.append(quote(document, at, start, block))
        at = max(at, end)
    return left
