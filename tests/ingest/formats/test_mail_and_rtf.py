"""E-mail and RTF are read; what is not read is named with what to do."""

from __future__ import annotations

import errno
import os
import resource
from email.message import EmailMessage
from pathlib import Path

import pytest

from ingest.formats import eml, format_of, msg, rtf
from ingest.formats.paged_text import Reason, UnreadableFile
from ingest.formats.zipped import OLE_MAGIC
from ingest.reading import read_folder
from tests.ingest.formats.made_docx import make_raw_docx, paragraph
from ui import messages

WORDS = "Het vervoer is geregeld; er rijden 12 bussen."


def mail(*, html: str = "", attached: str = "", data: bytes = b"%PDF-") -> bytes:
    message = EmailMessage()
    message["From"] = "Anna Proef <anna@school.example>"
    message["To"] = "bestuur@school.example"
    message["Date"] = "Tue, 03 Mar 2026 10:00:00 +0100"
    message["Subject"] = "Vervoer naar de categorieën"
    if html:
        message.set_content(html, subtype="html")
    else:
        message.set_content(WORDS)
    if attached:
        message.add_attachment(data, maintype="application", subtype="pdf", filename=attached)
    return message.as_bytes()


def test_an_e_mail_is_read_with_who_wrote_when_and_about_what() -> None:
    read = eml.read(mail(attached="brief aan ouders.pdf")).text
    assert "Van: Anna Proef <anna@school.example>" in read
    assert "Datum: 3 maart 2026, 10:00 uur" in read
    assert "Onderwerp: Vervoer naar de categorieën" in read
    assert WORDS in read
    assert read.endswith("Bijlage: brief aan ouders.pdf")


def test_an_e_mail_in_html_shows_what_a_reader_sees() -> None:
    read = eml.read(mail(html=f"<p>{WORDS}</p><p style='display:none'>9999</p>")).text
    assert WORDS in read
    assert "9999" not in read


@pytest.mark.parametrize("kind", ["plain", "html"])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_an_encoding_that_goes_by_an_unknown_name_costs_no_message(kind: str, encoding: str) -> None:
    head = f"From: b@vogelstad.nl\nContent-Type: text/{kind}; charset=unknown-8bit\nContent-Transfer-Encoding: 8bit\n\n"
    said = "Één bus rijdt, zo zegt charset=cp437.\n"
    assert said.strip() in eml.read(head.encode() + said.encode(encoding)).text


@pytest.mark.parametrize("field", ["Subject", "To", "Content-Type", "Content-Disposition", "Content-Transfer-Encoding"])
@pytest.mark.parametrize("piece", ["=?utf-8?q?woord?= ", "b@vogelstad.nl, ", "(", '"a', "=?utf-8?b?"])
def test_a_field_without_end_costs_neither_the_message_nor_time(field: str, piece: str) -> None:
    """Python takes gigabytes for the words of a subject of some hundred thousand characters."""
    other = "From: b@vogelstad.nl\n" + ("" if field == "Subject" else "Subject: De bus\n")
    data = f"{other}{field}: {piece * (300_000 // len(piece))}\n\nDe bus rijdt.\n".encode()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert "De bus rijdt." in eml.read(data).text
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 400_000  # kilobytes


@pytest.mark.parametrize("data", [b"", b"Geen kop en geen staart.", b"Subject: leeg\n\n"])
def test_what_is_no_e_mail_gives_a_reason(data: bytes) -> None:
    with pytest.raises(UnreadableFile):
        eml.read(data)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("brief.txt", b"De boot vaart.\n\nZij is vol."),
        ("brief.html", b"<html><body><p>De boot vaart.</p><p>Zij is vol.</p></body></html>"),
        ("brief.rtf", rb"{\rtf1\ansi\pard De boot vaart.\par\par Zij is vol.\par}"),
        ("brief.docx", make_raw_docx(paragraph("De boot vaart.") + paragraph("Zij is vol."))),
    ],
)
def test_a_paper_that_was_sent_along_is_read_below_its_name(name: str, data: bytes) -> None:
    read = eml.read(mail(attached=name, data=data)).text
    below = read.partition(f"{WORDS}\n\nBijlage: {name}\n\n")[2]
    assert list(filter(None, below.split("\n"))) == ["De boot vaart.", "Zij is vol."]


