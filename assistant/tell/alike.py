"""Quotes of one section about a bill, told alike: none of them as law beside another that is no law yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.answer import Citation, Standing
from assistant.prove.quotes import lead
from assistant.prove.standing import names_a_bill
from assistant.prove.verify import Statement
from ingest.document import Document, block_at

Section = tuple[str, tuple[str, ...]]  # identifier of the paper, the headings above


def told_alike(statements: Sequence[Statement], documents: Mapping[str, Document]) -> list[Statement]:
    """The statements, of which those out of a section about a bill all say so where one of them does.

    A quote with a standing of its own, as a promise, keeps it.

    Args:
        statements: Of one answer.
        documents: The papers, by identifier.
    """
    cited = [citation for statement in statements for citation in statement.citations]
    of_bills = {_section(one, documents) for one in cited if one.standing is Standing.WETSVOORSTEL} - {None}
    return [_weighed(statement, of_bills, documents) for statement in statements] if of_bills else [*statements]


def _weighed(statement: Statement, of_bills: set[Section | None], documents: Mapping[str, Document]) -> Statement:
    citations = tuple(
        replace(one, standing=Standing.WETSVOORSTEL)
        if one.standing is Standing.ONBEKEND and _section(one, documents) in of_bills
        else one
        for one in statement.citations
    )
    if citations == statement.citations:
        return statement
    first, text = statement.citations[0], statement.text
    for further in (True, False):
        was, now = (
            lead(replace(first, standing=standing), further=further)
            for standing in (first.standing, Standing.WETSVOORSTEL)
        )
        text = text.replace(f"{was} “", f"{now} “", 1)
    return replace(statement, text=text, citations=citations)


def _section(citation: Citation, documents: Mapping[str, Document]) -> Section | None:
    """The section about a bill that a quote stands in; None if its headings name none."""
    block = block_at(documents[citation.document], citation.start)
    return (citation.document, block.path) if block and names_a_bill(block.path) else None
