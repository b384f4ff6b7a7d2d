"""What a message says around its question is no part of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understand.message import without_frame
from index.dutch import words

ASKED = "Hoeveel boten varen er naar het eiland?"


@pytest.mark.parametrize(
    "message",
    [
        f"Hallo, {ASKED} Alvast bedankt!",
        f"Geachte heer/mevrouw,\n\n{ASKED}\n\nHoogachtend,\nP. Proef\nreder",
        f"Beste redactie,\nkunt u mij helpen met deze vraag? {ASKED} Met vriendelijke groet, Vera Voorbeeld",
        f"Ik heb een ouder aan de lijn. {ASKED}",
        f"Ik werk voor een Kamerlid van de ABC. {ASKED} Graag met bronvermelding.",
        f"mevr aan lijn: {ASKED}",
        f"Kort antwoord graag. {ASKED} Bij voorbaat dank voor uw moeite. mvg Vera",
        f"Van: griffie\nAan: haven\nOnderwerp: FW: vraag\n\n---Doorgestuurd bericht---\n> {ASKED}\n> \n> Groet, Vera",
        f"Collega's,\n\n{ASKED}",
        f"Voor het debat van morgen zoek ik het volgende. {ASKED}",
    ],
)
def test_greeting_thanks_and_signature_are_left_out(message: str) -> None:
    assert without_frame(message) == ASKED


@pytest.mark.parametrize(
    "message",
    [
        ASKED,
        "Bedankt!",
        "Hallo",
        "Kunt u mij helpen?",
        "Beste boten krijgen geld. Klopt dat?",
        "Mijn zoon zit thuis. Wie helpt ons?",
        "Ik ben schipper op een pont. Mag ik dieren meenemen?",
        "Dag van de schipper, wat is dat?",
        "Wie bedankt de reder?",
        "De reder groet de haven. Wat zei hij?",
        "Kan iemand mij helpen met een steiger?",
        "Wat is de kortste vaarroute?",
        "Wat is de bron van de Rijn?",
        "Onderwerp: boten naar het eiland\nHoeveel zijn er?",
        "Aan: de reder\nWat heeft u beloofd?",
        "Hoeveel kinderen uit gr 8 varen mee",
        "Wat is de norm voor gr. 1 en 2 op een pont",
        "Beste aanpak voor oude boten, welke noemt de minister?",
        "Lieve kinderen met zeeziekte, welke boot past?",
        "Boten,\nhoeveel zijn er in 2023?",
        "Voor boten met een zeil hebben wij dit nodig. Wat is geregeld?",
        "Ik bel voor een kind met zeeziekte. Wie betaalt de boot?",
        "Ik ben medewerker van een werf voor oude boten. Wat krijgen wij?",
    ],
)
def test_what_is_told_or_asked_stays(message: str) -> None:
    assert without_frame(message) == message


def test_what_a_mail_is_about_stays_and_so_does_what_is_told_behind_whom_it_speaks_to() -> None:
    assert without_frame(f"Van: a\nAan: b\nOnderwerp: FW: veerpont\n\n{ASKED}").split() == ["veerpont", *ASKED.split()]
    told = "mijn zoon is zeeziek, wat nu?"
    assert without_frame(f"Beste Kamerlid, {told}") == told


@given(st.text(alphabet="abcdeghiknoprtv ,.?!:>\n", max_size=200))
def test_something_is_left_of_every_message_that_says_something(message: str) -> None:
    left = without_frame(message)
    assert set(words(left)) <= set(words(message))
    assert bool(words(left)) is bool(words(message))
