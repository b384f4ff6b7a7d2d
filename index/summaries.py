"""Our own summaries lend their plain words to the papers that they are about."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.fuzz import token_set_ratio

from index.dutch import fold
from ingest.document import Document, Passage
from ingest.passages import cut

ALIKE = 85  # per cent that two headings share, of rapidfuzz's token_set_ratio


def notes_for(passages: Sequence[Passage], documents: Sequence[Document]) -> dict[str, str]:
    """Passage id → the words of the summary's section on the same place; only searched, never quoted."""
    sections: dict[str, list[tuple[str, str]]] = {}
    for summary in documents:
        if summary.summary_of:
            told = [(passage.path[-1], passage.text) for passage in cut(summary) if passage.path]
            sections.setdefault(summary.summary_of, []).extend(told)
    notes = {}
    for passage in passages:
        here = [text for heading, text in sections.get(passage.document, ()) if _same_place(heading, passage)]
        if here:
            notes[passage.id] = " ".join(here)
    return notes


def _same_place(heading: str, passage: Passage) -> bool:
    told = fold(heading)
    if passage.place and (told == fold(passage.place) or told.startswith(fold(passage.place) + ":")):
        return True
    return bool(passage.path) and token_set_ratio(told, fold(passage.path[-1])) >= ALIKE
