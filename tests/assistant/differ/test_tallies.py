"""What parts two counts of the same noun, and what does not."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.differ.tallies import Tally, same_thing, tallies
from assistant.find.sentences import Sentence
from ingest.document import BlockKind
from tests.assistant.made import MEMBER, evidence, paper

FIRST = "Voor de proef met de veerboot zijn in het najaar van 2023 in Almere 36 aanvragen ingediend."


def told(text: str, day: date | None = date(2024, 5, 21)) -> list[Tally]:
    found = evidence(paper(text, "De veerboot vaart op proef.", day=day, identifier=f"paper: {text} {day}"))
    return tallies(found.sentence, found.passage)


def alike(one: str, other: str) -> bool:
    return same_thing(told(one)[-1], told(other)[-1])


def test_the_same_words_with_another_number_are_of_one_thing() -> None:
    assert alike(FIRST, FIRST.replace("36", "34"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2023", "2022"),
        ("najaar", "voorjaar"),
        ("Almere", "Delft"),
        ("ingediend", "goedgekeurd"),
        ("aanvragen", "kaartjes"),
        ("aanvragen ingediend", "aanvragen niet ingediend"),
        ("36 aanvragen", "een derde van de aanvragen"),
    ],
)
def test_another_year_season_place_condition_noun_sign_or_sort_of_number_is_another_thing(old: str, new: str) -> None:
    assert not alike(FIRST, FIRST.replace(old, new).replace("36", "34"))


def test_papers_of_different_times_without_a_year_count_different_years() -> None:
    text = "Bij de proef met de veerboot zijn 36 aanvragen ingediend."
    (one,), (later,) = told(text), told(text.replace("36", "51"), date(2026, 1, 12))
    assert not same_thing(one, later)


def test_who_said_it_does_not_tell_what_it_is_about() -> None:
    text = "Volgens {} zijn voor de proef met de veerboot 36 aanvragen ingediend."
    assert alike(text.format("Rijkswaterstaat"), text.format("Oberon").replace("36", "34"))


def test_whoever_asks_tells_nothing() -> None:
    asked = paper("Klopt het dat 36 aanvragen zijn ingediend?", kinds=(BlockKind.QUESTION,), speaker=MEMBER)
    sentence = Sentence(document=asked, block=asked.blocks[0], spans=((0, len(asked.text)),))
    assert tallies(sentence, evidence(asked).passage) == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("Regio West", "Slot"), ("Regio Oost", "Slot"), False),
        (("Schooljaar 2023",), ("Schooljaar 2024",), False),
        (("De eerste ronde",), ("De tweede ronde",), False),
        (("Regio West", "Begin"), ("Regio West", "Slot"), True),
        (("Aanleiding",), ("Regio West",), True),
        ((), (), True),
    ],
)
def test_headings_that_name_other_things_part_what_is_counted_below_them(
    one: tuple[str, ...], other: tuple[str, ...], same: bool
) -> None:
    texts = "Daarvan varen 41 boten langer dan een uur.", "Daarvan varen 33 boten langer dan een uur."
    made = paper(*texts)
    blocks = (replace(made.blocks[0], path=one), replace(made.blocks[1], path=other))
    made = replace(made, blocks=blocks)
    found = [evidence(made, block=number) for number in (0, 1)]
    (first,), (second,) = (tallies(each.sentence, each.passage) for each in found)
    assert same_thing(first, second) is same


def test_places_behind_a_word_that_also_names_a_source_part_two_counts() -> None:
    text = "Vorig jaar vroegen van de havens in {} 36 reders een vergunning voor de proef met de veerboot aan."
    assert not alike(text.format("Almere"), text.format("Delft").replace("36", "34"))


def test_a_compound_with_a_hyphen_is_the_thing_that_it_is_without() -> None:
    assert told("Er varen 36 OZA-boten.")[0].count.thing == told("Er varen 34 OZAboten.")[0].count.thing


def test_what_is_said_of_things_that_are_joined_is_said_of_each() -> None:
    text = "Op 3 mei 2024 voeren {} aan de proef met de veerboot mee."
    alone, joined = told(text.format("36 boten")), told(text.format("34 boten, 4 ponten en 9 sloepen"))
    assert same_thing(alone[0], joined[0])
    parted = told(
        "Op 3 mei 2024 voeren er 34 boten, waarvan 4 ponten, en voer 1 sloep aan de proef met de veerboot mee."
    )
    assert not same_thing(alone[0], parted[0])


@pytest.mark.parametrize("behind", ["in opleiding", "niet", "met een zeil"])
def test_what_stands_right_behind_the_last_thing_is_said_of_that_alone(behind: str) -> None:
    first, _ = told(f"Er varen 12 boten en 4 ponten {behind} voor de proef met de veerboot.")
    (second,) = told(f"Er varen 11 boten {behind} voor de proef met de veerboot.")
    assert not same_thing(first, second)
