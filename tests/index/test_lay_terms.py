"""The dictionary from parents' words to the words of the papers."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from importlib.resources import files

import pytest

from index.dutch import terms


@pytest.fixture(scope="module")
def rows() -> Sequence[Mapping[str, str]]:
    with files("index").joinpath("lay_terms.tsv").open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


def test_every_row_is_one_pair_in_lower_case_with_its_source(rows: Sequence[Mapping[str, str]]) -> None:
    for row in rows:
        assert list(row) == ["lay", "formal", "source"]
        assert row["lay"] == row["lay"].strip().lower()
        assert row["formal"] == row["formal"].strip().lower()
        assert not set(';:{}"') & set(row["lay"] + row["formal"])
        assert row["source"] in {"glossary", "own"}


def test_no_pair_stands_twice(rows: Sequence[Mapping[str, str]]) -> None:
    pairs = [(row["lay"], row["formal"]) for row in rows]
    assert len(set(pairs)) == len(pairs)


def test_every_pair_adds_something_to_a_search(rows: Sequence[Mapping[str, str]]) -> None:
    """Both sides keep a word when grammar is left out, and they are not the same words."""
    for row in rows:
        lay, formal = set(terms(row["lay"])), set(terms(row["formal"]))
        assert lay and formal and lay != formal, row


@pytest.mark.parametrize(
    ("lay", "formal"),
    [
        ("busje", "leerlingenvervoer"),
        ("zit thuis", "thuiszitter"),
        ("spaargeld", "reserves"),
        ("juf", "leraar"),
        ("oza", "onderwijszorgarrangement"),
        ("onderwijszorgarrangement", "oza"),
        ("so", "speciaal onderwijs"),
        ("so", "schriftelijk overleg"),
    ],
)
def test_parents_words_lead_to_the_words_of_the_papers(
    lay: str, formal: str, rows: Sequence[Mapping[str, str]]
) -> None:
    assert (lay, formal) in {(row["lay"], row["formal"]) for row in rows}
