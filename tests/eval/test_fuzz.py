from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from eval.fuzz import HANG, READ, REFUSED, Fault, fuzz, outcome_of
from eval.laws import broken_laws
from eval.mutants import Mutant, mutants, originals
from ingest.document import Document
from ingest.reading import read_folder
from tests.ingest.formats.made_docx import make_raw_docx, paragraph
from tests.ingest.formats.made_pdf import lines, make_pdf
from tests.ingest.structure.made import AANHANGSEL, KAMERBRIEF


@pytest.fixture
def papers(tmp_path: Path) -> list[Mutant]:
    (tmp_path / "vragen.txt").write_text(AANHANGSEL, encoding="utf-8")
    (tmp_path / "brief.pdf").write_bytes(make_pdf([lines(KAMERBRIEF.split("\n")[:40])]))
    (tmp_path / "brief.docx").write_bytes(make_raw_docx(paragraph("Geachte voorzitter,") + paragraph("Dank u.")))
    return originals([tmp_path])


def test_damaged_papers_of_every_form_are_read_or_refused(papers: list[Mutant]) -> None:
    assert {paper.extension for paper in papers} == {".docx", ".html", ".md", ".odt", ".pdf", ".txt", ".xml"}
    outcome = fuzz(mutants(papers, 70, seed=3))
    assert outcome.faults == ()
    assert sum(outcome.counts.values()) == 70


def test_one_seed_makes_one_set_of_mutants(papers: list[Mutant]) -> None:
    assert list(mutants(papers, 20, seed=1)) == list(mutants(papers, 20, seed=1))
    assert list(mutants(papers, 20, seed=1)) != list(mutants(papers, 20, seed=2))


def test_sound_papers_are_read(papers: list[Mutant]) -> None:
    assert {outcome_of(paper.extension, paper.data) for paper in papers} == {READ}
    assert outcome_of(".pdf", b"%PDF-") == REFUSED


def never_ends(extension: str, data: bytes) -> str:
    """A reader that computes forever over one file."""
    while data == b"hangs":
        pass
    return READ if extension == ".txt" else REFUSED


def test_a_mutant_that_hangs_is_told_as_one_and_the_next_is_read(tmp_path: Path) -> None:
    found = [Mutant(name=name, extension=".txt", data=name.encode()) for name in ("sound", "hangs", "sound too")]
    outcome = fuzz(found, kept=tmp_path, read=never_ends, seconds=0.5)
    assert outcome.faults == (Fault(mutant="hangs", what=HANG),)
    assert outcome.counts == {(".txt", READ): 2, (".txt", "fault"): 1}
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"hangs"]


def test_a_broken_law_is_named(tmp_path: Path) -> None:
    (tmp_path / "vragen.txt").write_text(AANHANGSEL, encoding="utf-8")
    (sound,) = read_folder(tmp_path).documents

    def laws_of(document: Document) -> str:
        return "; ".join(broken_laws(document))

    assert laws_of(sound) == ""
    assert "no block holds" in laws_of(replace(sound, blocks=sound.blocks[1:]))
    assert "share" in laws_of(replace(sound, blocks=(*sound.blocks[:1], *sound.blocks)))
    falling = (replace(sound.blocks[0], page=2), *(replace(block, page=1) for block in sound.blocks[1:]))
    assert "pages of the blocks do not rise" in laws_of(replace(sound, blocks=falling))
