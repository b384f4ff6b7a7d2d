"""How papers of any origin are read, counted."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NoReturn

import pytest

from eval.origins import FINELY, NOT, PLAINLY, main, outcome_of, papers_of
from ingest import reading
from tests.ingest.formats.made_pdf import lines, lock_pdf, make_pdf

PAGE = make_pdf([lines(["De boot vaart elke dag naar het eiland en weer terug."])])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "goed.pdf").write_bytes(PAGE)
    (tmp_path / "slot.pdf").write_bytes(lock_pdf(PAGE, "geheim"))
    (tmp_path / "tekst.txt").write_text("De boot vaart.", encoding="utf-8")
    (tmp_path / "beeld.xyz").write_bytes(b"geen stuk")
    return tmp_path


def test_each_file_is_read_or_has_a_reason(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = {each.file: each for each in (outcome_of(*one) for one in papers_of([folder]))}
    assert {file: each.how for file, each in found.items()} == {
        "goed.pdf": FINELY,
        "slot.pdf": NOT,
        "tekst.txt": FINELY,
    }
    assert found["slot.pdf"].why.startswith("wachtwoord")
    assert main([str(folder)]) == 0
    table = capsys.readouterr().out
    assert "| pdf | 1 | 0 | 0 | 1 |" in table
    assert "not at all, wachtwoord: 1" in table


def test_a_fault_of_ours_is_counted_as_that(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: Any) -> NoReturn:
        raise IndexError("a fault of ours")

    monkeypatch.setattr(reading, "document_of", fails)
    outcome = outcome_of(folder, folder / "tekst.txt")
    assert (outcome.how, outcome.ours) == (PLAINLY, True)
    assert main([str(folder), "--most", "1"]) == 1


def test_damaged_copies_are_read_by_the_same_command(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(folder), "--most", "1", "--mutants", "6"]) == 0
    assert "| form | read | read plainly | refused | fault |" in capsys.readouterr().out
