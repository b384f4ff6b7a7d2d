"""Words of the papers explained in plain words of our own."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

MOST = 8  # words that are explained under one answer

_FILE = Path(__file__).with_name("terms.tsv")


def explained(text: str) -> list[tuple[str, str]]:
    """The hard words of a text with their meaning, in the order in which they stand there."""
    pattern, meanings = _known()
    found: dict[str, str] = {}
    for match in pattern.finditer(text):
        if known := meanings.get(match[0].lower()):  # not every form that the pattern takes for alike: "ſ" is no "s"
            found.setdefault(*known)
    return list(found.items())[:MOST]


@cache
def _known() -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    """One pattern of every form, longest first, and each form's word with its meaning."""
    meanings: dict[str, tuple[str, str]] = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            forms, meaning = line.split("\t")
            first, *others = forms.split("|")
            meanings |= dict.fromkeys([first, *others], (first, meaning))
    longest_first = sorted(meanings, key=len, reverse=True)
    words = "|".join(map(re.escape, longest_first))
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE), meanings
