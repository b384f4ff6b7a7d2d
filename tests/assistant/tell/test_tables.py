"""Any cell of any table, in any form: the right figure or none, never that of another cell."""

from __future__ import annotations

import html as escaping
from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.find.evidence import Evidence
from assistant.tell.cells import cell_asked_for
from assistant.tell.looked_up import cell_looked_up
from assistant.tell.tables import table_of
from assistant.understand.asked import Asked, focus_of
from assistant.understand.question import Question
from ingest.document import Block, BlockKind, Document, Kind, Source
from ingest.formats import docx, html, markdown_text, pdf
from ingest.formats.paged_text import PagedText
from ingest.formats.text_pages import paged
from ingest.structure import structure
from tests.assistant.made import evidence, paper, question
from tests.ingest.formats.made_docx import make_raw_docx
from tests.ingest.formats.made_pdf import Item, Ruled, Text, lines, make_pdf

REGIONS = ("Drenthe", "Zeeland", "Utrecht", "Limburg")
SORTS = ("dagonderwijs", "avondonderwijs", "thuisonderwijs")
HEADS = ("leerlingen", "leraren", "lokalen")
ABOVE = "Hieronder staat de telling van dit jaar, zoals de scholen die zelf hebben gedaan."


@dataclass(frozen=True)
class Made:
    """A table: a region and a sort for each row, figures of one to three columns."""

    regions: tuple[str, ...]
    sorts: tuple[str, ...]  # none: the table has one key
    heads: tuple[str, ...]
    figures: tuple[tuple[int, ...], ...]
    merged: bool

    @property
    def rows(self) -> list[tuple[str, ...]]:
        if not self.sorts:
            return [(region,) for region in self.regions]
        return [(region, sort) for region in self.regions for sort in self.sorts]

    @property
    def head(self) -> list[str]:
        return ["Regio", *(["Soort"] if self.sorts else []), *(head.capitalize() for head in self.heads)]


@st.composite
def tables(draw: st.DrawFn) -> Made:
    regions = tuple(draw(st.lists(st.sampled_from(REGIONS), min_size=1, max_size=4, unique=True)))
    sorts = tuple(draw(st.lists(st.sampled_from(SORTS), min_size=2, max_size=3, unique=True) | st.just([])))
    heads = tuple(draw(st.lists(st.sampled_from(HEADS), min_size=1, max_size=3, unique=True)))
    count = len(regions) * max(len(sorts), 1)
    cells = draw(st.lists(st.integers(3, 1899), min_size=count * len(heads), max_size=count * len(heads), unique=True))
    rows = tuple(tuple(cells[row * len(heads) : (row + 1) * len(heads)]) for row in range(count))
    return Made(regions=regions, sorts=sorts, heads=heads, figures=rows, merged=draw(st.booleans()))


def in_html(made: Made) -> PagedText:
    rows = ["<tr>" + "".join(f"<th>{cell}</th>" for cell in made.head) + "</tr>"]
    for number, (keys, figures) in enumerate(zip(made.rows, made.figures, strict=True)):
        cells = [f"<td>{escaping.escape(cell)}</td>" for cell in (*keys, *map(str, figures))]
        if made.merged and made.sorts:
            first = number % len(made.sorts) == 0
            cells[0] = f'<td rowspan="{len(made.sorts)}">{keys[0]}</td>' if first else ""
        rows.append("<tr>" + "".join(cells) + "</tr>")
    return html.read(f"<html><body><p>{ABOVE}</p><table>{''.join(rows)}</table></body></html>".encode())


def in_docx(made: Made) -> PagedText:
    def cell(words: str, settings: str = "") -> str:
        return f"<w:tc><w:tcPr>{settings}</w:tcPr><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>"

    rows = ["<w:tr>" + "".join(map(cell, made.head)) + "</w:tr>"]
    for number, (keys, figures) in enumerate(zip(made.rows, made.figures, strict=True)):
        cells = [cell(words) for words in (*keys, *map(str, figures))]
        if made.merged and made.sorts:
            first = number % len(made.sorts) == 0
            cells[0] = cell(keys[0], '<w:vMerge w:val="restart"/>') if first else cell("", "<w:vMerge/>")
        rows.append("<w:tr>" + "".join(cells) + "</w:tr>")
    body = f"<w:p><w:r><w:t>{ABOVE}</w:t></w:r></w:p><w:tbl>{''.join(rows)}</w:tbl>"
    return docx.read(make_raw_docx(body))


