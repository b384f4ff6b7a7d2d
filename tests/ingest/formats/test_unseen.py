"""What no reader sees of a paper leaves no trace; what was painted over leaves a mark and no word of it."""

from __future__ import annotations

import io
import random
from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Highlight
from pypdf.generic import ArrayObject, FloatObject, NameObject, RectangleObject

from ingest.formats import docx, html, markdown_text, odt, pdf, xml
from ingest.formats.seen import colour_of
from tests.ingest.formats.made_docx import make_raw_docx, make_zip, paragraph
from tests.ingest.formats.made_pdf import Drawn, Item, Ruled, Text, box, lines, make_pdf, make_scan, turn_pdf, words

FULL = "een regel die de hele breedte van de kolom vult met gewone woorden"
PAGE: list[Item] = [*lines([f"Dit is {FULL}", f"en dit is {FULL}", f"tot slot nog {FULL}."])]
SECRET = "Geheimschrift 9999"
MARK = "[weggelakt]"
NOISE = random.Random(1).randbytes(96 * 96)

UNSEEN: dict[str, list[Item]] = {
    "white": [words(SECRET, 80, 600, colour="1 1 1")],
    "nearly white": [words(SECRET, 80, 600, colour="0.95 0.95 0.95")],
    "a dotted line of words": [words(SECRET, 80, 600, size=1)],
    "not drawn": [words(SECRET, 80, 600, mode=3)],
    "left of the page": [words(SECRET, -300, 600)],
    "above the page": [words(SECRET, 80, 860)],
    "below the page": [words(SECRET, 80, -30)],
    "clipped": [Drawn(f"q 80 500 10 10 re W n BT /F1 10 Tf 80 600 Td ({SECRET}) Tj ET Q")],
    "behind a picture": [words(SECRET, 80, 600), Drawn("q 200 0 0 60 70 580 cm /P Do Q")],
    "struck through by a line": [words(SECRET, 80, 600), Ruled(78, 603, 200, 603)],
    "struck through by a thin box": [words(SECRET, 80, 600), box(78, 602.5, 130, 0.7)],
    "white on white paint": [box(70, 590, 300, 30, "1 1 1"), words(SECRET, 80, 600, colour="1 1 1")],
}
PAINTED: dict[str, list[Item]] = {
    "black": [words(SECRET, 80, 600), box(78, 597, 130, 12)],
    "black, a little too low": [words(SECRET, 80, 600), box(78, 595, 130, 10)],
    "grey": [words(SECRET, 80, 600), box(78, 597, 130, 12, "0.5 0.5 0.5")],
    "white": [words(SECRET, 80, 600), box(78, 597, 130, 12, "1 1 1")],
    "black first, black words on it": [box(78, 597, 130, 12), words(SECRET, 80, 600)],
    "a box in two halves": [words(SECRET, 80, 600), box(78, 597, 60, 12), box(138, 597, 70, 12)],
    "a thick line": [words(SECRET, 80, 600), Drawn("q 12 w 78 603 m 208 603 l S Q")],
}


def text_of(data: bytes) -> str:
    return pdf.read(data).text


@pytest.mark.parametrize("name", UNSEEN)
def test_what_is_not_seen_on_a_page_is_not_read(name: str) -> None:
    assert text_of(make_pdf([[*PAGE, *UNSEEN[name]]], NOISE)) == text_of(make_pdf([PAGE]))


@pytest.mark.parametrize("name", PAINTED)
def test_what_is_painted_over_leaves_a_mark_and_no_word(name: str) -> None:
    assert text_of(make_pdf([[*PAGE, *PAINTED[name]]])).endswith(f"\n\n{MARK}")


@pytest.mark.parametrize("paint", ["0 0 0", "0.5 0.5 0.5", "1 1 1"])
@pytest.mark.parametrize("at", [79, 100, 131.5])
def test_what_is_written_on_the_paint_shows_no_letter_of_what_lies_below(paint: str, at: float) -> None:
    """The ground on a black box, or other words over white paint."""
    upon = words("5.1.2.e", at, 600.4, size=8, colour="0 0 0" if paint == "1 1 1" else "1 1 1")
    said = text_of(make_pdf([[*PAGE, words(SECRET, 80, 600), box(78, 597, 130, 12, paint), upon]]))
    left = said.removeprefix(text_of(make_pdf([PAGE]))).replace(MARK, "").strip()
    assert left == "5.1.2.e"


