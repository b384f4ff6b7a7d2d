"""The one cell of a table that a question asks for, or one for each of the years that it names, told with its keys."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from itertools import zip_longest

from assistant.find.evidence import Evidence
from assistant.find.sentences import Span, begins_table
from assistant.tell.lists import head_of_table
from assistant.tell.single import asks_for_share, holds_measure
from assistant.tell.tables import Row, Table, table_of
from assistant.understand.asked import FIGURES, Asked, is_verb
from assistant.understand.names import NUMBER, is_year, options_in, years_in
from assistant.understand.question import Question
from index.dutch import is_put_together, stem, terms
from index.query import written_out
from ingest.document import Block, BlockKind, Document
from ingest.formats.table_rows import is_value

_TOTAL = re.compile(r"\W*(?:sub)?totaal\b", re.IGNORECASE)
_NAME = re.compile(rf"(?<=[\w,;:(] )[A-ZÀ-Ý][\w’'-]*|{NUMBER.pattern}")  # in a question, behind its first word
_MARK = re.compile(r"(?<=[\d%])([⁰¹²³⁴-⁹]{1,3})?\**$")
_UNIT = re.compile(r"\(\s*(?:(?:bedragen )?in|x|×)\s[^()]{1,30}\)")  # "(x € 1 miljoen)", "(in euro)"
LOOKED_UP = FIGURES | {Asked.PERIOD, Asked.OTHER}  # kinds of question that a cell may answer; words alone are such
_PERIOD = re.compile(r"\b((?:19|20)\d\d)(?:\s?[/–-]\s?((?:19|20)?\d\d)\b)?")  # a year, or a school year
_IN_BRACKETS = re.compile(r"\([^()]*\)")  # a unit, or an abbreviation
_SHARE = re.compile(r"%|\b(?:procent|percentages?|aandeel)\b", re.IGNORECASE)
_KINDS = {
    Asked.AMOUNT: re.compile(r"€|\beuro", re.IGNORECASE),
    Asked.PERIOD: re.compile(
        r"\b(?:minuten|u(?:ur|ren)|(?:\w+)?dagen|(?:\w+)?weken|maanden|jaren|jaar)\b", re.IGNORECASE
    ),
}
# What a question calls the figure that it wants, and when it was counted: no part of what the table is about.
NO_PART = frozenset("aantal aantallen percentage procent aandeel cijfer cijfers getal bedrag jaar schooljaar".split())
_SIGN = re.compile(r"([A-Z])(?:[.):]|$)")  # opens the key of one of several
LONG = 6  # letters of a stem that names a row as a part of a compound
LEAD_IN = 2  # blocks above a table: the sentence that leads it in, and its title
_LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A figure in a table, or several of one row."""

    row: Evidence
    label: str
    figures: tuple[tuple[str, str], ...]  # the head of its column, and the figure
    unit: str = ""  # in which all figures of the table are: "(x € 1 miljoen)"

    @property
    def text(self) -> str:
        """The figure in a few words: "Fiets, 2024: € 3,00."."""
        told = "; ".join(f"{head}: {value}" for head, value in self.figures)
        return f"{self.label}, {told}{self.unit and f' {self.unit}'}."


def cell_asked_for(question: Question, chosen: Sequence[Evidence]) -> Cell | None:
    """The figure that a question asks for: where the only row and the only column meet that all its words fit.

    None in any doubt: two tables, rows or columns that may be meant, or a name or year of the question that the table
    lacks.
    """
    tables = _tables(chosen)
    asked = _asked(question)
    fit = [len(asked & set(terms(table.caption))) for table, _ in tables]
    best = [tables[place] for place, shared in enumerate(fit) if shared == max(fit)]
    return _cell(question, asked, *best[0]) if len(best) == 1 else None  # else nobody can tell which table is meant


def cell_that_says_all(question: Question, evidence: Sequence[Evidence]) -> Cell | None:
    """The figure of which row, head and what stands above the table say all that a question does; None in any doubt.

    Such a cell is looked up, however likely its row is to answer: the question is its address.
    """
    if question.asked not in LOOKED_UP or not question.words:
        return None
    question = question.whole if question.background else question
    asked = _asked(question)
    found = [cell for table, rows in _tables(evidence) if (cell := _cell(question, asked, table, rows, says_all=True))]
    return found[0] if len(found) == 1 else None


