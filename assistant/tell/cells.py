"""The one cell of a table that a question asks for, told with all its keys and the heads of its column."""

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
from assistant.understand.names import NUMBER, years_in
from assistant.understand.question import Question
from index.dutch import stem, terms
from index.query import written_out
from ingest.document import Block, BlockKind, Document
from ingest.formats.table_rows import is_value

_TOTAL = re.compile(r"\W*(?:sub)?totaal\b", re.IGNORECASE)
_NAME = re.compile(rf"(?<=[\w,;:(] )[A-ZÀ-Ý][\w’'-]*|{NUMBER.pattern}")  # in a question, behind its first word
_MARK = re.compile(r"(?<=[\d%])([⁰¹²³⁴-⁹]{1,3})?\**$")
LEAD_IN = 2  # blocks above a table: the sentence that leads it in, and its title
_LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A figure in a table."""

    row: Evidence
    label: str
    head: str
    value: str

    @property
    def text(self) -> str:
        """The figure in a few words: "Fiets, 2024: € 3,00."."""
        return f"{self.label}, {self.head}: {self.value}."


def cell_asked_for(question: Question, chosen: Sequence[Evidence]) -> Cell | None:
    """The figure that a question asks for: where the only row and the only column meet that all its words fit.

    None in any doubt: two tables, rows or columns that may be meant, or a name or year of the question that the table
    lacks.
    """
    found: dict[tuple[str, str], list[Evidence]] = {}
    for one in chosen:
        if one.block.kind is BlockKind.TABLE and (above := _above(one)):
            found.setdefault((one.document.identifier, above), []).append(one)
    tables = [(table, rows) for (_, above), rows in found.items() if (table := _table(rows[0], above))]
    asked = question.terms | {term for word in question.words for formal in written_out(word) for term in terms(formal)}
    fit = [len(asked & set(terms(table.caption))) for table, _ in tables]
    best = [tables[place] for place, shared in enumerate(fit) if shared == max(fit)]
    if len(best) != 1:  # nobody can tell which table is meant
        return None
    table, evidence = best[0]
    document = evidence[0].document
    cells = [(row, column) for row in _rows(table, asked) for column in _columns(table, asked)]
    if len(cells) != 1:
        return None
    row, column = cells[0]
    told = next((one for one in evidence if one.block == row.block), None)
    value = _without_mark(row.cells[column], document)
    if told is None or not is_value(value) or not _fits(question, table, row, column, document):
        return None
    return Cell(row=told, label=table.key(row), head=table.heads[column], value=value)


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


def _rows(table: Table, asked: Set[str]) -> list[Row]:
    """The rows whose keys hold every word of the question that is a key of this table; of no such word, the total."""
    keys = [set(terms(table.key(row))) for row in table.rows]
    named = asked & set().union(*keys)
    fitting = [row for row, held in zip(table.rows, keys, strict=True) if named and named <= held]
    if not named:
        return [row for row in table.rows if _TOTAL.match(table.key(row))]
    parts = [row for row in fitting if not _TOTAL.match(table.key(row))] or fitting
    whole = [row for row in parts if set(terms(table.key(row))) <= asked]
    return whole if len(parts) > 1 and whole else parts


def _columns(table: Table, asked: Set[str]) -> list[int]:
    """The columns of figures whose heads hold every word of the question that tells one column from another."""
    heads = {column: set(terms(table.heads[column])) for column in range(table.keys, len(table.heads))}
    shared = set.intersection(*heads.values())
    named = (asked & set().union(*heads.values())) - shared
    if not named:
        return list(heads) if len(heads) == 1 else []
    fitting = [column for column, held in heads.items() if named <= held]
    whole = [column for column in fitting if heads[column] - shared <= asked]
    return whole if len(fitting) > 1 and whole else fitting


def _fits(question: Question, table: Table, row: Row, column: int, document: Document) -> bool:
    """Whether what a question counts, and each name and year in it, stand in the keys, the heads or above them."""
    told = " ".join([table.key(row), table.heads[column], table.caption, document.title, *row.block.path])
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
