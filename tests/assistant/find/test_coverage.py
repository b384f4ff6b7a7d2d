"""How much of a question a text speaks of."""

import numpy as np
import pytest

from assistant.find.coverage import Coverage, coverage
from assistant.understand.conversation import complete
from index.dutch import terms
from index.generation import Generation
from index.query import understand


def covered(built: Generation, text: str, *texts: str) -> Coverage:
    query = understand(text, built.lexical.vocabulary)
    rows = [np.array(built.words.rows(terms(one)), dtype=np.intp) for one in texts]
    return coverage(complete(text, []), query, built, rows)


def test_a_text_with_every_word_speaks_of_all_and_one_without_known_words_of_nothing(built: Generation) -> None:
    question = "Hoeveel aanvragen zijn er ingediend?"
    shares, focus = covered(built, question, "de ingediende aanvragen", "", "zzzz")
    assert shares.tolist() == pytest.approx([1, 0, 0])
    assert focus.tolist() == pytest.approx([1, 0, 0])


def test_more_of_the_question_is_a_larger_share(built: Generation) -> None:
    question = "Hoeveel aanvragen zijn er ingediend?"
    shares = covered(built, question, "aanvragen", "aanvragen ingediend").shares
    assert 0 < shares[0] < shares[1]


def test_without_a_thing_that_is_asked_for_every_text_speaks_of_it(built: Generation) -> None:
    assert covered(built, "Komt er een alarmknop?", "", "alarmknop").focus.tolist() == [1, 1]


def test_other_texts_change_nothing(built: Generation) -> None:
    question = "Wat kost de proef met de alarmknop?"
    alone = covered(built, question, "de proef").shares
    among = covered(built, question, "de bus", "", "de proef", "alarmknop").shares
    assert among[2] == pytest.approx(alone[0])


def test_a_question_without_content_is_spoken_of_by_nothing(built: Generation) -> None:
    assert covered(built, "En wat is dat?", "de proef").shares.tolist() == [0]


def test_no_texts_no_shares(built: Generation) -> None:
    assert [each.shape for each in covered(built, "Komt er een alarmknop?")] == [(0,), (0,)]
