"""What a question asks for."""

import pytest

from assistant.understand.framing import tidy
from assistant.understand.names import named_in
from assistant.understand.question import Asked, Question, asked_for, asks_of_the_asker, focus_of, topic_of
from index.dutch import content_words


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Hoeveel plekken zijn er?", Asked.NUMBER),
        ("HOE LANG MAG EEN RIT DUREN?", Asked.PERIOD),
        ("Wanneer begint de regeling?", Asked.DATE),
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
    ],
)
def test_the_kind_of_answer_is_read_from_the_question(text: str, asked: Asked) -> None:
    assert asked_for(text) is asked


def test_the_sentence_that_asks_decides_not_the_story_before_it() -> None:
    assert asked_for("Ik weet niet wie ik moet bellen. Wanneer komt de nieuwe regeling?") is Asked.DATE


def test_names_years_and_numbers_are_noted() -> None:
    assert named_in("Wat schreef minister Jansen in 2019 over de 12 plekken?") == ("2019", "12", "jansen")


def test_capitals_of_an_angry_message_are_not_names() -> None:
    assert named_in("WAAROM KOMT DE BUS NIET?") == ()
    assert named_in("Wat staat er in bijlage 4?") == ("bijlage 4",)
    assert named_in("Welke hulp is er bij ME?") == ("ME",), "folded it would be a common word"


def test_a_greeting_is_no_part_of_the_question() -> None:
    assert tidy("Beste mensen,\n waar  blijft de bus?") == "waar blijft de bus?"


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("Een beller vraagt wat een OPP is.", "wat een OPP is."),
        ("Moeder aan de lijn vraagt of de boot vaart", "of de boot vaart"),
        ("Een school belt: mogen wij geld aannemen?", "mogen wij geld aannemen?"),
        ("Weet u misschien wanneer de boot vaart?", "wanneer de boot vaart?"),
        ("Beller is schipper uit Urk: hoe lang vaart hij?", "Beller is schipper uit Urk. hoe lang vaart hij?"),
        ("Het lid Bos vraagt of de boot vaart.", "Het lid Bos vraagt of de boot vaart."),  # what a paper says
        ("De school van mijn zoon belt nooit terug. Mag dat?", "De school van mijn zoon belt nooit terug. Mag dat?"),
    ],
)
def test_who_passes_a_question_on_is_no_part_of_it(typed: str, asked: str) -> None:
    assert tidy(typed) == asked


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


def test_the_age_of_a_child_is_nothing_to_look_for() -> None:
    assert named_in("Mag mijn zoon van 9 naar een andere school?") == ()
    assert named_in("Mijn dochter is 12 jaar. Wat verandert er in 2026?") == ("2026",)


def test_names_in_the_story_before_the_question_are_nothing_to_look_for() -> None:
    assert named_in("Wij wonen in Harlingen. Wie betaalt het vervoer?") == ()


def test_short_forms_of_the_telephone_are_written_out() -> None:
    assert tidy("wnr begint dat exp") == "wanneer begint dat experiment"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Wanneer is de Wet vaste veren aangenomen?", ("wet vaste", "wet")),
        ("Wat staat er in de Wet op het varen?", ("wet op het varen", "wet")),
        ("Hoeveel boten heeft Rederij Haven & Kade?", ("rederij", "haven & kade")),
        ("Geldt dit ook op het mbo of in België?", ("belgie", "mbo")),
    ],
)
def test_laws_firms_and_what_lies_elsewhere_are_names(text: str, named: tuple[str, ...]) -> None:
    assert set(named_in(text)) == set(named)


def test_what_a_fractie_said_are_the_words_of_the_asker() -> None:
    assert asks_of_the_asker("Zei de SP-fractie dat de boot te duur is?")
    assert asks_of_the_asker("Wat vindt het lid Voorbeeld van de boot?")
    assert not asks_of_the_asker("Wat zegt de minister tegen de SP?")


def test_what_letters_stand_for_is_a_definition_and_no_place() -> None:
    assert asked_for("Waar staat de afkorting OPP voor?") is Asked.DEFINITION
    assert asked_for("Waar staat de boot?") is Asked.PLACE


def test_an_adjective_hides_neither_the_amount_nor_the_thing_that_is_counted() -> None:
    assert asked_for("Hoeveel aanvullend budget kreeg het veer?") is Asked.AMOUNT
    assert asked_for("Hoeveel boten krijgen subsidie?") is Asked.NUMBER
    assert focus_of("Hoeveel extra gemeentelijke boten varen er?") == ("boten",)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Wat betekent een VVP? Bij ons hangt een bord.", ["vvp"]),
        ("Zij doen mee met VVP. Wat is dat precies?", ["vvp"]),
        ("Wie bedoelt hij met „schippers” in zijn brief?", ["schippers"]),
    ],
)
def test_what_a_word_means_is_asked_of_that_word(text: str, topic: list[str]) -> None:
    asked = Question(text=text, understood_as=text, asked=Asked.DEFINITION)
    assert content_words(topic_of(asked)) == topic
