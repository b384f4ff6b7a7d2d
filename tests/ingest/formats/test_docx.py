from __future__ import annotations

from contextlib import suppress

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.formats.docx import DOCUMENT, read
from ingest.formats.paged_text import PagedText, Reason, UnreadableFile
from tests.ingest.formats.made_docx import WORD, make_docx, make_raw_docx, make_zip, paragraph

SPACED = '<w:spacing w:after="240"/>'


def text_of(body: str, **parts: str) -> str:
    return read(make_raw_docx(body, **parts)).text


def reason_of(data: bytes) -> Reason:
    with pytest.raises(UnreadableFile) as caught:
        read(data)
    return caught.value.reason


def test_a_letter_as_a_word_processor_writes_it() -> None:
    def write(document: Document) -> None:
        document.add_heading("Leerlingen zonder plek", level=1)
        document.add_paragraph("Er zijn er minder.")
        document.add_paragraph("scholen", style="List Bullet")
        document.add_paragraph("gemeenten", style="List Bullet")
        document.add_paragraph("Tot slot.")

    text = read(make_docx(write)).text
    assert text == "Leerlingen zonder plek\n\nEr zijn er minder.\n\n• scholen\n• gemeenten\n\nTot slot."


def test_a_document_has_no_pages_of_its_own() -> None:
    assert read(make_raw_docx(paragraph("Een."))).page_starts == ()


def test_a_blank_line_stands_where_white_space_shows() -> None:
    body = paragraph("Een.", settings=SPACED) + paragraph("Twee.") + paragraph("Drie.") + "<w:p/>" + paragraph("Vier.")
    assert text_of(body) == "Een.\n\nTwee.\nDrie.\n\nVier."


def test_the_space_that_a_style_gives_shows_too() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="ruim"><w:pPr><w:spacing w:before="120"/></w:pPr></w:style>'
    styles += '<w:style w:type="paragraph" w:styleId="kind"><w:basedOn w:val="ruim"/></w:style>'
    body = paragraph("Een.") + paragraph("Twee.", settings='<w:pStyle w:val="kind"/>')
    assert text_of(body, styles=styles) == "Een.\n\nTwee."


def test_styles_that_are_based_on_each_other_in_a_circle_end() -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:basedOn w:val="{other}"/></w:style>'
        for name, other in ("ab", "ba")
    )
    assert text_of(paragraph("Een.", settings='<w:pStyle w:val="a"/>'), styles=styles) == "Een."


def test_a_footnote_follows_the_paragraph_that_calls_it() -> None:
    called = '<w:r><w:footnoteReference w:id="7"/></w:r>'
    notes = (
        '<w:footnote w:id="-1"><w:p/></w:footnote><w:footnote w:id="7">'
        + paragraph(" Zie bijlage 2.")
        + "</w:footnote>"
    )
    body = paragraph("Dat is geteld", inside=called + "<w:r><w:t>.</w:t></w:r>") + paragraph("Verder.")
    assert text_of(body, footnotes=notes) == "Dat is geteld1.\n\n1 Zie bijlage 2.\n\nVerder."


def test_a_mark_at_a_figure_is_raised() -> None:
    called = '<w:r><w:footnoteReference w:id="7"/></w:r>'
    note = f'<w:footnote w:id="7">{paragraph("Zie bijlage 2.")}</w:footnote>'
    body = paragraph("Er varen er 853.", inside=called)
    assert text_of(body, footnotes=note) == "Er varen er 853.¹\n\n1 Zie bijlage 2."


def test_a_note_that_calls_itself_is_told_once() -> None:
    called = '<w:r><w:footnoteReference w:id="7"/></w:r>'
    note = f'<w:footnote w:id="7">{paragraph("Zie bijlage 2.", inside=called)}</w:footnote>'
    assert text_of(paragraph("Dat is geteld", inside=called), footnotes=note) == "Dat is geteld1\n\n1 Zie bijlage 2."


def test_footnotes_count_in_the_order_in_which_they_are_called() -> None:
    notes = "".join(f'<w:footnote w:id="{name}">{paragraph(name)}</w:footnote>' for name in "xy")
    body = "".join(paragraph("Woord", inside=f'<w:r><w:footnoteReference w:id="{name}"/></w:r>') for name in "yx")
    assert text_of(body, footnotes=notes) == "Woord1\n\n1 y\n\nWoord2\n\n2 x"


