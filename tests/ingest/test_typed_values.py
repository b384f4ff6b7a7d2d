from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.typed_values import ValueKind, values

MARCH = date(2023, 3, 28)


def found(text: str, reference: date | None = MARCH) -> list[tuple[str, str, str]]:
    return [(value.kind.value, value.value, value.unit) for value in values(text, reference)]


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit"),
    [
        ("Er zijn 41 aanvragen gedaan.", "count", "41", "aanvragen"),
        ("Er zijn vijftien knelpunten.", "count", "15", "knelpunten"),
        ("Met tien aangekondigde maatregelen.", "count", "10", "maatregelen"),
        ("Eén kind zit thuis.", "count", "1", "kind"),
        ("Er zijn 1.500 leerlingen.", "count", "1500", "leerlingen"),
        ("Er zijn tweeëntwintig scholen.", "count", "22", "scholen"),
        ("In alle vier de regio’s.", "count", "4", "regio"),
        ("Eén derde van de ouders weet dit.", "count", "1/3", "ouders"),
        ("Drie op de vijf leerlingen reist.", "count", "3/5", "leerlingen"),
        ("Dit kost € 1,5 miljard.", "amount", "1500000000", "euro"),
        ("Dit kost 50 miljoen euro.", "amount", "50000000", "euro"),
        ("Het tarief is 9,5 cent.", "amount", "9.5", "cent"),
        ("Dat is 2,5 procent.", "percentage", "2.5", "%"),
        ("Dat is 66% van het geheel.", "percentage", "66", "%"),
        ("De reis duurt 45 minuten.", "period", "45", "minuten"),
        ("Voor vijf jaar.", "period", "5", "jaar"),
        ("Binnen één jaar.".lower(), "deadline", "1", "jaar"),
        ("Op 17 februari 2023 ingezonden.", "date", "2023-02-17", ""),
        ("De stand op 31-12-2022.", "date", "2022-12-31", ""),
        ("Per augustus 2024.", "date", "2024-08", ""),
        ("Uiterlijk 15 juni a.s. volgt een brief.", "deadline", "2023-06-15", ""),
        ("De brief van 22 december jl. noemt dit.", "date", "2022-12-22", ""),
        ("Ik kom hier voor de zomer op terug.", "deadline", "zomer 2023", ""),
        ("Ik doe dit najaar een voorstel.", "date", "najaar 2023", ""),
        ("Het was eind 2022 klaar.", "date", "eind 2022", ""),
        ("In 2035 is het klaar.", "date", "2035", ""),
    ],
)
def test_a_value_is_found_with_what_it_stands_for(text: str, kind: str, value: str, unit: str) -> None:
    assert found(text) == [(kind, value, unit)]


@pytest.mark.parametrize(
    "text",
    [
        "Zie vraag 5 en bijlage 4.",
        "In bijlagen 9, 10 en 11.",
        "Kamerstuk 31 497, nr. 448",
        "Eén van de redenen is dit.",
        "Wij praten één op één.",
        "Daarvoor acht het kabinet dit nodig.",
        "Zie https://haven.nl/20%20boten",
        "Dat schreef ik.3 De rest volgt.",
        "31 Kamerstuk 33 495, nr. 123.",
        "2038",
    ],
)
def test_a_name_or_mark_is_no_value(text: str) -> None:
    assert found(text) == []


def test_what_is_counted_carries_over() -> None:
    assert found("Er kwamen 41 aanvragen, waarvan er 39 zijn toegekend.") == [
        ("count", "41", "aanvragen"),
        ("count", "39", "aanvragen"),
    ]


def test_without_a_day_of_writing_a_relative_date_has_no_value() -> None:
    assert found("Uiterlijk 15 juni a.s. of dit najaar.", None) == [("deadline", "", ""), ("date", "", "")]


def test_a_year_is_never_added_to_a_bare_day() -> None:
    assert found("Op 17 maart schreef ik dit.") == [("date", "", "")]


@given(st.text(alphabet="één drie 12.,% €jaar mei 2023/-nr\n", max_size=60))
def test_values_are_spans_that_do_not_overlap(text: str) -> None:
    offset = 0
    for value in values(text, MARCH):
        assert value.start >= offset
        assert text[value.start : value.end] == value.text
        assert isinstance(value.kind, ValueKind)
        offset = value.end
