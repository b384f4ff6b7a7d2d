"""The names, years and numbers of a question."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understand.asking import asking
from assistant.understand.names import (
    LONE_NUMBER,
    MAY_BE_NAME,
    NAME,
    is_year,
    named_in,
    numbers_in,
    options_in,
    written_in_full,
    years_in,
)


def test_names_years_and_numbers_are_noted() -> None:
    assert named_in("Wat schreef minister Jansen in 2019 over de 12 plekken?") == ("2019", "12", "jansen")


def test_capitals_of_an_angry_message_are_not_names() -> None:
    assert named_in("WAAROM KOMT DE BUS NIET?") == ()
    assert named_in("Welke hulp is er bij ME?") == ("ME",), "folded it would be a common word"


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("Optie B of variant A en C?", [("optie", "B"), ("variant", "A"), ("variant", "C")]),
        ("Scenario 2", [("scenario", "2")]),
        ("Wat kost haven B?", [("haven", "B")]),
        ("Kunt U zeggen of U vaart, weet U dat?", []),
        ("Heeft U boten?", []),
        ("Groep A vaart, Haven B niet.", []),
        ("nadelen optie b of c", [("optie", "B"), ("optie", "C")]),
        ("een variant o.a. voor de pont", []),
        ("een optie t/m 2030, een optie e-mail", []),
    ],
)
def test_an_option_is_named_by_a_letter_or_a_digit(text: str, options: list[tuple[str, str]]) -> None:
    assert options_in(text) == options


def test_an_abbreviation_of_two_things_of_the_field_is_sure_of_neither() -> None:
    assert written_in_full("so") == ()


def test_an_abbreviation_of_the_field_is_known_by_the_first_letters_of_words_and_of_their_parts() -> None:
    assert written_in_full("OCW") == ("onderwijs, cultuur en wetenschap",)
    assert written_in_full("jenv") == ("justitie en veiligheid",)
    assert written_in_full("svb") == ("sociale verzekeringsbank",), "not kinderbijslag, which it pays"
    assert written_in_full("rvo") == ("rijksdienst voor ondernemend nederland",)


def test_den_haag_is_the_government_where_it_is_no_place() -> None:
    assert named_in("Weet Den Haag wel hoe lang wij wachten?") == ()
    for place in ("liggen er in", "heeft", "telt", "liggen er in Delft en", "heeft de regio"):
        assert {"den", "haag"} <= {*named_in(f"Hoeveel boten {place} Den Haag?")}
    assert named_in("Wat doet de gemeente Den Haag aan de boten?") == ("den", "haag")


def test_the_age_of_a_child_is_nothing_to_look_for() -> None:
    assert named_in("Mag mijn zoon van 9 naar een andere school?") == ()
    assert named_in("Mijn dochter is 12 jaar. Wat verandert er in 2026?") == ("2026",)
    assert named_in("Mag een leerling van 15 mee in de boot?") == ()
    assert named_in("Wat staat er in de brief van 15 maart?") == ("15",)
    assert named_in("Waarom steeg het aantal boten van 39 naar 41?") == ()


def test_names_in_the_story_before_the_question_are_nothing_to_look_for() -> None:
    assert named_in("Wij wonen in Harlingen. Wie betaalt het vervoer?") == ()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Wanneer is de Wet vaste veren aangenomen?", ("wet vaste", "wet")),
        ("Wat staat er in de Wet op het varen?", ("wet op het varen", "wet")),
        ("Hoeveel boten heeft Rederij Haven & Kade?", ("rederij", "haven & kade")),
        ("Geldt dit ook op het mbo of in België?", ("belgie", "mbo")),
        ("veertekort praktijkonderwijs?", ("praktijkonderwijs",)),
    ],
)
def test_laws_firms_and_what_lies_elsewhere_are_names(text: str, named: tuple[str, ...]) -> None:
    assert set(named_in(text)) == set(named)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("In 2019 en 2021.", {"2019", "2021"}),
        ("Schooljaar 2022-2023, per 2024-05-01", {"2022", "2023", "2024"}),
        ("De pont kost 2.020 euro, of 2020,50 of 12020", set()),
        ("In 1850 en 2150", set()),
    ],
)
def test_a_year_is_no_part_of_a_number(text: str, years: set[str]) -> None:
    assert years_in(text) == years


@given(st.integers(min_value=0, max_value=3000))
def test_the_years_are_those_of_two_centuries(number: int) -> None:
    assert is_year(str(number)) == (1900 <= number <= 2099)


def test_a_number_goes_with_its_thousands_and_its_part() -> None:
    assert numbers_in("1.250 boten, 3,5 procent en de 2e oza-12") == {"1.250", "3,5", "2", "12"}
    assert LONE_NUMBER.findall("1.250 boten, 3,5 procent en de 2e oza-12") == ["1.250", "3,5"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("De brief van Jansen (Urk), aan Bos & Zoon", ["Jansen", "Bos"]),
        ("3 Schippers varen uit.", []),
        ("In 2021 Urk, in 2022 Lemmer", ["Urk", "Lemmer"]),
        ("Beller vraagt: Hoe lang?", []),
    ],
)
def test_a_name_is_a_capital_within_a_sentence(text: str, names: list[str]) -> None:
    assert NAME.findall(text) == names


def test_what_may_be_a_name_stands_behind_a_colon_and_behind_another_name_too() -> None:
    assert MAY_BE_NAME.findall("Vraag: De Vries") == ["De", "Vries"]


def test_a_stop_within_a_number_or_behind_a_title_cuts_nothing_off() -> None:
    assert named_in("Hoeveel van de 1.500 boten varen?") == ("1.500",)
    assert asking("Wat zei mevr. Bos over de pont?") == ["Wat zei mevr. Bos over de pont?"]
    assert asking("Hij heet Jan. Wat mag hij op 3 jan. 2023?") == ["Wat mag hij op 3 jan. 2023?"]


@pytest.mark.parametrize(
    ("text", "named"),
    [("Mag iemand van 16 de boot varen?", ()), ("Zijn er per jongere 40 uur?", ("40",))],
)
def test_an_age_is_no_number_to_be_found_and_a_number_is_no_age(text: str, named: tuple[str, ...]) -> None:
    assert named_in(text) == named
