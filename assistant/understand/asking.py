"""Which sentences of a text ask something."""

from __future__ import annotations

import re

from ingest.sentences import ABBREVIATION

# A stop ends no sentence behind an abbreviation ("dhr. Voorbeeld") or between figures ("1.500").
SENTENCE = re.compile(rf"(?:\b(?:{ABBREVIATION.pattern})\.(?=\s+\S)|(?<=\d)\.(?=\d)|[^.?!\n])+[.?!]*", re.IGNORECASE)


def asking(text: str) -> list[str]:
    """The sentences of a text that ask something; the last one if none ends with a question mark."""
    sentences = [match[0].strip() for match in SENTENCE.finditer(text)]
    return [sentence for sentence in sentences if sentence.endswith("?")] or sentences[-1:]
