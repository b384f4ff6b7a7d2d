"""What a message says around its question: a greeting, thanks, a signature, who is on the line.

A letter, a mail and a call have these in fixed words; they are no part of what is asked, and no paper bears them.
"""

from __future__ import annotations

import re

from assistant.understand.asking import SENTENCE
from index.dutch import fold, words

SIGNATURE = 12  # words that stand below a closing at most: a name, an office, a place

_SPOKEN_TO = (
    r"(?i:allemaal|allen|daar|iedereen|mensen|lezers?|team|redactie|helpdesk|vraagbaak|steunpunt|griffie|voorzitter|"
    r"heer|heren|mevrouw|dames|meneer|dhr\.?|mevr\.?|mw\.?|collega['’]?s?|\w*medewerkers?|minister|staatssecretaris|"
    r"kamerlid|griffier|directie|bestuur)"
)
_CAPITAL = r"(?:(?:van|de|der|den|el) )*[A-ZÀ-Ý][\w.’'-]*"
_PERSON = rf"(?:{_SPOKEN_TO}(?: van (?:de|het) \w+)?(?: {_CAPITAL})*|{_CAPITAL}(?: {_CAPITAL})*)"
_SALUTATION = re.compile(
    r"\s*(?:(?i:hallo|hoi|hey|hé|hi|dag|goedendag|goede ?(?:morgen|middag|avond|dag)|goeiedag|moin|l\.?s\.?)"
    rf"(?: {_PERSON})?\s*[,!.:\n]|(?i:beste|geachte|lieve)(?: {_PERSON}(?:(?:\s?/\s?|, |/){_PERSON})?)?\s*[,!\n])\s*"
)
# Begins a line, or stands behind a sentence; "gr 8" is a class.
_CLOSING = re.compile(
    r"(?:^|(?<=[.?!,\n])|(?<=[.?!,\n] ))(?:(?i:(?:met )?(?:vriendelijke|hartelijke) groet(?:en)?|m\.?v\.?g\b\.?|"
    r"hoogachtend|groet(?:en|jes)?)\b|[Gg]r\b\.?(?=\s+[A-Z]|\s*$))[^?]*$"
)
_THANKING = (
    r"(?:(?:alvast|bij voorbaat|heel erg|hartelijk|vast) )*(?:dank(?: je| u| jullie)?(?: wel| zeer)?|dankjewel|"
    r"dankuwel|bedankt|thanks)(?: alvast)?(?: voor (?:de|uw|je|jullie) (?:moeite|hulp|antwoord|tijd|reactie))?"
)
# What a mail program writes above and before what was sent on; the subject stays.
_MAIL = re.compile(
    r"(?:^[ \t>]*(?:(?:Van|Aan|Cc|Verzonden|Datum|From|To|Sent): .*|(?P<subject>(?:Onderwerp|Subject): .*))$\n?){2,}",
    re.MULTILINE,
)
_SUBJECT = re.compile(r"(?:Onderwerp|Subject): (?:(?:re|fw|fwd): ?)*(?:vra(?:ag|gen|agje)\W*$)?", re.IGNORECASE)
_QUOTED = re.compile(r"^[ \t]*(?:>[> \t]*|-{3,}.*-{3,}[ \t]*$)", re.MULTILINE)
_TO_WHOM = re.compile(rf"\s*{_SPOKEN_TO},[ \t]*\n\s*")  # a first line that speaks to somebody: "Collega's,"
_OPENING = re.compile(r"\s*([^:,.?!\n]{3,80})[:,]\s+")
_ME = r"(?:mij|me|ons|iemand)"
_ABOUT = r"(?:met|over|bij) (?:deze|dit|mijn|een|het volgende|de volgende|onderstaande)(?: \w+)?"
_WHO = (
    r"(?:een |de |mijn )?(?:\w+e )?(?:ouder|vader|moeder|mevrouw|meneer|mevr|mw|dhr|heer|beller|oma|opa|school|leraar|"
    r"docent|gemeente|client|collega)"
)
_OFFICE = (
    r"(?:een |het |de )?\w*(?:lid|kamerlid|fractie|partij|steunpunt|helpdesk|ministerie|gemeente|redactie|krant)"
    r"(?: (?:van|uit|in) (?:de |het )?\w+)?"
)
# Sentences that say nothing else; folded, without the stop.
_FRAMES = re.compile(
    rf"{_THANKING}|"
    rf"(?:kunt|kan|kun|zou|wilt|wil) (?:u|je|jij|jullie|iemand) (?:{_ME} )?"
    rf"(?:hier(?:mee|bij)? |daar(?:mee|bij)? |even )*(?:kunnen |willen )?(?:verder )?helpen(?: {_ABOUT})?|"
    r"mag ik (?:u |je )?(?:even )?(?:iets|wat|een vraag)(?: (?:vragen|stellen))?|"
    r"(?:ik|wij|we) (?:heb|hebben) (?:een |nog een |de volgende |even een |wat )?(?:korte? )?vra(?:ag|gen|agje)"
    r"(?: voor (?:u|je|jullie))?|"
    rf"(?:ik|we|wij) (?:heb|hebben|spreek|spreken)(?: hier| nu)? {_WHO} (?:aan de (?:lijn|telefoon|balie)|aan tafel)|"
    rf"{_WHO} (?:aan de (?:lijn|telefoon|balie)|aan lijn|aan tel|belt|vraagt)|"
    rf"(?:ik|wij|we) (?:werk|werken|bel|bellen|schrijf|mail) (?:voor|bij|namens|als) (?:{_WHO}|{_OFFICE})|"
    rf"(?:ik|wij) (?:ben|zijn) (?:\w+)?(?:medewerkers?|assistent\w*|stagiaire?|journalist\w*)"
    rf"(?: (?:van|bij|voor) {_OFFICE})?|"
    r"(?:voor|ter voorbereiding op|in verband met) (?:een |het |de |mijn |ons )?\w*(?:debat|overleg|vergadering|"
    r"spreektekst|motie|artikel|werkstuk|onderzoek|scriptie)(?: van \w+(?: \w+)?)? "
    r"(?:zoek|zoeken|wil|willen|heb|hebben) (?:ik|wij|we) "
    r"(?:graag )?(?:het volgende|dit|onderstaande|antwoord op het volgende)(?: weten| nodig)?"
)
# All that a sentence may say that only asks how to be answered.
_ANSWERED = frozenset(
    "antwoord antwoorden bron bronnen bronvermelding vindplaats vindplaatsen citaat citaten kort".split()
)
_MANNER = _ANSWERED | frozenset(
    "graag aub svp alstublieft alsjeblieft liefst met incl inclusief en een het de uw letterlijk letterlijke korte "
    "bondig beknopt snel even spoed erbij daarbij ook precies zo mogelijk in zin zinnen".split()
)


