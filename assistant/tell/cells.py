"""The one cell of a table that a question asks for, or one for each of the years that it names, told with its keys."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from itertools import zip_longest

from assistant.find.evidence import Evidence
from assistant.find.sentences import Span, begins_table
from assistant.tell.lists import head_of_table
from assistant.tell.tables import Row, Table, table_of
from assistant.understand.asked import is_verb
from assistant.understand.names import NUMBER, is_year, options_in, years_in
from assistant.understand.question import Question
from index.dutch import stem, terms
from index.query import written_out_stems
from ingest.document import Block, BlockKind, Document
from ingest.formats.table_rows import is_value

_TOTAL = re.compile(r"\W*(?:sub)?totaal\b", re.IGNORECASE)
_NAME = re.compile(rf"(?<=[\w,;:(] )[A-ZÀ-Ý][\w’'-]*|{NUMBER.pattern}")  # in a question, behind its first word
_MARK = re.compile(r"(?<=[\d%])([⁰¹²³⁴-⁹]{1,3})?\**$")
_PERIOD = re.compile(r"\b((?:19|20)\d\d)(?:\s?[/–-]\s?((?:19|20)?\d\d)\b)?")  # a year, or a school year
IN_BRACKETS = re.compile(r"\([^()]*\)")  # a unit, or an abbreviation
_SIGN = re.compile(r"([A-Z\d])(?:[.):](?!\d)|$)")  # opens the key of one of several; "3.1" is not the third
_SIGNED = {"%": "procent", "€": "euro"}  # what a sign that is no word says
LEAD_IN = 2  # blocks above a table: the sentence that leads it in, and its title
_LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A figure in a table, or several of one row."""

    row: Evidence
    label: str
    figures: tuple[tuple[str, str], ...]  # the head of its column, and the figure
    unit: str = ""  # in which all figures of the table are: "(x € 1 miljoen)"
    near: str = ""  # the key, the heads and the title of the table

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
    tables = tables_of(chosen)
    asked = spelled(question)
    fit = [len(asked & set(terms(table.caption))) for table, _ in tables]
    best = [tables[place] for place, shared in enumerate(fit) if shared == max(fit)]
    return cell_of(question, *best[0]) if len(best) == 1 else None  # else nobody can tell which table is meant


def tables_of(found: Sequence[Evidence]) -> list[tuple[Table, list[Evidence]]]:
    """The tables that sentences are rows of, with these."""
    rows: dict[tuple[str, str], list[Evidence]] = {}
    for one in found:
        if one.block.kind is BlockKind.TABLE and (above := _above(one)):
            rows.setdefault((one.document.identifier, above), []).append(one)
    return [(table, some) for (_, above), some in rows.items() if (table := _table(some[0], above))]


def spelled(question: Question) -> Set[str]:
    """The stems of a question, and of what the field says for its words."""
    return question.terms.union(*(stems for word in question.words for stems in written_out_stems(word)))


def held_in(text: str) -> set[str]:
    """The stems of a text, and of the words that its signs stand for."""
    return {*terms(text), *(stem(word) for sign, word in _SIGNED.items() if sign in text)}


def is_said(word: str, held: Set[str]) -> bool:
    """Whether a folded word, or what the field writes for it, is among some stems: "hectare" in "Kade (ha)"."""
    return stem(word) in held or any(stems <= held for stems in written_out_stems(word))


def cell_of(question: Question, table: Table, evidence: Sequence[Evidence]) -> Cell | None:
    """The figure of one table that a question asks for, or one for each of the years that it names.

    Args:
        question: As it was understood.
        table: The table.
        evidence: The rows of it that were found.
    """
    document, asked, periods = evidence[0].document, spelled(question), periods_in(question.text)
    rows = [row for row in _rows(table, asked, question.text) if not _of_another_year(table.key(row), periods)]
    columns = _columns(table, asked, periods)
    if len(rows) != 1 or not columns or (len(columns) > 1 and not _one_for_each_year(table, columns, periods)):
        return None
    (row,) = rows
    told = next((one for one in evidence if one.block == row.block), None)
    figures = tuple((table.heads[column], _without_mark(row.cells[column], document)) for column in columns)
    if told is None or not all(is_value(value) for _, value in figures):
        return None
    if not _fits(question, table, row, columns, document):
        return None
    heads = [*table.heads[: table.keys], *(head for head, _ in figures)]
    near = " ".join([table.key(row), *heads, table.caption])
    return Cell(row=told, label=table.key(row), figures=figures, near=near)


