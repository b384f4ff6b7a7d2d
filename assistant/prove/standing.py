"""What weight a quote has: law, bill, intention, promise, research, advice or a question."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer import Standing
from assistant.find.sentences import ASKERS
from ingest.document import BlockKind, Role

_ASIDE = r"(?:benadrukken|opmerken|opgemerkt|verwijzen|wijzen|danken|bedanken|toelichten|ingaan|vooropstellen|in op)"
_MADE = r"geregeld|vastge\w+|opgenomen|bepaald|afgeschaft"
_ALLOWED = r"toegestaan|mogelijk|onmogelijk"
_DUTY = (
    r"\b(?:verplicht\w*|verbied\w*|verboden|moet|moeten|recht op|mag|mogen|krijgt|krijgen|geldt|gelden|regelt|"
    r"inwerkingtreding|(?:treedt|treden) (?:[\w ]{0,40} )?in werking|"
    rf"(?:is|zijn) (?:[\w ]{{0,40}} )?(?:{_MADE})|(?:wordt|worden) (?:[\w ]{{0,40}} )?(?:{_MADE}|{_ALLOWED}))\b"
)
_ARRANGES = re.compile(_DUTY, re.IGNORECASE)
# Under a heading about a bill also what will be or is possible; behind a sentence about one only a duty or a right.
_BRINGS = re.compile(rf"{_DUTY}|\b(?:zal|zullen|(?:is|zijn) (?:[\w ]{{0,40}} )?(?:{_ALLOWED}))\b", re.IGNORECASE)
_BILL = re.compile(
    r"\b(?:\w+-)?(?:concept[- ]?)?wetsvoorstel(?:len)?\b|\bvoorstel van wet\b|\bwetstraject\b|"
    r"\b(?:initiatief|concept|ontwerp)wets?\w*|\bambtelijk voorontwerp\b|\bnota van wijziging\b",
    re.IGNORECASE,
)
_DRAFT = re.compile(r"\binternetconsultatie\b|\bontwerpbesluit\b", re.IGNORECASE)  # of rules below a law
# In order of caution: what is weakest comes first, behind a bill and a promise, so that none is told as a right.
_CUES: tuple[tuple[Standing, re.Pattern[str]], ...] = tuple(
    (standing, re.compile(pattern, re.IGNORECASE))
    for standing, pattern in (
        (
            Standing.VOORNEMEN,
            r"\b(?:ben|zijn|is) (?:ik |wij |we )?voornemens\b|\bvoornemens?\b|"
            rf"\b(?:ik|wij|we) (?:wil|willen|ga|gaan|zal|zullen|streef|streven|beoog|beogen|overweeg|overwegen)\b"
            rf"(?![^.;]{{0,40}}\b{_ASIDE}\b)|"
            rf"\b(?:wil|ga|zal|overweeg|beoog) ik\b(?![^.;]{{0,40}}\b{_ASIDE}\b)|"
            r"\b(?:willen|gaan|zullen) (?:wij|we)\b|\bhet kabinet (?:wil|gaat|zal|streeft)\b|"
            r"\b(?:minister|staatssecretaris|regering) (?:wil|is van plan|streeft)\b|"
            r"\b(?:ambitie|van plan|planning|naar verwachting|ik verwacht|verwachting|beoogde?|voorziene?|streven)\b|"
            r"\bonder voorbehoud\b|\bstreefdatum\b",
        ),
        (
            Standing.ONDERZOEK,
            r"\bblijkt uit (?!(?:de )?(?:praktijk|gesprek))|"
            r"\b(?:onderzoek|rapport|peiling|enquête|monitor|evaluatie|nulmeting|analyse|verkenning|"
            r"onderzoekers)\b[^.]{0,60}\b(?:laat|laten|blijkt|zien|toont|constateren|concludeert|geeft|wijst uit)\b|"
            r"\b(?:uit|volgens) (?:het|de|dit|een) (?:\w+ )?(?:onderzoek|rapport|enquête|evaluatie|peiling|monitor|"
            r"nulmeting|analyse|verkenning)\b",
        ),
        (
            Standing.GELDEND_RECHT,
            r"\b(?:is|zijn) (?:[\w ]{0,30} )?wettelijk (?:verplicht|geregeld|vastgelegd)\b|\bwettelijk verplicht\w*\b|"
            r"\b(?:is|zijn|staat|ligt) (?:[\w ]{0,30} )?(?:bij|in de) wet (?:geregeld|vastgelegd|bepaald)?\b|"
            r"\bde wet(?: op [\w -]{3,40})? (?:bepaalt|schrijft|verplicht|regelt)\b|\bwet- en regelgeving bepaalt\b|"
            r"\b(?:op grond van|op basis van|krachtens|ingevolge|conform) (?:het )?(?:artikel|de wet)\b|"
            r"\bartikel \d+\w*(?:,? (?:eerste|tweede|derde|vierde|vijfde|lid \d+)(?: lid)?,?)? van\b|\bgeldend recht\b",
        ),
    )
)


def standing_of(
    quote: str,
    *,
    role: Role,
    kind: BlockKind,
    promised: bool = False,
    headings: Sequence[str] = (),
    before: str = "",
) -> Standing:
    """The standing of a quote.

    Args:
        quote: Its words.
        role: Of the speaker.
        kind: Of the block.
        promised: Whether it holds a promise, as ``toezeggingen`` tells.
        headings: Those above it.
        before: What was said before it in its paragraph. Where this or a heading speaks of a bill, what the quote tells
            to be a duty or a right is what that bill is to arrange, and no law yet; under a heading also what will be.
    """
    if role is Role.AMBTELIJK:
        return Standing.AMBTELIJK_ADVIES
    if kind is BlockKind.QUESTION or role in ASKERS:
        return Standing.VRAAG
    if _is_of(_BILL, quote, headings, before):
        return Standing.WETSVOORSTEL
    if promised:
        return Standing.TOEZEGGING
    if _is_of(_DRAFT, quote, headings, before):
        return Standing.VOORNEMEN
    return next((standing for standing, cue in _CUES if cue.search(quote)), Standing.ONBEKEND)


def _is_of(draft: re.Pattern[str], quote: str, headings: Sequence[str], before: str) -> bool:
    """Whether a quote speaks of a draft, or tells a duty or right below a heading or behind a sentence that does."""
    if draft.search(quote) or (_ARRANGES.search(quote) and draft.search(before)):
        return True
    return _BRINGS.search(quote) is not None and any(draft.search(heading) for heading in headings)


def names_a_bill(headings: Sequence[str]) -> bool:
    """Whether one of the headings above a block names a bill."""
    return any(_BILL.search(heading) for heading in headings)
