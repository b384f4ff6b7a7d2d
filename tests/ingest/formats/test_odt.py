from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.formats.odt import CONTENT, MANIFEST, read
from ingest.formats.paged_text import PagedText, Reason, UnreadableFile
from tests.ingest.formats.made_docx import make_zip

ODF = "urn:oasis:names:tc:opendocument:xmlns:"
SPACES = " ".join(f'xmlns:{name}="{ODF}{name}:1.0"' for name in ("office", "text", "table", "style", "draw"))
SPACES += f' xmlns:fo="{ODF}xsl-fo-compatible:1.0"'


def make_odt(body: str, styles: str = "") -> bytes:
    content = f"<office:automatic-styles>{styles}</office:automatic-styles>"
    content += f"<office:body><office:text>{body}</office:text></office:body>"
    return make_zip({CONTENT: f"<office:document-content {SPACES}>{content}</office:document-content>".encode()})


def text_of(body: str, styles: str = "") -> str:
    return read(make_odt(body, styles)).text


def reason_of(data: bytes) -> Reason:
    with pytest.raises(UnreadableFile) as caught:
        read(data)
    return caught.value.reason


def test_headings_stand_alone_and_paragraphs_as_their_space_shows() -> None:
    style = '<style:style style:name="ruim"><style:paragraph-properties fo:margin-top="0.3cm"/></style:style>'
    style += '<style:style style:name="kind" style:parent-style-name="ruim"/>'
    body = "<text:h>Kop</text:h><text:p>Een.</text:p>"
    body += '<text:p text:style-name="kind">Twee.</text:p><text:p>Drie.</text:p>'
    assert text_of(body, style) == "Kop\n\nEen.\n\nTwee.\nDrie."


def test_a_footnote_follows_its_paragraph_and_an_endnote_the_paper() -> None:
    def note(kind: str, number: str) -> str:
        body = f"<text:note-citation>{number}</text:note-citation>"
        body += f"<text:note-body><text:p>Zie {kind}.</text:p></text:note-body>"
        return f'<text:note text:note-class="{kind}">{body}</text:note>'

    body = f"<text:p>Geteld{note('footnote', '1')} en{note('endnote', '2')}.</text:p><text:p>Verder.</text:p>"
    assert text_of(body) == "Geteld1 en2.\n\n1 Zie footnote.\n\nVerder.\n\n2 Zie endnote."


def test_a_note_of_a_text_box_in_a_cell_follows_its_table() -> None:
    note = (
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Noot.</text:p></text:note-body>"
    )
    box = f"<draw:text-box><text:p>Kader{note}</text:note>.</text:p></draw:text-box>"
    row = f"<table:table-row><table:table-cell><text:p>Cel.{box}</text:p></table:table-cell></table:table-row>"
    assert text_of(f"<table:table>{row}</table:table>") == "Cel.\n\nKader1.\n\n1 Noot."


def test_lists_have_the_labels_of_their_style_and_go_on_where_they_say_so() -> None:
    levels = '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    levels += '<text:list-level-style-bullet text:level="2" text:bullet-char="-"/>'
    style = f'<text:list-style style:name="L">{levels}</text:list-style>'
    deep = "<text:list><text:list-item><text:p>diep</text:p></text:list-item></text:list>"
    first = f"<text:list-item><text:p>een</text:p>{deep}</text:list-item>"
    second = "<text:list-item><text:p>twee</text:p></text:list-item>"
    body = f'<text:list text:style-name="L">{first}</text:list><text:p>Tussen.</text:p>'
    body += f'<text:list text:style-name="L" text:continue-numbering="true">{second}</text:list>'
    assert text_of(body, style) == "1. een\n– diep\n\nTussen.\n\n2. twee"


def test_a_table_is_written_as_rows() -> None:
    cells = [("School", "Aantal"), ("Anker", "40"), ("Boom", "7")]
    rows = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in row)
        + "</table:table-row>"
        for row in cells
    )
    assert text_of(f"<table:table>{rows}</table:table>") == "School | Aantal\nAnker | 40\nBoom | 7"


def test_breaks_text_boxes_and_struck_out_words() -> None:
    box = "<draw:frame><draw:text-box><text:p>Kader.</text:p></draw:text-box></draw:frame>"
    struck = "<text:tracked-changes><text:p>weg</text:p></text:tracked-changes>"
    words = f"een<text:tab/>twee<text:line-break/>drie{box}"
    assert text_of(f"{struck}<text:p>{words}</text:p>") == "een twee\ndrie\n\nKader."


def test_a_locked_document_asks_for_a_password() -> None:
    manifest = b"<manifest><encryption-data/></manifest>"
    assert reason_of(make_zip({CONTENT: b"noise", MANIFEST: manifest})) is Reason.WACHTWOORD


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", Reason.BESCHADIGD),
        (make_zip({"ander.xml": b"<a/>"}), Reason.BESCHADIGD),
        (make_zip({CONTENT: b"<office:"}), Reason.BESCHADIGD),
        (make_odt("<text:p/>"), Reason.GEEN_TEKST),
        (make_zip({CONTENT: b" " * 80_000_000}), Reason.TE_GROOT),
    ],
)
def test_what_cannot_be_read_gives_its_reason(data: bytes, reason: Reason) -> None:
    assert reason_of(data) is reason


NAMES = [f"text:{name}" for name in ("p", "h", "list", "list-item", "note", "note-body", "s", "span", "section")]
NAMES += ["table:table", "table:table-row", "table:table-cell", "draw:text-box"]


@settings(deadline=None, max_examples=100)
@given(
    st.recursive(
        st.sampled_from(["woord ", "1", "<text:tab/>"]),
        lambda inner: st.builds(
            lambda name, parts: f"<{name}>{''.join(parts)}</{name}>",
            st.sampled_from(NAMES),
            st.lists(inner, max_size=4),
        ),
        max_leaves=20,
    )
)
def test_elements_in_any_order_give_text_or_a_reason(body: str) -> None:
    with suppress(UnreadableFile):
        assert isinstance(read(make_odt(body)), PagedText)
