"""The one cell of a table that a question asks for, told with its row and the head of its column."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass

from assistant.find.evidence import Evidence
from assistant.tell.lists import CELLS, head_of_table
from assistant.understand.names import NUMBER, years_in
from assistant.understand.question import Question
from index.dutch import terms
from ingest.document import BlockKind

_FIGURE = re.compile(rf"(?:€ ?)?{NUMBER.pattern}(?: ?%| (?:procent|euro|miljoen|miljard))?")
_TOTAL = re.compile(r"\W*(?:sub)?totaal\b", re.IGNORECASE)


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
    """The figure that a question asks for, of the only column and the only row that it names; None in any doubt."""
    tables: dict[tuple[str, str], list[Evidence]] = {}
    for one in chosen:
        if one.block.kind is BlockKind.TABLE:
            tables.setdefault((one.document.identifier, _above(one)), []).append(one)
    asked = question.terms
    fit = {table: len(asked & set(terms(_caption(table[1])))) for table in tables}
    best = [table for table in tables if fit[table] == max(fit.values())]
    if len(best) != 1:  # nobody can tell which table is meant
        return None
    found = [cell for row in tables[best[0]] if (cell := _cell(question, asked, row, best[0][1]))]
    named = [cell for cell in found if not _TOTAL.match(cell.label)] or found
    return named[0] if len(named) == 1 else None


def _cell(question: Question, asked: Set[str], row: Evidence, above: str) -> Cell | None:
    heads, cells = _cut(above.splitlines()[-1] if above else ""), _cut(row.text)
    if len(heads) != len(cells):
        return None
    column = _column(question.text, asked, heads)
    if not column or not _FIGURE.fullmatch(cells[column]):
        return None
    if not asked & set(terms(cells[0])) and not _TOTAL.match(cells[0]):
        return None
    return Cell(row=row, label=cells[0], head=heads[column], value=cells[column])


def _above(row: Evidence) -> str:
    """The caption of the table, if there is one, and the heads of its columns on the last line."""
    return "\n".join(row.document.text[start:end] for start, end in head_of_table(row.document, row.block))


def _caption(above: str) -> str:
    return " ".join(above.splitlines()[:-1])


def _column(text: str, asked: Set[str], heads: Sequence[str]) -> int:
    """The place of the one column that a question names by its year or its words; 0 if it names none or several."""
    years = years_in(text)
    fitting = [
        place
        for place, head in enumerate(heads)
        if place and (years & years_in(head) if years else asked & set(terms(head)))
    ]
    if not fitting and not years and len(heads) == 2:
        return 1
    return fitting[0] if len(fitting) == 1 else 0


def _cut(row: str) -> list[str]:
    return [cell.strip() for cell in row.split(CELLS)]
