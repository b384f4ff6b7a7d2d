"""What the readers make of real papers, counted by hand in print."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ingest.formats import docx, pdf

SAMPLES = Path(__file__).parents[4] / "shared" / "samples"
QUESTION = re.compile(r"(?m)^Vraag (\d+)$")
ANSWER = re.compile(r"(?m)^Antwoord (\d+)$")
FURNITURE = ("ISSN", "ah-tk-", "’s-Gravenhage", "vergaderjaar 2023–2024, Aanhangsel\n")


def sample(name: str) -> bytes:
    path = SAMPLES / name
    if not path.exists():
        pytest.skip(f"{path} is not there")
    return path.read_bytes()


@pytest.mark.papers
@pytest.mark.parametrize(
    ("number", "pages", "questions", "notes"),
    [(1314, 2, 0, 0), (1432, 4, 6, 3), (2271, 6, 12, 17), (2395, 3, 0, 0)],
)
def test_an_aanhangsel_is_read_whole(number: int, pages: int, questions: int, notes: int) -> None:
    paged = pdf.read(sample(f"ah-tk-20232024-{number}.pdf"))
    counted = [str(question) for question in range(1, questions + 1)]
    assert len(paged.page_starts) == pages
    assert QUESTION.findall(paged.text) == counted
    assert ANSWER.findall(paged.text) == counted
    assert [note for note in re.findall(r"(?m)^(\d{1,2}) \D", paged.text)] == [
        str(note) for note in range(1, notes + 1)
    ]
    assert not [furniture for furniture in FURNITURE if furniture in paged.text]
