"""Who holds an office: told only by a sentence, or a signature, that puts a person's name to it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.find.evidence import Evidence
from assistant.understand.names import OFFICES
from assistant.understand.question import Question
from index.dutch import fold, terms
from ingest.structure.letter import SIGNATURE_PLACE

_OFFICE = re.compile(rf"\b(?:{OFFICES})\b")
# "Minister Voorbeeld", "A.B. van Voorbeeld", and a line that is nothing but "An Voorbeeld".
_SURNAME = r"(?:[a-z]+ )*[A-ZÀ-Ý][a-zà-ÿ]+"
_PERSON = re.compile(
    rf"(?i:\b(?:{OFFICES})) [A-ZÀ-Ý][a-zà-ÿ]+|(?:[A-Z]\.)+ ?{_SURNAME}|^[A-ZÀ-Ý][a-zà-ÿ]+ {_SURNAME}$", re.MULTILINE
)


def tells_who_holds(question: Question, evidence: Sequence[Evidence]) -> bool:
    """Whether one of the sentences names a person with the office that is asked of; true for any other question."""
    office = question.office
    return office is None or any(
        _PERSON.search(said) and office <= set(terms(said)) for said in map(_with_name, evidence)
    )


def _with_name(one: Evidence) -> str:
    """A sentence; of a signature with the line below it that bears the name alone."""
    block, document = one.block, one.document
    if block.place != SIGNATURE_PLACE:
        return one.text
    lines = [document.text[other.start : other.end] for other in document.blocks if other.start >= block.start]
    below = lines[1] if len(lines) > 1 and not _OFFICE.search(fold(lines[1])) else ""
    return f"{lines[0]}\n{below}"
