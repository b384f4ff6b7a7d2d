"""The quote contract: nothing leaves that is not in the papers to the letter."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.answer import Citation
from assistant.understand.names import MAY_BE_NAME, numbers_in
from index.dutch import NUMBER_WORDS, fold
from ingest.document import Document

_RAISED = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")  # the mark of a footnote, which is no part of the number before it
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A sentence of an answer with the citations that prove it."""

    text: str
    citations: tuple[Citation, ...]
    beside: bool = False  # whether the answer is whole without it, so that a page may fold it


def is_exact(citation: Citation, documents: Mapping[str, Document]) -> bool:
    """Whether a quote stands in the stored paper at its offsets, to the letter."""
    document = documents.get(citation.document)
    if document is None or not 0 <= citation.start < citation.end <= len(document.text):
        return False
    return document.text[citation.start : citation.end] == citation.text


def holds(statement: Statement, documents: Mapping[str, Document]) -> bool:
    """Whether every quote of a statement is exact and every number and name in it stands in one of them."""
    if not statement.citations or not all(is_exact(citation, documents) for citation in statement.citations):
        return False
    proof = fold(" ".join(_proof(citation) for citation in statement.citations))
    numbers = numbers_in(proof) | {NUMBER_WORDS[word] for word in _WORD.findall(proof) if word in NUMBER_WORDS}
    if not numbers_in(statement.text) <= numbers:
        return False
    spoken = {word for word in _WORD.findall(fold(statement.text)) if word in NUMBER_WORDS}
    if not {NUMBER_WORDS[word] for word in spoken} <= numbers:
        return False
    return all(fold(name) in proof for name in MAY_BE_NAME.findall(statement.text))


def kept(statements: Sequence[Statement], documents: Mapping[str, Document]) -> list[Statement]:
    """The statements that hold, in their order."""
    return [statement for statement in statements if holds(statement, documents)]


def _proof(citation: Citation) -> str:
    """What a statement may lean on: the quote, and what the paper's own metadata say of it."""
    day = f"{citation.date.day} {citation.date.year}" if citation.date else ""
    text = _RAISED.sub(" ", f"{citation.text} {citation.shown}" if citation.marks else citation.text)
    return f"{text} {citation.citation} {citation.title} {citation.speaker.name} {day}"
