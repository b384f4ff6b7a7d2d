"""What a line looks like: the start of a list item, a footnote, a question, a label, or running text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from ingest.grounds import is_ground
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


def _number(found: str | None) -> str:
    return " ".join((found or "").lower().split())
