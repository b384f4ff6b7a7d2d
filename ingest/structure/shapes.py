"""What a line looks like: the start of a list item, a footnote, a question, a label, or running text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from ingest.structure.labels import ANSWER_LABEL, QUESTION_LABEL


class Shape(StrEnum):
    """How a stretch of a paper looks, before its kind of paper says what it is."""

    TEXT = "text"
    ITEM = "item"
    EMPTY_ITEM = "empty item"
    FOOTNOTE = "footnote"
    LABEL = "label"  # the ground of a redaction
    QUESTION = "question label"
    ANSWER = "answer label"
    ROW = "table row"
    INPUT = "input label"  # "Inbreng van de leden van de X-fractie"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What the start of a line shows."""

    shape: Shape
    number: str = ""  # "3 en 4", "12", "a"
    bullet: str = ""  # "•", "1."


BULLET = re.compile(r"([•·▪●◦■\uf0b7➢✓–—*-]|o(?= [\w(]))\s+(?=\S)")
EMPTY_BULLET = re.compile(r"[•·▪●◦\uf0b7–—-]")
NUMBERED = re.compile(r"\(?(\d{1,2}(?=[.)]|[º°] (?!C\b))|[a-z](?=[.)])|[ivx]{2,4}(?=[.)]))[.)º°]\s+(?=\S)")
INPUT_LABEL = re.compile(
    r"(?:[IVX\d.]+\s+)?(?:"
    r"(?:Inbreng|Vragen en opmerkingen|Vragen) (?:van|vanuit|uit) (?:de )?(?:leden van )?(?:de )?"
    r"(?P<fractie>[\w+/&. -]{1,40}?)-?\s?fractie|"
    r"(?:Inbreng|Vragen en opmerkingen) (?:van|vanuit) (?:het lid|de groep|de leden van de groep) "
    r"(?P<lid>[\w ().-]{2,40}))\s*",
    re.IGNORECASE,
)
CELL = re.compile(r" \| |\t")
FOOTNOTE_START = re.compile(r"(\d{1,3})\s+(?=\S)")

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
LEAST_OF_A_GROUND = 10  # letters of a ground that was cut off: "Bedrijfsinforma"


def look_of(line: str) -> Look:
    """What the line starts, taken by itself; its surroundings decide whether that holds."""
    if len(line) < 90 and is_ground(line):
        return Look(shape=Shape.LABEL)
    if EMPTY_BULLET.fullmatch(line):
        return Look(shape=Shape.EMPTY_ITEM, bullet=line)
    if label := QUESTION_LABEL.fullmatch(line):
        return Look(shape=Shape.QUESTION, number=_number(label.group(1)))
    if label := ANSWER_LABEL.fullmatch(line):
        return Look(shape=Shape.ANSWER, number=_number(label.group(1)))
    if label := INPUT_LABEL.fullmatch(line):
        return Look(shape=Shape.INPUT, number=(label["fractie"] or label["lid"]).strip())
    if len(CELL.findall(line)) > 1 and "http" not in line:
        return Look(shape=Shape.ROW)
    if bullet := BULLET.match(line):
        return Look(shape=Shape.ITEM, bullet=bullet.group(1))
    if numbered := NUMBERED.match(line):
        return Look(shape=Shape.ITEM, number=numbered.group(1), bullet=numbered.group().strip())
    return Look(shape=Shape.TEXT)


def is_ground(line: str) -> bool:
    """Whether the line holds nothing but grounds for making text unreadable, whole or cut off."""
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


def _number(found: str | None) -> str:
    return " ".join((found or "").lower().split())
