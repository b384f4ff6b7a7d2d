"""The grounds on which words of a paper are made unreadable, as papers print them."""

from __future__ import annotations

import re

# The grounds of the Wet open overheid (art. 5.1 and 5.2) and the Wob (art. 10 and 11) as papers print them.
GROUND_WORDS = (
    "Lopende onderhandelingen",
    "Eenheid van kabinetsbeleid",
    "Eenheid van de Kroon",
    "Veiligheid van de Staat",
    "Bedrijfsinformatie - vertrouwelijk verstrekt",
    "Vertrouwelijke bedrijfsgegevens",
    "Bedrijfs- en fabricagegegevens",
    "Concurrentiegevoelige bedrijfsgegevens",
    "Bijzondere persoonsgegevens",
    "Strafrechtelijke persoonsgegevens",
    "Identificatienummers",
    "Internationale betrekkingen",
    "Economische of financiële belangen",
    "Economische en financiële belangen",
    "Opsporing en vervolging",
    "Inspectie - controle - toezicht",
    "Inspectie, controle en toezicht",
    "Persoonlijke levenssfeer",
    "Eerbiediging van de persoonlijke levenssfeer",
    "Beveiliging van personen en bedrijven",
    "Goed functioneren van de Staat",
    "Het goed functioneren van de Staat",
    "Onevenredige benadeling",
    "Persoonlijke beleidsopvattingen",
    "Intern beraad",
    "Buiten verzoek",
    "Buiten reikwijdte",
    "Buiten reikwijdte verzoek",
    "Niet van toepassing op verzoek",
    "Weggelakt",
    "Onleesbaar gemaakt",
)
# "2.1 Persoonlijke levenssfeer" heads what a decision says of a ground; "5.1.2 Persoonlijke levenssfeer" is its label.
NUMBERED_HEADING = re.compile(r"(?!5\.[12]\b|1[01]\.)\d{1,2}\.\d{1,2}(?:\.\d{1,2})*\.?\s+[A-ZÀ-Ý]")
GROUND_CODE = re.compile(
    r"(?:(?:art(?:ikel|\.)?\s*)?(?:5\.[12]|10|11)(?:\s*[.,]\s*\d|,?\s*(?:lid \d|\w+ lid))?[.,]?\s*"
    r"(?:,?\s*(?:onder|sub|aanhef en onder)\s*)?[a-i]?\b\s*(?:Woo|Wob)?[\s,;]*)+",
    re.IGNORECASE,
)
CODE_CORE = re.compile(
    r"\b(?:5\.[12]\.?\s*[,.]?\s*(?:\d|tweede|eerste|vijfde|lid)|5\.2\b|10\.\d\.?\s*[a-h]\b|11\.1\b)",
    re.IGNORECASE,
)
NO_LETTERS = re.compile(r"[\W\d_]+")
TOLD = re.compile(r"\[weggelakt: (?P<words>[^\]\n]+)\]")  # how the readers of files write what stands on a black box
HOLE = "[weggelakt]"  # how they write a box with nothing on it
LEAST_OF_A_GROUND = 10  # letters of a ground that was cut off: "Bedrijfsinforma"


def is_ground(line: str) -> bool:
    """Whether the line holds nothing but grounds for making text unreadable, whole or cut off."""
    if HOLE in line:
        rest = line.replace(HOLE, "").strip(" ,;")
        return bool(rest) and is_ground(rest)
    if TOLD.search(line):
        rest = TOLD.sub("", line).strip(" ,;")
        return not rest or is_ground(rest)
    if CODE_CORE.search(line) and GROUND_CODE.fullmatch(line):
        return True
    if NUMBERED_HEADING.match(line):
        return False
    rest = _letters(line)
    if len(rest) < LEAST_OF_A_GROUND:
        return False
    while rest:
        if rest[:SHORTEST_GROUND] not in GROUND_STARTS:
            return False
        longest = max((_common(rest, ground), ground) for ground in GROUND_LETTERS)
        covered, ground = longest
        if covered < min(LEAST_OF_A_GROUND, len(ground)):
            return False
        rest = rest[covered:]
        # A letter that the reading of the page lost: "vertrouwel jk".
        if rest and covered < len(ground) and ground.endswith(rest):
            return True
    return True


def _letters(text: str) -> str:
    return NO_LETTERS.sub("", text.lower())


GROUND_LETTERS = tuple(sorted({_letters(words) for words in GROUND_WORDS}))
SHORTEST_GROUND = min(map(len, GROUND_LETTERS))
GROUND_STARTS = frozenset(ground[:SHORTEST_GROUND] for ground in GROUND_LETTERS)


def _common(one: str, other: str) -> int:
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