def test_words_that_are_printed_twice_to_look_bold_are_read() -> None:
    assert SECRET in text_of(make_pdf([[*PAGE, words(SECRET, 80, 600), words(SECRET, 80.3, 600)]]))


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_page_that_lies_hides_the_same(degrees: int) -> None:
    page = [*PAGE, *PAINTED["black"], words(SECRET, 80, 500, colour="1 1 1")]
    assert text_of(turn_pdf(make_pdf([page]), degrees)).endswith(f"\n\n{MARK}")


def test_the_mark_stands_where_the_words_stood() -> None:
    line = "De klacht kwam van Anna Proefpersoon uit Urk."
    assert MARK not in text_of(make_pdf([[*PAGE, words(line, 80, 600)]]))
    # "Anna Proefpersoon" in Helvetica of 10 points.
    assert text_of(make_pdf([[*PAGE, words(line, 80, 600), box(171, 597, 88, 12)]])).endswith(
        f"De klacht kwam van {MARK} uit Urk."
    )


def test_a_black_box_in_a_line_tells_that_words_were_taken_out() -> None:
    page = [*PAGE, Text("De klacht kwam van", 80, 600), box(172, 597, 80, 12), Text("uit Urk.", 255, 600)]
    assert text_of(make_pdf([page])).endswith(f"De klacht kwam van {MARK} uit Urk.")


def test_a_bar_of_a_chart_is_no_hole() -> None:
    page = [*PAGE, *(box(80, 500 + 20 * bar, 100 + 30 * bar, 14) for bar in range(4))]
    assert MARK not in text_of(make_pdf([page]))


@pytest.mark.parametrize(
    ("ground", "colour"), [("0 0 0.4", "1 1 1"), ("1 1 0", "0 0 0"), ("0.8 0.9 0.8", "0.8 0 0"), ("0 0 0", "1 1 1")]
)
def test_words_that_show_on_colour_are_read(ground: str, colour: str) -> None:
    page = [*PAGE, box(70, 590, 300, 30, ground), words(SECRET, 80, 600, colour=colour)]
    assert SECRET in text_of(make_pdf([page]))


@pytest.mark.parametrize("colour", ["0.85 0.85 0.85", "1 1 0.3", "0.5 0.5 0.5", "0 1 0"])
def test_pale_words_that_show_are_read(colour: str) -> None:
    assert SECRET in text_of(make_pdf([[*PAGE, words(SECRET, 80, 600, colour=colour)]]))


@pytest.mark.parametrize("above", [-2.0, -1.2, 9.0])
def test_a_line_under_or_over_words_strikes_nothing(above: float) -> None:
    assert SECRET in text_of(make_pdf([[*PAGE, words(SECRET, 80, 600), Ruled(78, 600 + above, 200, 600 + above)]]))


@settings(deadline=None, max_examples=40)
@given(size=st.floats(4, 40), x=st.floats(20, 300), y=st.floats(60, 560), grey=st.floats(0, 0.85))
@example(size=4.9, x=20.0, y=61.69, grey=0.0)  # a hairline that is drawn a dot beside its box
def test_black_words_on_white_are_seen_wherever_they_stand(size: float, x: float, y: float, grey: float) -> None:
    text = "iljt.,:;-'|1_"
    item = words(text.replace("'", "\\'"), round(x, 2), round(y, 2), size=round(size, 1), colour=f"{grey:.2f} " * 3)
    read = text_of(make_pdf([[*lines(["Kop"], y=760), item]]))
    assert "".join(read.split()) == "Kop" + text


def annotated(note: object) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(make_pdf([[*PAGE, words(SECRET, 80, 600)]]))))
    writer.add_annotation(0, note)
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def test_a_line_that_a_reviewer_struck_through_words_is_heeded() -> None:
    quad = ArrayObject(map(FloatObject, (78, 610, 210, 610, 78, 597, 210, 597)))
    note = Highlight(rect=(78, 597, 210, 610), quad_points=quad)
    assert SECRET in text_of(annotated(note))
    note[NameObject("/Subtype")] = NameObject("/StrikeOut")
    assert SECRET not in text_of(annotated(note))


def test_a_page_that_is_cut_down_shows_what_is_left() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(make_pdf([[*PAGE, words(SECRET, 80, 100)]]))))
    writer.pages[0].cropbox = RectangleObject((0, 300, 595, 842))
    written = io.BytesIO()
    writer.write(written)
    text = text_of(written.getvalue())
    assert SECRET not in text
    assert FULL in text