def _tables(found: Sequence[Evidence]) -> list[tuple[Table, list[Evidence]]]:
    """The tables that sentences are rows of, with these."""
    rows: dict[tuple[str, str], list[Evidence]] = {}
    for one in found:
        if one.block.kind is BlockKind.TABLE and (above := _above(one)):
            rows.setdefault((one.document.identifier, above), []).append(one)
    return [(table, some) for (_, above), some in rows.items() if (table := _table(some[0], above))]


def _asked(question: Question) -> Set[str]:
    return question.terms | {term for word in question.words for formal in written_out(word) for term in terms(formal)}


def _cell(
    question: Question, asked: Set[str], table: Table, evidence: Sequence[Evidence], *, says_all: bool = False
) -> Cell | None:
    document = evidence[0].document
    rows, columns = (
        _options(table, question.text) or _rows(table, asked),
        _columns(table, asked, _periods(question.text)),
    )
    if len(rows) != 1 or not columns or (len(columns) > 1 and not _one_for_each_year(table, columns, question)):
        return None
    (row,) = rows
    told = next((one for one in evidence if one.block == row.block), None)
    figures = tuple((table.heads[column], _without_mark(row.cells[column], document)) for column in columns)
    if told is None or not all(is_value(value) for _, value in figures):
        return None
    if not _fits(question, table, row, columns, document):
        return None
    if says_all and not _says_all(question, asked, table, row, columns, document):
        return None
    return Cell(row=told, label=table.key(row), figures=figures, unit=_unit(table, row, columns))


def _one_for_each_year(table: Table, columns: Sequence[int], question: Question) -> bool:
    """Whether a question names as many years as there are columns, and each column is of one of them."""
    heads = [_periods(table.heads[column]) for column in columns]
    asked = _periods(question.text)
    return len(asked) == len(columns) and all(sum(year in head for head in heads) == 1 for year in asked)


def _periods(text: str) -> Set[str]:
    """The years of a text, a school year as one: "2023" and "2024-25" of "in 2023 en in 2024/2025"."""
    return {year + (until and f"-{until[-2:]}") for year, until in _PERIOD.findall(text)}


def _unit(table: Table, row: Row, columns: Sequence[int]) -> str:
    """What every figure of a table is counted in, as its title or its first head says; "" where the figure says it."""
    near = " ".join([table.key(row), *(table.heads[column] for column in columns)])
    found = _UNIT.search(" ".join([table.caption, table.heads[0]]))
    return found[0] if found and not _UNIT.search(near) else ""


def _above(row: Evidence) -> str:
    """The caption of the table, if there is one, and the heads of its columns."""
    return "\n".join(row.document.text[start:end] for start, end in head_of_table(row.document, row.block))


def _table(row: Evidence, above: str) -> Table | None:
    (head,) = head_of_table(row.document, row.block)
    return table_of(row.document.text, rows_of_table(row.document, row.block, head), above)


def rows_of_table(document: Document, row: Block, head: Span) -> list[Block]:
    """All rows of the table that a row stands in, but those that head it.

    Args:
        document: The paper.
        row: One of the rows.
        head: The span of those that head it, as ``head_of_table`` tells it.
    """
    tables = [block for block in document.blocks if block.kind is BlockKind.TABLE]
    if row.context:
        return [block for block in tables if block.context == row.context]
    first = next(block for block in tables if block.start == head[0])
    others = {block.context for block in tables if block.context}  # the heads of tables that stand right below
    found = []
    for block, below in zip_longest(document.blocks, document.blocks[1:]):
        if block.start < head[1]:
            continue
        again = below and begins_table(document, block, below, document.text[first.start : first.end])
        if block.kind is not BlockKind.TABLE or again:
            break
        heads_another = any(start <= block.start < end for start, end in others)
        if not heads_another and (block.context is None or block.context[1] == head[1]):
            found.append(block)
    return found


def _options(table: Table, text: str) -> list[Row]:
    """The rows that a question names by their letter: "optie B" where the first head is "Optie" and a row "B. …"."""
    named = {sign for noun, sign in options_in(text) if stem(noun) in terms(table.heads[0])}
    return [row for row in table.rows if (sign := _SIGN.match(row.cells[0])) and sign[1] in named]


