"""What weight a quote has: law, bill, intention, promise, research, advice or a question."""

from __future__ import annotations

import re

from assistant.answer import Standing
from ingest.document import Block, BlockKind, Role

# In order of caution: what is weakest comes first, so that a proposal is never told as a right.
_CUES: tuple[tuple[Standing, re.Pattern[str]], ...] = tuple(
    (standing, re.compile(pattern, re.IGNORECASE))
    for standing, pattern in (
        (
            Standing.WETSVOORSTEL,
            r"\b(?:concept[- ]?)?wetsvoorstel(?:len)?\b|\bvoorstel van wet\b|\bwetstraject\b",
        ),
        (
            Standing.TOEZEGGING,
            r"\b(?:heb|hebben|heeft) (?:[\w ]{0,40} )?toegezegd\b|\btoezegging(?:en)?\b|"
            r"\bzeg(?:gen)? (?:[\w ]{0,40} )?toe\b",
        ),
        (
            Standing.VOORNEMEN,
            r"\b(?:ben|zijn|is) voornemens\b|\bvoornemens?\b|\b(?:ik|wij|we) (?:wil|willen|ga|gaan|zal|zullen|"
            r"streef|streven)"
            r"\b|\b(?:wil|ga|zal) ik\b|\b(?:willen|gaan|zullen) (?:wij|we)\b|\b(?:ambitie|van plan|planning|verwacht|"
            r"verwachting|beoogde?|voorziene?|streven)\b|\bonder voorbehoud\b",
        ),
        (
            Standing.ONDERZOEK,
            r"\bblijkt uit\b|\b(?:onderzoek|rapport|peiling|monitor|evaluatie|nulmeting|"
            r"onderzoekers)\b[^.]{0,60}\b(?:laat|laten|"
            r"blijkt|zien|toont|constateren|concludeert|geeft)\b|\b(?:uit|volgens) (?:het|de|dit|"
            r"een) (?:\w+ )?(?:onderzoek|rapport|"
            r"evaluatie|peiling|monitor|nulmeting)\b",
        ),
        (
            Standing.GELDEND_RECHT,
            r"\b(?:is|zijn) wettelijk (?:verplicht|geregeld|vastgelegd)\b|\bwettelijk verplicht\w*\b|"
            r"\bde wet (?:bepaalt|schrijft)\b|\bwet- en regelgeving bepaalt\b|\bop grond van (?:artikel|de wet)\b|"
            r"\bartikel \d+\w* van\b",
        ),
    )
)


def asks(block: Block) -> bool:
    """Whether it is said by somebody who asks: what stands there is a view or a rumour, and no fact yet."""
    return block.kind is BlockKind.QUESTION or block.speaker.role in {Role.KAMERLID, Role.FRACTIE}


def standing_of(quote: str, *, role: Role, kind: BlockKind) -> tuple[Standing, str]:
    """The standing of a quote, with the words in it that gave it ("" when the speaker did)."""
    if role is Role.AMBTELIJK:
        return Standing.AMBTELIJK_ADVIES, ""
    if kind is BlockKind.QUESTION or role in {Role.KAMERLID, Role.FRACTIE}:
        return Standing.VRAAG, ""
    for standing, cue in _CUES:
        found = cue.search(quote)
        if found:
            return standing, found[0]
    return Standing.ONBEKEND, ""
