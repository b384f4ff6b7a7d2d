"""A count answers one of two questions of a message."""

import pytest

from assistant.tell.own_counts import gives_way
from assistant.understand.asked import Asked
from tests.assistant.made import evidence, paper, question, with_features

GONE = paper("Vier boten zijn al gesloopt.")
BOTH = paper("Vier van de vijftien boten zijn al gesloopt.")


@pytest.mark.parametrize(("first", "second", "place"), [(0.2, 0.4, 0), (0.4, 0.2, 1)])
def test_the_question_that_a_count_answers_less_likely_gives_way(first: float, second: float, place: int) -> None:
    asked = question("Hoeveel boten waren er?", Asked.NUMBER)
    one, other = ([evidence(GONE, features=with_features(read=read))] for read in (first, second))
    assert gives_way((asked, one), (asked, other)) == place


def test_nobody_gives_way_for_two_counts_in_a_sentence_for_another_sentence_or_without_a_count() -> None:
    asked = question("Hoeveel boten waren er?", Asked.NUMBER)
    here, both = [evidence(GONE, features=with_features(read=0.4))], [evidence(BOTH, features=with_features(read=0.4))]
    assert gives_way((asked, both), (asked, both)) is None
    assert gives_way((asked, here), (asked, both)) is None
    assert gives_way((asked, here), (question("Wie voer er?", Asked.NAME), here)) is None
    assert gives_way((asked, here), (None, here)) is gives_way((asked, here), (asked, [])) is None
