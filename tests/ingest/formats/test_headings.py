"""What a file says of its headings by mark-up, style or type, in every form of file."""

from __future__ import annotations

import pytest

from ingest.formats import docx, html, odt, pdf, xml
from ingest.formats.flat_text import heading, turn, unmarked
from ingest.formats.guarded import read_guarded
from ingest.formats.markdown_text import plain
from ingest.formats.paged_text import PagedText, Turn
from ingest.structure import structure
from tests.ingest.formats.made_docx import make_raw_docx, paragraph
from tests.ingest.formats.made_pdf import Text, lines, make_pdf
from tests.ingest.formats.test_odt import make_odt
from tests.ingest.formats.test_xml import letter, publication

LONG = [f"Regel {number} van de tekst loopt over de volle breedte van het vel" for number in range(9)]


def marked(paged: PagedText) -> dict[str, int]:
    """The lines that are headings, with their level."""
    return {paged.text[start:].split("\n", 1)[0]: level for start, level in paged.headings.items()}


def test_marks_are_taken_out_and_tell_where_their_line_starts() -> None:
    paged = unmarked(f"Een.\n{heading('Kop', 2)}\n{turn('Ja.', Turn.ANSWER)}")
    assert paged == PagedText(text="Een.\nKop\nJa.", headings={5: 2}, turns={9: Turn.ANSWER})


def test_a_label_is_never_marked() -> None:
    assert heading("Vraag 1", 3) == "Vraag 1"
    assert turn("Antwoord 2", Turn.ANSWER) == "Antwoord 2"


def test_docx_tells_by_outline_level_and_by_bold_type() -> None:
    styles = '<w:style w:styleId="Kop2"><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    styles += '<w:style w:styleId="Plat"><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>'
    body = paragraph("Havens", settings='<w:pStyle w:val="Kop2"/>') + paragraph("Tekst.")
    body += paragraph("Gewoon", settings='<w:pStyle w:val="Plat"/>')
    body += "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Vet</w:t></w:r></w:p>"
    assert marked(docx.read(make_raw_docx(body, styles=styles))) == {"Havens": 2, "Vet": 0}


def test_odt_tells_by_element_and_by_bold_type() -> None:
    style = '<style:style style:name="vet"><style:text-properties fo:font-weight="bold"/></style:style>'
    body = '<text:h text:outline-level="3">Kop</text:h><text:p text:style-name="vet">Alles vet</text:p>'
    body += '<text:p><text:span text:style-name="vet">Ook vet</text:span></text:p>'
    body += '<text:p><text:span text:style-name="vet">Half</text:span> vet</text:p>'
    assert marked(odt.read(make_odt(body, style))) == {"Kop": 3, "Alles vet": 0, "Ook vet": 0}


def test_html_tells_by_element_and_by_bold_type() -> None:
    page = b"<h1>Titel</h1><p>Tekst.</p><h3>Onder</h3><p><strong>Vet</strong></p><p><b>Half</b> vet</p>"
    assert marked(html.read(page)) == {"Titel": 1, "Onder": 3, "Vet": 0}


def test_xml_tells_by_how_deep_a_division_stands() -> None:
    inner = "<divisie><kop><titel>Binnen</titel></kop><tussenkop>Tussen</tussenkop><al>Tekst.</al></divisie>"
    bold = '<al><nadruk type="vet">Vet</nadruk></al><al><nadruk type="vet">Half</nadruk> vet</al>'
    data = letter(f"<divisie><kop><nr>1.</nr><titel>Buiten</titel></kop><al>Tekst.</al>{inner}{bold}</divisie>")
    assert marked(xml.read(data)) == {"1. Buiten": 1, "Binnen": 2, "Tussen": 3, "Vet": 0}


def test_markdown_tells_by_its_signs() -> None:
    assert marked(plain("# Een\ntekst\n\n### Drie\n\n**Vet**\n\n**Half** vet\n")) == {"Een": 1, "Drie": 3, "Vet": 0}


def test_pdf_tells_by_size_and_by_bold_type() -> None:
    page = [Text("Eerste deel", 80, 760, 16), *lines(LONG), Text("Vet kopje", 80, 560, bold=True)]
    page += [*lines(LONG, y=530), Text("Tweede deel", 80, 380, 16), *lines(LONG, y=350)]
    assert marked(pdf.read(make_pdf([page]))) == {"Eerste deel": 1, "Vet kopje": 0, "Tweede deel": 1}


def test_pdf_takes_no_bold_line_that_is_smaller_than_the_text_for_a_heading() -> None:
    page = [*lines(LONG, y=700), Text("Boten per haven", 80, 560, 8, bold=True), *lines(LONG, y=530)]
    assert pdf.read(make_pdf([page])).headings == {}


def test_a_paper_that_is_all_in_bold_has_no_headings() -> None:
    page = [Text(line, 80, 700 - 12 * number, bold=True) for number, line in enumerate(LONG)]
    assert pdf.read(make_pdf([page])).headings == {}


def test_cells_of_a_table_are_no_headings() -> None:
    rows = "".join(f"<tr><td><h2>Kop {n}</h2></td><td><p><b>{n}</b></p></td></tr>" for n in range(4))
    paged = html.read(f"<table>{rows}</table>".encode())
    assert paged.headings == {}
    assert paged.text.splitlines()[0] == "Kop 0 | 0"


def test_what_a_file_says_comes_back_from_the_child_process() -> None:
    data = b"<h2>Kop</h2><p>Tekst.</p>"
    assert read_guarded("html", data) == html.read(data)


@pytest.mark.parametrize("label", ["", "<nr>Antwoord 1</nr>"])
def test_an_answer_of_the_xml_is_told_from_its_question_without_a_label(label: str) -> None:
    asked = "<vraag><nr>Vraag 1</nr><al>Vaart de boot ook in de winter?</al></vraag>"
    answered = f"<antwoord>{label}<al>Zij vaart het hele jaar.</al><al>Behalve bij ijs.</al></antwoord>"
    paged = xml.read(publication(f"<kamervragen>{asked}{answered}</kamervragen>"))
    assert list(paged.turns.values()) == ([] if label else [Turn.ANSWER])
    parts = structure(paged)
    places = {parts.text[block.start : block.end]: block.place for block in parts.blocks}
    assert places["Vaart de boot ook in de winter?"] == "vraag 1"
    assert places["Zij vaart het hele jaar."] == "antwoord 1"
    assert places["Behalve bij ijs."] == "antwoord 1"
