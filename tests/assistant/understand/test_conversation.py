"""Questions that lean on the ones before them."""

import pytest

from assistant.understand.asked import Asked
from assistant.understand.conversation import asks_whence, complete, leans_back
from index.spelling import Spelling

FIRST = "Hoeveel subsidieaanvragen van scholen zijn er toegekend?"


@pytest.mark.parametrize(
    "text",
    [
        "En hoeveel zijn er geweigerd?",
        "Waarom?",
        "Hoeveel daarvan komen uit Zeeland?",
        "Waarom die twee?",
        "Wie voert dat uit?",
    ],
)
def test_a_question_that_points_back_is_completed(text: str) -> None:
    assert complete(text, [FIRST]).background == FIRST
    assert FIRST in complete(text, [FIRST]).understood_as


@pytest.mark.parametrize(
    "text",
    [
        "Wat is een ontwikkelingsperspectief?",
        "Wanneer begint het experiment met digitaal onderwijs?",
        "Wie betaalt het leerlingenvervoer?",
        "Voor wie is leerlingenvervoer?",
        "Hoe vraag ik hulp aan?",
    ],
)
def test_a_new_subject_leaves_the_old_one_behind(text: str) -> None:
    question = complete(text, [FIRST])
    assert question.background == ""
    assert question.understood_as == text


def test_a_chain_reaches_back_to_the_question_that_stands_alone() -> None:
    question = complete("Waarom?", ["Wie betaalt het leerlingenvervoer?", FIRST, "En hoeveel zijn er geweigerd?"])
    assert question.background == f"{FIRST} En hoeveel zijn er geweigerd?"


@pytest.mark.parametrize(
    ("text", "asked", "focus"),
    [
        ("En in Zeeland?", Asked.NUMBER, ("subsidieaanvragen",)),
        ("en voor leraren", Asked.NUMBER, ("subsidieaanvragen",)),
        ("En waarom?", Asked.REASON, ()),
        ("En mogen zij dat?", Asked.YES_NO, ()),  # a question with a verb of its own
    ],
)
def test_what_has_no_verb_asks_for_the_value_that_was_asked_for(
    text: str, asked: Asked, focus: tuple[str, ...]
) -> None:
    question = complete(text, [FIRST])
    assert (question.asked, question.focus) == (asked, focus)


def test_without_history_a_question_stands_as_it_is() -> None:
    assert leans_back("Waarom?")
    assert complete("Waarom?", []).understood_as == "Waarom?"


# Each: a question, what was asked before it, and whether it leans on that.
@pytest.mark.parametrize(
    ("text", "before", "leans"),
    [
        ("En hoeveel daarvan zijn afgewezen?", FIRST, True),
        ("En in 2022?", FIRST, True),
        ("En voor het vso?", "Hoe lang duurt een aanvraag voor het vo?", True),
        ("En zijn voorganger?", "Wat schreef de minister over de veerpont?", True),
        ("En die van de provincie?", "Wat is het nummer van de gemeente?", True),
        ("Wie zei dat?", FIRST, True),
        ("En waarom niet?", FIRST, True),
        ("Sinds wanneer?", FIRST, True),
        ("Hoeveel betalen ze?", FIRST, True),
        ("Hoe hoog is de boete voor te laat komen?", FIRST, False),
        ("Welke gemeenten betalen de veerpont?", FIRST, False),
        ("Wat is de taak van de inspectie?", FIRST, False),
    ],
)
def test_what_leans_on_the_conversation_is_told_from_a_new_subject(text: str, before: str, leans: bool) -> None:
    assert bool(complete(text, [before]).background) is leans


def test_another_option_takes_the_place_of_the_one_before() -> None:
    assert (
        complete("en optie B?", ["Wat kost optie A volgens de nota?"]).background == "Wat kost optie B volgens de nota?"
    )


def test_a_year_is_counted_from_that_of_the_question_before() -> None:
    question = complete("En hoeveel sleepboten het jaar daarvoor?", ["Hoeveel veerponten voeren er in 2021?"])
    assert question.named == ("2020",)
    assert "2021" not in question.background


