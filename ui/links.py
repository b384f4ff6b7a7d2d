"""Addresses of places in the papers, on this server."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote, urlencode

PAPER = "/stuk/"
FOUND = "citaat"  # the anchor of the first marked place


def paper_url(document: str) -> str:
    """The address of a whole paper."""
    return PAPER + quote(document, safe="")


def place_url(document: str, start: int, end: int) -> str:
    """The address of a paper with the span from ``start`` to ``end`` marked and in view."""
    return places_url(document, [(start, end)])


def places_url(document: str, spans: Sequence[tuple[int, int]], at: int = 1) -> str:
    """The address of a paper with several spans marked, the ``at``-th of them in view."""
    asked = urlencode([pair for start, end in spans for pair in (("van", start), ("tot", end))])
    return f"{paper_url(document)}?{asked}#{anchor(at)}"


def anchor(number: int) -> str:
    """The anchor of the ``number``-th marked place, from 1."""
    return FOUND if number == 1 else f"{FOUND}-{number}"
