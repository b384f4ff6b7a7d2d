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
        ("Er zijn 46 op zichzelf staande boten.", "count", "46", "boten"),
        ("Drie door de havenmeester bezochte kades.", "count", "3", "kades"),
        ("Ruim een miljoen boten.", "count", "1000000", "boten"),
        ("Zo’n duizend2 boten.", "count", "1000", "boten"),
        ("Er varen 20 000 boten.", "count", "20000", "boten"),
        ("De helft van de boten lekt.", "count", "1/2", "boten"),
        ("Een kwart van de boten lekt.", "count", "1/4", "boten"),
        ("Driekwart van de boten lekt.", "count", "3/4", "boten"),
        ("Een op de vijf jonge schippers.", "count", "1/5", "schippers"),
        ("Zo’n een op de tien.", "count", "1/10", ""),
        ("Dit kost 15 mln euro.", "amount", "15000000", "euro"),
        ("Dit kost € 5.000,- per boot.", "amount", "5000", "euro"),
        ("Dit kost anderhalf miljoen euro.", "amount", "1500000", "euro"),
        ("Ruim 62 procent.3 Dat is veel.", "percentage", "62", "%"),
        ("Een daling van 2 procentpunt.", "percentage", "2", "procentpunt"),
        ("Na een half jaar.", "period", "0.5", "jaar"),
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
        ("In het eerste kwartaal van 2025.", "date", "2025-Q1", ""),
        ("In Q3 2024.", "date", "2024-Q3", ""),
        ("In de tweede helft van dit jaar.", "date", "2023-H2", ""),
        ("Met ingang van 1 augustus 2024.", "date", "2024-08-01", ""),
        ("In schooljaar 2023-2024.", "date", "2023/2024", ""),
        ("De periode 2025–2028.", "date", "2025/2028", ""),
        ("Het was 12 jan. 2023.", "date", "2023-01-12", ""),
        ("Het was 2023-05-12.", "date", "2023-05-12", ""),
        ("Vóór 31 januari dit jaar.", "deadline", "2023-01-31", ""),
        ("In afgelopen voorjaar.", "date", "voorjaar 2022", ""),
        ("Ik schreef vorige maand.", "date", "2023-02", ""),
        ("Ik kom volgende week.", "date", "2023-04-03/2023-04-09", ""),
        ("Ik schrijf begin volgend jaar.", "date", "begin 2024", ""),
        ("Ik kom daar na het zomerreces op terug.", "date", "na zomer 2023", ""),
        ("In vorig schooljaar.", "date", "2021/2022", ""),
        ("Vóór het einde van het schooljaar.", "deadline", "einde 2022/2023", ""),
        ("Het afgelopen jaar ging dat goed.", "date", "2022-03-28/2023-03-28", ""),
        ("Ik begin vanaf april.", "date", "2023-04", ""),
        ("Sinds afgelopen april.", "date", "2022-04", ""),
        ("Ik beslis binnen zes weken.", "deadline", "6", "weken"),
        ("Er kwamen volgens deze nota 40 aanvragen.", "count", "40", "aanvragen"),
    ],
)
def test_a_value_is_found_with_what_it_stands_for(text: str, kind: str, value: str, unit: str) -> None:
    assert found(text) == [(kind, value, unit)]


@pytest.mark.parametrize(
    "text",
    [
        "Zie vraag 5 en bijlage 4.",
        "In bijlagen 9, 10 en 11.",
        "Zie nota 2 en nota 3.",
        "Kamerstuk 31 497, nr. 448",
        "Eén van de redenen is dit.",
        "Wij praten één op één.",
        "Daarvoor acht het kabinet dit nodig.",
        "Zie https://haven.nl/20%20boten",
        "Dat schreef ik.3 De rest volgt.",
        "31 Kamerstuk 33 495, nr. 123.",
        "2038",
        "Zie de Leerplichtwet 1969 en de WVO 2020.",
        "T 070 123 45 67",
        "Kade 12\n1234 AB Havenstad",
        "Voor 4 of 5-jarige kinderen.",
        "Wat bedoelt u? 1) 2)",
        "In de jaren 80 was dit zo.",
        "Dat kan in een volgend jaar.",
    ],
)
def test_a_name_or_mark_is_no_value(text: str) -> None:
    assert found(text) == []


