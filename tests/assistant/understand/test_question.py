"""What is read of a question, and that it is read of the words it has."""

from dataclasses import replace

from assistant.understand.asked import Asked
from assistant.understand.counts import Condition
from assistant.understand.places import Place
from tests.assistant.made import question


def test_other_words_are_read_anew() -> None:
    asked = question("Hoeveel aanvragen zijn er afgewezen?")
    assert asked.condition is Condition.REJECTED
    changed = replace(asked, text="Hoeveel aanvragen zijn er goedgekeurd volgens voetnoot 3?")
    assert (changed.condition, changed.place) == (Condition.APPROVED, Place(word="voetnoot", number="3"))
    assert (asked.condition, asked.place) == (Condition.REJECTED, None)


def test_what_was_asked_before_is_read_as_a_question_of_its_own() -> None:
    asked = replace(question("En wanneer?"), background="Wie schreef de brief aan Jansen in 2021?")
    assert asked.before.asked is Asked.NAME
    assert asked.before.names == ("jansen",)
    assert asked.whole.folded == "wie schreef de brief aan jansen in 2021? en wanneer?"
    assert question("En wanneer?").before.words == ()


def test_names_are_told_from_years_and_numbers() -> None:
    assert replace(question("Wat schreef Jansen?"), named=("2019", "12", "jansen")).names == ("jansen",)


def test_an_office_is_asked_of_with_who() -> None:
    assert question("Wie was in 2019 de wethouder van Urk?").office == {"wethouder", "urk"}
    assert question("Wat zei de wethouder van Urk?").office is None


def test_subjects_are_named_apart_by_saying_over_twice() -> None:
    text = "Wanneer zijn de vragen over de pont en die over het veer ingezonden?"
    assert question(text).subjects == ("over de pont", "over het veer ingezonden")
    assert question("Wanneer zijn de vragen over de pont en het veer ingezonden?").subjects == ()