def test_endnotes_stand_at_the_end() -> None:
    notes = '<w:endnote w:id="1">' + paragraph("Zie de wet.") + "</w:endnote>"
    body = paragraph("Woord", inside='<w:r><w:endnoteReference w:id="1"/></w:r>') + paragraph("Verder.")
    assert text_of(body, endnotes=notes) == "Woord1\nVerder.\n\n1 Zie de wet."


def row(*cells: str) -> str:
    return "<w:tr>" + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in cells) + "</w:tr>"


def test_a_table_is_written_as_rows() -> None:
    table = (
        "<w:tbl>" + row("School", "Aantal") + row("Anker", "40") + row("Vlinder", "") + row("Boom", "7") + "</w:tbl>"
    )
    body = paragraph("Hieronder.") + table + paragraph("Verder.")
    rows = "School | Aantal\nAnker | 40\nVlinder | \nBoom | 7"
    assert text_of(body) == f"Hieronder.\n\n{rows}\n\nVerder."


def test_a_table_that_lays_out_a_letterhead_is_no_table() -> None:
    head = "<w:tbl>" + row("Datum", "3 juni 2021") + row("Betreft", "Fietsen") + "</w:tbl>"
    assert text_of(head + paragraph("Geachte voorzitter,")) == "Datum 3 juni 2021\nBetreft Fietsen\nGeachte voorzitter,"


def test_a_table_in_a_table_is_written_once() -> None:
    inner = "<w:tbl>" + row("Binnen") + "</w:tbl>"
    assert text_of(f"<w:tbl><w:tr><w:tc>{inner}<w:p/></w:tc></w:tr></w:tbl>") == "Binnen"


def test_a_text_box_follows_its_paragraph_and_is_written_once() -> None:
    box = "<w:txbxContent>" + paragraph("In het kader.") + "</w:txbxContent>"
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    drawing = f'<w:r><c:AlternateContent xmlns:c="{mc}"><c:Choice>{box}</c:Choice><c:Fallback>{box}</c:Fallback>'
    body = paragraph("Een.", inside=drawing + "</c:AlternateContent></w:r>") + paragraph("Twee.")
    assert text_of(body) == "Een.\n\nIn het kader.\n\nTwee."


def test_a_note_of_a_text_box_in_a_cell_follows_its_table() -> None:
    called = '<w:r><w:footnoteReference w:id="7"/></w:r>'
    box = "<w:r><w:txbxContent>" + paragraph("In het kader", inside=called) + "</w:txbxContent></w:r>"
    table = f"<w:tbl><w:tr><w:tc>{paragraph('Een.', inside=box)}</w:tc></w:tr></w:tbl>"
    note = f'<w:footnote w:id="7">{paragraph("Zie bijlage 2.")}</w:footnote>'
    assert text_of(table, footnotes=note) == "Een.\n\nIn het kader1\n\n1 Zie bijlage 2."


def test_what_was_struck_out_or_hidden_is_not_read() -> None:
    struck = "<w:del><w:r><w:delText>vier</w:delText></w:r></w:del><w:ins><w:r><w:t>vijf</w:t></w:r></w:ins>"
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>geheim</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
    assert text_of(paragraph("Er zijn er ", inside=struck + hidden)) == "Er zijn er vijf"


def test_breaks_tabs_and_hyphens_are_written_as_they_are_printed() -> None:
    inside = "<w:r><w:tab/><w:t>PO</w:t><w:noBreakHyphen/><w:t>Raad</w:t><w:br/><w:t>onder</w:t></w:r>"
    assert text_of(paragraph("De", inside=inside)) == "De PO-Raad\nonder"


NUMBERING = """
<w:abstractNum w:abstractNumId="0">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1%2)"/></w:lvl>
  <w:lvl w:ilvl="2"><w:start w:val="4"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%3"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1">
  <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl>
</w:abstractNum>
<w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="6"><w:abstractNumId w:val="1"/></w:num>"""


def listed(words: str, level: int, list_id: int = 5) -> str:
    settings = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return paragraph(words, settings=settings)


def test_numbers_of_lists_are_counted_as_word_prints_them() -> None:
    levels = [0, 1, 1, 2, 2, 0, 1]
    text = text_of("".join(listed("x", level) for level in levels), numbering=NUMBERING)
    assert [line.split()[0] for line in text.split("\n")] == ["1.", "1a)", "1b)", "IV", "V", "2.", "2a)"]


