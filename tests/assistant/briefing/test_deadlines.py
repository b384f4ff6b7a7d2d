from datetime import date

import pytest

from assistant.briefing.deadlines import deadline_in

DAY = date(2024, 3, 30)


@pytest.mark.parametrize(
    ("sentence", "words", "value"),
    [
        ("Voor de zomer informeer ik uw Kamer.", "Voor de zomer", "zomer 2024"),
        ("Dit najaar stuur ik het plan.", "Dit najaar", "najaar 2024"),
        ("Ik verwacht uw Kamer in het voorjaar te informeren.", "in het voorjaar", "voorjaar 2024"),
        ("Uiterlijk 15 juni a.s. ontvangt u het rapport.", "Uiterlijk 15 juni a.s.", "2024-06-15"),
        ("Begin volgend jaar kom ik hierop terug.", "Begin volgend jaar", "begin 2025"),
        ("Binnen zes weken stuur ik de reactie.", "Binnen zes weken", ""),
    ],
)
def test_the_words_stay_and_get_the_time_that_they_mean(sentence: str, words: str, value: str) -> None:
    found = deadline_in(sentence, DAY)
    assert found is not None
    assert (found.words, found.value) == (words, value)
    assert sentence[found.start : found.end] == found.words


def test_a_day_that_is_past_is_no_deadline() -> None:
    assert deadline_in("Zoals op 3 februari 2023 gezegd, stuur ik het plan.", DAY) is None


def test_without_a_date_of_the_paper_no_year_is_made_up() -> None:
    found = deadline_in("Dit najaar stuur ik het plan.", None)
    assert found is not None
    assert found.value == ""
