"""Small papers that once went wrong, where they are at hand: who signs, which heading, which box."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.document import Document
from ingest.formats import read
from ingest.reading import document_of
from tests.ingest.conftest import SHARED

pytestmark = pytest.mark.papers
CASES = SHARED / "cases"


@pytest.fixture
def cases() -> Path:
    if not CASES.is_dir():
        pytest.skip("the papers that went wrong are not here: no ../shared/cases")
    return CASES


def paper(cases: Path, name: str) -> Document:
    path = cases / name
    return document_of(path, read(path, path.read_bytes()), "0" * 64)


def places(document: Document) -> dict[str, str]:
    return {document.text[block.start : block.end]: block.place for block in document.blocks}


@pytest.mark.parametrize(
    ("name", "sender"),
    [
        ("caps.txt", "Anna Voorbeeld, minister voor Primair en Voortgezet Onderwijs"),
        ("naamboven.txt", "A.B. Voorbeeld, minister voor Primair en Voortgezet Onderwijs"),
        ("namens.txt", "minister voor Primair en Voortgezet Onderwijs, namens deze Carla Modelpersoon"),
    ],
)
def test_who_signed_is_found(cases: Path, name: str, sender: str) -> None:
    document = paper(cases, name)
    assert (document.kind, document.sender) == ("Kamerbrief", sender)


def test_a_sentence_stands_below_its_own_heading(cases: Path) -> None:
    assert next(place for text, place in places(paper(cases, "koppen.txt")).items() if "6 jaar" in text).startswith(
        "paragraaf 3:"
    )


def test_ticked_boxes_say_which(cases: Path) -> None:
    document = paper(cases, "vakjes.docx")
    ticked = [block for block in document.blocks if block.place.startswith("aangekruist")]
    assert [document.text[block.start : block.end].split()[-1] for block in ticked] == ["Nee", "Nee"]
