"""The flat form that every format is written in: lines, with a blank line between paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ingest.formats.characters import FIGURES, lowered, raised, tidy
from ingest.formats.paged_text import PagedText, Row, Turn
from ingest.formats.question_tables import asked_in
from ingest.formats.seen import one_mark
from ingest.formats.table_rows import Cell, heads_of, is_table, spread

CELL_END = " | "  # between the cells of a row
MARK = "\ue000"  # stands before a footnote mark until its paragraph is complete
LISTS_ON = re.compile(r";(?: en| of)?$")  # the end of an item, but for the last of its list
QUESTION = re.compile(r"(?:Vraag|Vragen|Antwoord|Antwoorden)\b[^.:?\n]{0,20}\d[\d, en]*\W?", re.I)
CLOSED = re.compile(r"[.!?:;][»”’\"')\]]*[\d⁰¹²³⁴-⁹]{0,3}$")  # a line behind which no sentence goes on

# What stands before a line until it is written down: noncharacters of Unicode, so no paper holds them.
_LEVELS = {chr(0xFDD0 + level): level for level in range(7)}
_TURNS = {"\ufdd8": Turn.QUESTION, "\ufdd9": Turn.ANSWER}
_ROWS = {chr(0xFDDA + kind): Row(kind) for kind in range(4)}
_NOTE = "\ufdde"
_FURNITURE = "\ufddf"
_MARKS = frozenset({*_LEVELS, *_TURNS, *_ROWS, _NOTE, _FURNITURE})
_NO_MARKS = str.maketrans(dict.fromkeys(_MARKS))

_BLANKS = re.compile(r"\n{3,}")
_PARTED_QUESTION = re.compile(rf"(?mi)^({QUESTION.pattern})\n\n(?!{QUESTION.pattern}$)")
_OPENING_MARK = re.compile(rf"\A\s*{MARK}(\d+|\*+)\s*")
_NEXT_MARK = re.compile(rf"({MARK}\d+)\s*{MARK}")
# Marks at a figure that is no mark itself.
_MARKS_AT_FIGURE = re.compile(
    rf"(?<=\d)(?<!{MARK}\d)(?<!{MARK}\d\d)(?<!{MARK}\d\d\d)([.,;:%]?)\s*({MARK}\d+(?:\s*{MARK}\d+)*)"
)
# A raised 2 or 3 at a measure is no mark: "12 m²".
_POWER_OF_MEASURE = re.compile(rf"(?<![^\W\d_])([kcdm]?m|[sh])\s*{MARK}([23])(?!\d)")


def join_lines(lines: Iterable[str]) -> str:
    """Put lines under each other, where "" is a blank line; a question stands right under its heading."""
    text = _BLANKS.sub("\n\n", "\n".join(lines)).strip("\n")
    return _PARTED_QUESTION.sub(r"\1\n", text)


def heading(text: str, level: int) -> str:
    """A line marked as a heading, 1 the outermost; 0 where nothing but bold type tells."""
    return text if QUESTION.fullmatch(text) else chr(0xFDD0 + min(level, 6)) + text


def turn(text: str, whose: Turn) -> str:
    """A line marked as the first of a question or an answer, unless it is a label itself."""
    return text if QUESTION.fullmatch(text) else next(mark for mark, known in _TURNS.items() if known is whose) + text


def note(text: str) -> str:
    """A line marked as the first of a footnote."""
    return _NOTE + text


def is_note(line: str) -> bool:
    """Whether a line is marked as the first of a footnote."""
    return line.startswith(_NOTE)


def furniture(text: str) -> str:
    """A line marked as one of the print: the name of the Kamer above each of its papers."""
    return _FURNITURE + text if text else ""


def without_marks(text: str) -> str:
    """Text of a paper without characters that would mark its lines here: they show nothing."""
    return text.translate(_NO_MARKS)


def unmarked(text: str, *, marks_notes: bool = False) -> PagedText:
    """Flat text as it is printed, with what its marks said; ``marks_notes`` if every footnote is marked as one."""
    headings: dict[int, int] = {}
    turns: dict[int, Turn] = {}
    rows: dict[int, Row] = {}
    notes: list[int] = []
    printed: list[int] = []
    lines: list[str] = []
    offset = 0
    for line in tidy(text).split("\n"):
        plain = line.translate(_NO_MARKS).lstrip(" ") if line[:1] in _MARKS else line
        for mark in line[: len(line) - len(plain)]:
            if mark in _LEVELS:
                headings[offset] = _LEVELS[mark]
            elif mark in _TURNS:
                turns[offset] = _TURNS[mark]
            elif mark in _ROWS:
                rows[offset] = _ROWS[mark]
            elif mark in {_NOTE, _FURNITURE}:
                (notes if mark == _NOTE else printed).append(offset)
        lines.append(plain)
        offset += len(plain) + 1
    return PagedText(
        text="\n".join(lines),
        headings=headings,
        turns=turns,
        rows=rows,
        notes=tuple(notes) if marks_notes else None,
        furniture=tuple(printed),
    )


def squeeze(text: str) -> str:
    """Close white space to one space, except line breaks, and glue footnote marks to words and, raised, to figures."""
    text = one_mark("\n".join(" ".join(line.split()) for line in without_marks(text).split("\n")).strip())
    if MARK not in text:
        return text
    text = _POWER_OF_MEASURE.sub(lambda match: match[1] + raised(match[2]), _OPENING_MARK.sub(r"\1 ", text))
    text = _MARKS_AT_FIGURE.sub(lambda match: match[1] + raised(" ".join(match[2].replace(MARK, " ").split())), text)
    return re.sub(rf"\s*{MARK}", "", _NEXT_MARK.sub(r"\1 ", text)).strip()


def set_raised(words: str) -> str:
    """Words that a paper sets raised: figures as the mark of a note or, with a sign, as an exponent."""
    figures = words.strip()
    if not FIGURES.fullmatch(figures):
        return words
    return MARK + figures if figures.isdecimal() else raised(figures)


def set_lowered(words: str) -> str:
    """Words that a paper sets lowered: figures in lowered digits."""
    return lowered(words.strip()) if FIGURES.fullmatch(words.strip()) else words


def one_line(text: str) -> str:
    """White space closed to one space, line breaks too."""
    return squeeze(" ".join(text.split()))


def row_lines(rows: Sequence[Sequence[str]], heads: int | None = None, caption: str = "") -> list[str]:
    """Rows of cells as lines that are marked as rows; ``heads`` of them are heads, as the file says or it seems.

    A caption is the first of these.
    """
    filled = [[" ".join(cell.split()).translate(_NO_MARKS) for cell in row] for row in rows]
    filled = [row for row in filled if any(row)]
    heading_rows = heads_of(filled) if heads is None else heads
    if caption and filled:
        filled, heading_rows = [[caption], *filled], heading_rows + 1
    lines = []
    for number, row in enumerate(filled):
        kind = (Row.OPENS if not number else Row.BODY) | (Row.HEAD if number < heading_rows else Row.BODY)
        lines.append(chr(0xFDDA + kind) + CELL_END.join(row))
    return lines


def question_lines(rows: Sequence[Sequence[str]]) -> list[str]:
    """The lines of a table of questions and answers, each marked as what it is; empty for any other table."""
    pairs = asked_in(rows)
    lines = ["", " ".join(map(str.strip, rows[0]))] if pairs else []
    for question, answer in pairs:
        lines += ["", turn(question, Turn.QUESTION), "", turn(answer, Turn.ANSWER), ""]
    return lines


def table_lines(rows: Sequence[Sequence[Cell]], caption: str = "", notes: Sequence[str] = ()) -> list[str]:
    """Write down a table whose cells hold flat text: rows with the cells parted by a bar.

    Word processors also lay out letterheads with tables; the cells of what is no table follow each other.

    Args:
        rows: The cells of each row.
        caption: What the file sets as the caption of the table.
        notes: What it sets below the rows as notes to them.
    """
    cells = [[cell.text for cell in row] for row in rows]
    if asked := question_lines(cells):
        return [caption, *asked, *notes]
    if is_table(cells):
        heads = [bool(row) and all(cell.head for cell in row) for row in rows if any(cell.text.strip() for cell in row)]
        said = heads.index(False) if False in heads else 0
        return ["", *row_lines([*spread(rows), *([note] for note in notes)], said or None, caption), ""]
    lines = ["", caption] if caption else []
    for row in ([cell.text.strip() for cell in row if cell.text.strip()] for row in rows):
        if any("\n" in cell for cell in row):
            lines.extend(["", "\n\n".join(row), ""])
        elif row:
            lines.append(row[0] if len(row) == 1 else " ".join(row).translate(_NO_MARKS))
    return [*lines, *notes]