def test_who_names_nothing_but_a_year_asks_the_same_again() -> None:
    before = "Hoeveel veerponten voeren er in 2021?"
    for text in ("En in 2022?", "en het vaarjaar 2022-2023", "En het jaar daarvoor?"):
        again = complete(text, [before])
        assert (again.asked, again.focus) == (Asked.NUMBER, ("veerponten",))
    assert complete("En waarom in 2022?", [before]).asked is Asked.REASON
    assert complete("En na 2022?", [before]).asked is Asked.OTHER


@pytest.mark.parametrize(
    "text",
    [
        "En een taxibus?",
        "En de ouders?",
        "En het adviesrecht van de schippers?",
        "En veerponten?",
        "En vorig jaar?",
        "En drie jaar geleden?",
        "En in de jaren daarna?",
        "En voor schippers vorig jaar?",
    ],
)
def test_another_thing_is_asked_for_as_it_stands(text: str) -> None:
    again = complete(text, ["Hoeveel veerponten voeren er in 2021?"])
    assert (again.asked, again.focus) == (Asked.OTHER, ())


def test_another_option_place_or_group_asks_for_the_same_value() -> None:
    for text in ("en optie B?", "En Optie 2?", "En bij de politie?", "En bij de politie dat jaar?", "En in Zeeland?"):
        assert complete(text, ["Hoeveel kost optie A?"]).asked is Asked.AMOUNT


@pytest.mark.parametrize(
    ("text", "leans"),
    [
        ("Hoeveel krijg ik dan per vaart?", True),
        ("Wat kost het dan?", True),
        ("Wie gaat daar over?", True),
        ("Zijn er meer dan tien boten?", False),
        ("Duurt het langer dan vorig jaar?", False),
        ("Als de boot uitvalt, wie betaalt dan?", False),
    ],
)
def test_then_and_there_lean_on_what_was_asked_before(text: str, *, leans: bool) -> None:
    assert leans_back(text) is leans


def test_a_year_is_counted_only_where_the_value_of_before_is_asked_for() -> None:
    before = "Hoeveel veerponten voeren er in 2021?"
    assert complete("En kan hij een jaar later starten?", [before]).text == "En kan hij een jaar later starten?"
    assert complete("En hoeveel waren het er een jaar later?", [before]).text == "En hoeveel waren het er in 2022?"


def test_a_new_year_leaves_the_number_of_a_paper_whole() -> None:
    before = "Hoeveel ponten voeren er in 2022 volgens Aanhangsel 2022-2023, nr. 2038?"
    assert complete("En in 2021?", [before]).background == (
        "Hoeveel ponten voeren er volgens Aanhangsel 2022-2023, nr. 2038?"
    )


def test_another_year_takes_the_place_of_the_one_before() -> None:
    before = "Hoeveel veerponten voeren er in 2021?"
    question = complete("En in 2022?", [before])
    assert "2021" not in question.background
    assert "2022" in question.named


@pytest.mark.parametrize(
    "text",
    [
        "Wie zei dat?",
        "En waar staat dat precies?",
        "Wat is uw bron?",
        "Van wanneer is dat?",
        "wie schrijft dat dan",
        "Onder welk Kamerstuknummer staat die toezegging?",
        "en in welke brief staat dat",
        "Uit welk stuk komt dat?",
    ],
)
def test_who_asks_whence_an_answer_comes_is_understood(text: str) -> None:
    assert asks_whence(text)


@pytest.mark.parametrize(
    "text",
    [
        "Wie zei dat scholen sluiten?",
        "Waar staat de school?",
        "Wat is een bron?",
        "Wie?",
        "In welke brief staat dat de pont gaat varen?",
        "Onder welk nummer staat die motie?",
    ],
)
def test_a_question_of_its_own_does_not_ask_whence(text: str) -> None:
    assert not asks_whence(text)


def test_what_was_understood_keeps_right_words_as_they_were_typed() -> None:
    spelling = Spelling({"veerpont": 9, "kaart": 4, "aanvragen": 5, "boot": 3})
    asked = complete("Waar kan ik de veerpontkaart aanvrgaen?", ["Wat is een veerpontkaart?"], spelling)
    assert asked.text == "Waar kan ik de veerpont kaart aanvragen?"
    assert asked.understood_as == "Waar kan ik de veerpontkaart aanvragen?"
    then = complete("En wat kost die?", ["Wat is een veerpontkaart?"], spelling)
    assert then.understood_as == "En wat kost die? (vervolg op: Wat is een veerpontkaart?)"
    assert then.background == "Wat is een veerpont kaart?"
