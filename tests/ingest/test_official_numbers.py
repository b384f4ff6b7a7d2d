from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ingest.document import Document, Kamervragen, Kind, Reply, Source
from ingest.official_numbers import cite, is_identifier, vergaderjaar

PAPER = Source(file="boot.txt", sha256="0")


def paper(identifier: str, kind: Kind = Kind.KAMERBRIEF, day: date | None = None, about: str = "") -> Document:
    return Document(
        identifier=identifier, kind=kind, title="De boot", text="", source=PAPER, date=day, summary_of=about
    )


def test_a_long_title_is_shortened_at_a_word() -> None:
    document = Document(identifier="bestand-1", kind=Kind.BRIEF, title="Vaart " * 40, text="", source=PAPER)
    title = cite(document).split('"')[1]
    assert title == "Vaart " * 19 + "…"  # 19 × 6 letters and the dots are 115, one word more would be 121


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("ah-tk-20222023-2038", True),
        ("kst-31497-448-h1", True),
        ("kst-31497-448-eerder-1", False),
        ("brief-2023", False),
        ("", False),
    ],
)
def test_an_identifier_is_known_by_its_form(name: str, is_one: bool) -> None:
    assert is_identifier(name) is is_one


@pytest.mark.parametrize(
    ("document", "place", "citation"),
    [
        (
            paper("ah-tk-20222023-2038"),
            "antwoord 5",
            "Aanhangsel Handelingen II 2022/23, nr. 2038, antwoord 5",
        ),
        (paper("ah-tk-19992000-12"), "", "Aanhangsel Handelingen II 1999/00, nr. 12"),
        (paper("kst-31497-448", day=date(2023, 3, 30)), "", "Kamerstukken II 2022/23, 31 497, nr. 448"),
        (paper("kst-31497-448"), "", "Kamerstukken II, 31 497, nr. 448"),
        (paper("kst-36410-XVI-160"), "", "Kamerstukken II, 36 410 XVI, nr. 160"),
        (paper("kst-21501-32-1703"), "", "Kamerstukken II, 21 501-32, nr. 1703"),
        (paper("kst-21501-31-207-h1"), "", "Kamerstukken II, 21 501-31, nr. 207 (herdruk)"),
        (paper("kst-21501-20-C"), "", "Kamerstukken I, 21 501-20, C"),
        (paper("kst-36200-A-5"), "", "Kamerstukken II, 36 200 A, nr. 5"),
        (paper("kst-33106-AA"), "", "Kamerstukken I, 33 106, AA"),
        (paper("bestand-1", Kind.BRIEF), "", 'Brief "De boot", datum onbekend (bestand boot.txt)'),
        (
            paper("bestand-1", Kind.BESLISNOTA, date(2023, 2, 12)),
            "paragraaf Kernpunten",
            'Beslisnota "De boot", 12 februari 2023 (bestand boot.txt), paragraaf Kernpunten',
        ),
        (
            paper("samenvatting-ah-tk-20222023-2038", Kind.SAMENVATTING, about="ah-tk-20222023-2038"),
            "antwoord 5",
            "Samenvatting van Aanhangsel Handelingen II 2022/23, nr. 2038 (lees het officiële stuk), antwoord 5",
        ),
    ],
)
def test_a_paper_is_cited_in_the_usual_form(document: Document, place: str, citation: str) -> None:
    assert cite(document, place) == citation


def test_a_page_comes_last() -> None:
    assert cite(paper("ah-tk-20222023-2038"), "vraag 1", 2).endswith("nr. 2038, vraag 1, p. 2")
    letter = paper("kst-31497-448", day=date(2023, 3, 30))
    assert cite(letter, page=3) == "Kamerstukken II 2022/23, 31 497, nr. 448, p. 3"
    assert cite(letter, page=3, until=3) == cite(letter, page=3)
    assert cite(letter, page=3, until=4) == "Kamerstukken II 2022/23, 31 497, nr. 448, p. 3-4"


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2023, 9, 18), (2022, 2023)),
        (date(2023, 9, 19), (2023, 2024)),
        (date(2020, 9, 14), (2019, 2020)),
        (date(2020, 9, 15), (2020, 2021)),
        (date(2023, 1, 1), (2022, 2023)),
    ],
)
def test_the_vergaderjaar_begins_on_the_third_tuesday_of_september(day: date, year: tuple[int, int]) -> None:
    assert vergaderjaar(day) == year


@pytest.mark.parametrize(
    ("kind", "number", "title", "citation"),
    [
        (Kind.KAMERBRIEF, "2021Z00123", "Kamervragen", "Antwoorden op Kamervragen 2021Z00123 over de boot"),
        (Kind.KAMERBRIEF, "", "Beantwoording vragen", "Antwoorden op Kamervragen over de boot"),
        (Kind.KAMERBRIEF, "2021Z00123", "Verantwoording", 'Kamerbrief "Verantwoording"'),  # it answers besides
        (Kind.ONBEKEND, "2021Z00123", "Kamervragen", 'Stuk "Kamervragen"'),
    ],
)
def test_a_letter_of_answers_is_cited_as_such(kind: Kind, number: str, title: str, citation: str) -> None:
    asked = Kamervragen(sent_as=number, subject="de boot", reply=Reply.ANTWOORD)
    cited = cite(replace(paper("bestand-1", kind, date(2021, 5, 3)), title=title, kamervragen=asked))
    assert cited == f"{citation}, 3 mei 2021 (bestand boot.txt)"


def test_a_letter_that_puts_answers_off_or_an_annex_is_no_letter_of_answers() -> None:
    asked = Kamervragen(subject="de boot", reply=Reply.ANTWOORD)
    answers = replace(paper("bestand-1"), title="Kamervragen", kamervragen=asked)
    assert cite(replace(answers, annex_of="kst-31497-448")).startswith("Bijlage bij")
    put_off = replace(answers, kamervragen=replace(asked, reply=Reply.MEDEDELING))
    assert cite(put_off).startswith('Kamerbrief "Kamervragen"')


def test_a_letter_that_only_repeats_questions_is_a_letter() -> None:
    asked = Kamervragen(sent_as="2021Z00123", subject="de boot")
    assert cite(replace(paper("bestand-1"), kamervragen=asked)).startswith('Kamerbrief "De boot"')
