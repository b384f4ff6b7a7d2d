from __future__ import annotations

import pytest

from ingest.formats import READERS, guarded, xml
from ingest.formats.guarded import read_guarded
from ingest.formats.paged_text import Reason, UnreadableFile
from tests.ingest.formats.made_docx import make_raw_docx, make_zip, paragraph
from tests.ingest.formats.made_pdf import lines, make_pdf

WORDS = ["Een regel met genoeg woorden.", "Nog een regel met woorden."]


def reason_of(format_name: str, data: bytes) -> Reason:
    with pytest.raises(UnreadableFile) as caught:
        read_guarded(format_name, data)
    return caught.value.reason


def test_text_and_pages_come_back_from_the_child() -> None:
    paged = read_guarded("pdf", make_pdf([lines(WORDS), lines(["Bladzijde twee, ook met woorden."])]))
    assert paged.text.split("\n") == [*WORDS, "Bladzijde twee, ook met woorden."]
    assert paged.page_starts == (0, 57)


def test_letters_outside_ascii_come_back_whole() -> None:
    assert read_guarded("docx", make_raw_docx(paragraph("één – „zo”"))).text == "één – „zo”"


def test_all_that_a_file_says_of_its_text_comes_back() -> None:
    record = (
        '<metadata><meta name="DC.identifier" content="kst-12345-7"/>'
        '<meta name="DC.title" content="Havens; Brief regering; Plan voor de boten"/></metadata>'
    )
    kop = '<kamerstukkop><tekstregel inhoud="kamer">Tweede Kamer der Staten-Generaal</tekstregel></kamerstukkop>'
    note = "<al>De boot vaart.<noot><noot.nr>1</noot.nr><noot.al>Elke dag.</noot.al></noot></al>"
    asked = "<vraag><al>Vaart zij?</al></vraag><antwoord><al>Ja.</al></antwoord>"
    table = (
        "<table><row><entry>Boot</entry><entry>2023</entry></row><row><entry>A</entry><entry>1</entry></row></table>"
    )
    inside = f"{record}<kamerstuk>{kop}<stuk><tussenkop>Boten</tussenkop>{note}{asked}{table}</stuk></kamerstuk>"
    paper = f"<officiele-publicatie>{inside}</officiele-publicatie>".encode()
    direct = xml.read(paper)
    assert all((direct.headings, direct.turns, direct.rows, direct.notes, direct.furniture))
    assert (direct.title, direct.identifier) == ("Plan voor de boten", "kst-12345-7")
    assert read_guarded("xml", paper) == direct


def test_a_refusal_comes_back_with_its_reason() -> None:
    assert reason_of("docx", b"geen zip") is Reason.BESCHADIGD
    assert reason_of("odt", make_zip({"content.xml": b" " * 80_000_000})) is Reason.TE_GROOT


def test_a_reader_that_needs_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guarded, "WALL_SECONDS", 0.01)
    assert reason_of("docx", make_raw_docx(paragraph("woord"))) is Reason.TE_GROOT


def test_only_formats_with_a_reader_are_asked_for() -> None:
    with pytest.raises(ValueError, match="no reader for 'os'"):
        read_guarded("os", b"")
    assert set(READERS.values()) == guarded.FORMATS | {"text"}
