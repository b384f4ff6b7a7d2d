"""The figure of a table that is told in a few words, and when none is."""

from dataclasses import replace

import pytest

from assistant.prove.verify import holds
from assistant.tell import compose
from assistant.tell.cells import cell_asked_for, rows_of_table
from assistant.tell.core import core
from assistant.tell.lists import head_of_table
from assistant.understand.asked import Asked
from ingest.document import BlockKind
from tests.assistant.made import evidence, paper, question

FARES = (
    "Tarieven van de veerboot",
    "Kaartje | Prijs in 2023 | Prijs in 2024",
    "Fiets | € 2,50 | € 3,00",
    "Auto | 7 | 8",
    "Totaal | 9 | 11",
)
BRIDGE = ("Tarieven van de brug", "Kaartje | Prijs in 2023 | Prijs in 2024", "Fiets | 1 | 2")
SHIPS = ("Haven | Aantal schepen", "Lelystad | 12")


QUAYS = (
    "Kades in de haven",
    "Jaar | Vrije kade (ha) | Bezette kade (ha) | Steigers (km) | Kosten (mln. euro) | Verhuurd (%) | Verhuurd",
    "2022 | 12 | 30 | 4 | 1,5 | 40 | 7",
    "2023 | 13 | 29 | 5 | 1,6 | 41 | 8",
)


def told(text: str, *rows: int, table: tuple[str, ...] = FARES) -> str:
    document = paper(*table, kinds=(BlockKind.TABLE,) * len(table))
    found = [evidence(document, block=row) for row in rows]
    asked = question(text, Asked.NUMBER)
    short = core(asked, found, compose.quoted(asked, found, "ouder", {}))
    assert short is None or holds(short, {document.identifier: document})
    return short.text if short else ""


@pytest.mark.parametrize(
    ("text", "rows", "expected"),
    [
        ("Hoeveel kost de fiets op de veerboot in 2024?", (2,), "Fiets, Prijs in 2024: € 3,00."),
        ("Hoeveel kost de auto in 2023?", (3, 2), "Auto, Prijs in 2023: 7."),
        ("Hoeveel is het samen in 2023?", (4,), "Totaal, Prijs in 2023: 9."),
        ("Hoeveel kost de auto in 2023?", (3, 4), "Auto, Prijs in 2023: 7."),
    ],
)
def test_the_cell_is_told_with_its_row_and_its_column(text: str, rows: tuple[int, ...], expected: str) -> None:
    assert told(text, *rows) == expected


@pytest.mark.parametrize(
    ("text", "focus", "expected"),
    [
        ("Hoeveel hectare vrije kade was er in 2022?", ("hectare",), "2022, Vrije kade (ha): 12."),
        ("Hoeveel kilometer steigers was er in 2023?", ("kilometer",), "2023, Steigers (km): 5."),
        ("Hoeveel miljoen aan kosten was er in 2022?", ("miljoen",), "2022, Kosten (mln. euro): 1,5."),
        ("Hoeveel procent was in 2023 verhuurd?", (), "2023, Verhuurd (%): 41."),
        ("Hoeveel hectare steigers was er in 2023?", ("hectare",), ""),
        ("Hoeveel kilometer kade was er in 2022?", ("kilometer",), ""),
        ("Hoeveel hectare vrije kade was er in 2021?", ("hectare",), ""),
    ],
)
def test_a_measure_is_borne_by_its_sign_in_the_head_of_the_column(
    text: str, focus: tuple[str, ...], expected: str
) -> None:
    document = paper(*QUAYS, kinds=(BlockKind.TABLE,) * len(QUAYS))
    asked = replace(question(text, Asked.NUMBER), focus=focus)
    cell = cell_asked_for(asked, [evidence(document, block=row) for row in (2, 3)])
    assert (cell.text if cell else "") == expected


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Hoeveel kost de fiets?", (2,)),  # of which year?
        ("Hoeveel kost de fiets in 2022?", (2,)),  # no such column
        ("Hoeveel kost de bus in 2023?", (2, 3)),  # no such row
        ("Hoeveel kosten de fiets en de auto in 2023?", (2, 3)),  # two rows
    ],
)
def test_in_doubt_no_cell_is_told(text: str, rows: tuple[int, ...]) -> None:
    assert told(text, *rows) == ""


def test_an_abbreviation_names_the_row_that_has_it_written_out_and_never_the_total() -> None:
    pupils = ("Leerlingen", "Soort | 2023 | 2024", "Voortgezet speciaal onderwijs | 7 | 8", "Totaal | 9 | 11")
    asked = "Hoeveel leerlingen telde het vso in 2023?"
    assert told(asked, 2, 3, table=pupils) == "Voortgezet speciaal onderwijs, 2023: 7."
    assert told(asked, 3, table=pupils) == ""


