"""Boxes, fields and symbol faces in pages and documents: what a reader sees ticked or filled in is read."""

from __future__ import annotations

import pytest

from ingest.formats import docx, html, odt
from tests.ingest.formats.made_docx import make_raw_docx, make_zip

ODF = "urn:oasis:names:tc:opendocument:xmlns:"
SPACES = " ".join(
    f'xmlns:{short}="{ODF}{name}:1.0"'
    for short, name in (
        ("office", "office"),
        ("text", "text"),
        ("style", "style"),
        ("draw", "drawing"),
        ("form", "form"),
    )
)
ASKED = "<p>Wij vragen u om dit formulier in te vullen en daarna aan ons terug te sturen.</p>"


def of_html(body: str) -> str:
    return html.read(f"<html><body>{ASKED}{body}</body></html>".encode()).text.split("\n\n", 1)[1]


def of_docx(face: str, letters: tuple[str, str]) -> str:
    def run(words: str, settings: str = "") -> str:
        return f'<w:r><w:rPr>{settings}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'

    fonts = f'<w:rFonts w:ascii="{face}" w:hAnsi="{face}"/>'
    first, second = (run(letter, fonts) for letter in letters)
    return docx.read(make_raw_docx(f"<w:p>{first}{run(' Ja ')}{second}{run(' Nee')}</w:p>")).text


def of_odt(body: str, *, styles: str = "", forms: str = "") -> str:
    content = f"<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>"
    content += f"<office:forms>{forms}</office:forms>{body}</office:text></office:body>"
    page = f"<office:document-content {SPACES}>{content}</office:document-content>"
    return odt.read(make_zip({"content.xml": page.encode()})).text


@pytest.mark.parametrize("kind", ["checkbox", "radio"])
@pytest.mark.parametrize("around", ["{}", "<form action='/aanvraag'>{}</form>"])
def test_boxes_of_a_page_say_which_is_ticked(kind: str, around: str) -> None:
    fields = f"<label><input type={kind}>Ja</label> <label><input type={kind} checked>Nee</label>"
    assert of_html(around.format(f"<p>Vaart de boot? {fields}</p>")) == "Vaart de boot? ☐ Ja ☒ Nee"


@pytest.mark.parametrize(
    "field",
    [
        "<input type=text value='Gemeente Proefdam'>",
        "<input value=' Gemeente Proefdam '>",
        "<textarea>Gemeente Proefdam</textarea>",
        "<select><option>Proefeiland</option><option selected>Gemeente Proefdam</option></select>",
    ],
)
def test_what_is_filled_in_on_a_page_is_read(field: str) -> None:
    assert of_html(f"<form><p>Aanvrager: {field}</p></form>") == "Aanvrager: Gemeente Proefdam"


@pytest.mark.parametrize(
    "form",
    [
        "<form role=search><label>Zoeken</label><input type=text value='boot'></form>",
        "<form action='/zoeken'><input type=checkbox checked>Alleen brieven</form>",
        "<form><label>Wachtwoord</label><input type=password value=geheim><input type=hidden value=x></form>",
    ],
)
def test_a_form_that_searches_or_lets_in_is_no_part_of_the_paper(form: str) -> None:
    assert of_html(f"{form}<p>De boot vaart.</p>") == "De boot vaart."


def test_a_page_that_is_a_form_as_a_whole_is_read() -> None:
    page = "<form id=aspnetForm><input type=hidden value=abc><p>De veerboot vaart elke dag drie keer.</p></form>"
    assert html.read(f"<html><body>{page}</body></html>".encode()).text == "De veerboot vaart elke dag drie keer."


@pytest.mark.parametrize("letters", [("¨", "þ"), ("\uf0a8", "\uf0fe"), ("☐", "☒")])
def test_letters_of_a_symbol_face_are_its_signs(letters: tuple[str, str]) -> None:
    first, second = letters
    style = '<style:style style:name="W"><style:text-properties style:font-name="Wingdings"/></style:style>'
    spans = [f'<text:span text:style-name="W">{letter}</text:span>' for letter in letters]
    assert of_html(f"<p><font face=Wingdings>{first}</font> Ja <font face='Wingdings'>{second}</font> Nee</p>") == (
        "☐ Ja ☒ Nee"
    )
    styled = "<span style='font-size:9pt; font-family: \"Wingdings\", serif'>"
    assert of_html(f"<p>{styled}{first}</span> Ja {styled}{second}</span> Nee</p>") == "☐ Ja ☒ Nee"
    assert of_docx("Wingdings", letters) == "☐ Ja ☒ Nee"
    assert of_odt(f"<text:p>{spans[0]} Ja {spans[1]} Nee</text:p>", styles=style) == "☐ Ja ☒ Nee"


def test_fields_of_a_document_show_what_is_ticked_and_filled_in() -> None:
    forms = "<form:form><form:checkbox form:id='a' form:label='Ja'/>"
    forms += "<form:checkbox form:id='b' form:label='Nee' form:current-state='checked'/>"
    forms += "<form:text form:id='c' form:current-value='Gemeente Proefdam'/></form:form>"
    first, second, third = (f"<draw:control draw:control='{name}'/>" for name in "abc")
    body = f"<text:p>Vaart de boot? {first}{second}</text:p><text:p/><text:p>Aanvrager: {third}</text:p>"
    assert of_odt(body, forms=forms) == "Vaart de boot? ☐ Ja ☒ Nee\n\nAanvrager: Gemeente Proefdam"


def test_a_note_with_a_mark_of_its_own_does_not_count() -> None:
    def note(name: str, words: str) -> str:
        return f'<w:footnote w:id="{name}"><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:footnote>'

    def call(name: str, settings: str = "") -> str:
        return f'<w:r><w:footnoteReference w:id="{name}"{settings}/></w:r>'

    own = call("1", ' w:customMarkFollows="1"') + "<w:r><w:t>*</w:t></w:r>"
    body = f"<w:p><w:r><w:t>Er varen 31</w:t></w:r>{own}<w:r><w:t> boten</w:t></w:r>{call('2')}</w:p>"
    written = docx.read(make_raw_docx(body, footnotes=note("1", "* Voorlopig.") + note("2", "Zie bijlage."))).text
    assert written == "Er varen 31* boten1\n\n* Voorlopig.\n\n1 Zie bijlage."
