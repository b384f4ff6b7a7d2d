"""What may or must be, and how two things differ: who asks for it is told for sure only by a sentence that says so."""

from __future__ import annotations

import re

from assistant.find.evidence import Evidence
from assistant.understand.question import Question
from assistant.understand.wishes import Wish
from index.dutch import fold

_SAID = re.compile(
    r"\b(?:mag|mogen|moet|moeten|hoeft|hoeven|dient|dienen|(?:kan|kunnen) (?:\w+ )?niet|verplicht\w*|plicht|zorgplicht|"
    r"recht|rechten|verbod|verboden|verbied\w*|toegestaan|ruimte|vrij om|wettelijk\w*|wet|regels?|voorwaarden?)\b"
)
_CONTRAST = re.compile(
    r"\b(?:verschil\w*|terwijl|daarentegen|anders|anderzijds|tegenstelling|ten opzichte|in plaats|meer dan|minder dan|"
    r"(?:hoger|lager|groter|kleiner) dan)\b"
)


def tells_the_difference(question: Question, told: Evidence) -> bool:
    """Whether a sentence sets two things against each other, if that is asked: "wat is het verschil tussen …?"."""
    return Wish.CONTRAST not in question.wishes or bool(_CONTRAST.search(fold(told.text)))


def tells_the_norm(question: Question, told: Evidence) -> bool:
    """Whether a sentence says what may or must be, if that is asked: "mag de school mijn kind weigeren?"."""
    return Wish.NORM not in question.wishes or bool(_SAID.search(fold(told.text)))
