"""What a question names by its number."""

import pytest

from assistant.understand.places import Place, papers_in, place_in, without


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Wat staat er in voetnoot 21?", Place(word="voetnoot", number="21")),
        ("Wat zegt noot 4 van die brief?", Place(word="voetnoot", number="4")),
        ("Wat antwoordde de minister op vraag 3 van Voorbeeld?", Place(word="antwoord", number="3")),
        ("Wat is het antwoord op vraag 12", Place(word="antwoord", number="12")),
        ("Wat vroeg de fractie in vraag 2?", Place(word="vraag", number="2")),
        ("Hoe luidt vraag 7?", Place(word="vraag", number="7")),
        ("Wat wilde Voorbeeld weten in zijn vijfde vraag?", Place(word="vraag", number="5")),
        ("Wat antwoordt de minister op de 12e vraag?", Place(word="antwoord", number="12")),
        ("Wat staat er in de derde voetnoot?", Place(word="voetnoot", number="3")),
        ("Hoe luidt zijn eerste vraag?", Place(word="vraag", number="1")),
        ("Mijn tweede vraag is: hoeveel boten varen er?", None),
        ("Mijn vraag: 3 kinderen zitten thuis", None),
        ("Hoeveel kinderen van groep 3 wachten?", None),
    ],
)
def test_a_place_is_named_by_a_word_and_a_number(text: str, place: Place | None) -> None:
    assert place_in(text) == place


def test_papers_are_named_by_their_official_number_and_can_be_taken_out_of_the_question() -> None:
    text = "Wat zegt Kamerstuk 29 876, nr. 61 over de veerboot?"
    [(identifier, span)] = papers_in(text)
    assert identifier == "kst-29876-61"
    assert without(text, [span]) == "Wat zegt over de veerboot?"
    assert without(text, []) == text