def scan_with_words(*covers: Item, shown: str = SECRET, recognised: str = SECRET) -> bytes:
    """A page that is a picture of words, with the words that were recognised in it laid over it unseen."""
    import pypdfium2

    page = pypdfium2.PdfDocument(make_pdf([[*lines([FULL] * 20), words(shown, 80, 400)]]))[0]
    picture = page.render(scale=2, grayscale=True)
    rows = memoryview(picture.buffer).cast("B")
    gray = b"".join(rows[row * picture.stride :][: picture.width] for row in range(picture.height))
    base = PdfWriter(clone_from=PdfReader(io.BytesIO(make_scan(gray, picture.width, picture.height))))
    unseen = [words(FULL, 80, 700 - 12 * row, mode=3) for row in range(20)]
    layer = make_pdf([[*unseen, words(recognised, 80, 400, mode=3), *covers]])
    base.pages[0].merge_page(PdfReader(io.BytesIO(layer)).pages[0])
    written = io.BytesIO()
    base.write(written)
    return written.getvalue()


def test_words_recognised_in_a_scan_are_read_but_not_under_a_box() -> None:
    assert SECRET in text_of(scan_with_words())
    covered = text_of(scan_with_words(box(70, 390, 200, 30)))
    assert SECRET not in covered
    assert "9999" not in covered
    assert FULL in covered


@pytest.mark.parametrize(
    ("shown", "recognised", "read"),
    [
        ("veer", "veerb", "veerb"),
        ("veerbo", "veerboot", "veerboot"),
        ("veerbo", "veerboten", "veerbo"),  # three letters without ink
        ("ve", "veerboot", "ve"),
        ("", "boot", ""),
        ("de", "de boot", "de"),
    ],
)
def test_a_letter_of_a_scan_that_stands_beside_its_ink_is_read_with_its_word(
    shown: str, recognised: str, read: str
) -> None:
    lines_read = text_of(scan_with_words(shown=shown, recognised=recognised)).split("\n")
    assert [line for line in lines_read if line and line != FULL] == ([read] if read else [])


def run(settings: str) -> str:
    return f"<w:p><w:r><w:t>Gewoon.</w:t></w:r><w:r><w:rPr>{settings}</w:rPr><w:t>{SECRET}</w:t></w:r></w:p>"


ROW = "<w:tr>{}<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr>"
STYLED = '<w:style w:type="character" w:styleId="x"><w:rPr><w:vanish/></w:rPr></w:style>'
DOCX: dict[str, str] = {
    "hidden": run("<w:vanish/>"),
    "hidden by its style": run('<w:rStyle w:val="x"/>'),
    "struck through": run("<w:strike/>"),
    "struck through twice": run("<w:dstrike/>"),
    "white": run('<w:color w:val="FFFFFF"/>'),
    "white of the theme": run('<w:color w:val="auto" w:themeColor="background1"/>').replace('"auto"', '"FFFFFF"'),
    "of two points": run('<w:sz w:val="4"/>'),
    "deleted": f"{paragraph('Gewoon.')}<w:p><w:del><w:r><w:delText>{SECRET}</w:delText></w:r></w:del></w:p>",
    "deleted, in plain words": f"{paragraph('Gewoon.')}<w:p><w:del><w:r><w:t>{SECRET}</w:t></w:r></w:del></w:p>",
    "moved away": f"{paragraph('Gewoon.')}<w:p><w:moveFrom><w:r><w:t>{SECRET}</w:t></w:r></w:moveFrom></w:p>",
    "a deleted row": f"<w:tbl>{ROW.format('', 'Gewoon.')}{ROW.format('<w:trPr><w:del/></w:trPr>', SECRET)}</w:tbl>",
    "a deleted cell": "<w:tbl>" + ROW.format("", "Gewoon.").replace(
        "</w:tr>", f"<w:tc><w:tcPr><w:cellDel/></w:tcPr>{paragraph(SECRET)}</w:tc></w:tr></w:tbl>"
    ),
    "a deleted table": paragraph("Gewoon.") + "<w:tbl>" + ROW.format("<w:trPr><w:del/></w:trPr>", SECRET) + "</w:tbl>",
    "a hidden text box": paragraph("Gewoon.", inside=f'<w:r><w:pict><v:shape xmlns:v="v" style="visibility: hidden">'
    f"<w:txbxContent>{paragraph(SECRET)}</w:txbxContent></v:shape></w:pict></w:r>"),
}  # fmt: skip


