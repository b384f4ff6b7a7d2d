"""Tables in plain text whose cells only spaces part."""

from __future__ import annotations

import pytest

from ingest.document import BlockKind
from ingest.formats.flat_tables import figures_of, flat_rows, parted, years_of
from ingest.formats.paged_text import Row
from ingest.formats.text_pages import paged
from ingest.structure import structure

OPENS = Row.OPENS | Row.HEAD
PROSE = "De reder heeft de boten in de havens van het eiland geteld en geeft daarvan deze\ncijfers."


def told(text: str) -> list[tuple[str, Row]]:
    """The lines of tables, each with what it is."""
    return [(text[start:].split("\n")[0], kind) for start, kind in flat_rows(text).items()]


def test_a_line_of_years_heads_the_rows_below_it_and_prose_right_below_ends_them() -> None:
    text = f"{PROSE}\n2022 2023 2024\nNoord-Haven 58 91 122\n  Zuid 31 64 97\nDe boten zijn geteld in mei."
    assert told(text) == [
        ("2022 2023 2024", OPENS),
        ("Noord-Haven 58 91 122", Row.BODY),
        ("Zuid 31 64 97", Row.BODY),
    ]


def test_the_caption_and_the_heads_of_a_flat_table_stand_above_each_of_its_rows() -> None:
    text = f"{PROSE}\nTabel 2: Boten per haven\n2023 2024\nNoord 5 6\nZuid 7 8\nDe boten zijn geteld in mei en in juni."
    parts = structure(paged(text))
    rows = [block for block in parts.blocks if block.kind is BlockKind.TABLE]
    assert [block.context and parts.text[slice(*block.context)] for block in rows[2:]] == [
        "Tabel 2: Boten per haven\n\n2023 2024"
    ] * 2
    assert parts.text.endswith("Noord 5 6\n\nZuid 7 8\n\nDe boten zijn geteld in mei en in juni.")


@pytest.mark.parametrize(
    ("above", "heads"),
    [
        (PROSE, ["Haven Boten in 2024 Waarvan met zeil"]),
        (PROSE, ["Haven Boten in 2024 Waarvan in een dok"]),
        ("Antwoord 2", ["Haven Boten in 2024 Waarvan met", "zeil (in procenten)"]),
        ("Boten per haven", ["Haven Boten in 2024 Waarvan met zeil"]),
        ("De reder telde de boten in de haven\n2 andere havens telden niet mee.", ["Soort 2023/24 2024/25"]),
    ],
)
def test_the_names_of_columns_head_rows_where_no_sentence_runs_on_into_them(above: str, heads: list[str]) -> None:
    rows = told("\n".join([PROSE, above, *heads, "Noord 940 610", "Groot Zuid 685 € 4,70"]))
    assert [line for line, kind in rows if kind & Row.HEAD] == heads
    assert [line for line, kind in rows if not kind & Row.HEAD] == ["Noord 940 610", "Groot Zuid 685 € 4,70"]


@pytest.mark.parametrize(
    "head",
    [
        "De boten van de reder liggen in de haven van",  # names no columns
        "Haven Boten Waarvan met zeil:",  # a lead-in
        "haven Boten Zeilboten",
        "Haven",
        "",
        "Haven | Boten | Zeilboten",  # parted by more than spaces
        "De havens van Noord, Zuid en Duin in het Oosten",  # names within a phrase
        "De reder van Noord, Zuid en Duin",
        "Reder Jan Vlot Kade Zuid",  # more names than there are columns
    ],
)
def test_figures_below_each_other_without_a_head_are_no_table(head: str) -> None:
    assert flat_rows(f"{PROSE}\n{head}\nNoord 940 610\nZuid 685 470\n") == {}


def test_a_sentence_that_breaks_off_above_figures_names_no_columns() -> None:
    broken = "De reder heeft de boten in de havens van het eiland geteld en dat deed ook de dienst"
    assert flat_rows(f"{broken}\nHavens Noord Zuid\nNoord 940 610\nZuid 685 470\n") == {}


def test_a_line_is_short_beside_lines_that_were_broken_only() -> None:
    paragraph = PROSE.replace("\n", " ") * 9
    assert flat_rows(f"{paragraph}\n{PROSE}\nDe boten in de haven en\nReder Vlot Kade\nNoord 5 6\nZuid 7 8\n")
    broken = "De reder heeft de boten in de havens van het eiland geteld en dat deed ook de dienst"
    assert flat_rows(f"{paragraph}\n{broken}\nReder Vlot Kade\nNoord 5 6\nZuid 7 8\n") == {}


