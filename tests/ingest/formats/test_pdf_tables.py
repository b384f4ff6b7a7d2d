"""Tables of PDF pages: which lines are of them, and where their cells part."""

from __future__ import annotations

import pytest

from ingest.formats.paged_text import Row
from ingest.formats.pdf import read
from tests.ingest.formats.made_pdf import Item, Ruled, Text, lines, make_pdf

FULL = "een regel die de hele breedte van de kolom vult met gewone woorden"
PARAGRAPH = [f"Dit is {FULL}", f"en dit is {FULL}", f"tot slot nog {FULL}."]


def ruled(xs: list[float], ys: list[float]) -> list[Item]:
    """A grid."""
    upright = [Ruled(x, ys[0], x, ys[-1]) for x in xs]
    return [*upright, *(Ruled(xs[0], y, xs[-1], y) for y in ys)]


def flush_right(*cells: tuple[str, float], y: float, size: float = 8) -> list[Item]:
    """Figures that end at an edge, as Helvetica sets them."""
    widths = {".": 0.278, ",": 0.278, " ": 0.278}
    return [
        Text(words, edge - sum(widths.get(letter, 0.556) for letter in words) * size, y, size) for words, edge in cells
    ]


@pytest.mark.parametrize(
    ("head", "figures"),
    [
        (("2023–2024", "2024–2025", "2025"), ("41.300", "38")),  # no room between the heads
        (("2023", "2024", "2025"), ("11.412.300", "38")),  # no room between the figures
    ],
)
def test_columns_of_figures_stay_apart_where_their_heads_or_figures_nearly_touch(
    head: tuple[str, str, str], figures: tuple[str, str]
) -> None:
    edges = (250, 300, 400)
    rows = [(figures[0], figures[0], figures[1]), (figures[0], "2.100", "7"), ("990", "1.100", "5")]
    page = [*lines(PARAGRAPH), Text("Haven", 80, 600, 8), *flush_right(*zip(head, edges, strict=True), y=600)]
    for at, (name, row) in enumerate(zip(("Noord", "Zuid", "Oost"), rows, strict=True)):
        page += [Text(name, 80, 586 - 12 * at, 8), *flush_right(*zip(row, edges, strict=True), y=586 - 12 * at)]
    assert read(make_pdf([page])).text.split("\n")[-4:] == [
        " | ".join(("Haven", *head)),
        *(" | ".join((name, *row)) for name, row in zip(("Noord", "Zuid", "Oost"), rows, strict=True)),
    ]


def test_a_head_of_three_lines_and_a_label_of_two_are_one_row_each() -> None:
    """The label stands beside its figures, half a line above and half a line below them."""
    page = [
        *lines(PARAGRAPH),
        Text("Gemiddelde", 240, 620, 8, bold=True),
        *(Text(words, x, 611, 8, bold=True) for words, x in (("Lands-", 80), ("Boten", 160), ("wachttijd", 240))),
        *(Text(words, x, 602, 8, bold=True) for words, x in (("deel", 80), ("in 2031", 160), ("(dagen)", 240))),
        *(Text(words, x, 588, 8) for words, x in (("Noord", 80), ("201", 160), ("38", 240))),
        *(Text(words, x, 575, 8) for words, x in (("Zuid", 80), ("344", 160), ("59", 240))),
        Text("Neder-", 80, 562, 8),
        *(Text(words, x, 557, 8) for words, x in (("545", 160), ("47", 240))),
        Text("land", 80, 552, 8),
        *lines(["Onder de tabel staat tekst."], y=530),
    ]
    paged = read(make_pdf([page]))
    assert paged.text.split("\n\n", 1)[1].split("\n") == [
        "Lands- deel | Boten in 2031 | Gemiddelde wachttijd (dagen)",
        "Noord | 201 | 38",
        "Zuid | 344 | 59",
        "Neder- land | 545 | 47",
        "",
        "Onder de tabel staat tekst.",
    ]


@pytest.mark.parametrize("borders", [False, True])
def test_a_line_in_bold_that_is_smaller_than_the_text_is_the_caption_of_the_table_below_it(*, borders: bool) -> None:
    rows = [("School", "Plaats", "Aantal"), ("Anker", "Dronten", "40"), ("Vlinder", "Zutphen", "412")]
    page = [*lines(PARAGRAPH, size=11), Text("Leerlingen per school, in", 82, 660, 8, bold=True)]
    page += [Text("duizenden", 82, 651, 8, bold=True)]
    page += [
        Text(cell, 82 + 120 * column, 632 - 14 * row, 8)
        for row, line in enumerate(rows)
        for column, cell in enumerate(line)
    ]
    page += ruled([78, 198, 318, 438], [600, 614, 628, 642]) if borders else []
    paged = read(make_pdf([page]))
    assert paged.text.endswith(
        "\n\n".join(["", "\n".join(["Leerlingen per school, in duizenden", *map(" | ".join, rows)])])
    )
    assert list(paged.rows.values()) == [Row.OPENS | Row.HEAD, Row.HEAD, Row.BODY, Row.BODY]