def without_frame(message: str) -> str:
    """A message without greeting, thanks, signature and the like; as it is if it says nothing else."""
    body = _QUOTED.sub("", _MAIL.sub(_subject, message))
    for address in (_SALUTATION, _TO_WHOM):
        if spoken_to := address.match(body):
            body = body[spoken_to.end() :]
    closing = _CLOSING.search(body)
    if closing and len(closing[0].split()) <= SIGNATURE:
        body = body[: closing.start()]
    body = body.rstrip(" ,;–-\n")
    while (opening := _OPENING.match(body)) and _is_frame(opening[1]):
        body = body[opening.end() :]
    frames = [one.span() for one in SENTENCE.finditer(body) if _is_frame(one[0])]
    edges = [0, *(edge for span in frames for edge in span), len(body)]
    left = "".join(body[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)).strip()
    return left if words(left) and left != message.strip() else message


def _subject(head: re.Match[str]) -> str:
    """The subject of a mail as a sentence of its own."""
    subject = _SUBJECT.sub("", head["subject"] or "").strip()
    return f"{subject}\n\n" if subject else ""


def _is_frame(sentence: str) -> bool:
    """Whether a sentence says nothing of what is asked."""
    folded = " ".join(fold(sentence).strip(" .,:;!?\n-").split())
    said = set(words(folded))
    return bool(_FRAMES.fullmatch(folded)) or (bool(said & _ANSWERED) and said <= _MANNER)
