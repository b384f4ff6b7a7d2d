from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.document import ReferenceKind
from ingest.references import references


@pytest.mark.parametrize(
    ("text", "identifiers"),
    [
        ("Kamerstuk 31 497, nr. 448", ["kst-31497-448"]),
        ("Kamerstuk 31 497 nr. 300", ["kst-31497-300"]),
        ("zie 31 497 nr 448.", ["kst-31497-448"]),
        ("Kamerstukken II 2022/23, 31497, nr. 448", ["kst-31497-448"]),
        ("Kamerstukken II, 2022-2023, 31497, nr. 448", ["kst-31497-448"]),
        ("Kamerstukken II 2022-2023, 31497, 448", ["kst-31497-448"]),
        ("TK 2022–2023, 31 497, nr. 448", ["kst-31497-448"]),
        ("Kamerstuk 31\u00a0497,\nnr. 448", ["kst-31497-448"]),
        ("zie 31497-448", ["kst-31497-448"]),
        ("Kamerstukken II, 2023/2024, 31 839, nr. 1024", ["kst-31839-1024"]),
        ("Kamerstuk 36 200 VIII, nr. 61", ["kst-36200-VIII-61"]),
        ("35 300-VIII, nr. 212", ["kst-35300-VIII-212"]),
        ("21 501-32, nr. 1703 en 21501-32-1740", ["kst-21501-32-1703", "kst-21501-32-1740"]),
        ("Kamerstuk 31 497, nrs. 447 en 448", ["kst-31497-447", "kst-31497-448"]),
        ("25 424, nr. 679, nr. 684 en 685", ["kst-25424-679", "kst-25424-684", "kst-25424-685"]),
        ("31 497, nrs. 3 t/m 5", ["kst-31497-3", "kst-31497-4", "kst-31497-5"]),
        ("29911-226; 31015-168", ["kst-29911-226", "kst-31015-168"]),
        ("31 497, nr. 448, 12 april 2023", ["kst-31497-448"]),
        ("31 497, nr. 448, 25 boten", ["kst-31497-448"]),
        ("Kamerstukken 33 400 V en 33 625, nr. 12", ["kst-33400-V-12"]),
        ("Kamerstukken I 2009/10, 32 217, nr. A", ["kst-32217-A"]),
        ("35 050, B", ["kst-35050-B"]),
        ("dossier 31 497, het wetsvoorstel (35 297) en wetsvoorstel 29976", ["31 497", "35 297", "29 976"]),
        ("Aanhangsel Handelingen II 2021/22, nr. 3572", ["ah-tk-20212022-3572"]),
        ("Aanhangsel Handelingen, vergaderjaar 2021–2022, nr. 3572", ["ah-tk-20212022-3572"]),
        ("Aanhangsel van de Handelingen II 2021/22, nrs. 12 en 13", ["ah-tk-20212022-12", "ah-tk-20212022-13"]),
        ("Aanhangsel Handelingen nr. 2038, vergaderjaar 2022-2023", ["ah-tk-20222023-2038"]),
        ("Handelingen II 2010/11, nr. 108, item 5, p. 25-36", ["h-tk-20102011-108-5"]),
        ("Handelingen II 2006/07, p. 3564-3568", ["h-tk-20062007-3564-3568"]),
        ("Staatsblad 2022, nr. 449 en Stcrt. 2022, 30766", ["stb-2022-449", "stcrt-2022-30766"]),
        ("Trb. 2016, 169", ["trb-2016-169"]),
        ("kst-31497-448 en ah-tk-20222023-2038", ["kst-31497-448", "ah-tk-20222023-2038"]),
        ("blg-1184123, 2023D12345 en 2023Z01227", ["blg-1184123", "2023D12345", "kv-tk-2023Z01227"]),
    ],
)
def test_a_number_is_known_in_all_spellings(text: str, identifiers: list[str]) -> None:
    assert [reference.identifier for reference in references(text)] == identifiers