@pytest.mark.parametrize("name", DOCX)
def test_what_word_does_not_show_is_not_read(name: str) -> None:
    assert docx.read(make_raw_docx(DOCX[name], styles=STYLED)).text == "Gewoon."


@pytest.mark.parametrize(
    "settings",
    [
        '<w:highlight w:val="black"/>',
        '<w:shd w:fill="000000"/><w:color w:val="000000"/>',
        '<w:highlight w:val="darkGray"/><w:color w:val="808080"/>',
    ],
)
def test_words_under_a_black_highlight_leave_a_mark(settings: str) -> None:
    assert docx.read(make_raw_docx(run(settings))).text == f"Gewoon.{MARK}"


@pytest.mark.parametrize(
    "settings",
    [
        '<w:vanish w:val="0"/>',
        '<w:shd w:fill="000000"/><w:color w:val="auto"/>',
        '<w:shd w:fill="1F3864"/><w:color w:val="FFFFFF"/>',
        '<w:highlight w:val="yellow"/>',
        '<w:color w:val="7F7F7F"/>',
        '<w:strike w:val="false"/>',
    ],
)
def test_what_word_shows_is_read(settings: str) -> None:
    assert SECRET in docx.read(make_raw_docx(run(settings), styles=STYLED)).text


HTML: dict[str, str] = {
    "hidden": f"<p hidden>{SECRET}</p>",
    "display none": f'<div style="color: red; DISPLAY : None">{SECRET}</div>',
    "display none in a sheet": f"<style>.weg, .x {{ display: none !important }}</style><p class='a weg'>{SECRET}</p>",
    "by place in a sheet": "<style>/* x */ #a > div p.b {visibility:hidden}</style>"
    f"<div id=a><div><p class=b>{SECRET}</p></div></div>",
    "in a sheet for screens": f"<style>@media screen {{ .weg {{display:none}} }}</style><p class=weg>{SECRET}</p>",
    "in a sheet for both": f"<style media='screen, print'>.weg {{display:none}}</style><p class=weg>{SECRET}</p>",
    "in a part for both": f"<style>@media print, all {{ .weg {{display:none}} }}</style><p class=weg>{SECRET}</p>",
    "in all but print": f"<style media='not print'>.weg {{display:none}}</style><p class=weg>{SECRET}</p>",
    "clipped": f'<p style="clip: rect(0, 0, 0, 0)">{SECRET}</p>',
    "opacity": f'<p style="opacity:0.0">{SECRET}</p>',
    "size": f'<span style="font-size:1px">{SECRET}</span>',
    "no size": f'<span style="font-size:0">{SECRET}</span>',
    "white": f'<span style="color:#fff">{SECRET}</span>',
    "white as a number": f'<p style="color: rgb(250, 250, 255)">{SECRET}</p>',
    "font": f'<font color="white">{SECRET}</font>',
    "beside the page": f'<p style="position:absolute; left:-9999px">{SECRET}</p>',
    "indented away": f'<p style="text-indent:-999em">{SECRET}</p>',
    "no height": f'<div style="height:0;overflow:hidden">{SECRET}</div>',
    "deleted": f"<p><del>{SECRET}</del></p>",
    "struck": f"<p><s>{SECRET}</s><strike>{SECRET}</strike></p>",
    "struck by style": f'<p style="text-decoration: line-through red">{SECRET}</p>',
    "comment": f"<!-- {SECRET} -->",
    "by the last rule of the page": f"<style>p {{display:block}} #a {{display:none}}</style><p id=a>{SECRET}</p>",
    "as another in the same place": "<style>.a p {display:none}</style>"
    f"<div class=a><p>{SECRET}</p><p>{SECRET}</p></div>",
    "deleted row": f"<table><tr hidden><td>{SECRET}</td></tr></table>",
}


@pytest.mark.parametrize("name", HTML)
def test_what_a_browser_does_not_show_is_not_read(name: str) -> None:
    page = f"<html><body><p>Gewoon.</p>{HTML[name]}<p>Staart.</p></body></html>"
    assert html.read(page.encode()).text.split() == ["Gewoon.", "Staart."]


