from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ingest.likeness import contradict, likeness, sample, shingles, words_of

SENTENCE = "de boot vaart elke dag vier keer naar het noordelijke eiland"


def test_words_are_alike_whatever_their_setting() -> None:
    assert words_of("De  boot\nvaart, vier keer!") == ("de", "boot", "vaart", "vier", "keer")


def test_likeness_is_the_share_of_runs_of_five_words_that_both_hold() -> None:
    one = words_of("a b c d e f")  # abcde, bcdef
    other = words_of("a b c d e g")  # abcde, bcdeg
    assert len(shingles(one)) == 2
    assert likeness(one, other) == 1 / 3
    assert likeness(one, one) == 1


def test_texts_too_short_for_a_run_are_alike_only_when_equal() -> None:
    assert likeness(("a",), ("a",)) == 1
    assert likeness(("a",), ("b",)) == 0


def test_the_same_sentence_with_another_number_or_month_contradicts() -> None:
    said = words_of("Het bestuur krijgt op 3 mei een bedrag van 740 euro voor de steiger.")
    assert contradict(said, words_of("Het bestuur krijgt op 3 mei een bedrag van 470 euro voor de steiger."))
    assert contradict(said, words_of("Het bestuur krijgt op 3 juni een bedrag van 740 euro voor de steiger."))
    assert not contradict(said, said)


def test_a_footnote_mark_behind_a_number_does_not_contradict() -> None:
    assert not contradict(words_of("een bedrag van 740 euro voor"), words_of("een bedrag van 74012 euro voor"))


def test_words_that_stand_in_two_places_tell_nothing() -> None:
    pages = words_of("blad van het stuk 1 blad van het stuk 2 blad van het stuk 3")
    assert not contradict(pages, words_of("blad van het stuk 4 blad van het stuk 5 blad van het stuk 6"))


@given(st.lists(st.sampled_from(SENTENCE.split()), max_size=40), st.lists(st.sampled_from("abcdef"), max_size=20))
def test_likeness_is_even_handed_and_a_share(one: list[str], other: list[str]) -> None:
    left, right = tuple(one), (*one, *other)
    assert likeness(left, right) == likeness(right, left)
    assert 0 <= likeness(left, right) <= 1
    assert sample(left) <= sample(right)
