"""Which sentences of a text ask something."""

from __future__ import annotations

import re

from ingest.sentences import ABBREVIATION

# A stop ends no sentence between figures ("1.500"), behind a title ("dhr. Voorbeeld"), or behind another abbreviation
# where a small letter or a figure follows: "3 jan. 2023", but not "Hij heet Jan. Wat nu?".
_TITLE = r"dhr|mevr|mw|mrs?|drs?|prof|ir|ing|ds"
SENTENCE = re.compile(
    rf"(?:\b(?i:{_TITLE})\.(?=\s+\S)|\b(?i:{ABBREVIATION.pattern})\.(?=\s+[a-zà-ÿ\d])|"
    r"(?<=\d)\.(?=\d)|[^.?!\n])+[.?!]*"
)


def asking(text: str) -> list[str]:
    """The sentences of a text that ask something; the last one if none ends with a question mark."""
    sentences = [match[0].strip() for match in SENTENCE.finditer(text)]
    return [sentence for sentence in sentences if sentence.endswith("?")] or sentences[-1:]
