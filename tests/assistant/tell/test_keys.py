"""A row of a table that is named by an abbreviation answers for that one, never for another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.tell.keys import of_its_row
from ingest.document import BlockKind
from tests.assistant.made import evidence, paper, question

SORTS = ("zml", "zmlk", "zmok", "vso", "vsok", "lwoo", "tlv")
HEAD = "Soort | Maximum"


def told(text: str, *rows: str, prose: str = "De groepen zijn klein.") -> tuple[list[str], str]:
    """The rows that a question may mean, and the abbreviation for which there is none."""
    lines = (prose, HEAD, *rows)
    document = paper(*lines, kinds=(BlockKind.PARAGRAPH, *(BlockKind.TABLE,) * (len(rows) + 1)))
    found = [evidence(document, block=place) for place in range(2, len(lines))]
    left, lacking = of_its_row(question(text), found)
    return [one.text for one in left], lacking


@given(sorts=st.lists(st.sampled_from(SORTS), min_size=1, unique=True), asked=st.sampled_from(SORTS))
def test_a_row_is_told_for_its_own_key_and_no_other(sorts: list[str], asked: str) -> None:
    rows = [f"{sort} | {number}" for number, sort in enumerate(sorts, start=11)]
    left, lacking = told(f"Wat is het maximum voor {asked}?", *rows)
    assert left == [row for row in rows if row.split(" | ")[0] == asked]
    assert lacking == ("" if left else asked)


@pytest.mark.parametrize(
    ("text", "rows", "left"),
    [
        ("Hoeveel telt het so?", ("vso | 3", "so | 5"), ["so | 5"]),  # a word that Dutch has, within a longer key
        ("Hoeveel telt vso nacht?", ("vso dag | 3", "vso nacht | 5"), ["vso dag | 3", "vso nacht | 5"]),
        ("Hoeveel telt vso zml?", ("vso | zmlk | 3", "vso | zml | 5", "sbo | zml | 7"), ["vso | zml | 5"]),
        ("Hoeveel tellen zml en zmlk?", ("zml | 3", "zmlk | 5", "vso | 7"), ["zml | 3", "zmlk | 5"]),
        (
            "Hoeveel telt het vso?",
            ("voortgezet speciaal onderwijs | 3", "lwoo | 5"),
            ["voortgezet speciaal onderwijs | 3"],
        ),
        ("Hoeveel telt zml?", ("zmlk | 3", "Totaal | 5"), []),
        ("Hoeveel kost de bus?", ("Buskaart | 3", "Treinkaart | 5"), ["Buskaart | 3", "Treinkaart | 5"]),  # whole words
        ("Hoeveel groepen zitten erin?", ("zmlk | 3", "vso | 5"), ["zmlk | 3", "vso | 5"]),  # no abbreviation
        ("Hoeveel is het maximum?", ("zmlk | 3", "vso | 5"), ["zmlk | 3", "vso | 5"]),
    ],
)
def test_which_rows_may_be_meant(text: str, rows: tuple[str, ...], left: list[str]) -> None:
    assert told(text, *rows)[0] == left


def test_an_abbreviation_of_which_the_paper_speaks_elsewhere_names_no_row() -> None:
    """The ministry pays; but where a key is the word with more letters, it is taken for a key."""
    assert told("Hoeveel betaalt OCW voor zmlk?", "zmlk | 3", "vso | 5", prose="OCW betaalt.")[0] == ["zmlk | 3"]
    assert told("Wat is het maximum voor zml?", "zmlk | 3", prose="Ook zml is onderwijs.") == ([], "zml")


def test_what_else_says_the_abbreviation_is_told() -> None:
    document = paper("Voor zml is het elf.", HEAD, "zmlk | 13", kinds=(BlockKind.PARAGRAPH, *(BlockKind.TABLE,) * 2))
    row, sentence = evidence(document, block=2), evidence(document, block=0)
    assert of_its_row(question("Wat is het maximum voor zml?"), [row, sentence]) == ([sentence], "")


def test_a_row_without_cells_bars_no_question_by_a_word_that_it_lacks() -> None:
    """Nothing tells its name from its figures: "max" may be short for a word of a sentence."""
    rows = ("Praktijkonderwijs en vmbo 31 29 -2", "Havo en vwo 113 84 -29")
    assert told("Wat is de max bijdrage?", *rows) == (list(rows), "")


def test_an_abbreviation_is_lacking_only_where_a_row_would_answer() -> None:
    document = paper(
        "De pont is van wie hem bouwt.", HEAD, "zmlk | 11", kinds=(BlockKind.PARAGRAPH, *(BlockKind.TABLE,) * 2)
    )
    prose, row = evidence(document), evidence(document, block=2)
    asked = question("mevr wil weten van wie de pont is")
    assert of_its_row(asked, [prose, prose, prose, row]) == ([prose] * 3, "")
    assert of_its_row(asked, [prose, row]) == ([prose], "mevr")
