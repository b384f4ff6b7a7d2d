"""What kind of answer a question asks for, of which thing, and whose words."""

import pytest

from assistant.understand.asked import Asked, asked_for, asks_of_the_asker, focus_of


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Hoeveel plekken zijn er?", Asked.NUMBER),
        ("HOE LANG MAG EEN RIT DUREN?", Asked.PERIOD),
        ("Wanneer begint de regeling?", Asked.DATE),
        ("Wanneer blijkt hoeveel boten er varen?", Asked.DATE),
        ("daling budget boten oorzaak", Asked.REASON),
        ("Hoeveel geld krijgt een boot?", Asked.AMOUNT),
        ("Hoeveel weken duurt de reis?", Asked.PERIOD),
        ("Hoeveel dagen mag een boot hier liggen?", Asked.PERIOD),
        ("Binnen hoeveel werkdagen komt er antwoord?", Asked.PERIOD),
        ("Hoeveel vaardagen zijn er?", Asked.NUMBER),
        ("Hoe hoog is de boete?", Asked.AMOUNT),
        ("Tot welk jaar loopt de subsidie?", Asked.DATE),
        ("Wie beslist er als school en ouders het oneens zijn?", Asked.NAME),
        ("Welke minister tekende de brief?", Asked.NAME),
        ("Waarom is het plan uitgesteld?", Asked.REASON),
        ("Op welke gronden werd het geweigerd?", Asked.REASON),
        ("Wat betekent basisondersteuning?", Asked.DEFINITION),
        ("Wat is een zorgplicht?", Asked.DEFINITION),
        ("Als hij het over 'jongeren' heeft, wie bedoelt hij dan?", Asked.DEFINITION),
        ("telefoonnummer steunpunt", Asked.NUMBER),
        ("Wat voor projecten zijn er om te helpen?", Asked.LIST),
        ("Noem de maatregelen uit het plan.", Asked.LIST),
        ("Welke maatregelen komen er?", Asked.LIST),
        ("Hoe vraag ik een toelaatbaarheidsverklaring aan?", Asked.PROCEDURE),
        ("Wat kunnen schippers zonder vergunning doen?", Asked.PROCEDURE),
        ("Mag een school een kind weigeren?", Asked.YES_NO),
        ("Vertel eens over de bus", Asked.OTHER),
        ("Hoeveel kost een kaartje voor de pont?", Asked.AMOUNT),
        ("Welk subsidiebedrag kreeg de pont?", Asked.AMOUNT),
        ("Wat heeft de nieuwe pont gekost?", Asked.AMOUNT),
        ("Bij wie kan ik klagen over de pont?", Asked.PROCEDURE),
        ("bedrag subsidie veerdienst", Asked.AMOUNT),
        ("veerdienst tarief fiets", Asked.AMOUNT),
        ("percentage afvaarten op tijd", Asked.NUMBER),
        ("afvaarten 2023 totaal", Asked.NUMBER),
        ("vaarkosten pont hele looptijd", Asked.AMOUNT),
        ("telefoonnr loket van de haven?", Asked.NUMBER),
        ("naam schipper die wordt genoemd", Asked.NAME),
        ("De naam van mijn boot klopt niet, wat moet ik doen?", Asked.PROCEDURE),
        ("naam op vaarbewijs veranderen", Asked.OTHER),
        ("uiterste datum vaarkosten declareren", Asked.DATE),
        ("percentage vaarkosten", Asked.NUMBER),
        ("Wat is het telefoonnr van de haven?", Asked.NUMBER),
        ("Welke nadelen heeft een prijs naar rato van het aantal boten?", Asked.LIST),
        ("Noem het aantal boten.", Asked.NUMBER),
        ("aanvraagtermijn ligplaats", Asked.PERIOD),
        ("reden opheffing nachtboot", Asked.REASON),
        ("De minister noemt een bedrag, klopt dat?", Asked.OTHER),
    ],
)
def test_the_kind_of_answer_is_read_from_the_question(text: str, asked: Asked) -> None:
    assert asked_for(text) is asked


def test_the_sentence_that_asks_decides_not_the_story_before_it() -> None:
    assert asked_for("Ik weet niet wie ik moet bellen. Wanneer komt de nieuwe regeling?") is Asked.DATE


def test_what_is_asked_is_heard_in_a_question_that_was_passed_on() -> None:
    assert asked_for("wat een OPP is.") is Asked.DEFINITION
    assert asked_for("of de boot vaart") is Asked.YES_NO
    assert asked_for("op welke data vaart hij?") is Asked.DATE


