"""English into Dutch one word at a time: which English form is which word, and how Dutch words inflect."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.training.data import WORD_LIST
from index.training.word_for_word import WordForWord, forms, lemma, read_word_list

WORDS = {"dog": ("hond",), "run": ("rennen",), "party": ("feest", "partij"), "stop": ("stoppen",), "to": ("te koop.",)}


@pytest.mark.parametrize(
    ("english", "listed"),
    [
        ("dog", "dog"),
        ("Dogs", "dog"),
        ("dog's", "dog"),
        ("ran", "run"),
        ("running", "run"),
        ("parties", "party"),
        ("stopped", "stop"),
        ("doggerel", None),
        ("Jansen", None),
    ],
)
def test_an_english_form_leads_to_its_listed_word(english: str, listed: str | None) -> None:
    assert lemma(english, WORDS) == listed


@pytest.mark.parametrize(
    ("dutch", "inflected"),
    [
        ("werken", ["werken", "werk", "werkt", "werkte", "werkten", "gewerkt"]),
        ("leven", ["leven", "leef", "leeft", "leefde", "leefden", "geleefd"]),
        ("bakken", ["bakken", "bak", "bakt", "bakte", "bakten", "gebakt"]),
        ("bestellen", ["bestellen", "bestel", "bestelt", "bestelde", "bestelden", "besteld"]),
        ("boom", ["boom", "bome", "bomen"]),
        ("kat", ["kat", "katte", "katten"]),
        ("brief", ["brief", "brieve", "brieven"]),
        ("schoen", ["schoen", "schoene", "schoenen"]),
        ("leerling", ["leerling", "leerlinge", "leerlingen"]),
        ("foto", ["foto", "foto's"]),
        ("wethouder", ["wethouder", "wethouders"]),
        ("ziekte", ["ziekte", "ziekten", "ziektes"]),
        ("te koop", ["te koop"]),
        ("genomen.", ["genomen"]),
    ],
)
def test_a_dutch_word_takes_its_regular_forms(dutch: str, inflected: list[str]) -> None:
    assert forms(dutch) == inflected


def test_what_the_list_lacks_stays_as_it_is() -> None:
    assert WordForWord({"walk": ("te voet gaan",)}).translate("Jansen walked 12 km!") == "Jansen te voet gaan 12 km !"


@given(st.text(max_size=40))
def test_the_same_text_becomes_the_same_words_whatever_it_holds(text: str) -> None:
    assert WordForWord(WORDS).translate(text) == WordForWord(WORDS).translate(text)


def test_every_word_of_the_list_has_dutch_and_none_of_it_is_empty() -> None:
    words = read_word_list(WORD_LIST)
    assert len(words) > 5000
    assert all(
        dutch and all(form.strip() == form != "" for word in dutch for form in forms(word)) for dutch in words.values()
    )
