"""Questions and answers that a paper lays out as a table: "Nr | Vraag | Antwoord"."""

from __future__ import annotations

import re
from collections.abc import Sequence

NUMBER = re.compile(r"(?:nr|no|nummer|volgnummer|#)?\.?", re.IGNORECASE)
QUESTION = re.compile(r"vra(?:ag|gen)", re.IGNORECASE)
ANSWER = re.compile(r"antwoord(?:en)?", re.IGNORECASE)
COUNTED = re.compile(r"(\d{1,4}[a-z]?)[.)]?")


def asked_in(rows: Sequence[Sequence[str]]) -> list[tuple[str, str]]:
    """Each question, its number before it, with its answer; empty for any other table, or where a cell of a row lacks.

    Args:
        rows: The cells of each row, the heads first.
    """
    heads = [cell.strip() for cell in rows[0]] if rows else []
    numbered = len(heads) == 3 and NUMBER.fullmatch(heads[0]) is not None
    if not numbered and len(heads) != 2:
        return []
    if not (QUESTION.fullmatch(heads[-2]) and ANSWER.fullmatch(heads[-1])):
        return []
    found = [_pair([cell.strip() for cell in row], numbered) for row in rows[1:]]
    return [pair for pair in found if pair] if all(found) else []


def _pair(cells: Sequence[str], numbered: bool) -> tuple[str, str] | None:
    number = COUNTED.fullmatch(cells[0]) if numbered else None
    if len(cells) != 2 + numbered or not all(cells) or (numbered and not number):
        return None
    return (f"{number[1]}. " if number else "") + cells[-2], cells[-1]
