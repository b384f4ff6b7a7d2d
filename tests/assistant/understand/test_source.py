"""Who, or which paper, is to answer a question is no part of what it asks."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.understand.source import papers_of_their_day, without_source
from ingest.document import Kamervragen, Kind
from tests.assistant.made import paper

ASKED = "Hoeveel boten varen er in 2023?"
LETTER = replace(paper("Er varen 40 boten.", identifier="kst-12345-8", day=date(2024, 5, 4)), kind=Kind.KAMERBRIEF)
NOTE = replace(LETTER, identifier="bestand-1", kind=Kind.BESLISNOTA)
LATER = replace(LETTER, identifier="kst-12345-9", date=date(2024, 5, 20))
ANSWERS = replace(
    LETTER,
    identifier="ah-tk-20232024-7",
    kind=Kind.AANHANGSEL,
    date=date(2024, 6, 3),
    kamervragen=Kamervragen(sent=date(2024, 5, 2)),
)
PAPERS = (LETTER, NOTE, LATER, ANSWERS)


@pytest.mark.parametrize(
    "told",
    [
        "Volgens de Kamerbrief van 4 mei 2024: hoeveel boten varen er in 2023?",
        "Hoeveel boten varen er in 2023, volgens de brief van minister Bos van 4 mei 2024?",
        "Hoeveel boten varen er volgens de Minister van Verkeer, Water en Eilanden in 2023?",
        "Hoeveel boten varen er blijkens de beslisnota van maandag 4 mei 2024 aan de Tweede Kamer in 2023?",
        "Hoeveel boten varen er in 2023 volgens staatssecretaris Van der Kaai (Eilanden)?",
        "Hoeveel boten varen er in 2023, volgens de antwoorden op Kamervragen van het lid Bos (ABC) van 2-5-2024?",
    ],
)
def test_the_source_is_taken_out(told: str) -> None:
    assert without_source(told).lower() == ASKED.lower()


@pytest.mark.parametrize(
    "text",
    [
        ASKED,
        "Hoeveel boten varen er volgens Rijkswaterstaat in 2023?",
        "Wie ondertekende de brief van 4 mei 2024?",
        "Wat staat er in de wet van 4 mei 2024 over boten?",
        "Waarom is de motie van 4 mei 2024 aangehouden?",
        "Volgens minister Bos?",
        "Wat is er gebeurd met de toezegging in de brief van 4 mei 2024?",
        "Wat is het verschil tussen de cijfers in de brief van 4 mei 2024 en in de brief van 3 juni 2023?",
        "In welk stuk staat dat?",
    ],
)
def test_what_is_asked_stays(text: str) -> None:
    assert without_source(text) == text


def test_a_surname_is_one_word_and_an_office_may_be_many() -> None:
    told = without_source("Hoeveel boten heeft volgens minister A.B. Van der Kaai Utrecht in 2023?")
    assert told == "Hoeveel boten heeft Utrecht in 2023?"
    office = "Hoeveel boten varen er volgens de minister voor Zee- en Nationale Havens en Kust in 2023?"
    assert without_source(office) == ASKED
    both = "Wie is volgens de minister verantwoordelijk en volgens de staatssecretaris?"
    assert without_source(both) == "Wie is verantwoordelijk?"


def test_what_is_left_of_a_paper_named_by_number_is_taken_out_where_one_was() -> None:
    assert without_source("Hoeveel boten varen er, volgens ?", numbered=True) == "Hoeveel boten varen er?"
    assert without_source("Wat staat daarover in de brief?") == "Wat staat daarover in de brief?"


@pytest.mark.parametrize(
    ("source", "papers"),
    [
        ("volgens de Kamerbrief van 4 mei 2024", [LETTER]),
        ("in de nota van 4 mei 2024", [NOTE]),
        ("volgens de stukken van mei 2024", [LETTER, NOTE, LATER, ANSWERS]),
        ("in de brief van minister Bos van mei 2024", [LETTER, LATER]),
        ("volgens de antwoorden op Kamervragen van 2 mei 2024", [ANSWERS]),
        ("volgens de antwoorden op Kamervragen van 3 juni 2024", [ANSWERS]),
        ("volgens de Kamerbrief van 5 mei 2024", []),
        ("volgens de Kamerbrief van 4 mei 2024 en volgens de nota van 4 mei 2024", [LETTER, NOTE]),
        ("volgens de Kamerbrief van 4 mei 2024 en volgens de nota van 5 mei 2024", []),
        ("later dan in de brief van 4 mei 2024", []),
        ("met de toezegging uit de brief van 4 mei 2024", []),
        ("sinds de brief van 4 mei 2024", []),
        ("in het rapport van 4 mei 2024", []),
        ("volgens de Kamerbrief", []),
    ],
)
def test_a_paper_is_known_by_its_kind_and_day(source: str, papers: list) -> None:
    assert papers_of_their_day(f"Hoeveel boten varen er {source}?", PAPERS) == tuple(one.identifier for one in papers)
