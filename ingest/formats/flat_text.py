"""The flat form that every format is written in: lines, with a blank line between paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

LEAST_CELLS = 6  # in rows of two or more: "Datum" and "Betreft" with what they say make four
MARK = "\ue000"  # stands before a footnote mark until its paragraph is complete
QUESTION = re.compile(r"(?:Vraag|Vragen|Antwoord|Antwoorden)\b[^.:?\n]{0,20}\d[\d, en]*\W?", re.I)

_BLANKS = re.compile(r"\n{3,}")
_PARTED_QUESTION = re.compile(rf"(?mi)^({QUESTION.pattern})\n\n(?!{QUESTION.pattern}$)")
_OPENING_MARK = re.compile(rf"\A\s*{MARK}(\d+|\*+)\s*")
_NEXT_MARK = re.compile(rf"({MARK}\d+)\s*{MARK}")


def join_lines(lines: Iterable[str]) -> str:
    """Put lines under each other, where "" is a blank line; a question stands right under its heading."""
    text = _BLANKS.sub("\n\n", "\n".join(lines)).strip("\n")
    return _PARTED_QUESTION.sub(r"\1\n", text)


def squeeze(text: str) -> str:
    """Close white space to one space, except line breaks, and glue footnote marks to their words."""
    text = "\n".join(" ".join(line.split()) for line in text.split("\n")).strip()
    if MARK not in text:
        return text
    text = _OPENING_MARK.sub(r"\1 ", text)
    return re.sub(rf"\s*{MARK}", "", _NEXT_MARK.sub(r"\1 ", text)).strip()


def one_line(text: str) -> str:
    """White space closed to one space, line breaks too."""
    return squeeze(" ".join(text.split()))


def table_lines(rows: Iterable[Sequence[str]]) -> list[str]:
    """Write down a table whose cells hold flat text: rows with the cells parted by a bar.

    Word processors also lay out letterheads with tables. What has few cells, or one filled
    cell in a row, is no table to a reader: its cells follow each other.
    """
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    tight = [[cell.strip() for cell in row if cell.strip()] for row in filled]
    if sum(len(row) for row in tight if len(row) > 1) >= LEAST_CELLS:
        return ["", *(" | ".join(" ".join(cell.split()) for cell in row) for row in filled), ""]
    lines: list[str] = []
    for row in tight:
        lines.extend(["", "\n\n".join(row), ""] if any("\n" in cell for cell in row) else [" ".join(row)])
    return lines
