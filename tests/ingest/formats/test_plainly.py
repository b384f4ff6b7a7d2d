"""A fault in a fine reading costs the fineness of one page or block, never the paper, and it is told."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest

from ingest import reading
from ingest.formats import docx, html, odt, pdf, pdf_text, plainly, xml
from ingest.formats.guarded import _failure
from ingest.formats.paged_text import PagedText, Reason
from ingest.notes import NoteKind
from ingest.remembered import Read
from tests.ingest.formats.made_docx import make_raw_docx, make_zip, paragraph
from tests.ingest.formats.made_pdf import Item, Ruled, Text, lines, make_pdf
from tests.ingest.formats.test_odt import make_odt
from tests.ingest.structure.made import KAMERBRIEF

FULL = "een regel die de hele breedte van de kolom vult met gewone woorden"
PAGE = [*lines([f"Dit is {FULL}", f"en dit is {FULL}", f"tot slot nog {FULL}."])]


def fails(*_: Any, **__: Any) -> NoReturn:
    raise IndexError("a fault of ours")


def called(number: str) -> str:
    """The call of a footnote in a Word document."""
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def note(number: str, inside: str) -> str:
    """A footnote of a Word document."""
    return f'<w:footnote w:id="{number}">{inside}</w:footnote>'


def table(y: float) -> list[Item]:
    """A table with borders of two columns and three rows, whose highest cell stands at ``y``."""
    rows = [("Regio", "Wachtend"), ("Noord", "312"), ("Zuid", "922")]
    cells = [Text(word, 84 + 80 * at, y - 20 * row) for row, line in enumerate(rows) for at, word in enumerate(line)]
    upright = [Ruled(x, y + 14, x, y - 46) for x in (80, 160, 240)]
    return [*cells, *upright, *(Ruled(80, y + 14 - 20 * row, 240, y + 14 - 20 * row) for row in range(4))]


@pytest.mark.parametrize("gap", [4, 12, 20, 60])
@pytest.mark.parametrize("above", [["Tabel 1", "stand 1 mei"], ["Tabel 1", "stand", "1 mei"], ["Tabel 1"]])
def test_a_line_of_cells_above_a_ruled_table_is_read(above: list[str], gap: float) -> None:
    cells = [Text(words, 80 + 100 * at, 580) for at, words in enumerate(above)]
    paged = pdf.read(make_pdf([[*PAGE, *cells, *table(566 - gap)]]))
    assert paged.text.endswith("Regio | Wachtend\nNoord | 312\nZuid | 922")
    assert paged.plain == ()


@pytest.mark.parametrize(
    ("module", "step"),
    [
        (pdf, "ruled_table"),
        (pdf, "part_margin"),
        (pdf, "in_reading_order"),
        (pdf, "find_grids"),
        (pdf, "page_rules"),
        (pdf, "without_furniture"),
        (pdf_text, "find_tables"),
        (pdf_text, "table_rows"),
        (pdf_text, "_first_note"),
        (pdf_text, "_opens_paragraph"),
    ],
)
def test_a_fault_in_any_step_leaves_every_word_of_a_page(
    monkeypatch: pytest.MonkeyPatch, module: Any, step: str
) -> None:
    data = make_pdf([[*PAGE, *table(560), Text("Haven", 80, 480), Text("Kade", 200, 480), Text("Dok", 300, 480)]])
    words = sorted(pdf.read(data).text.replace("|", " ").split())
    monkeypatch.setattr(module, step, fails)
    paged = pdf.read(data)
    assert sorted(paged.text.replace("|", " ").split()) == words
    assert paged.plain in ((1,), ())  # a step that this page does not need cannot fail


def test_only_the_page_that_fails_is_read_plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "ruled_table", fails)
    paged = pdf.read(make_pdf([PAGE, [*PAGE, *table(560)], PAGE]))
    assert paged.plain == (2,)
    assert "Noord" in paged.text


@pytest.mark.parametrize(
    ("module", "step", "data"),
    [
        (docx, "table_lines", make_raw_docx("<w:tbl><w:tr><w:tc>" + paragraph("Noord 312") + "</w:tc></w:tr></w:tbl>")),
        (docx, "squeeze", make_raw_docx(paragraph("Noord 312"))),
        (docx, "Numbering", make_raw_docx(paragraph("Noord 312"), numbering="")),
        (html, "table_lines", b"<html><body><p>Noord</p><table><tr><td>312</td></tr></table></body></html>"),
        (xml, "table_lines", b"<officiele-publicatie><al>Noord</al><table><row><entry>312</entry></row></table>"
         b"</officiele-publicatie>"),
    ],
)  # fmt: skip
def test_a_fault_in_a_block_leaves_its_words(
    monkeypatch: pytest.MonkeyPatch, module: Any, step: str, data: bytes
) -> None:
    assert module.read(data).plain == ()
    whole = getattr(module, step)

    def once(*given: Any, **named: Any) -> Any:
        monkeypatch.setattr(module, step, whole)
        fails(*given, **named)

    monkeypatch.setattr(module, step, once)
    paged = module.read(data)
    assert paged.text.split() == ["Noord", "312"]


def test_a_fault_in_a_note_costs_no_other_note(monkeypatch: pytest.MonkeyPatch) -> None:
    body = paragraph("Noord", inside=called("7")) + paragraph("Zuid", inside=called("8"))
    notes = note("7", paragraph("Geteld.", inside="<w:r><w:sym/></w:r>")) + note("8", paragraph("Geschat."))
    monkeypatch.setattr(docx, "symbol", fails)
    paged = docx.read(make_raw_docx(body, footnotes=notes))
    assert paged.plain == (1,)
    assert paged.text.split() == ["Noord", "Zuid2", "2", "Geschat."]


def test_a_fault_in_an_endnote_costs_no_paper(monkeypatch: pytest.MonkeyPatch) -> None:
    body = "".join(
        paragraph(words, inside=called(number).replace("footnote", "endnote"))
        for words, number in (("Noord", "7"), ("Zuid", "8"))
    )
    notes = note("7", paragraph("Geteld.", inside="<w:r><w:sym/></w:r>")) + note("8", paragraph("Geschat."))
    monkeypatch.setattr(docx, "symbol", fails)
    paged = docx.read(make_raw_docx(body, endnotes=notes.replace("footnote", "endnote")))
    assert paged.plain == (3,)
    assert paged.text.split() == ["Noord1", "Zuid2", "1", "Geteld.", "2", "Geschat."]


def test_a_fault_in_a_table_costs_no_note(monkeypatch: pytest.MonkeyPatch) -> None:
    cells = f"<w:tc>{paragraph('Noord', inside=called('7'))}</w:tc><w:tc><w:p><w:r><w:sym/></w:r></w:p></w:tc>"
    body = f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>" + paragraph("Zuid", inside=called("8"))
    notes = note("7", paragraph("Geteld.")) + note("8", paragraph("Geschat."))
    monkeypatch.setattr(docx, "symbol", fails)
    paged = docx.read(make_raw_docx(body, footnotes=notes))
    assert paged.plain == (1,)
    assert paged.text.split() == ["Noord", "Zuid2", "1", "Geteld.", "2", "Geschat."]


def test_a_fault_in_a_text_box_costs_no_note(monkeypatch: pytest.MonkeyPatch) -> None:
    box = "<w:r><w:txbxContent><w:p><w:r><w:sym/></w:r></w:p></w:txbxContent></w:r>"
    body = paragraph("Noord", inside=called("7") + box)
    monkeypatch.setattr(docx, "symbol", fails)
    paged = docx.read(make_raw_docx(body, footnotes=note("7", paragraph("Geteld."))))
    assert paged.plain == (1,)
    assert paged.text.split() == ["Noord", "1", "Geteld."]


@pytest.mark.parametrize(
    "body",
    [
        "<table:table><table:table-row><table:table-cell><text:p>Noord{7}</text:p></table:table-cell></table:table-row>"
        "</table:table>",
        "<text:p>Noord{7}<draw:text-box><table:table/></draw:text-box></text:p>",
    ],
)
def test_a_fault_in_a_block_of_a_text_costs_no_later_note(monkeypatch: pytest.MonkeyPatch, body: str) -> None:
    def note(number: int) -> str:
        inside = f"<text:note-body><text:p>Noot {number}.</text:p></text:note-body>"
        return f"<text:note><text:note-citation>{number}</text:note-citation>{inside}</text:note>"

    monkeypatch.setattr(odt, "table_lines", fails)
    body = body.replace("{7}", note(7)) + f"<text:p>Zuid{note(8)}.</text:p><text:p>West.</text:p>"
    paged = odt.read(make_odt(body))
    assert paged.plain == (1,)
    assert "Noot 7." in paged.text
    assert paged.text.endswith("\n\nZuid8.\n\n8 Noot 8.\n\nWest.")


def test_a_fault_in_the_structure_leaves_the_paragraphs_and_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "brief.txt").write_text(KAMERBRIEF, encoding="utf-8")
    monkeypatch.setattr(reading, "structure", fails)
    read = reading.read_folder(tmp_path)
    (document,) = read.documents
    assert "".join(document.text.split()) == "".join(KAMERBRIEF.split())
    assert [document.text[block.start : block.end].strip() for block in document.blocks] == [
        document.text[block.start : block.end] for block in document.blocks
    ]
    assert [note.kind for note in read.notes] == [NoteKind.WITHOUT_STRUCTURE]


@pytest.mark.parametrize("generated", [False, True])
def test_a_search_that_finds_nothing_costs_no_paper(monkeypatch: pytest.MonkeyPatch, generated: bool) -> None:
    """Within a generator Python makes a RuntimeError of what a bare ``next`` raises."""

    def lines() -> Iterator[str]:
        yield next(iter(()))

    def finds_nothing(*_: Any) -> Any:
        return list(lines()) if generated else next(iter(()))

    monkeypatch.setattr(reading, "structure", finds_nothing)
    read = reading.read_file((Path("brief.txt"), KAMERBRIEF.encode()))
    assert isinstance(read, Read)
    assert [note.kind for note in read.notes] == [NoteKind.WITHOUT_STRUCTURE]


def test_a_paper_of_which_the_structure_takes_too_long_is_read_plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LONGEST", 0.001)
    words = "".join(f"{number} Kamerstuk 31 497, nr. {number}\n" for number in range(1, 2_000))
    gc.disable()  # what is raised while Python collects garbage is lost at first, and a warning
    try:
        read = reading.read_file((Path("brief.txt"), words.encode()))
    finally:
        gc.enable()
    assert isinstance(read, Read)
    assert [note.kind for note in read.notes] == [NoteKind.WITHOUT_STRUCTURE]
    assert "Kamerstuk 31 497, nr. 1999" in read.document.text


def test_what_was_read_plainly_is_told_for_its_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "brief.pdf").write_bytes(make_pdf([PAGE]))
    monkeypatch.setattr(reading.formats, "read", lambda *_: PagedText(text="Een zin.", plain=(2, 5)))
    (note,) = reading.read_folder(tmp_path).notes
    assert (note.file, note.kind, note.left) == ("brief.pdf", NoteKind.READ_PLAINLY, "2, 5")


def test_a_reader_that_breaks_down_is_no_fault_of_the_paper() -> None:
    assert _failure(1, "Traceback\nValueError: max()").reason is Reason.FOUT
    assert _failure(-11, "").reason is Reason.FOUT
    assert _failure(1, "MemoryError").reason is Reason.TE_GROOT


def test_the_smallest_part_that_fails_is_read_plainly() -> None:
    root = html.lxml_html.fragment_fromstring("<div>los<p>een</p> staart <ul><li>twee</li><li>drie</li></ul></div>")

    def finely(element: Any) -> list[str]:
        if "twee" in element.text_content():
            raise KeyError("a fault of ours")
        return [f"fijn {element.text_content()}"]

    counted = plainly.Plainly()
    assert counted.tree(root, finely) == ["los", "fijn een", "staart", "twee", "fijn drie"]
    assert len(counted.places) == 1


def test_odt_blocks_fall_back_too(monkeypatch: pytest.MonkeyPatch) -> None:
    spaces = {"t": "text", "o": "office"}
    names = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for short, name in spaces.items()
    )
    data = make_zip(
        {"content.xml": f"<o:body {names}><o:text><t:p>een</t:p><t:p>twee</t:p></o:text></o:body>".encode()}
    )
    whole = odt._Writer._paragraph

    def second_fails(writer: Any, element: Any) -> Any:
        return fails() if element.text == "twee" else whole(writer, element)

    monkeypatch.setattr(odt._Writer, "_paragraph", second_fails)
    paged = odt.read(data)
    assert paged.text.split() == ["een", "twee"]
    assert paged.plain == (2,)
