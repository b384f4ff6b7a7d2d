"""Small files of the kinds of fault that once went wrong, where they are at hand: tables, furniture, columns."""

from __future__ import annotations

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.papers


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("tabel_na_kolomregel.pdf", ["Regio | Wachtend", "Noord | 312", "Zuid | 922"]),
        ("vmerge.docx", ["Drenthe | vso dag | 411", "Drenthe | vso nacht | 77", "Zeeland | vso nacht | 58"]),
        ("tweekolom.docx", ["Schooltype | Wachtenden", "voortgezet onderwijs | 310"]),
        ("sdt.docx", ["Jaar | Aanvragen tolk", "2024 | 611", "Jaar | Toegekend", "2025 | 488"]),
        ("noten.docx", ["Provincie | Rekencoaches", "Utrecht | 31*"]),
        ("tracked.docx", ["Soort | Maximum", "zmlk | 13"]),
    ],
)
def test_every_row_of_a_table_stands_by_itself(case: Callable[[str], str], name: str, rows: list[str]) -> None:
    paragraphs = case(name).split("\n\n")
    assert [row for row in rows if row not in paragraphs] == []


def test_a_line_with_another_figure_on_each_page_is_kept(case: Callable[[str], str]) -> None:
    text = case("regiobladen.pdf")
    assert all(f"reizen {count} kinderen langer" in text for count in (41, 33, 52, 77, 19))
    assert "Monitor leerlingenvervoer" not in text


def test_the_right_column_goes_on_where_the_left_one_ends(case: Callable[[str], str]) -> None:
    paragraphs = case("tweekolommen.pdf").split("\n\n")
    assert any("De toelating is voor kinderen van 8 tot en met 12 jaar en kost niets." in each for each in paragraphs)
    assert [each[:2] for each in paragraphs[-2:]] == ["1 ", "2 "]
