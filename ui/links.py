"""Addresses of places in the papers, on this server, and which address elsewhere may be a link."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import quote, urlencode

PAPER = "/stuk/"
BACK = "terug"  # the name under which an address says where its reader comes from
_BACK = re.compile(r"(?P<screen>vraag|kamer|helpdesk)(?:-(?P<turn>\d{1,3}))?")
NEW_WINDOW = '<span class="alleen-gehoord"> (nieuw venster)</span>'  # behind the words of a link that opens one
FOUND = "citaat"  # the anchor of the first marked place

# An address out of a paper that may become a link of ours.
SAFE_ADDRESS = re.compile(r"https://[A-Za-z0-9.-]+(/[^\s\"'<>\\]*)?")


def paper_url(document: str) -> str:
    """The address of a whole paper."""
    return PAPER + quote(document, safe="")


def place_url(document: str, start: int, end: int, *, back: str = "") -> str:
    """The address of a paper with the span from ``start`` to ``end`` marked and in view.

    Args:
        document: Its identifier.
        start: Where the span begins.
        end: Where it ends, not counted itself.
        back: Where the reader comes from: "vraag-3" is the third turn of the chat, "kamer", "helpdesk".
    """
    return places_url(document, [(start, end)], back=back)


def places_url(document: str, spans: Sequence[tuple[int, int]], at: int = 1, *, back: str = "") -> str:
    """The address of a paper with several spans marked, the ``at``-th of them in view."""
    pairs = [pair for start, end in spans for pair in (("van", str(start)), ("tot", str(end)))]
    asked = urlencode([*pairs, *([(BACK, back)] if back else [])])
    return f"{paper_url(document)}?{asked}#{anchor(at)}"


def back_url(back: str) -> tuple[str, str]:
    """Where a reader came from: an address of this server, and the name of the window that shows it; else "" twice.

    The address differs from the one in that window by its anchor only, so that nothing there is loaded anew.
    """
    found = _BACK.fullmatch(back)
    if found is None:
        return "", ""
    screen = found["screen"]
    path, anchor = ("/", f"beurt-{found['turn'] or 1}") if screen == "vraag" else (f"/{screen}", screen)
    return f"{path}#{anchor}", f"vraagbaak-{screen}"


def anchor(number: int) -> str:
    """The anchor of the ``number``-th marked place, from 1."""
    return FOUND if number == 1 else f"{FOUND}-{number}"
