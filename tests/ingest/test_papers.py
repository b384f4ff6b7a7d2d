"""The real papers, read: expected counts were worked by hand from the papers themselves."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from itertools import pairwise

import pytest

from ingest.document import BlockKind, Document, Kind, Role
from ingest.formats.text import read
from ingest.official_numbers import cite
from ingest.passages import cut
from ingest.reading import Reading
from ingest.structure.layout import lay_out
from tests.ingest.conftest import SHARED

pytestmark = pytest.mark.papers
FOUND = {"000": 0, "001": 1, "002": 2, "003": 3, "004": 4}


def counts(document: Document) -> Counter[BlockKind]:
    return Counter(block.kind for block in document.blocks)


def words(document: Document, kind: BlockKind) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks if block.kind is kind]


def test_every_paper_is_read_and_none_skipped(reading: Reading) -> None:
    assert len(reading.documents) == 5
    assert reading.skipped == ()
    assert reading.notes == ()


def test_each_kind_is_told_from_the_text(papers: dict[str, Document]) -> None:
    assert {name: paper.kind for name, paper in papers.items()} == {
        "000": Kind.SCHRIFTELIJK_OVERLEG,
        "001": Kind.BRIEF,
        "002": Kind.KAMERBRIEF,
        "003": Kind.BESLISNOTA,
        "004": Kind.AANHANGSEL,
    }


@pytest.mark.parametrize("name", FOUND)
def test_passages_cover_all_text_to_the_letter(papers: dict[str, Document], name: str) -> None:
    paper = papers[name]
    passages = cut(paper)
    assert "".join(passage.text for passage in passages) == paper.text
    assert all(first.end == second.start for first, second in pairwise(passages))
    assert max(len(passage.text.split()) for passage in passages) < 200


@pytest.mark.parametrize("name", FOUND)
def test_canonical_text_differs_from_the_file_only_by_what_is_listed(papers: dict[str, Document], name: str) -> None:
    raw = read((SHARED / "corpus" / papers[name].source.file).read_bytes())
    layout = lay_out(raw)
    pieces, offset = [], 0
    for stretch in layout.dropped:
        pieces.append(raw.text[offset : stretch.start])
        offset = max(offset, stretch.end)
    pieces.append(raw.text[offset:])
    assert "".join(pieces).split() == layout.text.split()


def test_the_aanhangsel(papers: dict[str, Document]) -> None:
    paper = papers["004"]
    assert paper.identifier == "ah-tk-20222023-2038"
    assert paper.date == date(2023, 3, 28)
    assert paper.sender == "Minister Wiersma (Primair en Voortgezet Onderwijs)"
    assert cite(paper, "antwoord 5") == "Aanhangsel Handelingen II 2022/23, nr. 2038, antwoord 5"
    places = {block.place for block in paper.blocks if block.kind is BlockKind.HEADING}
    assert places == {f"{word} {number}" for word in ("vraag", "antwoord") for number in range(1, 8)}
    assert counts(paper)[BlockKind.FOOTNOTE] == 6
    assert all(block.context for block in paper.blocks if block.kind in {BlockKind.ANSWER, BlockKind.FOOTNOTE})
    roles = {block.kind: block.speaker.role for block in paper.blocks}
    assert (roles[BlockKind.QUESTION], roles[BlockKind.ANSWER]) == (Role.KAMERLID, Role.BEWINDSPERSOON)
    fifth = " ".join(
        paper.text[block.start : block.end]
        for block in paper.blocks
        if block.kind is BlockKind.ANSWER and block.number == "5"
    )
    assert {"41", "39"} <= set(re.findall(r"\d+", fifth))


def test_the_kamerbrief(papers: dict[str, Document]) -> None:
    """21 plain and 11 numbered headings; no notes 23 to 26; lists of 7, 5, 3, 4, 2, 3 and 2 items."""
    paper = papers["002"]
    assert counts(paper)[BlockKind.HEADING] == 32
    assert counts(paper)[BlockKind.LIST_ITEM] == 26
    notes = [block for block in paper.blocks if block.kind is BlockKind.FOOTNOTE]
    assert [int(block.number) for block in notes] == [*range(1, 23), *range(27, 32)]
    assert all(block.context for block in notes)
    paths = {block.path[0] for block in paper.blocks if block.path}
    assert "Leerlingenvervoer" in paths
    assert "Reserves samenwerkingsverbanden" in paths
    assert paper.date == date(2023, 3, 30)
    assert paper.sender.startswith("A.D. Wiersma, minister voor Primair en Voortgezet Onderwijs, mede namens")
    assert {block.speaker.role for block in paper.blocks} == {Role.BEWINDSPERSOON}


def test_broken_words_of_the_kamerbrief_are_whole(papers: dict[str, Document]) -> None:
    text = papers["002"].text
    for whole in ("Doelstellingenmonitor", "PO-Raad", "VO-raad", "-inhoud", "Wlz-uitvoerders"):
        assert whole in text
    # What is left of hyphens before a space stands for the rest of a compound.
    left = set(re.findall(r"\w- (\w+)", text))
    assert left <= {"en", "én", "of", "dan"}
    assert "8dbc-0611ffd4538d&title=" in text  # an address that stood on three lines


def test_the_beslisnota(papers: dict[str, Document]) -> None:
    """Three empty bullets and eighteen labels with grounds, of which twice two on a line; seven rows of a table.

    42 items, one of which is cut in two by grounds, and one by a first word made unreadable.
    """
    paper = papers["003"]
    hidden = words(paper, BlockKind.REDACTION)
    assert hidden.count("•") == 3
    assert len(hidden) == 21
    assert counts(paper)[BlockKind.LIST_ITEM] == 44
    assert counts(paper)[BlockKind.TABLE] == 7
    assert {block.path[0] for block in paper.blocks} == {"Nota 1", "Nota 2"}
    assert {block.speaker.role for block in paper.blocks} == {Role.AMBTELIJK}
    assert "aanvraag van  af te wijzen" in paper.text
    assert "VO-raad" in paper.text
    headings = words(paper, BlockKind.HEADING)
    assert {"Aanleiding", "Geadviseerd besluit", "Kernpunten", "Financiële gevolgen"} <= set(headings)
    assert paper.date is None


def test_the_schriftelijk_overleg(papers: dict[str, Document]) -> None:
    paper = papers["000"]
    said = [(block.kind, block.place) for block in paper.blocks if block.kind is not BlockKind.HEADING]
    assert said == [
        (BlockKind.QUESTION, "inbreng SP-fractie"),
        *[(BlockKind.ANSWER, "reactie op de SP-fractie")] * 3,
        (BlockKind.QUESTION, "inbreng PvdA-fractie"),
        (BlockKind.ANSWER, "reactie op de PvdA-fractie"),
        (BlockKind.FOOTNOTE, "voetnoot 25"),
        (BlockKind.FOOTNOTE, "voetnoot 26"),
    ]


def test_the_letter(papers: dict[str, Document]) -> None:
    paper = papers["001"]
    assert paper.sender == "Arie Slob, minister voor Basis- en Voortgezet Onderwijs en Media"
    assert paper.recipient == "bestuur van Netwerk LPO"
    assert paper.date is None
    assert counts(paper) == {BlockKind.PARAGRAPH: 8}


@pytest.mark.parametrize(
    ("file", "pairs", "notes", "received"),
    [
        ("ah-tk-20232024-1314.pdf", 4, 2, date(2024, 3, 25)),
        ("ah-tk-20232024-1432.pdf", 6, 3, date(2024, 4, 5)),
        ("ah-tk-20232024-2271.pdf", 12, 17, date(2024, 8, 12)),
        ("ah-tk-20232024-2395.pdf", 5, 2, date(2024, 8, 30)),
    ],
)
def test_other_aanhangsels(samples: dict[str, Document], file: str, pairs: int, notes: int, received: date) -> None:
    paper = samples[file]
    assert paper.identifier == file.removesuffix(".pdf")
    assert paper.date == received
    labels = [block.place for block in paper.blocks if block.kind is BlockKind.HEADING]
    assert len(labels) == pairs * 2
    assert counts(paper)[BlockKind.FOOTNOTE] == notes
    assert all(block.context for block in paper.blocks if block.kind is BlockKind.ANSWER)


@pytest.mark.parametrize(("file", "questions"), [("antwoord-me-er.docx", 3), ("antwoord-noodgevallennummer.docx", 10)])
def test_answers_as_a_ministry_sends_them(samples: dict[str, Document], file: str, questions: int) -> None:
    paper = samples[file]
    places = {block.place for block in paper.blocks if block.kind is BlockKind.QUESTION}
    assert places == {f"vraag {number}" for number in range(1, questions + 1)}
    assert paper.sender == "D. Yeşilgöz-Zegerius, minister van Justitie en Veiligheid"
    assert all(block.context for block in paper.blocks if block.kind is BlockKind.ANSWER)
