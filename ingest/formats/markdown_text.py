"""Markdown as plain text: its marks for headings, lists, tables, notes and emphasis taken away."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.formats.flat_text import (
    heading,
    join_lines,
    row_lines,
    set_lowered,
    set_raised,
    squeeze,
    unmarked,
    without_marks,
)
from ingest.formats.paged_text import PagedText

HEADING = re.compile(r"(?P<signs>#{1,6})\s+(?P<words>.*?)\s*#*")
BOLD = re.compile(r"(\*\*|__)(?=\S)(?P<words>(?:(?!\1).)*\S)\1\s*")
BULLET = re.compile(r"(?P<indent>\s*)[-*+]\s+(?P<words>.*)")
ROW = re.compile(r"\s*\|(?P<cells>.*)\|\s*")
CELL = re.compile(r"(?<!\\)\|")
RULE_OF_TABLE = re.compile(r"\s*\|?[\s:|-]*-{2,}[\s:|-]*\|?\s*")
NOTE = re.compile(r"\[\^(?P<number>\w{1,4})\]:\s*(?P<words>.*)")
FENCE = re.compile(r"\s*(?:```|~~~)")
# Comments, and what is struck through.
UNSEEN = re.compile(
    r"<!--.*?-->|<(del|s|strike)\b[^>]*>.*?</\1>|(?<![~\w])~~(?=\S)[^\n]*?\S~~(?![~\w])", re.DOTALL | re.IGNORECASE
)
RAISED = re.compile(r"<sup>\s*([+−–-]?\d{1,3})\s*</sup>|(?<=\w)\^([+−–-]?\d{1,3})\^")
LOWERED = re.compile(r"<sub>\s*(\d{1,3})\s*</sub>|(?<=\w)~(\d{1,3})~")
INLINE = (
    (re.compile(r"\s*\[\^(\w{1,4})\]"), r"\1"),  # the mark of a footnote, glued to its word
    (re.compile(r"!?\[([^\[\]\n]*)\]\([^()\s]*(?:\s+\"[^\"\n]*\")?\)"), r"\1"),  # a link
    (re.compile(r"(\*\*|__)(?=\S)([^\n]*?\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]*[^\s*])\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<![\w_])_(?=[^\s_])([^_\n]*[^\s_])_(?![\w_])"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!|-])"), r"\1"),
)


def plain(body: str) -> PagedText:
    """The text that a Markdown file shows; within code fences nothing is changed."""
    return unmarked(join_lines(_lines(UNSEEN.sub("", without_marks(body)))))


def _lines(body: str) -> Iterator[str]:
    fenced = False
    rows: list[list[str] | None] = []  # of the table so far; None is the rule below its head
    for line in [*body.split("\n"), ""]:
        if rows and (fenced or not ROW.fullmatch(line)):
            heads = rows.index(None) if None in rows else None
            yield from row_lines([row for row in rows if row is not None], heads)
            rows = []
        if FENCE.match(line):
            fenced = not fenced
            yield ""
        elif fenced:
            yield line
        elif headed := HEADING.fullmatch(line):
            yield from ("", heading(_words(headed["words"]), len(headed["signs"])), "")
        elif bold := BOLD.fullmatch(line):
            yield heading(_words(bold["words"]), 0)
        elif note := NOTE.fullmatch(line):
            yield from ("", f"{note['number']} {_words(note['words'])}")
        elif row := ROW.fullmatch(line):
            rows.append(
                None if RULE_OF_TABLE.fullmatch(line) else [_words(cell.strip()) for cell in CELL.split(row["cells"])]
            )
        elif (bullet := BULLET.fullmatch(line)) and not RULE_OF_TABLE.fullmatch(line):
            yield f"{bullet['indent']}• {_words(bullet['words'])}"
        else:
            yield _words(line.removeprefix("> "))


def _words(text: str) -> str:
    text = RAISED.sub(lambda found: set_raised(found[1] or found[2]), text)
    text = squeeze(LOWERED.sub(lambda found: set_lowered(found[1] or found[2]), text)) if text.strip() else text
    for mark, words in INLINE:
        text = mark.sub(words, text)
    return text