def test_of_two_tables_the_caption_tells_which() -> None:
    assert (
        told("Hoeveel kost de fiets op de brug in 2023?", 2, 7, table=(*FARES, *BRIDGE)) == "Fiets, Prijs in 2023: 1."
    )
    assert told("Hoeveel kost de fiets in 2023?", 2, 7, table=(*FARES, *BRIDGE)) == ""


def test_a_table_of_one_column_needs_no_head_in_the_question() -> None:
    assert told("Hoeveel liggen er in Lelystad?", 1, table=SHIPS) == "Lelystad, Aantal schepen: 12."


@pytest.mark.parametrize(
    ("lines", "row", "rows"),
    [
        ((*FARES, *BRIDGE), 2, FARES[2:]),
        ((*FARES, *BRIDGE), 7, BRIDGE[2:]),
        ((*FARES[1:4], *FARES[1:]), 2, FARES[2:4]),  # the heads again
        ((*FARES, "", *SHIPS), 4, FARES[2:]),  # prose between two tables
        (SHIPS, 1, SHIPS[1:]),
    ],
)
def test_the_rows_of_a_table_end_where_another_begins(lines: tuple[str, ...], row: int, rows: tuple[str, ...]) -> None:
    lines = tuple(line or "De haven is vol." for line in lines)
    kinds = tuple(BlockKind.TABLE if line != "De haven is vol." else BlockKind.PARAGRAPH for line in lines)
    document = paper(*lines, kinds=kinds)
    (head,) = head_of_table(document, document.blocks[row])
    found = rows_of_table(document, document.blocks[row], head)
    assert [document.text[one.start : one.end] for one in found] == list(rows)


FLAT = ("Tabel 3: Boten in de havens", "2022 2023 2024", "Noord 58 91 122", "Groot Zuid 31 64 97", "Totaal 89 155 219")
TABBED = ("Haven\tBoten 2023\tBoten 2024", "Noord\t5\t6", "Zuid\t\t8")


def headed_rows(text: str, row: int, table: tuple[str, ...], heads: int) -> str:
    """What is told of a row of a table whose rows hang on the lines that head it."""
    above = (0, len("\n\n".join(table[:heads])))
    contexts = (*[None] * heads, *[above] * (len(table) - heads))
    document = paper(*table, kinds=(BlockKind.TABLE,) * len(table), contexts=contexts)
    asked = question(text, Asked.NUMBER)
    found = [evidence(document, block=row)]
    short = core(asked, found, compose.quoted(asked, found, "ouder", {}))
    assert short is None or holds(short, {document.identifier: document})
    return short.text if short else ""


@pytest.mark.parametrize(
    ("text", "row", "expected"),
    [
        ("Hoeveel boten lagen er in Noord in 2023?", 2, "Noord, 2023: 91."),
        ("Hoeveel boten lagen er in Groot Zuid in 2022 en in 2024?", 3, "Groot Zuid, 2022: 31; 2024: 97."),
        ("Hoeveel boten lagen er in 2024 in totaal?", 4, "Totaal, 2024: 219."),
        ("Hoeveel boten lagen er in Noord in 2021?", 2, ""),
        ("Hoeveel boten lagen er in Noord?", 2, ""),
    ],
)
def test_a_cell_that_only_a_space_parts_is_told_below_its_year(text: str, row: int, expected: str) -> None:
    assert headed_rows(text, row, FLAT, heads=2) == expected


def test_no_cell_is_told_where_spaces_alone_do_not_tell_the_columns() -> None:
    table = ("Haven Boten 2023 Waarvan met zeil", "Noord 58 91", "Zuid 31 64")
    assert headed_rows("Hoeveel boten lagen er in Noord in 2023?", 1, table, heads=1) == ""
    assert headed_rows("Hoeveel boten lagen er in Noord in 2023?", 2, (*FLAT[:2], *table[1:]), heads=2) == ""


def test_a_cell_between_tabs_is_told_and_an_empty_one_is_not() -> None:
    assert headed_rows("Hoeveel boten lagen er in Noord in 2024?", 1, TABBED, heads=1) == "Noord, Boten 2024: 6."
    assert headed_rows("Hoeveel boten lagen er in Zuid in 2024?", 2, TABBED, heads=1) == "Zuid, Boten 2024: 8."
    assert headed_rows("Hoeveel boten lagen er in Zuid in 2023?", 2, TABBED, heads=1) == ""
