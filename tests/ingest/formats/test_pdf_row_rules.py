"""Tables of PDF pages with rules below their rows and none between their columns."""

from __future__ import annotations

from itertools import pairwise

import pytest

from ingest.formats.pdf import read
from tests.ingest.formats.made_pdf import Item, Ruled, Text, lines, make_pdf

TEXT = ["Hieronder staat van elke haven wat zij doet, op welke dag dat is en wat het kost."] * 3
EDGES = (80.0, 170.0, 300.0, 400.0, 470.0)


def rule(y: float, edges: tuple[float, ...] = EDGES) -> list[Item]:
    """A rule below a row, which ends where each cell does."""
    return [Ruled(left, y, right, y) for left, right in pairwise(edges)]


def cells(*words: str, y: float, bold: bool = False) -> list[Item]:
    """A row of cells, each in lines of 10 points."""
    return [
        Text(line, left + 2, y - 10 * at, 8, bold)
        for left, cell in zip(EDGES, words, strict=False)
        for at, line in enumerate(cell.split("\n"))
    ]


def planning(*, caption: bool = True) -> list[Item]:
    """A planning whose cells fill one line or two."""
    page = [*lines(TEXT)]
    page += [Text("Tabel 2. Planning van de havens die nog niet klaar zijn", 80, 655, 8, bold=True)] if caption else []
    page += [*cells("Haven", "Stap", "Was", "Wordt", y=640, bold=True), *rule(635)]
    page += [*cells("1. Noord en\nOost", "Nieuwe steiger in\nhet water", "mei 2031", "1 juni\n2032", y=625), *rule(610)]
    page += [*cells("2. Zuid", "Opening", "1e kwartaal 2031", "ongewijzigd", y=600), *rule(595)]
    page += [*cells("3. Westerhavendammen", "Tweede ronde", "1 tot en met 31\nmei 2032", "later", y=585), *rule(570)]
    return page


ROWS = [
    "Haven | Stap | Was | Wordt",
    "1. Noord en Oost | Nieuwe steiger in het water | mei 2031 | 1 juni 2032",
    "2. Zuid | Opening | 1e kwartaal 2031 | ongewijzigd",
    "3. Westerhavendammen | Tweede ronde | 1 tot en met 31 mei 2032 | later",
]


def test_what_stands_between_two_rules_is_one_row_however_many_lines_its_cells_fill() -> None:
    note = [Text("1", 80, 104, 5), Text("De norm geldt per haven.", 84, 100, 8)]
    page = [*planning(), Ruled(80, 112, 470, 112), *note]
    page += lines(TEXT, y=500)
    written = read(make_pdf([page])).text.split("\n")
    assert written[4:9] == ["Tabel 2. Planning van de havens die nog niet klaar zijn", *ROWS]
    assert written[-1] == "1 De norm geldt per haven."


def test_rules_at_other_heights_end_a_table_where_running_text_stands_between_them() -> None:
    text = lines(["Onder deze tabel staat gewone tekst over de hele breedte van de bladzijde,"], y=555)
    again = [*cells("Haven", "Stap", "Was", "Wordt", y=530, bold=True), *rule(525)]
    again += [*cells("4. Sluis", "Opening", "mei 2033", "later", y=515), *rule(510)]
    written = read(make_pdf([[*planning(), *text, *again]])).text
    assert "\n".join(ROWS) in written
    assert "\n\nOnder deze tabel staat gewone tekst over de hele breedte van de bladzijde,\n\n" in written


def test_rules_around_a_head_and_below_the_last_row_part_no_rows() -> None:
    page = [*lines(TEXT), *rule(650)]
    page += [*cells("Haven", "Boten", "Kosten", "Reizen", y=640), *rule(635)]
    for at, name in enumerate(("Noord", "Zuid", "Oost")):
        page += cells(name, f"{at + 2}.100", "38", "500", y=625 - 12 * at)
    page += [*rule(595), *cells("Totaal", "9.300", "114", "1.500", y=585), *rule(580)]
    assert read(make_pdf([page])).text.split("\n")[-5:] == [
        "Haven | Boten | Kosten | Reizen",
        "Noord | 2.100 | 38 | 500",
        "Zuid | 3.100 | 38 | 500",
        "Oost | 4.100 | 38 | 500",
        "Totaal | 9.300 | 114 | 1.500",
    ]


@pytest.mark.parametrize(
    ("above", "head"),
    [
        (("", "Aantal 2031–", "Aantal 2032–", "Waarvan langer"), ("Haven", "2032", "2033", "dan een jaar")),
        (("Haven en", "Aantal 2031–", "Aantal 2032–", "Waarvan"), ("plaats", "2032", "2033", "langer")),
    ],
)
def test_the_lines_of_a_head_above_the_first_rule_are_stacked_by_column(
    above: tuple[str, ...], head: tuple[str, ...]
) -> None:
    page = lines(TEXT)
    page += [*cells(*above, y=650, bold=True), *cells(*head, y=640, bold=True), *rule(635)]
    for at, name in enumerate(("Noord", "Zuid", "Oost")):
        page += [*cells(name, f"{at + 2}.100", "38", "500", y=625 - 15 * at), *rule(620 - 15 * at)]
    first = f"{above[0]} {head[0]}".strip()
    last = f"{above[3]} {head[3]}"
    written = read(make_pdf([page])).text.split("\n")
    assert written[-4:-2] == [f"{first} | Aantal 2031–2032 | Aantal 2032–2033 | {last}", "Noord | 2.100 | 38 | 500"]