def in_pdf(made: Made) -> PagedText:
    """With borders; a merged cell has no line between its rows."""
    width, height, top = 100, 20, 640
    xs = [80 + width * column for column in range(len(made.head) + 1)]
    items: list[Item] = [*lines([ABOVE]), *(Ruled(x, top, x, top - height * (len(made.rows) + 1)) for x in xs)]
    for number, row in enumerate(
        [made.head, *([*keys, *map(str, figures)] for keys, figures in zip(made.rows, made.figures, strict=True))]
    ):
        y = top - height * number
        within = made.merged and bool(made.sorts) and number > 0 and (number - 1) % len(made.sorts) > 0
        items.append(Ruled(xs[1] if within else xs[0], y, xs[-1], y))
        items += [Text(words, xs[at] + 4, y - 14) for at, words in enumerate(row) if at or not within]
    items.append(Ruled(xs[0], top - height * (len(made.rows) + 1), xs[-1], top - height * (len(made.rows) + 1)))
    return pdf.read(make_pdf([items]))


def in_markdown(made: Made) -> PagedText:
    rows = [made.head, ["---"] * len(made.head)]
    rows += [[*keys, *map(str, figures)] for keys, figures in zip(made.rows, made.figures, strict=True)]
    return markdown_text.plain(f"{ABOVE}\n\n" + "\n".join("| " + " | ".join(row) + " |" for row in rows) + "\n")


FORMS = {"html": in_html, "docx": in_docx, "pdf": in_pdf, "markdown": in_markdown}


def paper_of(paged: PagedText) -> Document:
    parts = structure(paged)
    return Document(
        identifier="kst-1-1",
        kind=Kind.BRIEF,
        title="Telling",
        text=parts.text,
        source=Source(file="telling", sha256="0" * 64),
        blocks=parts.blocks,
    )


def asked(text: str) -> Question:
    return replace(question(text, Asked.NUMBER), focus=focus_of(text))


def rows_of(document: Document) -> list[Evidence]:
    return [
        evidence(document, block=number)
        for number, block in enumerate(document.blocks)
        if block.kind is BlockKind.TABLE and block.context
    ]


@pytest.mark.parametrize("form", FORMS)
@settings(deadline=None, max_examples=25)
@given(made=tables())
def test_a_cell_that_is_named_whole_is_told(form: str, made: Made) -> None:
    document = paper_of(FORMS[form](made))
    rows = rows_of(document)
    assert len(rows) == len(made.rows)
    for keys, figures in zip(made.rows, made.figures, strict=True):
        for head, figure in zip(made.heads, figures, strict=True):
            told = cell_asked_for(asked(f"Hoeveel {head} telt {' '.join(reversed(keys))}?"), rows)
            assert told is not None
            assert [value for _, value in told.figures] == [str(figure)]
            assert told.text == f"{', '.join(keys)}, {head.capitalize()}: {figure}."


@pytest.mark.parametrize("form", FORMS)
@settings(deadline=None, max_examples=25)
@given(made=tables(), data=st.data())
def test_a_question_that_names_less_or_more_never_gets_another_cell(form: str, made: Made, data: st.DataObject) -> None:
    """A key or a head is left out, or one stands there that this table lacks: right or refused."""
    document = paper_of(FORMS[form](made))
    region, sort = data.draw(st.sampled_from(REGIONS)), data.draw(st.sampled_from(("", *SORTS)))
    head = data.draw(st.sampled_from(("", *HEADS)))
    told = cell_asked_for(asked(f"Hoeveel {head} telt {sort} in {region}?"), rows_of(document))
    fitting = [
        figure
        for keys, figures in zip(made.rows, made.figures, strict=True)
        for name, figure in zip(made.heads, figures, strict=True)
        if region in keys and (not sort or sort in keys or not made.sorts) and head in ("", name)
    ]
    assert told is None or [value for _, value in told.figures] == list(map(str, fitting))


def test_heads_of_several_rows_are_told_together() -> None:
    page = (
        "<table><thead><tr><th rowspan=2>Regio</th><th colspan=2>2023</th><th colspan=2>2024</th></tr>"
        "<tr><th>po</th><th>vo</th><th>po</th><th>vo</th></tr></thead>"
        "<tr><td>Noord</td><td>11</td><td>12</td><td>13</td><td>14</td></tr>"
        "<tr><td>Zuid</td><td>21</td><td>22</td><td>23</td><td>24</td></tr></table>"
    )
    rows = rows_of(paper_of(html.read(f"<html><body>{page}</body></html>".encode())))
    told = cell_asked_for(asked("Hoeveel zijn er in het vo in Noord in 2024?"), rows)
    assert told is not None
    assert told.text == "Noord, 2024 vo: 14."
    assert cell_asked_for(asked("Hoeveel zijn er in het vo in Noord?"), rows) is None
    assert cell_asked_for(asked("Hoeveel zijn er in het vo in Noord in 2022?"), rows) is None


