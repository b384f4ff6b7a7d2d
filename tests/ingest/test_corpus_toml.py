from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ingest.corpus_toml import DamagedCorpusToml, entries
from ingest.document import Kind


def test_entries_are_known_by_file(tmp_path: Path) -> None:
    (tmp_path / "corpus.toml").write_text(
        '[[paper]]\nfile = "a.txt"\nkind = "Brief"\ndate = 2020-05-04\n\n'
        '[[paper]]\nfile = "b.txt"\nkind = "?"\ndate = "?"\n',
        encoding="utf-8",
    )
    found = entries(tmp_path)
    assert (found["a.txt"].kind, found["a.txt"].date) == (Kind.BRIEF, date(2020, 5, 4))
    assert (found["b.txt"].kind, found["b.txt"].date) == (None, None)


def test_without_a_file_there_are_none(tmp_path: Path) -> None:
    assert entries(tmp_path) == {}


@pytest.mark.parametrize("text", ["[[paper", "[[paper]]\ntitle = 'geen bestand'\n", "paper = 3\n"])
def test_a_damaged_file_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "corpus.toml").write_text(text, encoding="utf-8")
    with pytest.raises(DamagedCorpusToml):
        entries(tmp_path)
