"""Files that mean harm, or lie: each is skipped with its reason, and the rest is read."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from ingest.formats import format_of
from ingest.formats.paged_text import Reason
from ingest.formats.zipped import OLE_MAGIC
from ingest.reading import read_folder
from tests.ingest.formats.made_docx import make_raw_docx, make_zip, paragraph
from tests.ingest.formats.made_pdf import lines, lock_pdf, make_pdf
from tests.ingest.structure.made import KAMERBRIEF

SOUND = make_pdf([lines(["Een bladzijde met woorden, die gewoon gelezen kan worden."])])
LAUGHS = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
OFFICIAL = "<officiele-publicatie><al>{}</al></officiele-publicatie>"
DEEP = "<b>" * 10_000 + "woord" + "</b>" * 10_000

HOSTILE: dict[str, tuple[bytes, Reason]] = {
    "half.pdf": (b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>", Reason.BESCHADIGD),
    "slot.pdf": (lock_pdf(SOUND, "geheim"), Reason.WACHTWOORD),
    "leeg.pdf": (make_pdf([[]] * 3_001), Reason.TE_GROOT),
    "slot.docx": (OLE_MAGIC + bytes(600), Reason.WACHTWOORD),
    "bom.docx": (make_zip({"word/document.xml": b" " * 80_000_000}), Reason.TE_GROOT),
    "bom.odt": (make_zip({"content.xml": make_zip({"in.xml": b" " * 30_000_000}) * 3_000}), Reason.TE_GROOT),
    "veel.docx": (make_zip({f"{number}.xml": b"" for number in range(6_000)}), Reason.TE_GROOT),
    "zomaar.docx": (make_zip({"foto.png": b"\x89PNG"}), Reason.BESCHADIGD),
    "diep.xml": (OFFICIAL.format(DEEP).encode(), Reason.BESCHADIGD),
    "lacht.xml": (f"<!DOCTYPE x [<!ENTITY e0 'ha'>{LAUGHS}]>{OFFICIAL.format('&e11;')}".encode(), Reason.BESCHADIGD),
    "buiten.xml": (
        f'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>{OFFICIAL.format("&e;")}'.encode(),
        Reason.GEEN_TEKST,
    ),
    "lang.xml": (f'<officiele-publicatie a="{"x" * 11_000_000}"/>'.encode(), Reason.BESCHADIGD),
    "diep.html": (f"<html><body>{'<div>' * 10_000}woord</body></html>".encode(), Reason.BESCHADIGD),
    "nul.txt": (b"Dit lijkt \0 tekst.", Reason.BINAIR),
    "kapot.txt": (b"Wat \x81\x8d\x8f\x90 is dit", Reason.CODERING),
    "oud.doc": (OLE_MAGIC + bytes(600), Reason.SOORT),
    "archief.txt": (make_zip({"brief.txt": b"Geachte voorzitter,"}), Reason.SOORT),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_skipped_and_the_run_goes_on(tmp_path: Path, name: str) -> None:
    data, reason = HOSTILE[name]
    (tmp_path / name).write_bytes(data)
    (tmp_path / "zz.txt").write_text(KAMERBRIEF, encoding="utf-8")
    reading = read_folder(tmp_path)
    assert [(skipped.file, skipped.reason) for skipped in reading.skipped] == [(name, reason)]
    assert [document.source.file for document in reading.documents] == ["zz.txt"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("brief.txt", SOUND),
        ("brief.html", SOUND),
        ("brief.docx", SOUND),
        ("brief.txt", make_raw_docx(paragraph("Een gewone brief, in gewone woorden."))),
        ("brief.pdf", b"<!DOCTYPE html><html><body><p>Een gewone brief, in gewone woorden.</p></body></html>"),
        ("brief.docx", b"<html><body><p>Een gewone brief, in gewone woorden.</p></body></html>"),
        ("brief.html", OFFICIAL.format("Een gewone brief, in gewone woorden.").encode()),
    ],
)
def test_a_file_is_read_by_what_it_is_and_not_by_its_name(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    (document,) = read_folder(tmp_path).documents
    assert "gewone" in document.text or "gewoon" in document.text
    assert "<" not in document.text


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp.txt")
    assert [skipped.reason for skipped in read_folder(tmp_path).skipped] == [Reason.SOORT]


def test_a_document_that_points_outside_is_read_without_what_it_points_to(tmp_path: Path) -> None:
    outside = '<Relationship Id="r1" Type="image" Target="http://203.0.113.1/x.png" TargetMode="External"/>'
    data = make_raw_docx(paragraph("Een gewone brief."))
    (tmp_path / "brief.docx").write_bytes(data)
    with zipfile.ZipFile(tmp_path / "brief.docx", "a") as archive:
        archive.writestr("word/_rels/document.xml.rels", f"<Relationships>{outside}</Relationships>")
    (document,) = read_folder(tmp_path).documents
    assert document.text == "Een gewone brief."


def test_what_starts_like_mark_up_in_a_text_stays_text() -> None:
    assert format_of(Path("brief.txt"), b"<b> is hier een teken") == ".txt"