def test_lists_of_one_draft_count_on_but_for_one_that_begins_anew() -> None:
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'
    lists = '<w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num>'
    lists += f'<w:num w:numId="8"><w:abstractNumId w:val="0"/>{anew}</w:num>'
    body = "".join(listed("x", level, list_id) for level, list_id in [(0, 5), (0, 7), (0, 8), (1, 8), (0, 8), (0, 5)])
    text = text_of(body, numbering=NUMBERING + lists)
    assert [line.split()[0] for line in text.split("\n")] == ["1.", "2.", "7.", "7a)", "8.", "9."]


def test_a_dash_stays_a_dash() -> None:
    assert text_of(listed("punt", 0, 6), numbering=NUMBERING) == "– punt"


def test_a_paragraph_in_bold_is_a_heading_but_a_question_keeps_its_text() -> None:
    def bold(words: str) -> str:
        return f"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{words}</w:t></w:r></w:p>"

    body = bold("Kernpunten") + paragraph("Eerst.") + bold("Vraag 1") + paragraph("Hoeveel?")
    assert text_of(body) == "Kernpunten\n\nEerst.\n\nVraag 1\nHoeveel?"


def test_a_locked_document_asks_for_a_password() -> None:
    assert reason_of(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)) is Reason.WACHTWOORD


@pytest.mark.parametrize(
    "data",
    [b"", b"PK\x03\x04", b"geen zip", make_zip({"ander.xml": b"<a/>"}), make_zip({DOCUMENT: b"<w:document"})],
)
def test_what_is_no_document_is_broken(data: bytes) -> None:
    assert reason_of(data) is Reason.BESCHADIGD


def test_a_document_without_words_says_so() -> None:
    assert reason_of(make_raw_docx("<w:p/>")) is Reason.GEEN_TEKST


def test_a_zip_bomb_is_not_unpacked() -> None:
    assert reason_of(make_zip({DOCUMENT: b" " * 80_000_000})) is Reason.TE_GROOT


def test_an_entity_is_not_resolved() -> None:
    body = f'<w:document xmlns:w="{WORD}"><w:body>{paragraph("&amp; &naam;")}</w:body></w:document>'
    hostile = '<!DOCTYPE x [<!ENTITY naam SYSTEM "file:///etc/hostname">]>' + body
    assert read(make_zip({DOCUMENT: hostile.encode()})).text == "&"


def test_elements_within_elements_without_end_are_broken() -> None:
    assert reason_of(make_raw_docx("<w:sdt>" * 1000 + "</w:sdt>" * 1000)) is Reason.BESCHADIGD


SOUND = make_raw_docx(
    paragraph("Een.") + listed("punt", 1) + "<w:tbl>" + row("a", "b") + "</w:tbl>", numbering=NUMBERING
)
TAGS = ["p", "r", "t", "tbl", "tr", "tc", "sdt", "txbxContent", "numPr", "br", "del", "footnoteReference"]


def trees() -> st.SearchStrategy[str]:
    leaf = st.sampled_from([paragraph("woord"), listed("punt", 2), "<w:tab/>", "los", '<w:spacing w:after="x"/>'])
    return st.recursive(
        leaf,
        lambda inner: st.builds(
            lambda tag, parts: f"<w:{tag}>{''.join(parts)}</w:{tag}>",
            st.sampled_from(TAGS),
            st.lists(inner, max_size=4),
        ),
        max_leaves=20,
    )


@settings(deadline=None, max_examples=100)
@given(trees())
def test_elements_in_any_order_give_text_or_a_reason(body: str) -> None:
    with suppress(UnreadableFile):
        assert isinstance(read(make_raw_docx(body, numbering=NUMBERING)), PagedText)


@settings(deadline=None, max_examples=100)
@given(st.data())
def test_a_damaged_document_gives_text_or_a_reason(data: st.DataObject) -> None:
    damaged = bytearray(SOUND)
    for place in data.draw(st.lists(st.integers(0, len(SOUND) - 1), max_size=8)):
        damaged[place] = data.draw(st.integers(0, 255))
    with suppress(UnreadableFile):
        assert isinstance(read(bytes(damaged[: data.draw(st.integers(0, len(SOUND)))])), PagedText)
