"""Which passages of a paper borrow the words of which section of its summary."""

from __future__ import annotations

from pathlib import Path

from index.summaries import notes_for
from ingest.document import Document, Passage
from ingest.passages import cut
from ingest.reading import read_folder
from tests.index.papers import AANHANGSEL, KAMERBRIEF


def notes(folder: Path, summary: str, paper: str = KAMERBRIEF, about: str = "kst-31497-901") -> dict[str, str]:
    """Place of a passage → the words that it borrows."""
    (folder / "stuk.txt").write_text(paper, encoding="utf-8")
    (folder / "uitleg.md").write_text(f"---\nabout: {about}\ntitle: Uitleg\n---\n\n{summary}", encoding="utf-8")
    documents: tuple[Document, ...] = read_folder(folder).documents
    passages: list[Passage] = [
        passage for document in documents if not document.summary_of for passage in cut(document)
    ]
    place = {passage.id: passage.place for passage in passages}
    return {place[name]: text for name, text in notes_for(passages, documents).items()}


def test_a_section_goes_with_the_passages_under_the_same_heading(tmp_path: Path) -> None:
    found = notes(tmp_path, "## Hoorrecht\n\nKinderen mogen meekletsen.\n")
    assert list(found) == ["paragraaf Hoorrecht"]
    assert "meekletsen" in found["paragraaf Hoorrecht"]


def test_capitals_and_a_small_slip_in_a_heading_do_not_matter(tmp_path: Path) -> None:
    assert list(notes(tmp_path, "## het HOORRECHT\n\nMeekletsen.\n")) == ["paragraaf Hoorrecht"]


def test_a_section_goes_with_the_answer_that_it_names(tmp_path: Path) -> None:
    """The heading says more than the place: "Antwoord 2: schermen" is about answer 2 alone."""
    found = notes(tmp_path, "## Antwoord 2: schermen\n\nEr komen geen tablets.\n", AANHANGSEL, "ah-tk-20202021-4321")
    assert list(found) == ["antwoord 2"]


def test_two_sections_on_one_place_are_both_lent(tmp_path: Path) -> None:
    found = notes(tmp_path, "## Hoorrecht\n\nMeekletsen.\n\n## Over hoorrecht\n\nMeebeslissen.\n")
    assert "Meekletsen" in found["paragraaf Hoorrecht"]
    assert "Meebeslissen" in found["paragraaf Hoorrecht"]


def test_a_section_on_nothing_in_the_paper_is_lent_to_nobody(tmp_path: Path) -> None:
    assert notes(tmp_path, "## Zwembaden\n\nKinderen mogen meekletsen.\n") == {}


def test_words_before_the_first_heading_are_lent_to_nobody(tmp_path: Path) -> None:
    assert notes(tmp_path, "Kinderen mogen meekletsen.\n") == {}


def test_a_summary_of_another_paper_lends_nothing(tmp_path: Path) -> None:
    assert notes(tmp_path, "## Hoorrecht\n\nMeekletsen.\n", about="kst-31497-902") == {}


def test_without_a_summary_there_is_nothing_to_lend() -> None:
    assert notes_for([], []) == {}
