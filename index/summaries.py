"""Our own summaries lend their plain words to the papers that they are about."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from rapidfuzz.fuzz import token_set_ratio

from index.dutch import fold
from ingest.document import Block, Document, Passage
from ingest.passages import cut

ALIKE = 85  # per cent that two headings share, of rapidfuzz's token_set_ratio


def notes_for(passages: Sequence[Passage], documents: Collection[Document]) -> dict[str, str]:
    """Passage id → the words of the summary's section on the same place; only searched, never quoted."""
    sections: dict[str, list[Passage]] = {}
    for summary in documents:
        if summary.summary_of:
            told = [passage for passage in cut(summary) if passage.path]
            sections.setdefault(summary.summary_of, []).extend(told)
    notes = {}
    for passage in passages:
        texts = [each.text for each in sections.get(passage.document, ()) if same_place(each, passage)]
        if texts:
            notes[passage.id] = " ".join(texts)
    return notes


def same_place(section: Passage, passage: Passage | Block) -> bool:
    """Whether a section of a summary is about the place at which a passage or block of its paper stands."""
    if not section.place.startswith("paragraaf "):
        return section.place == passage.place  # "antwoord 2" is like "antwoord 3", and another place
    heading = fold(section.path[-1])
    return bool(passage.path) and token_set_ratio(heading, fold(passage.path[-1])) >= ALIKE
