"""What the readers make of real papers, counted by hand in print."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ingest.formats import docx, pdf

SAMPLES = Path(__file__).parents[4] / "shared" / "samples"
QUESTION = re.compile(r"(?m)^Vraag (\d[\d, en]*)$")
ANSWER = re.compile(r"(?m)^Antwoord (\d[\d, en]*)$")
FURNITURE = ("ISSN", "ah-tk-", "’s-Gravenhage", "vergaderjaar 2023–2024, Aanhangsel\n")


def sample(name: str) -> bytes:
    path = SAMPLES / name
    if not path.exists():
        pytest.skip(f"{path} is not there")
    return path.read_bytes()


@pytest.mark.papers
@pytest.mark.parametrize(
    ("number", "pages", "questions", "notes"),
    [
        (1314, 2, "1 2 3 4 5 6", 2),
        (1432, 4, "1 2 3 4 5 6", 3),
        (2271, 6, "1 2 3 4 5 6 7 8 9 10 11 12", 17),
        (2395, 3, "1 2 3 4 5", 2),
    ],
)
def test_an_aanhangsel_is_read_whole(number: int, pages: int, questions: str, notes: int) -> None:
    paged = pdf.read(sample(f"ah-tk-20232024-{number}.pdf"))
    assert paged.page_at(len(paged.text)) == pages
    for headings in (QUESTION, ANSWER):
        assert re.findall(r"\d+", " ".join(headings.findall(paged.text))) == questions.split()
    assert [note for note in range(1, notes + 1) if f"\n{note} " in paged.text] == list(range(1, notes + 1))
    assert not [furniture for furniture in FURNITURE if furniture in paged.text]


@pytest.mark.papers
def test_a_table_of_reports_is_read_as_rows() -> None:
    text = pdf.read(sample("ah-tk-20232024-1314.pdf")).text
    rows = [line.split(" | ") for line in text.split("\n") if " | " in line]
    assert [row[1:] for row in rows if row[1].isdigit()] == [
        ["2", "3", "6"],
        ["10", "14", "34"],
        ["12", "17", "40"],
        ["66", "73", "74"],
    ]
    assert [len(row) for row in rows] == [4] * 6


@pytest.mark.papers
def test_a_name_with_an_accent_drawn_over_it_is_one_word() -> None:
    assert "en Kostić (PvdD)" in pdf.read(sample("ah-tk-20232024-1314.pdf")).text


@pytest.mark.papers
@pytest.mark.parametrize(
    ("name", "date", "answers", "notes"),
    [
        ("me-er", "24 maart 2024", ["1", "2", "3"], 1),
        ("noodgevallennummer", "11 januari 2024", ["1", "2 en 3"], 1),
    ],
)
def test_a_letter_of_a_ministry_is_read_in_order(name: str, date: str, answers: list[str], notes: int) -> None:
    text = docx.read(sample(f"antwoord-{name}.docx")).text
    assert f"\nDatum {date}\nOnderwerp " in text
    assert re.findall(r"(?m)^Antwoord op vra(?:ag|gen) (.*)$", text)[: len(answers)] == answers
    assert len(re.findall(r"\w\)?1[ .]", text.partition("Antwoord op")[2])) >= notes
    assert len(re.findall(r"(?m)^1 (?:Aanhangsel|Kamerstukken)", text)) == notes
    assert "Pagina" not in text
