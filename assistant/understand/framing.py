"""What stands around a question and is no part of it: a greeting, who passes it on, short forms of the telephone."""

from __future__ import annotations

import re

# Who passes a question on, and how it is led in: "een moeder aan de lijn vraagt of", "weet u misschien wanneer".
_CALLER = (
    r"(?:(?:ik heb|we hebben|er is|hier) )?(?:een |de |deze |onze |mijn )?"
    r"(?:beller|belster|mevrouw|meneer|moeder|vader|ouders?|oma|opa|iemand|vrouw|man|school|leerkracht|leraar|juf|"
    r"meester|directeur|schoolleider|bestuurder|collega|student|agent|klant|client|jongere|burger)"
    r"(?: aan de (?:lijn|telefoon))?(?: (?:die|en|uit \w+|van \w+))?"
)
_ASKS = r"(?:(?:vraagt|vragen)(?: zich af)?|wil(?:len)?(?: graag)? weten|belt(?: met de vraag)?|mailt)"
_LED_IN = (
    r"weet (?:u|je|iemand)(?: misschien| toevallig)?|weten jullie|"
    r"(?:kunt u|kun je)(?: mij| me)?(?: misschien)? (?:zeggen|vertellen)|"
    r"ik (?:wil|wilde|zou)(?: graag)?(?: willen)? weten|ik vraag (?:me|mij) af|mijn vraag is"
)
_FRAMING = re.compile(
    rf"^(?:{_CALLER}(?: {_ASKS}\s*[:,]?\s*|\s*:\s*)|(?:{_LED_IN})\s*[:,]?\s+)"
    r"(?=(?:of|wat|wie|waar\w*|hoe\w*|welke?|wanneer)\b|[^.!]*\?)",
    re.IGNORECASE,
)
# "Beller is moeder van twee, uit Utrecht: hoe lang …": what is told of the caller is no part of what is asked.
_OF_CALLER = re.compile(rf"^({_CALLER}\b[^.?!:]{{1,80}}):\s+(?=[^:]*\?)", re.IGNORECASE)
_GREETING = re.compile(r"^(?:beste|hallo|hoi|goedemorgen|goedemiddag|goedenavond|geachte)\b[^,.!\n]*[,.!]\s*", re.I)

# As people type on a phone.
_TYPED_SHORT = {
    "wnr": "wanneer",
    "hvl": "hoeveel",
    "hoevl": "hoeveel",
    "wrm": "waarom",
    "wrom": "waarom",
    "ff": "even",
    "idd": "inderdaad",
    "exp": "experiment",
    "ivm": "in verband met",
    "mbt": "met betrekking tot",
    "tav": "ten aanzien van",
}
_SHORT = re.compile(rf"\b({'|'.join(_TYPED_SHORT)})\b", re.IGNORECASE)


def tidy(text: str) -> str:
    """The question without greeting and framing, its white space folded, short forms of the telephone written out."""
    folded = " ".join(text.split())
    asked = _OF_CALLER.sub(r"\1. ", _FRAMING.sub("", _GREETING.sub("", folded))) or folded
    return _SHORT.sub(lambda match: _TYPED_SHORT[match[0].lower()], asked)
