"""Questions as hurried people type them."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import DamerauLevenshtein

from eval.perturb import (
    NEIGHBOURS,
    abbreviated,
    perturbations,
    with_joined_words,
    with_slips,
    with_split_compound,
    written_out,
)

KNOWN = {"boot", "vaart", "veer", "pont", "school", "bestuur", "leerling", "leerlingen", "vervoer"}


def known(word: str) -> bool:
    return word in KNOWN


def test_the_neighbours_of_a_key_lie_beside_it() -> None:
    assert NEIGHBOURS["a"] == "s"
    assert set(NEIGHBOURS["g"]) == {"f", "h"}


@given(st.text(alphabet="abcdefghij ?", max_size=60), st.integers(0, 99), st.integers(1, 2))
def test_a_slip_is_one_step_away(text: str, seed: int, slips: int) -> None:
    assert DamerauLevenshtein.distance(text, with_slips(text, random.Random(seed), slips)) <= slips


def test_short_words_get_no_slip() -> None:
    assert with_slips("de pont is er", random.Random(1), 2) == "de pont is er"


@pytest.mark.parametrize(
    ("text", "split"),
    [
        ("wie betaalt leerlingenvervoer?", "wie betaalt leerlingen vervoer?"),
        ("het schoolbestuur weigert", "het school bestuur weigert"),
        ("de onbekendeboot", "de onbekendeboot"),
        ("veerpont", "veerpont"),  # too short to be typed apart
    ],
)
def test_a_compound_falls_apart_into_known_words_only(text: str, split: str) -> None:
    assert with_split_compound(text, known) == split


def test_two_long_neighbours_are_joined() -> None:
    assert with_joined_words("wat is passend onderwijs", random.Random(0)) == "wat is passendonderwijs"
    assert with_joined_words("wat is de pont", random.Random(0)) == "wat is de pont"


def test_abbreviations_go_both_ways() -> None:
    assert abbreviated("Wat doet een samenwerkingsverband?") == "Wat doet een SWV?"
    assert written_out("Wat doet een swv?") == "Wat doet een samenwerkingsverband?"
    assert written_out("Wat is de vorm?") == "Wat is de vorm?"  # "vo" inside a word


def test_only_what_changes_the_question_is_given_and_always_the_same() -> None:
    made = perturbations("Wie betaalt het leerlingenvervoer?", known)
    assert made["capitals"] == "WIE BETAALT HET LEERLINGENVERVOER?"
    assert made["compound split"] == "Wie betaalt het leerlingen vervoer?"
    assert "no accents" not in made
    assert made == perturbations("Wie betaalt het leerlingenvervoer?", known)
