from __future__ import annotations

import pytest

from ingest.number_words import number_of


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("nul", "0"),
        ("één", "1"),
        ("Twaalf", "12"),
        ("drieënveertig", "43"),
        ("honderd", "100"),
        ("tweehonderdvijftien", "215"),
        ("duizend", "1000"),
        ("vijfduizend", "5000"),
        ("anderhalf", "1.5"),
        ("12", "12"),
        ("1.500", "1500"),
        ("2,5", "2.5"),
        ("een", ""),
        ("boot", ""),
        ("1,", ""),
        ("²", ""),
        ("①", ""),
        ("1²", ""),
    ],
)
def test_words_and_figures_give_digits(word: str, number: str) -> None:
    assert number_of(word) == number