def _rows(table: Table, asked: Set[str]) -> list[Row]:
    """The rows whose keys hold every word of the question that is in a key of this table; of no such word, the total.

    A word stands in a key also as the first or last part of a compound: "gastouder" in "Gastouderopvang".
    """
    keys = [set(terms(table.key(row))) for row in table.rows]
    named = {term for term in asked if any(_holds(key, term) for key in keys)}
    if not named:
        return [row for row in table.rows if _TOTAL.match(table.key(row))]
    fitting = [row for row, key in zip(table.rows, keys, strict=True) if all(_holds(key, term) for term in named)]
    parts = [row for row in fitting if not _TOTAL.match(table.key(row))] or fitting
    whole = [row for row in parts if set(terms(_IN_BRACKETS.sub("", table.key(row)))) <= asked]
    return whole if len(parts) > 1 and whole else parts


def _holds(key: Set[str], term: str) -> bool:
    return term in key or (len(term) >= LONG and any(word.startswith(term) or word.endswith(term) for word in key))


def _columns(table: Table, asked: Set[str], periods: Set[str]) -> list[int]:
    """The columns of figures whose heads hold every word of the question that tells one column from another.

    Where no head holds all of them, and they differ in nothing but the year, those of the years.
    """
    heads = {column: set(terms(table.heads[column])) for column in range(table.keys, len(table.heads))}
    shared = set.intersection(*heads.values())
    named = (asked & set().union(*heads.values())) - shared
    if not named:
        return list(heads) if len(heads) == 1 else []
    fitting = [column for column, held in heads.items() if named <= held]
    if not fitting:
        years = {word for word in named if is_year(word)}
        return [
            column
            for column, held in heads.items()
            if named - years <= held and periods & _periods(table.heads[column])
        ]
    whole = [column for column in fitting if heads[column] - shared <= asked]
    return whole if len(fitting) > 1 and whole else fitting


def _told_of(table: Table, row: Row, columns: Sequence[int], document: Document) -> str:
    """The words of a row and its heads, and of what stands above them."""
    heads = [*table.heads[: table.keys], *(table.heads[column] for column in columns)]
    return " ".join([table.key(row), *heads, table.caption, document.title, *row.block.path])


def _says_all(
    question: Question, asked: Set[str], table: Table, row: Row, columns: Sequence[int], document: Document
) -> bool:
    """Whether a row is named, and each word of a question but its verbs and measures stands in it, its heads or above.

    What stands above is the title of the table, the sentence that leads it in, the headings and the title of the paper.
    """
    key = {*terms(table.key(row))}
    if not any(_holds(key, term) for term in asked) and row not in _options(table, question.text):
        return False
    around = " ".join([_told_of(table, row, columns, document), _lead_in(document, row)])
    if not holds_measure(question, around) or not _is_of_its_kind(question, f"{around} {row.cells[columns[0]]}"):
        return False
    held = {*terms(around)}
    told = [word for word in question.words if word not in NO_PART and not is_verb(word)]
    return all(_is_borne(word, held) or _holds(key, stem(word)) for word in told)


def _is_of_its_kind(question: Question, told: str) -> bool:
    """Whether a cell with all that stands around it speaks of money, time or shares, where that is asked for."""
    if asks_for_share(question):
        return _SHARE.search(told) is not None
    kind = _KINDS.get(question.asked)
    return kind is None or kind.search(told) is not None


def _is_borne(word: str, held: Set[str]) -> bool:
    formal = [{*terms(one)} for one in written_out(word)]
    return stem(word) in held or is_put_together(stem(word), held) or any(each and each <= held for each in formal)


def _fits(question: Question, table: Table, row: Row, columns: Sequence[int], document: Document) -> bool:
    """Whether what a question counts, and each name and year in it, stand in the keys, the heads or above them."""
    told = _told_of(table, row, columns, document)
    if any(year not in told for year in years_in(question.text)):
        return False
    held = set(terms(told))
    if any((words := set(terms(name))) and not words & held for name in _NAME.findall(question.text)):
        return False
    held |= set(terms(_lead_in(document, row)))
    return all(stem(word) in held for word in question.focus if not is_verb(word))  # "hoeveel LIGGEN er"


def _lead_in(document: Document, row: Row) -> str:
    """What stands right above the heads of a table."""
    start = row.block.context[0] if row.block.context else row.block.start
    above = [block for block in document.blocks if block.end <= start and block.kind is not BlockKind.TABLE]
    return " ".join(document.text[block.start : block.end] for block in above[-LEAD_IN:])


def _without_mark(value: str, document: Document) -> str:
    """A figure without the mark of a footnote of its paper."""
    found = _MARK.search(value)
    number = (found[1] or "").translate(_LOWERED) if found else ""
    noted = any(block.kind is BlockKind.FOOTNOTE and block.number == number for block in document.blocks)
    return value[: found.start()] if found and (noted or not number) else value
