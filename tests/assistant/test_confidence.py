"""When the evidence is enough."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.confidence import COEFFICIENTS, bearing, confidence, is_enough, is_sure
from assistant.question import Asked
from tests.assistant.made import evidence, paper, question, with_features

DOCUMENT = paper("Er varen 12 boten.")
STRONG = evidence(DOCUMENT)
WEAK = evidence(DOCUMENT, features=with_features(**dict.fromkeys(COEFFICIENTS, 0.0)))
SHARE = st.floats(0, 1)


def test_without_evidence_nothing_is_answered() -> None:
    assert not is_enough(question("Hoeveel boten?"), [])


def test_strong_evidence_is_enough_and_sure() -> None:
    assert is_enough(question("Vertel over boten"), [STRONG])
    assert is_sure(STRONG)


def test_evidence_of_which_nothing_speaks_is_not_enough() -> None:
    assert not is_enough(question("Vertel over boten"), [WEAK])
    assert not is_sure(WEAK)


@pytest.mark.parametrize("asked", [Asked.NUMBER, Asked.AMOUNT, Asked.PERIOD, Asked.DATE, Asked.REFERENCE])
def test_a_value_that_is_asked_for_has_to_be_there(asked: Asked) -> None:
    silent = evidence(DOCUMENT, features=with_features(typed=0.0))
    assert not is_enough(question("…", asked), [silent])
    assert is_enough(question("…", asked), [silent, STRONG])


def test_what_does_not_bear_on_a_name_of_the_question_is_left_out() -> None:
    asked = replace(question("Wat zei Visser?"), named=("visser",))
    fitting = evidence(DOCUMENT, bears=frozenset({"visser"}))
    assert bearing(asked, [STRONG, fitting]) == [fitting]
    assert bearing(asked, [STRONG]) == []


def test_two_names_may_be_met_by_two_sentences_but_not_by_half() -> None:
    asked = replace(question("Wat zeiden Visser en Mulder?"), named=("visser", "mulder"))
    one = evidence(DOCUMENT, bears=frozenset({"visser"}))
    other = evidence(DOCUMENT, bears=frozenset({"mulder"}))
    assert bearing(asked, [one, STRONG, other]) == [one, other]
    assert bearing(asked, [one, STRONG]) == []


@given(SHARE, SHARE, st.sampled_from(sorted(COEFFICIENTS)))
def test_more_of_anything_never_makes_it_less_sure(one: float, other: float, name: str) -> None:
    low, high = sorted([one, other])
    less, more = (evidence(DOCUMENT, features=with_features(**{name: value})) for value in (low, high))
    assert 0 < confidence(less) <= confidence(more) < 1
