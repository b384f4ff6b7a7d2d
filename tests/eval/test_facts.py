"""When a text states a fact."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.facts import MONTHS, normalise, states
from eval.number_words import spelled_numbers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("28 maart 2023", "dag28 maart 2023"),
        ("2023-03-28", "dag28 maart 2023"),
        ("28-03-2023", "dag28 maart 2023"),
        ("28/3/2023", "dag28 maart 2023"),
        ("15 jan. 2021", "dag15 januari 2021"),
        ("1e mei", "dag1 mei"),
        ("1,5 miljard", "1500000000"),
        ("€ 1,5 mld.", "1500000000 euro"),
        ("anderhalf miljard euro", "1500000000 euro"),
        ("1.500.000.000 euro", "1500000000 euro"),
        ("25 duizend", "25000"),
        ("25.000", "25000"),
        ("25 000", "25000"),
        ("honderd miljoen", "100000000"),
        ("zestien", "16"),
        ("drieëntwintig", "23"),
        ("honderdvijfenveertig", "145"),
        ("vijftienhonderd", "1500"),
        ("tweeduizenddrieëntwintig", "2023"),
        ("één van een", "1 van een"),
        ("7,0", "7"),
        ("2,50 %", "2,5 procent"),
        ("Geïntegreerd  (V)SO", "geintegreerd vso"),
        ("2022/23", "2022 2023"),
        ("2022-2023", "2022 2023"),
        ("kst-31497-448", "kst 31497 448"),
        ("een school-\nbestuur", "een schoolbestuur"),
        ("", ""),
    ],
)
def test_spellings_of_one_value_become_one(text: str, expected: str) -> None:
    assert normalise(text) == expected


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Het zijn er 40.", "4"),
        ("Het zijn er 4,5.", "4"),
        ("Zie paragraaf 4.2.", "4"),
        ("Op 4 mei was het zover.", "4"),
        ("Dat kost 4 miljoen.", "4"),
        ("Zie daarvoor [4].", "4"),
        ("Zie daarvoor [2, 4] en [3–4].", "4"),
        ("Op 28 maart 2023 kwam de brief.", "8 maart 2023"),
        ("Er is een school.", "1"),
    ],
)
def test_a_number_is_not_found_inside_another(text: str, fact: str) -> None:
    assert not states(text, fact)


def test_a_fact_is_found_in_any_spelling() -> None:
    assert states("De brief van 28 maart 2023 noemt ANDERHALF miljard.", "maart 2023")
    assert states("De brief van 2023-03-28 noemt ANDERHALF miljard.", "28 maart")
    assert states("De brief van 28 maart 2023 noemt ANDERHALF miljard.", "1.500.000.000")


def test_a_fact_without_words_is_refused() -> None:
    with pytest.raises(ValueError, match="without words"):
        states("tekst", " – ")


def test_an_impossible_date_stays_what_it_is() -> None:
    assert normalise("45-13-2023") == "45 13 2023"
    assert normalise("45 maart") == "45 maart"


def test_no_number_word_is_an_article_or_means_two_numbers() -> None:
    words = spelled_numbers()
    assert "een" not in words
    assert (words["negentig"], words["duizendeen"], words["tweehonderdduizend"]) == ("90", "1001", "200000")


@given(st.integers(1, 28), st.integers(1, 12), st.integers(1900, 2099))
def test_every_date_has_one_form(day: int, month: int, year: int) -> None:
    written = f"{day} {MONTHS[month - 1]} {year}"
    assert normalise(written) == normalise(f"{year}-{month:02}-{day:02}") == normalise(f"{day}-{month}-{year}")


@given(st.text())
def test_any_text_becomes_words_with_one_space_between_them(text: str) -> None:
    once = normalise(text)
    assert once == " ".join(once.split())


@given(st.integers(0, 10**9))
def test_thousands_separators_do_not_matter(number: int) -> None:
    assert normalise(f"{number:,}".replace(",", ".")) == normalise(str(number)) == str(number)