@pytest.mark.parametrize(
    "text",
    [
        "tussen 10 000 en 20 000 boten, nr. 5",
        "bel 070-3405123 of 0318-12345",
        "dat kost 31.497 euro",
        "op 31 497 boten",
        "tussen 12 000 - 500 boten",
        "haven 12345 AB",
        "op 12-05-2023 om 10:15",
        "zie artikel 8 en vraag 12",
        "Tweede Kamer, vergaderjaar 2022–2023, Aanhangsel 2",
    ],
)
def test_another_number_is_no_reference(text: str) -> None:
    assert references(text) == []


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Kamerstukken II 2022/23, 31 497, nr. 448, p. 3", "p. 3"),
        ("31 497, nr. 448, blz. 3 – 5", "p. 3-5"),
        ("Handelingen II 2010/11, nr. 108, item 5, p. 25-36", "item 5, p. 25-36"),
        ("Aanhangsel Handelingen II 2022/23, nr. 2038, antwoord 5", "antwoord 5"),
        ("artikel 8, lid 3, van de WEC", "artikel 8, lid 3"),
    ],
)
def test_the_part_is_kept(text: str, part: str) -> None:
    (reference,) = references(text)
    assert (reference.part, reference.text) == (part, text)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("artikel 40, eerste en tweede lid, WPO", [("BWBR0003420", "artikel 40, eerste en tweede lid, WPO")]),
        ("volgens de Wet op de expertisecentra mag dat", [("BWBR0003549", "Wet op de expertisecentra")]),
        ("de Wet veilige havens is oud", [("", "Wet veilige havens")]),
        ("de Jeugdwet en de Leerplichtwet 1969", [("BWBR0034925", "Jeugdwet"), ("BWBR0002628", "Leerplichtwet 1969")]),
        (
            "de Wet boten, schepen en kades (Wbsk). De Wbsk geldt.",
            [("", "Wet boten, schepen en kades"), ("", "Wbsk"), ("", "Wbsk")],
        ),
        ("de Wet Langdurige Zorg (Wlz)", [("BWBR0035917", "Wet Langdurige Zorg"), ("BWBR0035917", "Wlz")]),
        ("het zijn spannende wetten, een Kaderwet", []),
    ],
)
def test_a_law_is_known_by_its_title(text: str, named: list[tuple[str, str]]) -> None:
    found = references(text)
    assert [(reference.identifier, reference.text) for reference in found] == named
    assert all(reference.kind is ReferenceKind.WET for reference in found)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("artikel 5.1, lid 2, onder e, van de Woo en artikel 5.1, lid 2, onder b.", ["onder e", "onder b"]),
        ("artikel 5.1, lid 2, onder e, van de Woo. Dat zegt ook artikel 5.1, lid 5, niet.", ["onder e", "lid 5"]),
        ("artikel 5.1, onder e, van de Woo en artikel 5.1, onder b, van dit besluit", ["onder e"]),
        ("artikel 5.1, onder e, van de Woo en artikel 5.2, onder b", ["onder e"]),
        ("artikel 5.1, onder b. Artikel 5.1, onder e, van de Woo", ["onder e"]),
        ("artikel 5.1, onder e, van de Woo.\n\nArtikel 5.1, onder b", ["onder e"]),
    ],
)
def test_an_article_is_of_the_law_that_its_paragraph_named_with_it(text: str, parts: list[str]) -> None:
    found = references(text)
    assert [reference.part.split(", ")[-1] for reference in found] == parts
    assert {reference.identifier for reference in found} == {"BWBR0045754"}


@pytest.mark.parametrize(
    "text", ["het wetsvoorstel «Wet beschikbaarheid boten»", "Met het wetsvoorstel Wet beschikbaarheid boten komt"]
)
def test_a_bill_is_no_law(text: str) -> None:
    assert [one for one in references(text) if one.kind is ReferenceKind.WET] == []


def test_a_law_that_a_bill_changes_is_one() -> None:
    found = references("Het wetsvoorstel tot wijziging van de Jeugdwet ligt in de Kamer.")
    assert [one.text for one in found if one.kind is ReferenceKind.WET] == ["Jeugdwet"]


@given(st.text(alphabet="Kamerstuk nrs. 31 497,-VIII/\n–enpB()Wt", max_size=60))
def test_references_are_spans_in_order(text: str) -> None:
    offset = 0
    for reference in references(text):
        assert text[reference.start : reference.end] == reference.text != ""
        assert reference.start >= offset or reference.end == offset  # "nrs. 3 t/m 5": two papers, the same words
        offset = reference.end


@pytest.mark.parametrize("before", ["", "Zie "])
def test_a_dossier_is_named_with_the_word_before_it_wherever_it_stands(before: str) -> None:
    (found,) = references(f"{before}Dossier 12 345 gaat over boten.")
    assert (found.text, found.start) == ("Dossier 12 345", len(before))
