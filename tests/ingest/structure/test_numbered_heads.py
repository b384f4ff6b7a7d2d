"""A numbered line that fills its column is a heading where the others of its row are."""

from __future__ import annotations

import pytest

from tests.ingest.structure.made import parsed

TEXT = "Het water wordt elk jaar een stukje dieper gemaakt door de\nploeg van het eiland, ook in de winter.\n"
LAST = "3. Een derde boot voor het eiland en voor de wal en haven"


def units(*heads: str) -> list[str]:
    text = "".join(f"{head}\n{TEXT}" for head in heads)
    parts = parsed(f"Over de haven van het eiland staat hieronder alles bij elkaar.\n\n{text}")
    return [parts.text[block.start : block.end] for block in parts.blocks]


def test_a_full_line_heads_what_follows_where_the_others_of_its_row_do() -> None:
    assert LAST in units("1. Steigers", "2. Boeien", LAST)


@pytest.mark.parametrize("heads", [("1. Steigers.", "2. Boeien."), ("1. Steigers",), ()])
def test_without_two_such_lines_it_may_be_the_beginning_of_a_sentence(heads: tuple[str, ...]) -> None:
    assert LAST not in units(*heads, LAST)


def test_a_line_that_cannot_end_there_heads_nothing() -> None:
    last = "3. Een derde boot voor het eiland en voor de haven van de"
    assert last not in units("1. Steigers", "2. Boeien", last)