def test_a_raised_footnote_mark_is_no_part_of_a_number() -> None:
    found = values("Er varen 853¹ boten; dat kost € 1.820² en 14%³ meer.")
    assert [value.value for value in found] == ["853", "1820", "14"]


@pytest.mark.parametrize("text", ["Dat kost ² miljoen euro.", "① miljoen boten.", "³ boten.", "Binnen ² weken."])
def test_a_sign_that_only_looks_like_a_figure_is_no_number(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Op 3 ſeptember 2023.", "2023-09-03"),
        ("Eind aprıl 2024.", "eind 2024-04"),
        ("Op 3 APRİL 2024.", "2024-04-03"),
        ("Twee zeſde van de boten.", "2/6"),
        ("Twee mıljoen boten.", "2000000"),
    ],
)
def test_a_letter_of_another_alphabet_does_not_hide_a_word(text: str, value: str) -> None:
    assert [each for _, each, _ in found(text)] == [value]


@pytest.mark.parametrize("reference", [date.min, date.max])
@pytest.mark.parametrize("text", ["Dat komt eind maart.", "Het afgelopen jaar.", "Volgende week.", "Vorige week."])
def test_the_first_and_the_last_day_that_there_are_stand_for_no_day_of_writing(text: str, reference: date) -> None:
    assert found(text, reference) == found(text, None)


def test_what_is_counted_carries_over() -> None:
    assert found("Er kwamen 41 aanvragen, waarvan er 39 zijn toegekend.") == [
        ("count", "41", "aanvragen"),
        ("count", "39", "aanvragen"),
    ]


def test_without_a_day_of_writing_a_relative_date_has_no_value() -> None:
    assert found("Uiterlijk 15 juni a.s. of dit najaar.", None) == [("deadline", "", ""), ("date", "", "")]


def test_a_year_is_never_added_to_a_bare_day() -> None:
    assert found("Op 17 maart schreef ik dit.") == [("date", "", "")]


def test_both_ends_of_a_stretch_share_scale_and_unit() -> None:
    assert found("Tussen de 10 en 20 miljoen euro.") == [("amount", "10000000", "euro"), ("amount", "20000000", "euro")]
    assert found("Het kost € 10 tot 15 miljoen.") == [("amount", "10000000", "euro"), ("amount", "15000000", "euro")]
    assert found("Tussen 10 en 15 procent.") == [("percentage", "10", "%"), ("percentage", "15", "%")]
    assert found("Zes tot acht weken.") == [("period", "6", "weken"), ("period", "8", "weken")]
    assert found("Er zijn 30 tot 40 boten.") == [("count", "30", "boten"), ("count", "40", "boten")]


def test_all_days_of_a_list_are_found() -> None:
    assert [value for _, value, _ in found("Op 14, 15 en 16 mei aanstaande.")] == [
        "2023-05-14",
        "2023-05-15",
        "2023-05-16",
    ]


def test_the_end_of_a_stretch_is_no_deadline() -> None:
    assert found("Van 3 juni 2024 tot en met 9 juli 2024.") == [("date", "2024-06-03", ""), ("date", "2024-07-09", "")]


@pytest.mark.parametrize(
    "text", ["Vóór de zomer heb ik u geschreven.", "Ik meld dit jaarlijks vóór de zomer.", "In het najaar."]
)
def test_a_season_that_may_be_past_has_no_value(text: str) -> None:
    assert [value for _, value, _ in found(text)] == [""]


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    assert all(text[value.start : value.end] == value.text for value in values(text, MARCH))


@given(st.text(alphabet="één drie 12.,% €jaar mei 2023/-nr\n", max_size=60))
def test_values_are_spans_that_do_not_overlap(text: str) -> None:
    offset = 0
    for value in values(text, MARCH):
        assert value.start >= offset
        assert text[value.start : value.end] == value.text
        assert isinstance(value.kind, ValueKind)
        offset = value.end