@pytest.mark.parametrize(
    "rows", [("Kade 070 340", "Zuid 070 341"), ("Dag 12 03", "Dag 13 04"), ("1 mei 9.30 10.00",) * 2]
)
def test_numbers_that_are_no_amounts_make_no_rows(rows: tuple[str, str]) -> None:
    assert flat_rows("\n".join([PROSE, "Haven Boten Zeilboten", *rows])) == {}


@pytest.mark.parametrize("head", ["Soort 2023 2024", "Soort Boten Zeilboten", "2023 2024"])
@pytest.mark.parametrize("counts", ["Boten 1950 2010", "Boten 2003 2010"])
def test_counts_that_look_like_years_are_a_row_below_the_head(head: str, counts: str) -> None:
    rows = told("\n".join([PROSE, head, counts, "Vlotten 300 400", "Ponten 20 30"]))
    assert [line for line, kind in rows if kind & Row.HEAD] == [head]
    assert rows[1] == (counts, Row.BODY)


def test_counts_that_lie_too_far_apart_for_years_head_nothing() -> None:
    rows = told(f"{PROSE}\nTabel 1: Boten\nBoten 1950 2010\nVlotten 300 400")
    assert [line for line, kind in rows if kind & Row.HEAD] == ["Tabel 1: Boten"]


def test_a_dash_is_an_empty_cell_or_a_sign_and_either_way_the_line_is_a_row() -> None:
    lines = ["2022 2023 2024", "Visserij 20 60 70", "Binnenvaart fase 1 – 40 50", "Veren – 10 20"]
    assert [line for line, _ in told("\n".join([PROSE, *lines]))] == lines


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Noord 58 91", ("Noord", ["58", "91"])),
        ("2022 1.310 540 5,2", ("2022", ["1.310", "540", "5,2"])),
        ("Grote veren 31 € 29,50 -2 %", ("Grote veren", ["31", "€ 29,50", "-2 %"])),
        ("Binnenvaart – 40 50", ("Binnenvaart", ["–", "40", "50"])),
        ("Telefoon 070 340 79", ("Telefoon 070 340 79", [])),
        ("Maandag 12 januari 10.00 12.00", ("Maandag 12 januari 10.00 12.00", [])),
        ("In de haven lagen er 12 13.", ("In de haven lagen er 12 13.", [])),
        ("4-12 jaar 3 5", ("4-12 jaar", ["3", "5"])),
        ("1 mei 2024 3 5", ("1 mei 2024", ["3", "5"])),
        ("31 322 588", ("31 322 588", [])),  # a dossier
        ("Noord 58", ("Noord 58", [])),
        ("Noord | 58 91", ("Noord | 58 91", [])),
        ("", ("", [])),
    ],
)
def test_what_a_row_is_about_stands_before_its_figures(line: str, parts: tuple[str, list[str]]) -> None:
    assert figures_of(line) == parts


@pytest.mark.parametrize(
    ("line", "years"),
    [
        ("2022 2023 2024", ["2022", "2023", "2024"]),
        ("Soort boot 2022/2023 2023-24", ["2022/2023", "2023-24"]),
        ("Boten in 2024", []),
        ("Noord 1900 31", []),
        ("2024 2023 2022", ["2024", "2023", "2022"]),
        ("2020 2025 2035", ["2020", "2025", "2035"]),
        ("Noord 1950 2010", []),
        ("Noord 2004 2009 2005", []),
        ("2024 2024", []),
    ],
)
def test_a_head_ends_in_two_years_or_more(line: str, years: list[str]) -> None:
    assert years_of(line)[1] == years