PASSENGERS = (
    "<p>Tabel 1. Reizigers per soort vervoer (x 1.000)</p>"
    "<table><tr><td>Vervoer</td><td>2023</td><td>2024</td><td>2025</td></tr>"
    "<tr><td>Veerboot, totaal</td><td>310</td><td>320</td><td>330</td></tr>"
    "<tr><td>– waarvan met fiets</td><td>110</td><td>120</td><td>130</td></tr>"
    "<tr><td>Waterbus</td><td>410</td><td>420</td><td>430</td></tr>"
    "<tr><td>– waarvan met fiets</td><td>210</td><td>220</td><td>230</td></tr></table>"
)


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        ("Hoeveel reizigers had de waterbus in 2024?", Asked.NUMBER, "Waterbus, 2024: 420 (x 1.000)."),
        ("reizigers waterbus 2024", Asked.OTHER, "Waterbus, 2024: 420 (x 1.000)."),
        (
            "Hoeveel reizigers had de waterbus in 2023 en 2025?",
            Asked.NUMBER,
            "Waterbus, 2023: 410; 2025: 430 (x 1.000).",
        ),
        (
            "Hoeveel reizigers met een fiets waren er op de waterbus in 2023?",
            Asked.NUMBER,
            "Waterbus, – waarvan met fiets, 2023: 210 (x 1.000).",
        ),
        ("Hoeveel reizigers met een fiets waren er in 2023?", Asked.NUMBER, ""),  # on which of the two?
        ("Hoeveel gewonden vielen er op de waterbus in 2024?", Asked.NUMBER, ""),  # no word of the table
        ("Hoeveel reizigers had de waterbus in 2022?", Asked.NUMBER, ""),
        ("Hoeveel reizigers waren er in 2024?", Asked.NUMBER, ""),  # no row is named
        ("Welk bedrag kreeg de waterbus in 2024?", Asked.AMOUNT, ""),  # the table speaks of no money
        ("Hoeveel procent van de reizigers had de waterbus in 2024?", Asked.NUMBER, ""),
        ("Hoeveel reizigers had de waterbus per dag in 2024?", Asked.NUMBER, ""),
        ("Hoeveel reizigers had de waterbus gemiddeld in 2024?", Asked.NUMBER, ""),
        ("Hoeveel reizigers van de waterbus zijn er in 2024 geweigerd?", Asked.NUMBER, ""),
        ("Hoeveel reizigers waren er buiten de waterbus in 2024?", Asked.NUMBER, ""),
        ("Hoeveel reizigers had de waterbus voor 2024?", Asked.NUMBER, ""),
        ("Wat gebeurde er met de reizigers van de waterbus in 2024?", Asked.OTHER, ""),
        ("Waarom had de waterbus zoveel reizigers in 2024?", Asked.REASON, ""),
    ],
)
def test_a_cell_is_looked_up_where_its_table_says_all_that_the_question_does(text: str, kind: Asked, told: str) -> None:
    rows = rows_of(paper_of(html.read(f"<html><body>{PASSENGERS}</body></html>".encode())))
    cell = cell_looked_up(replace(question(text, kind), focus=focus_of(text)), rows, [])
    assert (cell.text if cell else "") == told


@pytest.mark.parametrize(
    ("asked_of", "told"),
    [
        ("2023/2024 vergeleken met 2024-2025", "Waterbus, 2023–2024: 420; 2024–2025: 430."),
        ("schooljaar 2023-2024", "Waterbus, 2023–2024: 420."),
        ("2024", ""),  # a year is in two school years
    ],
)
def test_a_school_year_is_one_column(asked_of: str, told: str) -> None:
    page = (
        "<p>Tabel 1. Reizigers per soort vervoer</p>"
        "<table><tr><td>Vervoer</td><td>2022–2023</td><td>2023–2024</td><td>2024–2025</td></tr>"
        "<tr><td>Waterbus</td><td>410</td><td>420</td><td>430</td></tr></table>"
    )
    rows = rows_of(paper_of(html.read(f"<html><body>{page}</body></html>".encode())))
    cell = cell_looked_up(asked(f"aantal reizigers waterbus {asked_of}"), rows, [])
    assert (cell.text if cell else "") == told