def test_the_askers_words_are_wanted_only_when_asked_for() -> None:
    assert asks_of_the_asker("Wat vroeg de SP aan de minister?")
    assert asks_of_the_asker("Wat vroeg Jansen over de boot?")
    assert asks_of_the_asker("Wie vond het te lang duren en vroeg om een datum?")
    assert not asks_of_the_asker("Wat vraagt dat van de schipper?")
    assert not asks_of_the_asker("Wat antwoordde de minister op de vraag van de SP?")


def test_what_a_fractie_said_are_the_words_of_the_asker() -> None:
    assert asks_of_the_asker("Zei de SP-fractie dat de boot te duur is?")
    assert asks_of_the_asker("Wat vindt het lid Voorbeeld van de boot?")
    assert not asks_of_the_asker("Wat zegt de minister tegen de SP?")


def test_what_is_counted_in_words_typed_into_a_search_box_stands_behind_aantal() -> None:
    assert focus_of("aantal afvaarten schooljaar 2021-2022") == ("afvaarten",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hoe vat de SP de stand van de veerboot samen?", True),
        ("Waarom steunt het CDA de pont?", True),
        ("Wat wil DENK met de boot?", True),
        ("Hoe steunt de minister het CDA?", False),
        ("Wat is de SP-motie over de boot?", False),
        ("Hoe ziet GroenLinks-PvdA de boot?", True),
        ("Wat wil de Partij voor de Dieren met de boot?", True),
        ("Waarom ik denk dat de boot te laat is", False),
        ("Hoe lang denk je dat de boot nog vaart?", False),
        ("Ik vraag dit omdat ik denk dat de boot te laat is", False),
        ("Standpunt van de SP over de boot", True),
        ("Wat is de opvatting van de CDA-fractie over de boot?", True),
        ("Wat is het standpunt van de minister over de boot?", False),
        ("Wat is de positie van leden van de ondernemingsraad bij sluiting?", False),
        ("Wat is de mening van het lid van de schippersraad?", False),
        ("Wat is de mening van het lid Voorbeeld?", True),
        ("Wat is de visie van de Kamer van Koophandel op de haven?", False),
        ("Wat is de visie van Kamerleden op de haven?", True),
        ("Wat is de mening van D66 over de boot?", True),
        ("Wat is D66?", False),
        ("Wat betekent NSC?", False),
    ],
)
def test_a_party_right_behind_the_verb_is_who_speaks(text: str, expected: bool) -> None:
    assert asks_of_the_asker(text) is expected


def test_what_letters_stand_for_is_a_definition() -> None:
    assert asked_for("Waar staat de afkorting OPP voor?") is Asked.DEFINITION
    assert asked_for("Waar staat de boot?") is Asked.OTHER


def test_an_adjective_hides_neither_the_amount_nor_the_thing_that_is_counted() -> None:
    assert asked_for("Hoeveel aanvullend budget kreeg het veer?") is Asked.AMOUNT
    assert asked_for("Hoeveel boten krijgen subsidie?") is Asked.NUMBER
    assert focus_of("Hoeveel extra gemeentelijke boten varen er?") == ("boten",)
    assert focus_of("aantal afgewezen boten") == ("boten",)
    assert focus_of("Welk deel van de boten vaart?") == ("boten",)
    assert focus_of("Welk aantal boten vaart?") == focus_of("Welk percentage boten vaart?") == ("boten",)
    assert focus_of("Hoeveel kost een veerboot?") == ("veerboot",)
    assert focus_of("Welke havens sluiten, ongeacht hoeveel boten er varen?") == ("havens",)
    assert focus_of("Wat kost een pont als niemand weet hoeveel boten er varen?") == ("pont",)
    assert focus_of("Weet u hoeveel boten er varen?") == ("boten",)
    assert focus_of("Hoeveel schippers betalen een deel van de kosten?") == ("schippers",)
    assert focus_of("Welk percentage van die boten vaart?") == ("boten",)
    assert focus_of("Hoeveel verzuim was er in 2023?") == ("verzuim",)


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("Hoeveel van de 41 boten zijn gezonken?", "boten"),
        ("Hoeveel capaciteit heeft de haven?", "capaciteit"),
        ("Wat is de maximale vaartijd?", "vaartijd"),
        ("Hoeveel afgewezen aanvragen zijn er?", "aanvragen"),
        ("Hoeveel deelnemende boten zijn er?", "boten"),
        ("aantal deelnemers vaarproef", "deelnemers"),
        ("Hoeveel daarvan waren op dat moment veerboten?", "veerboten"),
    ],
)
def test_neither_a_number_nor_what_became_of_things_is_the_thing_that_is_asked_for(text: str, thing: str) -> None:
    assert focus_of(text) == (thing,)
