"""Papers read apart from our own reading."""

from __future__ import annotations

import zipfile
from pathlib import Path

from eval import outside
from eval.metrics import stands_in


def test_plain_and_marked_up_files_give_their_words(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("De zaal is open.", encoding="utf-8")
    (tmp_path / "b.html").write_text("<p>De <b>zaal</b> is &eacute;cht open.</p>", encoding="utf-8")
    assert outside.read(tmp_path / "a.txt") == "De zaal is open."
    assert stands_in("De zaal is écht open.", outside.read(tmp_path / "b.html") or "")


def test_a_word_file_gives_its_text_before_its_notes(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "c.docx", "w") as archive:
        archive.writestr("word/footnotes.xml", "<w:footnoteRef/><w:t> Een noot</w:t>")
        text = '<w:p><w:t>De za</w:t><w:t>al</w:t><w:footnoteReference w:id="7"/>.</w:p>'
        archive.writestr("word/document.xml", text)
    assert outside.read(tmp_path / "c.docx") == "De zaal1.\n1 Een noot"


def test_what_cannot_be_read_is_left_to_its_offsets(tmp_path: Path) -> None:
    (tmp_path / "d.docx").write_bytes(b"no archive")
    (tmp_path / "e.xyz").write_bytes(b"?")
    assert [outside.read(tmp_path / name) for name in ("d.docx", "e.xyz", "nowhere.txt")] == [None, None, None]