@pytest.mark.parametrize(
    ("above", "text", "kind", "told"),
    [
        (
            "<p>Alle bedragen zijn in miljoenen euro.</p>",
            "Welk bedrag ging naar varen in 2024?",
            Asked.AMOUNT,
            "in miljoenen euro",
        ),
        ("<p>Voor honden is € 5 miljoen beschikbaar.</p>", "Welk bedrag ging naar varen in 2024?", Asked.AMOUNT, ""),
        (
            "<p>Voor honden is € 5 miljoen beschikbaar.</p>",
            "Hoeveel gaat er naar honden en varen in 2024?",
            Asked.NUMBER,
            "",
        ),
        ("<p>Tabel 1. Uren varen (in weken)</p>", "Hoe lang duurde varen in 2024?", Asked.PERIOD, "in weken"),
        ("<p>Tabel 1. Duur van het varen in minuten</p>", "Hoe lang duurde varen in 2024?", Asked.PERIOD, "in minuten"),
    ],
)
def test_a_looked_up_figure_is_told_with_its_unit_or_not(above: str, text: str, kind: Asked, told: str) -> None:
    page = (
        "<table><tr><td>Doel</td><td>2023</td><td>2024</td></tr><tr><td>Varen</td><td>61</td><td>62</td></tr></table>"
    )
    rows = rows_of(paper_of(html.read(f"<html><body>{above}{page}</body></html>".encode())))
    cell = cell_looked_up(question(text, kind), rows, [])
    assert (cell.text if cell else "") == (f"Varen, 2024: 62 ({told})." if told else "")


def test_a_key_that_says_more_than_the_question_is_none_of_it() -> None:
    page = (
        "<table><tr><td>Soort</td><td>2024</td></tr><tr><td>Onbevaarbare veren</td><td>7</td></tr>"
        "<tr><td>Kleine veren</td><td>8</td></tr></table>"
    )
    rows = rows_of(paper_of(html.read(f"<html><body><p>Tabel 1. Veren</p>{page}</body></html>".encode())))
    assert cell_looked_up(asked("Hoeveel bevaarbare veren waren er in 2024?"), rows, []) is None
    assert cell_looked_up(asked("Hoeveel kleine veren waren er in 2024?"), rows, []) is not None


def test_a_key_with_a_limit_is_none_for_a_number() -> None:
    page = "<table><tr><td>Reizigers</td><td>2024</td></tr><tr><td>Meer dan 500 reizigers</td><td>7</td></tr></table>"
    rows = rows_of(paper_of(html.read(f"<html><body><p>Tabel 1. Boten</p>{page}</body></html>".encode())))
    assert cell_looked_up(asked("Hoeveel boten hadden in 2024 maar 500 reizigers?"), rows, []) is None


def test_a_sentence_that_likely_answers_goes_before_a_cell() -> None:
    rows = rows_of(paper_of(html.read(f"<html><body>{PASSENGERS}</body></html>".encode())))
    put, said = (
        asked("Hoeveel reizigers had de waterbus in 2024?"),
        evidence(paper("De waterbus had er niet 420 maar 90.")),
    )
    assert cell_looked_up(put, rows, [said]) is None
    assert cell_looked_up(put, rows, [rows[0]]) is not None


def test_one_of_several_options_is_named_by_its_letter() -> None:
    page = (
        "<table><tr><td>Optie</td><td>Inhoud</td><td>Kosten (in euro)</td></tr>"
        "<tr><td>A. Niets doen</td><td>De pont blijft</td><td>€ 310</td></tr>"
        "<tr><td>B. Een brug</td><td>Een brug voor fietsers</td><td>€ 420</td></tr></table>"
    )
    rows = rows_of(paper_of(html.read(f"<html><body>{page}</body></html>".encode())))
    cell = cell_looked_up(question("Wat kost optie B?", Asked.AMOUNT), rows, [])
    assert cell is not None
    assert cell.text == "B. Een brug, Een brug voor fietsers, Kosten (in euro): € 420."
    assert cell_looked_up(question("Wat kost optie C?", Asked.AMOUNT), rows, []) is None
    assert cell_looked_up(question("Wat kosten optie A en B?", Asked.AMOUNT), rows, []) is None
    assert cell_looked_up(question("Wat kost optie B volgens de wethouder?", Asked.AMOUNT), rows, []) is None