@pytest.mark.parametrize(
    ("heads", "rows", "cells"),
    [
        (["Tabel 1: Boten", "2023 2024"], ["Noord 5 6", "Zuid 7 8"], (["", "2023", "2024"], 2)),
        (["Soort boot 2023 2024"], ["Open veren 5 6"], (["Soort boot", "2023", "2024"], 1)),
        (["2022 2023 2024"], ["Noord 5 6"], ([], 0)),  # which year lacks?
        (["Groep 2023 2024"], ["Groep 7 5 6"], ([], 0)),  # the 7 is no figure, perhaps
        (["2022 2023 2024"], ["Zuid – 40 50", "Noord 5 6 7"], (["", "2022", "2023", "2024"], 2)),
        (["2022 2023 2024"], ["Fase 1 – 40 50", "Noord 5 6 7"], ([], 0)),  # whose is the 1?
        (["2022 2023 2024"], ["Noord 31 5 - 2 %"], ([], 0)),
        (["2022 2023 2024"], ["Groep 7 12 13", "Groep 8 14 15"], ([], 0)),  # a year lacks, and the 7 is of the name
        (["Haven Boten Zeilboten"], ["Noord 5 6"], ([], 0)),
        ([], ["Noord 5 6"], ([], 0)),
    ],
)
def test_columns_are_sure_where_there_are_as_many_years_as_figures(
    heads: list[str], rows: list[str], cells: tuple[list[str], int]
) -> None:
    head, parts = parted(heads, rows)
    assert (head, len(parts)) == cells
    assert all(" ".join(row) == line for row, line in zip(parts, rows, strict=False))


@pytest.mark.parametrize("first", ["Noord 5 6\n", ""])
def test_the_words_of_a_row_may_fill_a_line_of_their_own(first: str) -> None:
    head = f"{PROSE}\n\n        2023 2024\n"
    rows = f"{first}Boten die in de haven liggen en\nniet varen                          7 8\nZuid 9 10\n\n"
    parts = structure(paged(f"{head}{rows}De boten zijn geteld in mei en in juni."))
    found = [parts.text[one.start : one.end] for one in parts.blocks if one.kind is BlockKind.TABLE]
    wrapped = [f"Boten die in de haven liggen en niet varen{' ' * 26}7 8", "Zuid 9 10"]
    assert found == ["2023 2024", *([first.strip()] if first else []), *wrapped]


def test_a_sentence_between_rows_ends_their_table() -> None:
    text = f"{PROSE}\n2023 2024\nNoord 5 6\nZuid 7 8\nDe boten liggen stil. Zij liggen in\nde haven.\n"
    assert [line for line, _ in told(text)] == ["2023 2024", "Noord 5 6", "Zuid 7 8"]


ALIGNED = (
    "Grootte van de pont      Bedrag per jaar     Duur",
    "4 tot en met 7 plaatsen  € 38.500            2 jaar",
    "meer dan 7 plaatsen      € 84.000            3 jaar",
)
OPTIONS = (
    "                 Optie A      Optie B      Optie C",
    "Kosten           € 3 mln      € 24 mln     nihil",
    "Uitvoering       laag         € 1,7 mln    hoog",
)
RIGHT = (
    "Haven                 Boten     Ponten",
    "Noord-Haven van Oost    940         61",
    "Zuid                 11.685          4",
)


@pytest.mark.parametrize("table", [ALIGNED, OPTIONS, RIGHT])
def test_columns_below_each_other_make_a_table_whatever_their_cells_hold(table: tuple[str, ...]) -> None:
    text = "\n".join([PROSE, "", *table, "", "Zo is het."])
    head, *rows = (line.strip() for line in table)
    assert told(text) == [(head, OPENS), *((row, Row.BODY) for row in rows)]
    heads, cells = parted([head], rows)
    assert [len(row) for row in cells] == [len(heads)] * len(rows)
    assert "  ".join(filter(None, heads)).split() == head.split()
    parts = structure(paged(text))
    contexts = [block.context for block in parts.blocks if block.kind is BlockKind.TABLE][1:]
    assert [parts.text[slice(*one)] for one in contexts if one] == [head] * len(rows)


@pytest.mark.parametrize(
    "lines",
    [
        ("Datum       4 mei 2026", "Kenmerk     PONT-7", "Bijlagen    2"),  # two columns are a letterhead
        ("Er  vaart  een pont", "die  in de haven  ligt", "en  daar  lang blijft"),  # not below each other
        ("Haven    Boten    Ponten", "Noord    940      61"),  # one row
        ("Haven  |  Boten  |  Ponten", "Noord  |  940    |  61", "Zuid   |  11     |  4"),
        ("Haven    Boten    Ponten", "Noord    940", "Zuid     11       4"),
    ],
)
def test_other_lines_with_wide_gaps_are_no_table(lines: tuple[str, ...]) -> None:
    assert flat_rows("\n".join([PROSE, "", *lines, "", "Zo is het."])) == {}