@pytest.mark.parametrize("name", ["foto.jpg", "leeg.txt", "kapot.docx", "doorgestuurd.eml"])
def test_what_was_sent_along_and_cannot_be_read_is_named(name: str) -> None:
    assert eml.read(mail(attached=name, data=b"\x00\x01")).text.endswith(f"{WORDS}\n\nBijlage: {name}")


def rtf_of(body: str) -> bytes:
    colours = r"{\colortbl;\red255\green255\blue255;\red200\green0\blue0;}"
    return (r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}" + colours + body + "}").encode("cp1252")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"\pard Re\'eble kosten: 12 euro.\par Verder.\par", "Reële kosten: 12 euro.\nVerder."),
        (r"\pard Zichtbaar.{\v 9999} Verder.\par", "Zichtbaar. Verder."),
        (r"\pard Zichtbaar.\v 9999\v0  Verder.\par", "Zichtbaar. Verder."),
        (r"\pard Zichtbaar.{\deleted 9999} Verder.\par", "Zichtbaar. Verder."),
        (r"\pard Zichtbaar.{\strike 9999} Verder.\par", "Zichtbaar. Verder."),
        (r"\pard Zichtbaar.{\cf1 9999}{\cf2  Rood.}\par", "Zichtbaar. Rood."),
    ],
)
def test_rtf_is_read_as_it_is_seen(body: str, expected: str) -> None:
    read = rtf.read(rtf_of(body)).text
    assert [line for line in read.split("\n") if line] == expected.split("\n")


def test_a_file_is_known_by_its_bytes() -> None:
    assert format_of(Path("brief.doc"), rtf_of("x")) == ".rtf"
    outlook = OLE_MAGIC + bytes(500) + "__substg1.0_0037001F".encode("utf-16-le")
    assert format_of(Path("brief.bin"), outlook) == ".msg"
    assert format_of(Path("oud.doc"), OLE_MAGIC + bytes(500)) == ".doc"


def test_a_broken_outlook_message_gives_a_reason() -> None:
    with pytest.raises(UnreadableFile) as caught:
        msg.read(OLE_MAGIC + bytes(600))
    assert caught.value.reason is Reason.BESCHADIGD


@pytest.mark.parametrize(
    ("name", "advice"), [("oud.doc", "PDF of .docx"), ("alles.zip", "pak het uit"), ("foto.jpg", "herkende tekst")]
)
def test_what_is_not_read_is_named_with_what_to_do(tmp_path: Path, name: str, advice: str) -> None:
    data = {".doc": OLE_MAGIC + bytes(600), ".zip": b"PK\x03\x04" + bytes(60), ".jpg": b"\xff\xd8\xff\xe0"}
    (tmp_path / name).write_bytes(data[Path(name).suffix])
    (skipped,) = read_folder(tmp_path).skipped
    assert advice in messages.skip_reason(skipped.reason, skipped.detail)


@pytest.mark.skipif(os.name != "posix", reason="elsewhere names are letters")
@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (b"categorie\xebn.txt", "categorieën.txt"),  # Windows-1252
        (b"categorie\x89n.txt", "categorieën.txt"),  # code page 850
        ("categorie\u0308n.txt".encode(), "categoriën.txt"),  # an accent apart
        (b"map\x82/brief\xe9.txt", "mapé/brief\u00da.txt"),
        (b"regel\nmet\x07bel.txt", "regel\ufffdmet\ufffdbel.txt"),
    ],
)
def test_a_file_with_a_name_in_any_bytes_is_read_and_named_in_letters(
    tmp_path: Path, written: bytes, shown: str
) -> None:
    path = tmp_path / os.fsdecode(written)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"De boot vaart naar de overkant.")
    (document,) = read_folder(tmp_path).documents
    assert document.source.file == shown
    document.source.file.encode("utf-8")


def test_a_disk_that_may_not_be_written_is_told_as_that() -> None:
    assert "alleen te lezen" in messages.explain(OSError(errno.EROFS, "Read-only file system", "/stukken/index"))
    assert "schijf is vol" in messages.explain(OSError(errno.ENOSPC, "No space left on device"))
    assert "niet lezen of schrijven" in messages.explain(PermissionError(errno.EACCES, "Permission denied", "/stukken"))
