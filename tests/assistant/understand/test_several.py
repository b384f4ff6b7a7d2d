"""Several questions in one message."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understand.several import MOST, separate


@pytest.mark.parametrize(
    ("message", "questions"),
    [
        ("Wat is een taxibus?", ("Wat is een taxibus?",)),
        ("Mijn zoon is ziek. Wie belt de school?", ("Mijn zoon is ziek. Wie belt de school?",)),
        ("Wat is een OPP? En wie schrijft het plan?", ("Wat is een OPP?", "En wie schrijft het plan?")),
        ("Wie beslist en hoe lang duurt dat?", ("Wie beslist en hoe lang duurt dat?",)),
        ("Wie beslist daarover en hoe lang duurt de procedure?",
         ("Wie beslist daarover?", "En hoe lang duurt de procedure?")),
        ("Wat schreef Bos en wat schreef Vos over de bus?", ("Wat schreef Bos en wat schreef Vos over de bus?",)),
        ("Hoeveel geld ging er naar de pont en via welke gemeenten?",
         ("Hoeveel geld ging er naar de pont en via welke gemeenten?",)),
        ("Hoe lang voer de pont en in welk stuk staat dat?",
         ("Hoe lang voer de pont?", "En in welk stuk staat dat?")),
        ("Wat zei minister Vos over de pont, in welke brief en wanneer?",
         ("Wat zei minister Vos over de pont?", "Waar staat dat?")),
        ("Wie zei dat de pont gratis wordt en wanneer?", ("Wie zei dat de pont gratis wordt?", "Waar staat dat?")),
        ("Wat zegt de wet: hoeveel uur vaart de pont en wanneer?",
         ("Wat zegt de wet: hoeveel uur vaart de pont en wanneer?",)),
        ("Wie zegt dat de haven moet sluiten en wanneer?", ("Wie zegt dat de haven moet sluiten en wanneer?",)),
        ("Wie zegt dat de haven sluit en in welke brief?", ("Wie zegt dat de haven sluit?", "Waar staat dat?")),
        ("Wie antwoordde over de pont en wanneer?", ("Wie antwoordde over de pont en wanneer?",)),
        ("Wat zei Vos over de pont, wanneer vaart die en wat kost een kaartje?",
         ("Wat zei Vos over de pont, wanneer vaart die?", "En wat kost een kaartje?")),
        ("Wie voer de pont en op welke datum?", ("Wie voer de pont en op welke datum?",)),
        ("Hoeveel kreeg de rederij in 2023, en hoeveel de politie?",
         ("Hoeveel kreeg de rederij in 2023, en hoeveel de politie?",)),
        ("Wie tekende de brief over de pont en welke datum staat erop?",
         ("Wie tekende de brief over de pont en welke datum staat erop?",)),
        ("Wie stelde de Kamervragen over de pont, wanneer zijn ze ingezonden en welk nummer heeft het Aanhangsel?",
         ("Wie stelde de Kamervragen over de pont, wanneer zijn ze ingezonden en welk nummer heeft het Aanhangsel?",)),
        ("Wie tekende de brief over de pont en hoeveel boten varen er nu?",
         ("Wie tekende de brief over de pont?", "En hoeveel boten varen er nu?")),
        ("Hoeveel boten varen er nu en wie heeft de brief ondertekend?",
         ("Hoeveel boten varen er nu?", "En wie heeft de brief ondertekend?")),
        ("Hoeveel geld ging er naar de pont en hoe lang voer zij?",
         ("Hoeveel geld ging er naar de pont?", "En hoe lang voer zij?")),
        ("Ze zit thuis. Wie betaalt de zorg? Wat doet de gemeente?",
         ("Ze zit thuis. Wie betaalt de zorg?", "Ze zit thuis. Wat doet de gemeente?")),
        ("Waarom vaart de boot niet? Er lag toch een plan?", ("Waarom vaart de boot niet? Er lag toch een plan?",)),
        ("Hoeveel van de 1.500 boten varen nu? En wanneer gaat de haven open?",
         ("Hoeveel van de 1.500 boten varen nu?", "En wanneer gaat de haven open?")),
        ("Wat zei dhr. Bos over de pont? En wie betaalt de brug straks?",
         ("Wat zei dhr. Bos over de pont?", "En wie betaalt de brug straks?")),
        ("mijn zoon zit in Stroomdam op school\nhoeveel taxi's rijden daar?\nwie betaalt de taxi?",
         ("mijn zoon zit in Stroomdam op school Hoeveel taxi's rijden daar?",
          "mijn zoon zit in Stroomdam op school Wie betaalt de taxi?")),
        ("Hoe lang wachten de ponten nu op de haven en hoe komt het dat de haven vol is?",
         ("Hoe lang wachten de ponten nu op de haven?", "En hoe komt het dat de haven vol is?")),
        ("is er een schipper verplicht op de pont en hoevaak moet die er dan zijn?",
         ("Is er een schipper verplicht op de pont?", "En hoevaak moet die er dan zijn?")),
        ("Wat moet de schipper doen en binnen hoeveel dagen hoort hij wat?",
         ("Wat moet de schipper doen?", "En binnen hoeveel dagen hoort hij wat?")),
        ("Wie beslist over de pont van mijn dochter, en kan ik daar nog iets tegen doen?",
         ("Wie beslist over de pont van mijn dochter?", "En kan ik daar nog iets tegen doen?")),
        ("Klopt het dat de pont stil ligt en wordt gesloopt?", ("Klopt het dat de pont stil ligt en wordt gesloopt?",)),
        ("Hoe vaak komt de boot en hoe vaak de pont?", ("Hoe vaak komt de boot en hoe vaak de pont?",)),
        ("Waar komt het vaarplan te liggen en hebben wij daar iets over te zeggen?",
         ("Waar komt het vaarplan te liggen?", "En hebben wij daar iets over te zeggen?")),
        ("Hoeveel boten varen er en hoe lang gemiddeld?", ("Hoeveel boten varen er en hoe lang gemiddeld?",)),
        ("Wie betaalt de pont en waarom gemeenten?", ("Wie betaalt de pont en waarom gemeenten?",)),
        ("Wie betaalt de pont en waarom schippers niet?", ("Wie betaalt de pont en waarom schippers niet?",)),
        ("Hoeveel boten varen er? Kun je me dat even zeggen?", ("Hoeveel boten varen er? Kun je me dat even zeggen?",)),
        ("Hoeveel boten\nvaren er in mei? En hoeveel ponten\nliggen er stil?",
         ("Hoeveel boten varen er in mei?", "En hoeveel ponten liggen er stil?")),
    ],
)  # fmt: skip
def test_a_message_falls_into_the_questions_that_can_stand_alone(message: str, questions: tuple[str, ...]) -> None:
    assert separate(message) == questions


@pytest.mark.parametrize(
    "message",
    [
        "Welke vragen zijn er gesteld over de pont en wanneer zijn die beantwoord?",
        "Welke vragen stelt de inspectie aan schippers en wie is de voorzitter?",
    ],
)
def test_what_vragen_say_is_asked_apart_from_who_and_when(message: str) -> None:
    assert len(separate(message)) == 2


def test_where_it_stands_is_asked_more_than_once_at_no_depth() -> None:
    message = "Hoe lang voer de pont" + " en in welk stuk staat dat" * 1_500 + "?"
    assert separate(message)[0] == "Hoe lang voer de pont?"


def test_what_is_asked_beyond_the_most_stays_with_the_last() -> None:
    message = " ".join(f"Wat doet gemeente nummer {number}?" for number in range(MOST + 2))
    assert len(separate(message)) == MOST
    assert separate(message)[-1].endswith(f"gemeente nummer {MOST + 1}?")


@given(st.text(alphabet="wat is en hoe lang? .ZO\n", max_size=80))
def test_any_text_has_at_least_one_question_and_at_most_the_most(message: str) -> None:
    assert 1 <= len(separate(message)) <= MOST
