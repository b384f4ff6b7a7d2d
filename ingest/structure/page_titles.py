"""What the page that a paper was taken from calls it, above the head of the paper itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from ingest.recorded_titles import title_in_line
from ingest.structure.addressing import is_salutation
from ingest.structure.kamerstuk import is_own_head
from ingest.structure.layout import Layout, Unit
from ingest.structure.particulars import SORT
from ingest.structure.turns import turn_at

MOST = 25  # units of a page above the paper: its menu and its particulars
LEAST_WORDS = 2  # one word names a part of the site
# Headings that name who publishes or the number of the paper, and not what it is about.
OF_LETTERHEAD = re.compile(
    r"(?:(?:Tweede|Eerste) Kamer(?: der Staten-Generaal)?)?(?:(?:^|,? )[Vv]ergaderjaar\b.*)?|Ministerie van\b.*"
    rf"|(?:(?:{SORT}),? )?\d{{2}} ?\d{{3}}\b[^a-z]*(?:[Nn]r\. ?\w+)?"
)


def published_title(layout: Layout) -> str:
    """The title behind the sort of paper, in the line that the site of the Tweede Kamer has above it; "" without."""
    return next(filter(None, (title_in_line(text) for _, text in _above(layout, MOST))), "")


def title_of_page(layout: Layout) -> str:
    """The outermost heading that stands above the dossier, the number or the salutation of a paper; "" without."""
    headings = [
        (unit.heading, text) for unit, text in _above(layout, 0) if unit.heading and not OF_LETTERHEAD.fullmatch(text)
    ]
    outermost = min((level for level, _ in headings), default=0)
    title = next((text for level, text in headings if level == outermost), "")
    return title if len(title.split()) >= LEAST_WORDS else ""


def _above(layout: Layout, without_head: int) -> Sequence[tuple[Unit, str]]:
    """The units above the head or the salutation of a paper, with their words; in a debate nothing that was said.

    Args:
        layout: The paper.
        without_head: How many units that are where it has neither.
    """
    first = [(unit, layout.text[unit.start : unit.end]) for unit in layout.units[:MOST]]
    units = [*takewhile(lambda one: one[0].turn is None and turn_at(one[1]) is None, first)]
    heads = (at for at, (_, text) in enumerate(units) if is_own_head(text) or is_salutation(text))
    return units[: next(heads, without_head)]