@pytest.mark.parametrize(
    ("key", "told"), [("3. Een brug", True), ("3) Een brug", True), ("3.1 Brug", False), ("3.100", False)]
)
def test_the_sign_of_an_option_is_no_part_of_a_longer_number(key: str, told: bool) -> None:
    page = (
        "<table><tr><td>Optie</td><td>Inhoud</td><td>Kosten (in euro)</td></tr>"
        "<tr><td>1. Niets doen</td><td>De pont blijft</td><td>€ 310</td></tr>"
        f"<tr><td>{key}</td><td>Een brug voor fietsers</td><td>€ 420</td></tr></table>"
    )
    rows = rows_of(paper_of(html.read(f"<html><body>{page}</body></html>".encode())))
    assert (cell_looked_up(question("Wat kost optie 3?", Asked.AMOUNT), rows, []) is not None) == told


def test_a_table_that_goes_on_over_the_page_keeps_its_heads() -> None:
    def part(rows: list[list[str]], top: float) -> list[Item]:
        items: list[Item] = [Ruled(x, top, x, top - 20 * len(rows)) for x in (80, 180, 280)]
        for number, row in enumerate(rows):
            items += [Ruled(80, top - 20 * number, 280, top - 20 * number)]
            items += [Text(words, 84 + 100 * at, top - 20 * number - 14) for at, words in enumerate(row)]
        return [*items, Ruled(80, top - 20 * len(rows), 280, top - 20 * len(rows))]

    data = make_pdf([part([["Regio", "Aantal"], ["Noord", "11"]], 200), part([["Zuid", "22"], ["Oost", "33"]], 760)])
    told = cell_asked_for(asked("Hoeveel zijn er in Oost?"), rows_of(paper_of(pdf.read(data))))
    assert told is not None
    assert told.text == "Oost, Aantal: 33."


def test_tables_under_each_other_keep_their_own_heads() -> None:
    one = "<table><tr><td>Jaar</td><td>Aanvragen</td></tr><tr><td>2024</td><td>611</td></tr></table>"
    other = "<table><tr><td>Jaar</td><td>Toegekend</td></tr><tr><td>2025</td><td>488</td></tr></table>"
    document = paper_of(html.read(f"<html><body>{one}{other}</body></html>".encode()))
    first, second = rows_of(document)
    assert document.text[slice(*(first.block.context or (0, 0)))] == "Jaar | Aanvragen"
    assert document.text[slice(*(second.block.context or (0, 0)))] == "Jaar | Toegekend"


@pytest.mark.parametrize(
    "above",
    ["1 Zie het rapport, p. 12.", "Tabel 2. Leerlingen per regio", "Regel met woorden die doorloopt"],
)
def test_a_table_straight_after_other_words_stays_a_table(above: str) -> None:
    table = "<table><tr><td>Regio</td><td>Aantal</td></tr><tr><td>Noord</td><td>31</td></tr></table>"
    page = f"<html><body><p>Er zijn er 31.<sup>1</sup></p><p>{above}</p>{table}</body></html>"
    document = paper_of(html.read(page.encode()))
    rows = [document.text[block.start : block.end] for block in document.blocks if block.kind is BlockKind.TABLE]
    assert rows == [above] * above.startswith("Tabel") + ["Regio | Aantal", "Noord | 31"]


def test_the_head_of_a_letter_is_no_table() -> None:
    for rows in ([("Datum", "3 mei 2024"), ("Ons kenmerk", "123456")], [("Aan", "De voorzitter"), ("Kenmerk", "12")]):
        inner = "".join(f"<tr><td>{one}</td><td>{other}</td></tr>" for one, other in rows)
        document = paper_of(html.read(f"<html><body><table>{inner}</table></body></html>".encode()))
        assert not any(block.kind is BlockKind.TABLE for block in document.blocks)


def test_cells_that_do_not_fit_the_heads_are_no_table() -> None:
    block = Block(kind=BlockKind.TABLE, start=0, end=5)
    assert table_of("a | 1", [block], "x | y | z") is None
    assert table_of("a | 1", [block], "alleen woorden") is None


def test_a_figure_of_pasted_text_is_looked_up_below_its_year_and_in_no_columns_that_are_not_sure() -> None:
    told = "De reders telden hun reizigers.\n{}\nWaterbus 410 420\nVeerpont 31 29\nDe reders telden zelf."
    sure = told.format("Tabel 1: Reizigers op het water\n2023 2024")
    unsure = told.format("Soort boot Reizigers in 2023 Reizigers in het jaar 2024")
    found = [
        cell_looked_up(asked("aantal reizigers waterbus 2024"), rows_of(paper_of(paged(text))), [])
        for text in (sure, unsure)
    ]
    assert [cell.text if cell else "" for cell in found] == ["Waterbus, 2024: 420.", ""]