@pytest.mark.parametrize(
    "shown",
    [
        f"<style>@media print {{ p {{display:none}} }}</style><p>{SECRET}</p>",
        f"<style>@media only print, print and (color) {{ p {{display:none}} }}</style><p>{SECRET}</p>",
        f"<style media=print>p {{display:none}}</style><p>{SECRET}</p>",
        f'<p style="clip: auto">{SECRET}</p>',
        f"<style>.weg {{display:none}}</style><p class=wegen>{SECRET}</p>",
        f"<style>#a {{display:none}} .b {{color:red}} p {{display:block}}</style><p class=b id=a>{SECRET}</p>",
        f"<style>.a p {{display:none}}</style><div class=a><p>Weg.</p></div><div><p>{SECRET}</p></div>",
        f'<div style="background:#123"><p style="color:white">{SECRET}</p></div>',
        f'<div style="background:url(a.png)"><p style="color:white">{SECRET}</p></div>',
        f'<link rel="stylesheet" href="a.css"><p style="color:white">{SECRET}</p>',
        f'<p style="opacity:0.5;font-size:8px;left:-4px">{SECRET}</p>',
        f"<p><ins>{SECRET}</ins></p>",
    ],
)
def test_what_a_browser_shows_is_read(shown: str) -> None:
    assert SECRET in html.read(f"<html><body><p>Gewoon.</p>{shown}</body></html>".encode()).text


def test_words_in_black_on_black_of_a_page_leave_a_mark() -> None:
    page = f'<p>Van <span style="background: black">{SECRET}</span> te Urk.</p>'
    assert html.read(f"<html><body>{page}</body></html>".encode()).text == f"Van {MARK} te Urk."


SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for name, space in {
        "text": "text", "office": "office", "style": "style", "table": "table", "fo": "xsl-fo-compatible"
    }.items()
)  # fmt: skip


def odt_text(body: str, look: str = "") -> str:
    style = f'<style:style style:name="x" style:family="text">{look}</style:style>'
    content = f"<office:document-content {SPACES}><office:automatic-styles>{style}</office:automatic-styles>"
    content += f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    return odt.read(make_zip({"content.xml": content.encode()})).text


SPAN = f'<text:p>Gewoon.<text:span text:style-name="x">{SECRET}</text:span></text:p>'


@pytest.mark.parametrize(
    "look",
    [
        '<style:text-properties text:display="none"/>',
        '<style:text-properties style:text-line-through-style="solid"/>',
        '<style:text-properties style:text-line-through-type="double"/>',
        '<style:text-properties fo:color="#ffffff"/>',
        '<style:text-properties fo:font-size="1pt"/>',
    ],
)
def test_what_a_text_does_not_show_is_not_read(look: str) -> None:
    assert odt_text(SPAN, look) == "Gewoon."


@pytest.mark.parametrize(
    "body",
    [
        f'<text:section text:display="none"><text:p>{SECRET}</text:p></text:section>',
        f'<text:p><text:hidden-text text:is-hidden="true">{SECRET}</text:hidden-text></text:p>',
        f"<text:tracked-changes><text:changed-region><text:deletion><text:p>{SECRET}</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>",
        f"<text:p><office:annotation><text:p>{SECRET}</text:p></office:annotation></text:p>",
        f'<table:table><table:table-row table:visibility="collapse"><table:table-cell><text:p>{SECRET}</text:p>'
        "</table:table-cell></table:table-row></table:table>",
    ],
)
def test_parts_that_a_text_does_not_show_are_not_read(body: str) -> None:
    assert odt_text(f"<text:p>Gewoon.</text:p>{body}") == "Gewoon."


def test_black_on_black_in_a_text_leaves_a_mark() -> None:
    assert odt_text(SPAN, '<style:text-properties fo:background-color="#000000"/>') == f"Gewoon.{MARK}"
    shown = '<style:text-properties fo:background-color="#000000" fo:color="#ffffff"/>'
    assert odt_text(SPAN, shown) == f"Gewoon.{SECRET}"


@pytest.mark.parametrize(
    "body", [f"~~{SECRET}~~", f"<del>{SECRET}</del>", f"<!-- {SECRET} -->", f"<!--\n{SECRET}\n-->", f"<s>{SECRET}</s>"]
)
def test_what_markdown_strikes_out_is_not_read(body: str) -> None:
    assert markdown_text.plain(f"Gewoon.\n\n{body}\n").text.strip() == "Gewoon."


