"""What the page that a paper was taken from calls it, above the head of the paper itself."""

from __future__ import annotations

import re

from ingest.recorded_titles import title_in_line
from ingest.structure.addressing import is_salutation
from ingest.structure.layout import Layout

MOST = 25  # units of a page above the paper: its menu and its particulars
OWN_HEAD = re.compile(r"\d{2} \d{3}\b|Nr\. \d|BRIEF VAN\b")
LEAST_WORDS = 2  # one word names a part of the site


def published_title(layout: Layout) -> str:
    """The title behind the sort of paper, in the line that the site of the Tweede Kamer has above it; "" without."""
    return next(filter(None, (title_in_line(layout.text[unit.start : unit.end]) for unit in layout.units[:MOST])), "")


def title_of_page(layout: Layout) -> str:
    """The outermost heading that stands above the dossier, the number or the salutation of a paper; "" without."""
    texts = [layout.text[unit.start : unit.end] for unit in layout.units[:MOST]]
    head = next((at for at, text in enumerate(texts) if OWN_HEAD.match(text) or is_salutation(text)), 0)
    above = [(unit.heading, text) for unit, text in zip(layout.units[:head], texts[:head], strict=True) if unit.heading]
    outermost = min((level for level, _ in above), default=0)
    title = next((text for level, text in above if level == outermost), "")
    return title if len(title.split()) >= LEAST_WORDS else ""
