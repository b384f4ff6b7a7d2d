"""In which papers words stand together."""

import pytest

from assistant.point.contents import Contents
from index.generation import Generation


def test_a_paper_holds_words_that_stand_in_one_of_its_passages(built: Generation) -> None:
    contents = Contents(built)
    passage = built.passages[0]
    words = [word for word in passage.text.casefold().split() if word.isalpha() and len(word) > 5][:3]
    assert contents.holding(words)[passage.document] >= 1
    assert not contents.holding([*words, "kwarktaart"])
    assert not contents.holding([])


@pytest.mark.parametrize("word", ["reisbegeleiderbrief", "reisbegeleidernota"])
def test_a_compound_with_the_word_for_a_paper_is_about_what_stands_before_it(built: Generation, word: str) -> None:
    held = Contents(built).holding([word])
    assert max(held.values(), default=0) >= 1
    assert held == Contents(built).holding(["reisbegeleider"])
