"""GLOSSARY.md holds each Dutch noun of the code once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

import pytest

from assistant.answer import Standing
from ingest.document import Kind, Role

GLOSSARY = Path(__file__).resolve().parents[1] / "GLOSSARY.md"
ROW = re.compile(r"(?m)^\| (?P<term>[^|]+) \| (?P<meaning>[^|]+) \| (?P<source>[^|]+) \| (?P<code>[^|]+) \|$")


def rows() -> list[re.Match[str]]:
    text = GLOSSARY.read_text(encoding="utf-8")
    return [row for row in ROW.finditer(text) if row["term"] not in {"Term", "---"}]


def test_every_term_stands_once() -> None:
    terms = [row["term"].casefold() for row in rows()]
    assert terms
    assert len(set(terms)) == len(terms)


def test_every_row_says_what_the_term_means() -> None:
    assert all(row["meaning"].strip().endswith((".", ")")) for row in rows())


@pytest.mark.parametrize("values", [Kind, Role, Standing])
def test_every_value_that_papers_are_labelled_with_is_explained(values: Iterable[StrEnum]) -> None:
    named = " ".join(row["code"] for row in rows())
    for value in values:
        if value.value != "onbekend" and value.value != "Onbekend":
            assert f"{type(value).__name__}.{value.name}" in named
