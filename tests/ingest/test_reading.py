from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ingest.document import Kind, Role, page_at
from ingest.folder import MOST_BYTES
from ingest.formats.paged_text import Reason
from ingest.notes import NoteKind
from ingest.passages import cut
from ingest.reading import read_folder
from tests.ingest.structure.made import AANHANGSEL, KAMERBRIEF


def test_files_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(KAMERBRIEF, encoding="utf-8")
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "c.txt").write_text(AANHANGSEL, encoding="utf-8")
    assert [document.source.file for document in read_folder(tmp_path).documents] == ["a/c.txt", "b.txt"]


def test_the_kind_never_comes_from_the_name_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "kamerbrief.txt").write_text(AANHANGSEL, encoding="utf-8")
    assert read_folder(tmp_path).documents[0].kind is Kind.AANHANGSEL


def test_what_cannot_be_read_is_skipped_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "binair.txt").write_bytes(bytes(range(256)) * 9)
    (tmp_path / "leeg.txt").write_bytes(b"")
    (tmp_path / "wit.txt").write_bytes(b" \n ")
    (tmp_path / "foto.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    (tmp_path / "pdf.txt").write_bytes(b"%PDF-1.4 kapot")
    with (tmp_path / "groot.txt").open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    reading = read_folder(tmp_path)
    assert reading.documents == ()
    reasons = {skipped.file: skipped.reason for skipped in reading.skipped}
    assert reasons["binair.txt"] is Reason.BINAIR
    assert reasons["leeg.txt"] is Reason.LEEG
    assert reasons["wit.txt"] is Reason.LEEG
    assert reasons["foto.jpg"] is Reason.SOORT
    assert reasons["groot.txt"] is Reason.TE_GROOT
    assert "pdf.txt" in reasons


def test_hidden_files_and_links_out_of_the_folder_are_not_read(tmp_path: Path) -> None:
    folder = tmp_path / "stukken"
    folder.mkdir()
    (tmp_path / "buiten.txt").write_text("De boot vaart.", encoding="utf-8")
    (folder / ".verborgen.txt").write_text("De boot vaart.", encoding="utf-8")
    (folder / "koppeling.txt").symlink_to(tmp_path / "buiten.txt")
    reading = read_folder(folder)
    assert reading.documents == ()
    assert [skipped.reason for skipped in reading.skipped] == [Reason.KOPPELING]


def test_the_same_bytes_twice_are_one_paper(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(KAMERBRIEF, encoding="utf-8")
    reading = read_folder(tmp_path)
    assert len(reading.documents) == 1
    assert [(note.kind, note.file, note.kept) for note in reading.notes] == [(NoteKind.SAME_BYTES, "b.txt", "a.txt")]


def test_two_papers_with_one_identifier_stay_apart(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(AANHANGSEL, encoding="utf-8")
    (tmp_path / "b.txt").write_text(AANHANGSEL + "\nNog iets.\n", encoding="utf-8")
    reading = read_folder(tmp_path)
    assert len({document.identifier for document in reading.documents}) == 2
    assert reading.notes[0].kind is NoteKind.SAME_IDENTIFIER


def test_a_paper_without_a_number_is_named_by_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("De boot vaart.", encoding="utf-8")
    document = read_folder(tmp_path).documents[0]
    assert document.identifier == f"bestand-{document.source.sha256[:12]}"
    assert document.title == "a"


def test_a_paper_without_a_number_may_be_named_by_its_publisher(tmp_path: Path) -> None:
    (tmp_path / "ah-tk-20212022-77.txt").write_text("De boot vaart.", encoding="utf-8")
    (tmp_path / "kst-99999-1.txt").write_text(
        "33 106 Veerdiensten\n\nNr. 5 BRIEF VAN DE MINISTER VAN VERKEER\n\nDe boot vaart weer.", encoding="utf-8"
    )
    documents = read_folder(tmp_path).documents
    assert [document.identifier for document in documents] == ["ah-tk-20212022-77", "kst-33106-5"]


def test_corpus_toml_adds_and_does_not_overrule(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(AANHANGSEL, encoding="utf-8")
    (tmp_path / "corpus.toml").write_text(
        '[[paper]]\nfile = "a.txt"\ndate = "2001-01-01"\nurl = "https://haven.nl"\n\n[[paper]]\nfile = "weg.txt"\n',
        encoding="utf-8",
    )
    reading = read_folder(tmp_path)
    document = reading.documents[0]
    assert document.date == date(2018, 9, 20)
    assert document.source.url == "https://haven.nl"
    assert [(note.kind, note.field, note.left) for note in reading.notes] == [
        (NoteKind.DIFFERS, "date", "2001-01-01"),
        (NoteKind.UNKNOWN_FILE, "", ""),
    ]


def test_other_encodings_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Eén reële boot.".encode("cp1252"))
    (tmp_path / "b.txt").write_bytes("Eén reële haven.".encode("utf-16"))
    (tmp_path / "c.txt").write_bytes("Eén reële steiger.".encode("utf-8-sig"))
    texts = [document.text for document in read_folder(tmp_path).documents]
    assert texts == ["Eén reële boot.", "Eén reële haven.", "Eén reële steiger."]


def test_a_summary_is_read_as_ours(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "---\nabout: kst-12345-6\nkind: Kamerbrief\ntitle: De boot\ndate: 2020-05-04\n---\n\n# De boot\n\n"
        "## Antwoord 5: hoe vaak\n\nDe boot vaart\n**vier** keer:\n\n- in de ochtend\n- in de avond\n\n"
        "## Steigers\n\nDrie.\n",
        encoding="utf-8",
    )
    document = read_folder(tmp_path).documents[0]
    assert document.identifier == "samenvatting-kst-12345-6"
    assert document.summary_of == "kst-12345-6"
    assert document.date == date(2020, 5, 4)
    assert {block.speaker.role for block in document.blocks} == {Role.REDACTIE}
    assert [block.place for block in document.blocks] == [
        "",
        *["antwoord 5"] * 4,
        *["paragraaf Steigers"] * 2,
    ]
    assert "De boot vaart vier keer:" in document.text
    assert cut(document)[-1].place == "paragraaf Steigers"


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotADirectoryError, match="no folder"):
        read_folder(tmp_path / "weg")


def test_a_paper_knows_where_its_pages_start_also_within_a_paragraph(tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text(
        "Geachte voorzitter,\n\nDe boot vaart elke dag van de haven naar het noordelijke eiland en terug naar\n"
        "de haven, waar zij al vele jaren elke dag opnieuw met ongeveer honderd reizigers\f"
        "aankomt. De reder betaalt dat. De veerman woont op het eiland en slaapt daar ook.\n"
    )
    (document,) = read_folder(tmp_path).documents
    assert [(document.text[start : start + 8], page) for start, page in document.pages] == [
        ("Geachte ", 1),
        ("aankomt.", 2),
    ]
    assert [block.page for block in document.blocks] == [1, 1]
    assert page_at(document, document.blocks[1], document.text.index("De reder")) == 2
    assert page_at(document, document.blocks[1], document.text.index("De boot")) == 1
