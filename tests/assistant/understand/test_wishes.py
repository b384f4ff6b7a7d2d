"""What a question wants beside the kind of its answer."""

import pytest

from assistant.understand.asked import Asked, asked_for
from assistant.understand.wishes import Wish
from tests.assistant.made import question


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("Wanneer gaat de dienstregeling in?", Wish.SINCE),
        ("Tot wanneer vaart de pont?", Wish.UNTIL),
        ("Hoeveel ponten zijn er in Nederland?", Wish.ALL),
        ("Wat is het telefoonnummer van de schipper?", Wish.TELEPHONE_NUMBER),
        ("Welk nummer heeft de lijn?", Wish.NUMBER_TO_CALL),
        ("Wie vroeg het aan?", Wish.A_NAME),
        ("Welke school vroeg het aan?", Wish.A_NAME),
        ("Wat is er weggelakt?", Wish.UNREADABLE),
        ("Waarom zijn er zwarte balken?", Wish.UNREADABLE),
        ("Wat is onleesbaar gemaakt?", Wish.UNREADABLE),
        ("Welke lakgrond is dat?", Wish.UNREADABLE),
        ("Waar kan ik als ouder terecht voor hulp?", Wish.WHERE_TO_TURN),
        ("Bij wie moet ik zijn?", Wish.WHERE_TO_TURN),
        ("Wie kan mij met de pont helpen?", Wish.WHERE_TO_TURN),
        ("Welke toezeggingen deed de minister over de pont?", Wish.PROMISE),
        ("Wat zegt de minister de Kamer toe?", Wish.PROMISE),
        ("Wat vraagt de motie over de pont?", Wish.MOTIE),
        ("Wie diende het amendement in?", Wish.PROPOSAL),
        ("Waarom spreken de cijfers elkaar tegen?", Wish.DIFFERENCE),
        ("Klopt het dat er 40 ponten zijn?", Wish.CLAIM),
        ("Welk nummer heeft de brief over de pont?", Wish.ITS_NUMBER),
        ("Wanneer is de brief over de pont verstuurd?", Wish.ITS_DAY),
        ("Welke datum heeft de brief over de pont?", Wish.ITS_DAY),
        ("datum brief pont Bruinvis", Wish.ITS_DAY),
        ("datum brief pont Bruinvis", Wish.OF_A_PAPER),
        ("Wanneer zijn de vragen over de pont gesteld?", Wish.SENT),
        ("Wie ondertekende de brief over de pont?", Wish.SIGNER),
        ("ondertekenaar en datum brief pont", Wish.SIGNER),
        ("Wie ondertekende de brief over de pont en op welke dag?", Wish.ITS_DAY_TOO),
        ("Aan wie is de brief over de pont gestuurd?", Wish.ADDRESSEE),
        ("Wat is het onderwerp van de brief?", Wish.SUBJECT),
        ("Welke fracties vroegen iets in het overleg?", Wish.FRACTIES),
    ],
)
def test_a_wish_is_read_from_the_question(text: str, wish: Wish) -> None:
    assert wish in question(text, asked_for(text)).wishes


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("Hoeveel ponten zijn er gestopt?", Wish.ALL),
        ("Hoeveel aanvragen zijn er afgewezen?", Wish.UNREADABLE),
        ("Hoeveel scholen vroegen het aan?", Wish.A_NAME),
        ("Welke gronden noemt de minister?", Wish.A_NAME),
        ("Welk nummer heeft de motie in de brief?", Wish.OF_A_PAPER),
        ("Aan wie is de brief over de pont gestuurd?", Wish.SIGNER),
        ("Aan wie verkoopt de reder de pont?", Wish.ADDRESSEE),
    ],
)
def test_what_only_looks_like_a_wish_is_none(text: str, wish: Wish) -> None:
    assert wish not in question(text, asked_for(text)).wishes


def test_a_wish_belongs_to_a_kind_of_answer() -> None:
    assert Wish.SINCE not in question("Hoeveel ponten voeren er sinds wanneer?", Asked.NUMBER).wishes
