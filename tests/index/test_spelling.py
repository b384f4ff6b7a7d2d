"""Slips are mended; words are left alone."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.dutch import fold
from index.spelling import Spelling

WRITTEN = {
    "aanvragen": 9, "goedgekeurd": 4, "leerlingenvervoer": 5, "gezien": 7, "onderwijs": 20, "passend": 12, "boten": 6,
    "bote": 1, "haalt": 3,
}  # fmt: skip
SPELLING = Spelling(WRITTEN)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("hoeveel aanvrgaen", "hoeveel aanvragen"),
        ("goeddgekeurd?", "goedgekeurd?"),
        ("leerlingevervoer", "leerlingenvervoer"),
        ("LEERLINGEVERVOER", "LEERLINGENVERVOER"),
        ("hoevel boten", "hoeveel boten"),
        ("passendonderwijs", "passend onderwijs"),
        ("het Kamerllid", "het Kamerlid"),  # a slip of what somebody is called is no name
    ],
)
def test_a_slip_is_mended(typed: str, meant: str) -> None:
    assert SPELLING.mended(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "gezinnen haakten straks waarvoor",  # Dutch words, however near to words of the papers
        "mevrouw Aanvrogen",  # a name
        "boot",  # too short to tell
        "boter",  # a word, though a letter from "boten"
        "xqzwvkj",
        "",
    ],
)
def test_what_is_a_word_or_a_name_or_a_riddle_stays(typed: str) -> None:
    assert SPELLING.mended(typed) == typed


def test_where_two_words_are_as_near_the_much_commoner_one_is_meant() -> None:
    assert Spelling({"veerpont": 9, "veerpond": 4}).mended("veerponk") == "veerpont"
    assert Spelling({"veerpont": 9, "veerpond": 8}).mended("veerponk") == "veerponk"


@given(st.lists(st.sampled_from(sorted(WRITTEN)), max_size=6).map(" ".join))
def test_the_words_of_the_papers_are_never_changed(text: str) -> None:
    assert SPELLING.mended(text) == text


@given(st.text(max_size=60))
def test_mending_once_is_enough(text: str) -> None:
    once = SPELLING.mended(text)
    assert fold(SPELLING.mended(once)) == fold(once)


def test_of_two_words_as_near_the_one_is_meant_that_fingers_come_by() -> None:
    """The d stands beside the s on the keyboard, the t does not."""
    assert Spelling({"veerpont": 8, "veerpond": 8}).mended("veerpons") == "veerpond"


def test_a_word_that_sounds_the_same_is_meant_before_any_other() -> None:
    assert Spelling({"spoed": 2, "sport": 90}).mended("met spoet") == "met spoed"


def test_words_that_only_parents_use_are_mended_too() -> None:
    assert SPELLING.mended("het bsuje") == "het busje"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("de Aanvraagen", "de Aanvragen"),
        ("de Aanvrogen", "de Aanvrogen"),
        ("de Aanvragne", "de Aanvragen"),
        ("Wat kost dat? Aanvrgen", "Wat kost dat? Aanvragen"),
    ],
)
def test_a_word_with_a_capital_is_mended_where_no_name_can_be_meant(typed: str, meant: str) -> None:
    spelling = Spelling({"aanvragen": 5})
    assert spelling.mended(typed) == meant


def test_where_a_sentence_begins_is_known_though_words_before_it_were_closed_up() -> None:
    spelling = Spelling({"veerpont": 9, "aanvragen": 5})
    assert spelling.mended("Vee rpont en vee rpont? Aanvrgen") == "Veerpont en veerpont? Aanvragen"


def test_a_row_of_stops_before_many_names_takes_no_time() -> None:
    typed = "!" * 40_000 + " en " + "de Zwqrtjes " * 20
    before = time.process_time()
    assert SPELLING.mended(typed) == typed
    assert time.process_time() - before < 5  # seconds; it grew with the square of the row, to minutes


def test_words_that_were_glued_or_cut_are_set_right() -> None:
    spelling = Spelling({"veerpont": 9, "aanleggen": 2, "boot": 5})
    assert spelling.mended("de veer ponk") == "de veer ponk"
    assert spelling.mended("de vee rpont") == "de veerpont"
    assert spelling.mended("WanneerVeerpont") == "Wanneer Veerpont"
    assert spelling.mended("waaromaanleggen") == "waarom aanleggen"


@pytest.mark.parametrize("typed", ["Wat wil GroenLinks-PvdA?", "GroenLinks en ChristenUnie", "volgens SamenBoten"])
def test_a_name_with_a_capital_in_it_is_not_taken_apart(typed: str) -> None:
    assert Spelling({**WRITTEN, "groen": 3, "links": 2, "christen": 1, "unie": 1, "samen": 1}).mended(typed) == typed


def test_a_compound_is_taken_apart_for_the_search_only() -> None:
    spelling = Spelling({"veerpont": 9, "kaart": 4, "klachten": 3, "aanvragen": 5})
    assert spelling.mended("de veerpontkaart aanvrgaen") == "de veerpont kaart aanvragen"
    assert spelling.mended("de veerpontkaart aanvrgaen", searched=False) == "de veerpontkaart aanvragen"
    assert spelling.mended("waaromaanvragen", searched=False) == "waarom aanvragen"


def test_an_abbreviation_of_the_papers_is_no_piece_of_a_word() -> None:
    spelling = Spelling({"vso": 8, "vsoschool": 2, "school": 30, "veerpont": 9})
    assert spelling.mended("een vso school") == "een vsoschool"
    assert spelling.mended("een vso school", searched=False) == "een vso school"
    assert spelling.mended("een vee rpont", searched=False) == "een veerpont"


def test_two_slips_seldom_make_two_words() -> None:
    spelling = Spelling({"kamerbrief": 50, "lammeren": 4, "lammer": 1, "brief": 40})
    assert spelling.mended("de lammerbrief", searched=False) == "de lammerbrief"
    assert spelling.mended("de kamerbrif", searched=False) == "de kamerbrief"
    assert spelling.mended("de kammerbrif", searched=False) == "de kamerbrief"


def test_letters_that_stand_twice_make_no_two_words() -> None:
    spelling = Spelling({"handelingen": 30, "hand": 9, "delling": 1, "dellingen": 1})
    assert spelling.mended("de handdellingen") == "de handelingen"
