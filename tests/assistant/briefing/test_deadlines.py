from datetime import date

import pytest

from assistant.briefing.deadlines import day_of_promise, deadline_in

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
        ("Ik leg het plan op korte termijn voor.", "op korte termijn", ""),
        ("Ik beoordeel dit tot en met 2027.", "tot en met 2027", "2027"),
        ("Het plan gaat deze zomer naar de Raad, in het najaar naar uw Kamer.", "in het najaar", "najaar 2024"),
        ("In het najaar stuur ik uw Kamer het plan, dat uiterlijk in 2026 klaar is.", "In het najaar", "najaar 2024"),
    ],
)
def test_the_words_stay_and_get_the_time_that_they_mean(sentence: str, words: str, value: str) -> None:
    found = deadline_in(sentence, DAY)
    assert found is not None
    assert (found.words, found.value) == (words, value)
    assert found.words in sentence


def test_a_day_that_is_past_is_no_deadline() -> None:
    assert deadline_in("Zoals op 3 februari 2023 gezegd, stuur ik het plan.", DAY) is None


def test_without_a_date_of_the_paper_no_year_is_made_up() -> None:
    found = deadline_in("Dit najaar stuur ik het plan.", None)
    assert found is not None
    assert found.value == ""


@pytest.mark.parametrize("start", ["vanaf 1 juli 2024", "met ingang van 1 juli 2024", "sinds 2025"])
def test_a_start_is_no_deadline(start: str) -> None:
    assert deadline_in(f"De verslagen die {start} bestaan, zal ik lezen.", DAY) is None


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("In het debat van 30 maart 2022 heb ik toegezegd de pont te keuren.", date(2022, 3, 30)),
        ("Op 3 mei 2023 heb ik dit toegezegd.", date(2023, 5, 3)),
        ("In het debat van 3 mei 2022 en de brief van 4 mei 2022 heb ik dit toegezegd.", None),
        ("Ik heb toegezegd de pont op 1 mei 2025 te keuren.", None),
        ("Ik heb in het voorjaar toegezegd de pont te keuren.", None),
    ],
)
def test_a_recalled_promise_was_made_on_the_one_earlier_day_that_it_names(sentence: str, day: date | None) -> None:
    assert day_of_promise(sentence, DAY) == day
