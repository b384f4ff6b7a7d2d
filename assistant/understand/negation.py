"""Where a text says no."""

from __future__ import annotations

import re

from index.dutch import fold

NOT = re.compile(r"\b(?:niet|niets|geen|nooit|niemand|nergens|zonder|noch|onmogelijk|onjuist)\b")


def denials(text: str) -> int:
    """How often a text says no."""
    return len(NOT.findall(fold(text)))