@pytest.mark.parametrize("size", [11, 14])
def test_a_heading_right_above_a_table_is_no_caption(size: float) -> None:
    page = [*lines(PARAGRAPH, size=11), Text("Leerlingen per school", 82, 660, size, bold=True)]
    page += [Text(cell, 82 + 120 * at, 632 - 14 * row, 8) for row in range(3) for at, cell in enumerate("ABC")]
    paged = read(make_pdf([page]))
    assert paged.text.index("Leerlingen") in paged.headings


@pytest.mark.parametrize("first", ["beside", "below"])
def test_a_head_of_two_lines_is_stacked_by_column_right_below_a_line_of_text(first: str) -> None:
    page = [*lines(PARAGRAPH)]
    tops = ("Bedrag per boot", "Bedrag per boot", "Aantal boten")
    page += [Text(words, x, 652, 8) for words, x in zip(tops, (200, 290, 380), strict=True)]
    page += [Text("Haven", 80, 647 if first == "beside" else 642, 8)]
    page += [Text(words, x, 642, 8) for words, x in zip(("2031", "2032", "2031"), (220, 310, 400), strict=True)]
    for at, name in enumerate(("Noord", "Zuid", "Oost")):
        row = zip((name, "€ 1.870", "€ 1.290", "140"), (80, 215, 305, 400), strict=True)
        page += [Text(words, x, 628 - 12 * at, 8) for words, x in row]
    assert read(make_pdf([page])).text.split("\n")[-4:-2] == [
        "Haven | Bedrag per boot 2031 | Bedrag per boot 2032 | Aantal boten 2031",
        "Noord | € 1.870 | € 1.290 | 140",
    ]


def test_a_number_of_a_paper_or_a_list_of_contents_beside_the_text_is_no_table() -> None:
    """Official papers print both in a narrow column before the text."""
    page = [Text("Nr. 12", 80, 700, bold=True), Text("VERSLAG VAN EEN OVERLEG", 200, 700, bold=True)]
    page += [Text("Vastgesteld 4 mei 2031", 200, 688), *lines(PARAGRAPH, x=200, y=664)]
    page += [Text("Inhoud", 80, 600, bold=True)]
    contents = [("Vragen van de leden", "1"), ("Inbreng van de ABC-fractie", "1"), ("Reactie op die inbreng", "3")]
    for at, (title, number) in enumerate(contents):
        page += [Text(title, 200, 600 - 12 * at), Text(number, 500, 600 - 12 * at)]
    page += lines(PARAGRAPH, x=200, y=540)
    written = read(make_pdf([page])).text
    assert "|" not in written
    assert "Nr. 12 VERSLAG VAN EEN OVERLEG\n\nVastgesteld 4 mei 2031\n\n" in written
    assert "Inhoud\n\n" + "\n\n".join(" ".join(line) for line in contents) + "\n\n" in written


def test_a_table_headed_by_the_number_of_its_rows_or_by_contents_stays_a_table() -> None:
    page = lines(PARAGRAPH)
    rows = [("Inhoud", "Prijs", "Boten"), ("Nr. 1", "20", "3"), ("Nr. 2", "40", "7")]
    for at, row in enumerate(rows):
        page += [Text(words, x, 640 - 12 * at, 8) for words, x in zip(row, (80, 200, 320), strict=True)]
    assert read(make_pdf([page])).text.split("\n")[-3:] == [
        "Inhoud | Prijs | Boten",
        "Nr. 1 | 20 | 3",
        "Nr. 2 | 40 | 7",
    ]


def table(*rows: tuple[str, ...]) -> str:
    """What is read of the rows of a table below a paragraph."""
    page: list[Item] = [*lines(PARAGRAPH)]
    for at, row in enumerate(rows):
        page += [Text(words, x, 640 - 12 * at, 8) for words, x in zip(row, (80, 240, 400), strict=False) if words]
    return read(make_pdf([page])).text.partition("\n\n")[2]


@pytest.mark.parametrize(
    "rows",
    [
        [("", "Minister van Water", "Staatssecretaris"), ("Reizen", "12", "14"), ("Brieven", "7", "9")],
        [("Minister van Water", "Staatssecretaris"), ("Grote havens", "Kleine havens"), ("Boten", "Steigers")],
        [("Inhoud", "2031", "120"), ("Rekenen", "3", "12"), ("Taal", "4", "14")],
        [("Nr. 12", "Motie over boten"), ("Nr. 13", "Motie over havens"), ("Nr. 14", "Motie over reders")],
    ],
)
def test_offices_contents_and_numbers_within_a_table_leave_it_one(rows: list[tuple[str, ...]]) -> None:
    assert table(*rows).split("\n") == [" | ".join(row).lstrip() for row in rows]


def test_a_list_of_contents_has_one_number_a_line_that_never_falls() -> None:
    assert "Taal | 4 | 14" in table(("Inhoud",), ("Rekenen", "3", "12"), ("Taal", "4", "14"), ("Zwemmen", "2", "22"))
    listed = [
        ("Inhoudsopgave", "", "blz."),
        ("", "Vragen van de leden van de", "1"),
        ("", "fractie"),
        ("", "Reactie", "3"),
    ]
    assert "|" not in table(*listed)
