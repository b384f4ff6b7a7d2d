"""A briefing in three formats, read back and held against the papers; and the two commands."""

from datetime import date
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from assistant.briefing.briefing import Briefing, briefing, shortened
from assistant.briefing.receipt import check
from assistant.briefing.timeline import wanted
from index import embedder
from index import generation as generations
from index.generation import Generation
from tests.assistant.briefing.debate import papers
from tests.ui.conftest import Passend
from ui import briefing_text, export, export_pdf
from ui.errors import BriefingUnreadable, FormatUnknown

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Generation:
    return generations.build(papers(), tmp_path_factory.mktemp("debate"), embedder=embedder.load())


@pytest.fixture(scope="module")
def made(index: Generation) -> Briefing:
    return briefing(index, wanted("veerboot"))


@pytest.mark.parametrize("suffix", export.FORMATS)
def test_every_quote_comes_back_from_the_file_to_the_letter(
    made: Briefing, index: Generation, tmp_path: Path, suffix: str
) -> None:
    path = tmp_path / f"briefing{suffix}"
    export.write(made, path, today=TODAY)
    checked = check(export.read(path), index)
    assert checked.faults == ()
    assert checked.quotes == len(made.numbers)


def test_word_has_headings_a_marked_table_head_and_speaks_dutch(made: Briefing, tmp_path: Path) -> None:
    path = tmp_path / "briefing.docx"
    export.write(made, path, today=TODAY)
    opened = docx.Document(str(path))
    headings = [one.text for one in opened.paragraphs if one.style and one.style.name == "Heading 1"]
    assert headings[:2] == ["Kernpunten", "Toezeggingen en wat ervan kwam"]
    assert opened.core_properties.language == "nl-NL"
    assert "w:tblHeader" in opened.tables[0].rows[0]._tr.xml


def test_a_short_briefing_tells_each_quote_once_on_two_pages(made: Briefing, index: Generation, tmp_path: Path) -> None:
    short = shortened(made)
    told = export.markdown(briefing_text.parts(short, TODAY))
    assert all(told.count(f"\\[{number}\\] „") == 1 for number in short.numbers.values())
    assert "Doorzocht: 4 stukken" in told
    path = tmp_path / "kort.pdf"
    export.write(short, path, today=TODAY)
    assert len(PdfReader(path).pages) <= 2
    assert check(export.read(path), index).holds


def test_the_pdf_is_tagged(made: Briefing, tmp_path: Path) -> None:
    path = tmp_path / "briefing.pdf"
    export.write(made, path, today=TODAY)
    assert b"/StructTreeRoot" in path.read_bytes()


@settings(max_examples=200)
@given(st.text(alphabet="ab12*_[]<>|`#+-.)~&!\\ „”", min_size=1))
def test_no_words_are_read_as_markdown(tmp_path_factory: pytest.TempPathFactory, words: str) -> None:
    path = tmp_path_factory.getbasetemp() / "words.md"
    path.write_text(export.markdown([briefing_text.Line(words)]), encoding="utf-8")
    assert export.read(path).strip() == " ".join(words.split())


def test_another_format_is_refused(made: Briefing, tmp_path: Path) -> None:
    with pytest.raises(FormatUnknown):
        export.write(made, tmp_path / "briefing.odt", today=TODAY)


def test_a_briefing_is_made_and_verified_by_command(passend: Passend, indexed: Path, tmp_path: Path) -> None:
    path = tmp_path / "briefing.md"
    ran = passend("briefing", "reisbegeleiders", "--out", path, "--data", indexed)
    assert ran.code == 0, ran.err
    assert "citaten uit" in ran.out
    ran = passend("verify", path, "--data", indexed)
    assert (ran.code, ran.out.startswith("Alle ")) == (0, True)


def test_verify_names_the_quote_that_was_changed(passend: Passend, indexed: Path, tmp_path: Path) -> None:
    path = tmp_path / "briefing.md"
    passend("briefing", "reisbegeleiders", "--out", path, "--data", indexed, "--uitgebreid")
    path.write_text(path.read_text("utf-8").replace("36 aanvragen", "37 aanvragen"), "utf-8")
    ran = passend("verify", path, "--data", indexed)
    assert ran.code == 1
    assert "de woorden in het bestand zijn niet die van het stuk" in ran.out
    assert "Kamerstukken II 2023/24, 29 876, nr. 61" in ran.out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("briefing", "schapenteelt", "--out", "uit.md"), "geen uitspraak"),
        (("briefing", "toezeggingen", "--out", "uit.md"), "Noem een onderwerp"),
        (("briefing", "vervoer", "--out", "uit.odt"), "eindigt op .docx"),
        (("verify", "weg.docx"), "niet gevonden"),
        (("verify", "weg.pdf"), "niet gevonden"),
    ],
)
def test_what_does_not_go_is_told_in_dutch(
    passend: Passend, indexed: Path, arguments: tuple[str, ...], told: str
) -> None:
    ran = passend(*arguments, "--data", indexed)
    assert ran.code == 1
    assert told in ran.err
    assert not Path("uit.md").exists()


@pytest.mark.parametrize("suffix", [".docx", ".pdf"])
def test_a_file_that_is_not_what_it_says_is_refused(
    passend: Passend, indexed: Path, tmp_path: Path, suffix: str
) -> None:
    path = tmp_path / f"rommel{suffix}"
    path.write_bytes(b"geen briefing")
    ran = passend("verify", path, "--data", indexed)
    assert (ran.code, "beschadigd" in ran.err) == (1, True)


def test_a_pdf_with_a_broken_page_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "stuk.pdf"
    path.write_bytes(
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[99 0 R]>>endobj\n"
        b"trailer<</Root 1 0 R>>\n"
    )
    with pytest.raises(BriefingUnreadable):
        export_pdf.words(path)


@pytest.mark.parametrize("damaged", [b"<w:document", b"PK"])
def test_a_word_document_with_damage_within_is_refused(tmp_path: Path, damaged: bytes) -> None:
    whole, path = tmp_path / "heel.docx", tmp_path / "stuk.docx"
    docx.Document().save(str(whole))
    with ZipFile(whole) as old, ZipFile(path, "w") as new:
        for name in old.namelist():
            new.writestr(name, damaged if name == "word/document.xml" else old.read(name))
    with pytest.raises(BriefingUnreadable):
        export.read(path)


def test_a_folder_is_told_as_a_folder(passend: Passend, indexed: Path, tmp_path: Path) -> None:
    (tmp_path / "map.docx").mkdir()
    assert "is een map en geen bestand" in passend("verify", tmp_path / "map.docx", "--data", indexed).err


@pytest.mark.parametrize("sign", ["\x9b", "字", "🙂", "\uf0fe"])
def test_a_sign_that_no_font_has_costs_the_box_and_not_the_briefing(sign: str, tmp_path: Path) -> None:
    path = tmp_path / "briefing.pdf"
    path.write_bytes(export_pdf.pdf([briefing_text.Line(f"Voor {sign} en na.")], title="Vervoer"))
    assert "en na." in export_pdf.words(path)
