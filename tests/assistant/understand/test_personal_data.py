"""What had better not be typed is noticed; official numbers are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understand.personal_data import DIAGNOSIS, is_bsn, is_iban, personal_data, searchable


def test_a_number_that_passes_the_eleven_test_is_a_bsn() -> None:
    """9·1 + 8·1 + 7·1 + 6·2 + 5·2 + 4·2 + 3·3 + 2·3 - 3 = 66 = 6·11."""
    assert is_bsn("111222333")
    assert not is_bsn("111222334")
    assert not is_bsn("000000000")


def test_a_bank_account_number_passes_the_test_of_97() -> None:
    """The example of the standard; one digit changed and the remainder is no longer 1."""
    assert is_iban("GB82 WEST 1234 5698 7654 32")
    assert not is_iban("GB82 WEST 1234 5698 7654 33")


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Mijn zoon heeft BSN 111222333.", ["een BSN"]),
        ("Bel mij op 06-12345678", ["een telefoonnummer"]),
        ("Bel +31 (0)6 12345678", ["een telefoonnummer"]),
        ("Bel (+31) 612345678", ["een telefoonnummer"]),
        ("Bel 06 - 1234 5678", ["een telefoonnummer"]),
        ("Wat staat in bijlage 04 (2023-2024)?", []),
        ("Op 01.09.2023 12 kinderen", []),
        ("Bel (020) 123 45 67 of 06.12.34.56.78", ["een telefoonnummer"]),
        ("Haar nummer is 1112.22.333.", ["een BSN"]),
        ("Bel 0031 6 12345678 of 030 1234567", ["een telefoonnummer"]),
        ("Mail naar ouder@voorbeeld.nl of 06 12345678", ["een telefoonnummer", "een e-mailadres"]),
        ("Wat staat er in Kamerstuk 31 497, nr. 448?", []),
        ("Wat staat er in kst-31497-448 en 2022Z12345?", []),
        ("Waarom kost het 111.222.333 euro?", []),
        ("Maak het over op NL91 ABNA 0417 1643 00", ["een rekeningnummer"]),
        ("Wij wonen op 1234 AB 56, wie betaalt het vervoer?", ["een adres"]),
        ("Wij wonen aan de Dorpslaan 5.", ["een adres"]),
        ("Ons adres: Achterweg 5b, 1234AB", ["een adres"]),
        ("Mijn dochter Noor (12-03-2015) zit thuis.", ["een geboortedatum", "een naam"]),
        ("Hij is geboren op 3 april 2014, mag hij naar school?", ["een geboortedatum"]),
        ("Wat schreef minister Voorbeeld op 3 april 2024?", []),
        ("Wat verandert er voor mijn kind op 1 augustus 2025?", []),
        ("Waren er in 2023 in 5 gemeenten thuiszitters?", []),
        ("Wat staat er in Kamerstuk 35 123 XV, nr. 4 van 2-5-2024?", []),
        ("Mijn zoon Daan mag niet mee in de taxi.", ["een naam"]),
        ("Onze jongste dochter, Noor, zit thuis.", ["een naam"]),
        ("Hij heet Sem. Wat nu?", ["een naam"]),
        ("Mijn zoon heeft autisme en zit thuis.", [DIAGNOSIS]),
        ("Mijn kind slikt medicijnen, mag de juf die geven?", [DIAGNOSIS]),
        ("Wat doet de minister voor kinderen met autisme?", []),
        ("Mijn dochter krijgt geen OPP, wat nu?", []),
        ("Mag mijn zoon naar het speciaal onderwijs?", []),
        ("", []),
    ],
)
def test_what_a_question_holds_is_named(question: str, found: list[str]) -> None:
    assert personal_data(question) == found


def test_who_somebody_is_is_not_searched() -> None:
    asked = " Wie praten er mee over het vervoer?"
    assert searchable(f"Mijn zoon Daan, geboren op 12 maart 2015, heeft autisme.{asked}") == asked.strip()
    assert searchable(f"Mijn zoon heeft autisme.{asked}") == f"Mijn zoon heeft autisme.{asked}"
    assert searchable(f"De brief is van minister Voorbeeld.{asked}") == f"De brief is van minister Voorbeeld.{asked}"
    assert searchable("Mijn zoon Daan zit al weken thuis.") == "Mijn zoon Daan zit al weken thuis."
    assert searchable("Mag mijn zoon Daan mee?") == "Mag mijn zoon Daan mee?"


@given(st.text())
def test_what_is_searched_is_part_of_what_was_typed(question: str) -> None:
    assert set(searchable(question)) <= set(question)


@given(st.text())
def test_any_text_can_be_looked_at(question: str) -> None:
    personal_data(question)
