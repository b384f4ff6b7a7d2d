"""A count answers one of two questions of a message."""

import pytest

from assistant.tell.own_counts import gives_way
from assistant.understand.asked import Asked
from tests.assistant.made import evidence, paper, question

GONE = [evidence(paper("Vier boten zijn al gesloopt."))]
BOTH = [evidence(paper("Vier van de vijftien boten zijn al gesloopt."))]


def test_a_count_is_left_to_the_question_whose_words_all_stand_with_it() -> None:
    found, gone = (question(f"Hoeveel boten zijn {what}?", Asked.NUMBER) for what in ("gevonden", "gesloopt"))
    assert gives_way((found, GONE), (gone, GONE)) == 0
    assert gives_way((gone, GONE), (found, GONE)) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Hoeveel boten zijn gesloopt?", "Hoeveel boten zijn er al gesloopt?"),
        ("Hoeveel boten zijn gevonden?", "Hoeveel boten zijn geteld?"),
    ],
)
def test_nobody_gives_way_where_it_answers_both_as_well(first: str, second: str) -> None:
    assert gives_way((question(first, Asked.NUMBER), GONE), (question(second, Asked.NUMBER), GONE)) is None


def test_nobody_gives_way_for_two_counts_in_a_sentence_for_another_sentence_or_without_a_count() -> None:
    found, gone = (question(f"Hoeveel boten zijn {what}?", Asked.NUMBER) for what in ("gevonden", "gesloopt"))
    assert gives_way((found, BOTH), (gone, BOTH)) is None
    assert gives_way((found, GONE), (gone, BOTH)) is None
    assert gives_way((question("Wie is gevonden?", Asked.NAME), GONE), (gone, GONE)) is None
    assert gives_way((None, GONE), (gone, GONE)) is gives_way((found, []), (gone, GONE)) is None
