"""The lines that belong to a table though they are no rows of it: the caption above it, and its source below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.structure.drafts import Draft
from ingest.structure.line_ends import SENTENCE_END
from ingest.structure.shapes import Look, Shape

CAPTION = re.compile(
    r"(?:Tabel|Table|Figuur|Grafiek|Overzicht)\s+(?:\d+(?:\.\d+)*[a-z]?|[A-Z]|[IVX]+)(?P<apart>[.:])?(?:\s|$)"
)
SOURCE = re.compile(r"Bron(?:nen)?\s?:\s")
LONGEST = 300  # characters of a caption
ROW = Look(shape=Shape.ROW)


def with_captions(drafts: Sequence[Draft]) -> list[Draft]:
    """The same drafts; a numbered caption right above a table and the source right below it are rows of that.

    So neither heads what follows the table, nor runs on with it.
    """
    return [replace(draft, look=ROW) if _is_of_table(drafts, at) else draft for at, draft in enumerate(drafts)]


def _is_of_table(drafts: Sequence[Draft], at: int) -> bool:
    if drafts[at].look.shape is not Shape.TEXT:
        return False
    text = " ".join(line.text for line in drafts[at].lines)
    above, below = drafts[max(at - 1, 0)], drafts[min(at + 1, len(drafts) - 1)]
    if above.look.shape is Shape.ROW and SOURCE.match(text):
        return True
    return below.look.shape is Shape.ROW and len(text) <= LONGEST and _is_caption(text)


def _is_caption(text: str) -> bool:
    """Whether words are a caption, and no sentence about a table: "Tabel 2. Boten per haven", "Tabel 2 Boten"."""
    found = CAPTION.match(text)
    return found is not None and bool(found["apart"] or not SENTENCE_END.search(text))
