"""Up to when the papers go: on every screen, and told to a page that is open when they change."""

from __future__ import annotations

from html import escape
from typing import Any

from ui import wording
from ui.opened import Opened

NEWER = "Nieuwe antwoorden komen uit de nieuwe stukken."


def coverage(opened: Opened) -> str:
    """Which papers there are, and when they last changed."""
    return f"{wording.coverage(opened.papers)} {opened.changed}"


def line(opened: Opened) -> str:
    """Where ``page.js`` says that the papers changed; it knows of which index the page was drawn."""
    return f'<p class="bijgewerkt" role="status" data-index="{escape(opened.generation.name)}"></p>'


def record(opened: Opened) -> dict[str, Any]:
    """What the page asks for now and then; other programs may too."""
    return {
        "index": opened.generation.name,
        "built_at": opened.generation.built_at.isoformat(),
        "papers": len(opened.papers),
        "coverage": coverage(opened),
        "told": f"{opened.changed} {NEWER}",
    }