def _one_for_each_year(table: Table, columns: Sequence[int], periods: Set[str]) -> bool:
    """Whether a question names as many years as there are columns, and each column is of one of them."""
    heads = [periods_in(table.heads[column]) for column in columns]
    return len(periods) == len(columns) and all(sum(year in head for head in heads) == 1 for year in periods)


def _of_another_year(text: str, periods: Set[str]) -> bool:
    """Whether a head or key is of years of which the question names none: a year is no school year either."""
    own = periods_in(text)
    return bool(own and periods) and own.isdisjoint(periods)


def periods_in(text: str) -> Set[str]:
    """The years of a text, a school year as one: "2023" and "2024-25" of "in 2023 en in 2024/2025"."""
    return {year + (until and f"-{until[-2:]}") for year, until in _PERIOD.findall(text)}


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


def _rows(table: Table, asked: Set[str], text: str) -> list[Row]:
    """The rows whose keys hold every word of the question that is in a key of this table; of no such word, the total.

    One of several is named by its letter: "optie B" where the first head is "Optie" and a row begins with "B.".
    """
    if signs := {sign for noun, sign in options_in(text) if stem(noun) in terms(table.heads[0])}:
        return [row for row in table.rows if (opens := _SIGN.match(row.cells[0])) and opens[1] in signs]
    keys = [set(terms(table.key(row))) for row in table.rows]
    named = asked & set().union(*keys)
    if not named:
        return [row for row in table.rows if _TOTAL.match(row.cells[0]) and not row.whole]
    fitting = [row for row, held in zip(table.rows, keys, strict=True) if named <= held]
    parts = [row for row in fitting if not _TOTAL.match(row.cells[0])] or fitting
    whole = [row for row in parts if set(terms(IN_BRACKETS.sub("", table.key(row)))) <= asked]
    return whole if len(parts) > 1 and whole else parts


def _columns(table: Table, asked: Set[str], periods: Set[str]) -> list[int]:
    """The columns of figures whose heads hold every word of the question that tells one column from another.

    Where no head holds all of them, and they differ in nothing but the year, those of the years.
    """
    figures = range(table.keys, len(table.heads))
    heads = {column: held_in(head) for column in figures if not _of_another_year(head := table.heads[column], periods)}
    if not heads:
        return []
    shared = set.intersection(*heads.values()) if len(heads) > 1 else set()
    named = (asked & set().union(*heads.values())) - shared
    if not named:
        return list(heads) if len(heads) == 1 else []
    fitting = [column for column, held in heads.items() if named <= held]
    if not fitting:
        years = {word for word in named if is_year(word)}
        return [
            column
            for column, held in heads.items()
            if named - years <= held and periods & periods_in(table.heads[column])
        ]
    whole = [column for column in fitting if {*terms(table.heads[column])} - shared <= asked]
    return whole if len(fitting) > 1 and whole else fitting


def _fits(question: Question, table: Table, row: Row, columns: Sequence[int], document: Document) -> bool:
    """Whether what a question counts, and each name and year in it, stand in the keys, the heads or above them."""
    heads = (table.heads[column] for column in columns)
    told = " ".join([table.key(row), *heads, table.caption, document.title, *row.block.path])
    if any(year not in told for year in years_in(question.text)):
        return False
    held = held_in(told)
    if any((words := set(terms(name))) and not words & held for name in _NAME.findall(question.text)):
        return False
    held |= held_in(_lead_in(document, row))
    return all(is_said(word, held) for word in question.focus if not is_verb(word))  # "hoeveel LIGGEN er"


def _lead_in(document: Document, row: Row) -> str:
    """What stands right above the heads of a table."""
    above = blocks_above(document, row.block)[-LEAD_IN:]
    return " ".join(document.text[block.start : block.end] for block in above)


def blocks_above(document: Document, row: Block) -> list[Block]:
    """The blocks above the table that a row stands in, without those of other tables."""
    start = row.context[0] if row.context else row.start
    return [block for block in document.blocks if block.end <= start and block.kind is not BlockKind.TABLE]


def _without_mark(value: str, document: Document) -> str:
    """A figure without the mark of a footnote of its paper."""
    found = _MARK.search(value)
    number = (found[1] or "").translate(_LOWERED) if found else ""
    noted = any(block.kind is BlockKind.FOOTNOTE and block.number == number for block in document.blocks)
    return value[: found.start()] if found and (noted or not number) else value
