"""Words, stems and what stands in brackets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.dutch import STOP_WORDS, fold, stem, terms, without_accents, words


def test_brackets_give_both_words() -> None:
    assert {"vso", "so"} <= set(words("(v)so"))


def test_a_hyphenated_name_is_found_in_every_spelling() -> None:
    assert set(words("PO-Raad")) == {"poraad", "po", "raad"}


def test_an_abbreviation_that_is_spelled_as_a_word_of_grammar_is_found() -> None:
    assert "om" in terms("Wat vindt het OM ervan?")
    assert "wel" in terms("subsidie WÉL in Ontwikkeling")
    assert terms("wat vindt hij er wel om") == terms("WAT VINDT HIJ ER WEL OM") == terms("vindt")


def test_brackets_inside_a_name_do_not_break_it() -> None:
    assert "iederin" in words("Ieder(in)")


@pytest.mark.parametrize(
    ("one", "other"),
    [("aanvragen", "aanvraag"), ("scholen", "school"), ("schoolbesturen", "schoolbestuur"), ("WÉL", "wel")],
)
def test_forms_of_a_word_share_a_stem(one: str, other: str) -> None:
    assert stem(fold(one)) == stem(fold(other))


@pytest.mark.parametrize(
    "forms",
    [
        "help helpt geholpen",
        "onderzoeken onderzocht",
        "afwijst afgewezen",
        "kind kinderen",
        "les lessen",
        "gaf gegeven",
        "plaats geplaatst",
        "reis reizen",
        "bus bussen busje busjes",
        "school scholen schooltje",
        "meisje meisjes",
    ],
)
def test_inflections_share_a_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(("one", "other"), [("ouder", "oud"), ("arts", "art"), ("taxi", "taxiën"), ("plaats", "plat")])
def test_words_of_their_own_keep_their_stem(one: str, other: str) -> None:
    assert stem(one) != stem(fold(other))


def test_a_raised_mark_is_no_part_of_the_number_before_it() -> None:
    assert words("853¹ boten op 3 m²") == ["853", "1", "boten", "op", "3", "m2"]


def test_a_name_with_the_mark_of_a_footnote_is_found_without_it() -> None:
    assert words("de Vaste Ploeg16 en groep8") == ["de", "vaste", "ploeg16", "ploeg", "en", "groep8", "groep"]


def test_a_short_word_with_a_number_stays_one_name() -> None:
    assert words("PO2 en A12") == ["po2", "en", "a12"]


def test_number_words_are_numbers() -> None:
    assert terms("zeven prioriteiten")[0] == terms("7 prioriteiten")[0] == "7"


def test_stop_words_are_folded() -> None:
    assert all(fold(word) == word for word in STOP_WORDS)


def test_accents_go_and_letters_stay_with_their_capitals() -> None:
    assert without_accents("één coördinator WÉL") == "een coordinator WEL"


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_every_term_is_a_word_without_space(text: str) -> None:
    assert all(term and not any(char.isspace() for char in term) for term in terms(text))
