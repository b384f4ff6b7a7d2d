"""What may or must be, and how two things differ: who asks for it is told for sure only by a sentence that says so."""

from __future__ import annotations

import re

from assistant.find.evidence import Evidence
from assistant.understand.asked import Asked
from assistant.understand.question import Question
from index.dutch import fold

_ASKED = re.compile(
    r"(?:(?:en|maar|of|dus) )?(?:(?:mag|mogen|moet|moeten|hoef|hoeft|hoeven|dient|dienen)\b|"
    r"(?:is|zijn|ben|bent|wordt|worden|heb|hebt|heeft|hebben)\b.*\b(?:verplicht|toegestaan|verboden|recht)\b)"
)
_SAID = re.compile(
    r"\b(?:mag|mogen|moet|moeten|hoeft|hoeven|dient|dienen|(?:kan|kunnen) (?:\w+ )?niet|verplicht\w*|plicht|zorgplicht|"
    r"recht|rechten|verbod|verboden|verbied\w*|toegestaan|ruimte|vrij om|wettelijk\w*|wet|regels?|voorwaarden?)\b"
)
_DIFFERENCE = re.compile(r"\bverschil\w*\b.*\b(?:tussen|met)\b|\bverschil(?:t|len)\b")
_CONTRAST = re.compile(
    r"\b(?:verschil\w*|terwijl|daarentegen|anders|anderzijds|tegenstelling|ten opzichte|in plaats|meer dan|minder dan|"
    r"(?:hoger|lager|groter|kleiner) dan)\b"
)


def tells_the_difference(question: Question, told: Evidence) -> bool:
    """Whether a sentence sets two things against each other, if that is asked: "wat is het verschil tussen …?"."""
    return not _DIFFERENCE.search(question.folded) or bool(_CONTRAST.search(fold(told.text)))


def tells_the_norm(question: Question, told: Evidence) -> bool:
    """Whether a sentence says what may or must be, if that is asked: "mag de school mijn kind weigeren?"."""
    asks = question.asked is Asked.YES_NO and bool(_ASKED.match(question.folded))
    return not asks or bool(_SAID.search(fold(told.text)))
