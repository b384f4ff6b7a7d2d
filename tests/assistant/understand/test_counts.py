"""How many of what, and under which condition."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understand.counts import Condition, bare_numbers, condition_of, counts, is_difference, values_of


def test_a_part_takes_the_noun_of_its_whole() -> None:
    whole, part = counts("Er zijn 36 aanvragen ingediend, waarvan er 33 zijn goedgekeurd.")
    assert (whole.value, whole.unit, whole.condition, whole.whole) == ("36", "aanvragen", Condition.SUBMITTED, "")
    assert (part.value, part.unit, part.condition, part.whole) == ("33", "aanvragen", Condition.APPROVED, "36")


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Er zijn 40 boten; bij 9 daarvan lekt een luik.", [("40", "boten", ""), ("9", "boten", "40")]),
        ("40 boten, op 9 daarvan slaapt één man.", [("40", "boten", ""), ("9", "boten", "40"), ("1", "man", "")]),
        ("Bij 9 daarvan lekt een luik.", []),
        ("Het aantal nieuwe boten dat op 1 mei vaart, komt uit op 1.200.", [("1200", "boten", "")]),
        ("Twee havens sloten, en het aantal boten is nu 40.", [("2", "havens", ""), ("40", "boten", "")]),
        ("Het aantal boten daalde van 40 naar 30.", []),
        ("Het aantal boten daalde met 30.", []),
        ("Het aantal boten per haven is 30.", []),
        ("Een aantal boten kreeg nummer 30.", []),
        ("Het maximale aantal boten is 30.", []),
        ("Er zijn 40 havens met 12 boten; 30 daarvan sluiten.",
         [("40", "havens", ""), ("12", "boten", ""), ("30", "havens", "40")]),
    ],
)  # fmt: skip
def test_a_number_without_a_noun_counts_what_is_told_of_it(sentence: str, found: list[tuple[str, str, str]]) -> None:
    assert [(one.value, one.unit, one.whole) for one in counts(sentence)] == found


@pytest.mark.parametrize(
    ("clause", "condition"),
    [
        ("Er zijn negen aanvragen afgewezen.", Condition.REJECTED),
        ("Negen aanvragen zijn niet goedgekeurd.", Condition.REJECTED),
        ("Negen aanvragen zijn toegekend.", Condition.APPROVED),
        ("Er is plek voor negen aanvragen.", Condition.ROOM),
        ("Ten hoogste negen aanvragen.", Condition.ROOM),
        ("Ik verwacht negen aanvragen.", Condition.EXPECTED),
        ("Negen aanvragen zijn ingediend.", Condition.SUBMITTED),
        ("Negen gemeenten doen aan de proef mee.", Condition.INVOLVED),
        ("Negen boten zijn rood.", Condition.NONE),
        ("", Condition.NONE),
    ],
)
def test_the_clause_tells_the_condition(clause: str, condition: Condition) -> None:
    assert condition_of(clause) is condition


def test_each_count_has_the_condition_of_its_own_clause() -> None:
    found = counts("Er is plek voor 60 aanvragen, maar er zijn 36 aanvragen ingediend.")
    assert [(one.value, one.condition) for one in found] == [("60", Condition.ROOM), ("36", Condition.SUBMITTED)]


def test_number_words_count_too() -> None:
    (one,) = counts("Er zijn twaalf scholen betrokken.")
    assert (one.value, one.unit, one.condition) == ("12", "scholen", Condition.INVOLVED)


def test_a_count_that_was_given_before_is_marked() -> None:
    (one,) = counts("Met deze 33 aanvragen ben ik blij.")
    assert one.again


def test_years_and_official_numbers_count_nothing() -> None:
    assert counts("In 2024 verscheen Kamerstuk 31 497, nr. 412.") == ()


def test_singular_and_plural_are_the_same_thing() -> None:
    (many,) = counts("Er zijn 36 aanvragen.")
    (one,) = counts("Er is 1 aanvraag.")
    assert many.thing == one.thing


@given(st.integers(2, 1899))  # further on, four figures may be a year
def test_the_span_of_a_count_holds_its_words(number: int) -> None:
    sentence = f"Vorige maand zijn {number} scholen aangemeld."
    (one,) = counts(sentence)
    assert sentence[one.start : one.end] == one.value == str(number)


@given(st.text(alphabet="aeinst 0123456789.,%€()", max_size=60))
def test_any_text_can_be_counted(text: str) -> None:
    assert all(text[one.start : one.end].strip() for one in counts(text))


@pytest.mark.parametrize(
    ("sentence", "differs"),
    [
        ("De kosten zijn ruim € 100 miljoen lager dan die van een brug.", True),
        ("Dat is 12 procent meer.", True),
        ("Het bedrag van € 6 miljoen is hoger dan nodig.", False),
        ("Een bijdrage van € 6 miljoen of meer is mogelijk.", False),
        ("De kosten zijn lager dan € 100 miljoen.", False),
        ("Een brug kost € 100 miljoen, een pont is goedkoper.", False),
    ],
)
def test_by_how_much_things_differ_is_told_from_how_much_they_are(sentence: str, differs: bool) -> None:
    (value,) = values_of(sentence)
    assert is_difference(sentence, value) is differs


def test_the_numbers_of_a_sentence_are_read_once() -> None:
    before = bare_numbers.cache_info().hits
    assert bare_numbers("De B telt er 15.") == bare_numbers("De B telt er 15.") == {"15"}
    assert bare_numbers.cache_info().hits > before
