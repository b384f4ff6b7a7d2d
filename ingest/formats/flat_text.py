"""The flat form that every format is written in: lines, with a blank line between paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable

LEAST_CELLS = 6  # in rows of two or more: "Datum" and "Betreft" with what they say make four
BLANKS = re.compile(r"\n{3,}")
ITEM = r"(?:[•–]|\(?\w{1,4}[.)]) "
PARTED_ITEMS = re.compile(rf"(?m)^({ITEM}.*)\n\n(?={ITEM})")
QUESTION = re.compile(r"(?:Vraag|Vragen|Antwoord|Antwoorden)\b[^.:?]{0,20}\d[\d, en]*\W?", re.I)


def join_lines(lines: Iterable[str]) -> str:
    """Put lines under each other; a "" between them is a blank line, and items of a list stand together."""
    text = BLANKS.sub("\n\n", "\n".join(lines)).strip("\n")
    return PARTED_ITEMS.sub(r"\1\n", text)


def squeeze(text: str) -> str:
    """White space closed to one space, except line breaks."""
    return "\n".join(" ".join(line.split()) for line in text.split("\n")).strip()


def table_lines(rows: Iterable[list[str]]) -> list[str]:
    """Write down a table whose cells hold flat text: rows with the cells parted by a bar.

    Word processors also lay out letterheads with tables. What has few cells, or one filled
    cell in a row, is no table to a reader: its cells follow each other.
    """
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    if sum(len(row) for row in _without_empty(filled) if len(row) > 1) >= LEAST_CELLS:
        return ["", *(" | ".join(" ".join(cell.split()) for cell in row) for row in filled), ""]
    lines: list[str] = []
    for row in _without_empty(filled):
        lines.extend([" ".join(row)] if not any("\n" in cell for cell in row) else ["", "\n\n".join(row), ""])
    return lines


def _without_empty(rows: Iterable[list[str]]) -> list[list[str]]:
    return [[cell.strip() for cell in row if cell.strip()] for row in rows]