def test_what_an_official_publication_strikes_out_is_not_read() -> None:
    body = f'<al>Gewoon.<nadruk type="doorgehaald">{SECRET}</nadruk></al><al wijzigactie="verwijder">{SECRET}</al>'
    assert xml.read(f"<officiele-publicatie>{body}</officiele-publicatie>".encode()).text == "Gewoon."


@pytest.mark.parametrize(
    ("written", "colour"),
    [("#FFF", (255, 255, 255)), ("00ff7f", (0, 255, 127)), ("rgba(1 2 3 / 50%)", (1, 2, 3)), ("tomaat", None)],
)
def test_colours_are_read_as_documents_write_them(written: str, colour: tuple[int, int, int] | None) -> None:
    assert colour_of(written) == colour


@pytest.mark.papers
@pytest.mark.parametrize(
    ("name", "read", "gone"),
    [
        ("wittekst.pdf", "25 euro", "9999"),
        ("buitenbeeld.pdf", "65", "6600"),
        ("buitenbeeld.pdf", "65", "6500"),
        ("zwartgelakt.pdf", MARK, "Jansen"),
        ("tracked.docx", "13", "zml | 11"),
    ],
)
def test_the_papers_that_went_wrong_show_what_a_reader_sees(
    case: Callable[[str], str], name: str, read: str, gone: str
) -> None:
    text = case(name)
    assert read in text
    assert gone not in text


def test_what_is_written_in_white_on_black_is_a_ground_where_the_paper_names_one() -> None:
    said = text_of(make_pdf([redacted_page("Steigergeld van de Staat", "5.1.2.i")]))
    assert "De reder is [weggelakt: Steigergeld van de Staat] uit Urk." in said
    assert "\n\n[weggelakt: Steigergeld van de Staat]\n\nDe boot vaart" in said
    assert said.endswith("\n\n5.1.2.i")


@pytest.mark.parametrize("alone", ["Lopende onderhandelingen", "5.1.2.b"])
def test_a_known_ground_alone_on_its_line_is_told_as_it_is_printed(alone: str) -> None:
    assert f"\n\n{alone}\n\nDe boot vaart" in text_of(make_pdf([redacted_page(alone, "5.1.2.i")]))


def test_white_words_on_black_are_words_where_the_paper_names_no_ground() -> None:
    said = text_of(make_pdf([redacted_page("Nieuws uit de haven", "Inhoud")]))
    assert "[weggelakt" not in said
    assert "Nieuws uit de haven" in said


@pytest.mark.parametrize("boxes", [[box(80, 516, 300, 16)], [box(80, 516, 150, 16), box(230, 516, 150, 16)]])
def test_the_white_head_of_a_table_on_black_is_no_ground(boxes: list[Item]) -> None:
    head: list[Item] = [words("Haven", 84, 520, colour="1 1 1"), words("Boten", 250, 520, colour="1 1 1")]
    rows: list[Item] = [Text(word, x, 520 - 15 * row) for row in (1, 2) for word, x in (("Urk", 84), ("4", 250))]
    said = text_of(make_pdf([[*redacted_page("Beraad", "5.1.2.i"), *boxes, *head, *rows]]))
    assert said.count("[weggelakt") == 2


def test_a_ground_over_two_lines_of_a_box_is_one() -> None:
    high: list[Item] = [
        box(80, 470, 300, 60),
        *(words(word, 84, y, size=8, colour="1 1 1") for word, y in (("Geld", 510), ("Nu", 498))),
    ]
    said = text_of(make_pdf([[*redacted_page("Beraad", "5.1.2.i"), *high]]))
    assert "[weggelakt: Geld Nu]" in said
    assert not set("\ufdde\ufddf") & set(said)


def redacted_page(label: str, other: str) -> list[Item]:
    """A page with a label in a line, the same in a line of its own in a high box, and another one."""
    inside: list[Item] = [
        Text("De reder is", 80, 640),
        box(138, 637, 130, 12),
        words(label, 142, 640, size=8, colour="1 1 1"),
    ]
    alone: list[Item] = [box(80, 590, 300, 30), words(label, 84, 610, size=8, colour="1 1 1")]
    last: list[Item] = [box(80, 550, 60, 12), words(other, 84, 553, size=8, colour="1 1 1")]
    return [
        *PAGE,
        *inside,
        Text("uit Urk.", 272, 640),
        *alone,
        Text("De boot vaart in de winter niet.", 80, 572),
        *last,
    ]
