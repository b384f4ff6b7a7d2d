"""Where to turn, and help before anything else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.tell.referrals import TO_REACH, TURN, referrals, turned_once, urgent_help, where_to_turn


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mijn dochter wil niet meer leven.", "113"),
        ("Hij denkt aan zelfmoord", "113"),
        ("IK WIL DOOD", "113"),
        ("Mijn zoon zit al maanden thuis en zegt dat hij niet meer wil leven. Wat nu?", "113"),
        ("Ze zegt dat ze er niet meer wil zijn", "113"),
        ("Volgens haar heeft het leven geen zin meer", "113"),
        ("Hij wil een einde maken aan zijn eigen leven", "113"),
        ("Mijn ex bedreigt me met een mes", "112"),
        ("Mijn zoon wordt thuis mishandeld", "Veilig Thuis"),
        ("Het kind wordt geslagen op school", "Veilig Thuis"),
    ],
)
def test_words_of_danger_bring_help(text: str, name: str) -> None:
    assert name in urgent_help(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Geweldig nieuws!",
        "Hoe pakt u misbruik van subsidie aan?",
        "De reistijd is verwaarloosbaar",
        "Artikel 112",
        "Ik ben doodop en wil graag hulp",
        "Waarom wil de minister niet meer geld voor het sociale leven?",
        "Mijn zoon wil niet meer naar school",
        "Moet de minister er een einde aan maken?",
    ],
)
def test_harmless_words_do_not(text: str) -> None:
    assert urgent_help(text) == ""


def test_the_places_that_fit_the_subject_are_named() -> None:
    assert "Uw gemeente" in where_to_turn("De taxi kwam niet voor het leerlingenvervoer")
    assert "Leerplichtambtenaar" in where_to_turn("Mijn kind spijbelt en heeft een vrijstelling nodig")


def test_without_a_subject_the_places_for_whatever_is_asked_are_named() -> None:
    assert where_to_turn("Mag er vuurwerk in de tuin?").count("•") == 1
    assert "Rijksoverheid" in where_to_turn("Mag er vuurwerk in de tuin?")
    assert "De school" in where_to_turn("Wat mag mijn zoon eten?")


def test_who_asks_what_is_far_from_all_papers_is_sent_to_no_school() -> None:
    far = where_to_turn("Hoe vraag ik een paspoort aan voor mijn dochter?", is_near=False)
    assert "De school" not in far
    assert "Onderwijsconsulenten" not in far
    assert "Rijksoverheid" in far
    assert "De school" in where_to_turn("Welke school past bij mijn dochter?", is_near=False)
    assert "Uw gemeente" in where_to_turn("Wat kost de taxi voor mijn dochter?", is_near=False)


def test_staff_of_the_kamer_are_sent_to_no_place_for_families() -> None:
    found = where_to_turn("Hoeveel thuiszitters zijn er volgens de inspectie?", "kamer")
    assert found.count("•") == 1
    assert "Tweede Kamer" in found


def test_no_more_places_are_named_than_asked_for() -> None:
    text = "vervoer, leerplicht, ruzie, inspectie, klacht"
    assert where_to_turn(text).count("•") == 2
    assert where_to_turn(text, most=4).count("•") == 4


def test_every_place_has_a_name_a_purpose_and_words() -> None:
    ordinary, urgent = referrals()
    assert [one.name.split()[0] for one in urgent] == ["112", "113", "Veilig"]
    for one in (*ordinary, *urgent):
        assert one.name
        assert one.purpose.endswith(".")
    assert all(one.words for one in ordinary)
    assert all(one.triggers for one in urgent)


@pytest.mark.parametrize(
    ("line", "reached"),
    [
        ("bel dan gratis 113 of 0800-0113 of chat via 113.nl; dat kan", ["113", "0800-0113", "113.nl"]),
        ("over regels (rijksoverheid.nl, of bel 1400).", ["rijksoverheid.nl", "1400"]),
        ("een site als boot.nl.evil.example of 1139", []),
    ],
)
def test_sites_and_telephone_numbers_of_the_list_are_found(line: str, reached: list[str]) -> None:
    assert [found[0] for found in TO_REACH.finditer(line)] == reached


@given(st.lists(st.lists(st.sampled_from(["• A: a.", "• B: b.", "• C: c."]), min_size=1, max_size=2, unique=True)))
def test_places_of_several_answers_are_named_once_and_none_of_the_answers_goes_without(turns: list[list[str]]) -> None:
    text = "\n\n".join(["Eerst.", *("\n".join([TURN, *places]) for places in turns), "Dan."])
    others, turn = turned_once(text)
    assert others == "Eerst.\n\nDan."
    named = turn.split("\n")[1:]
    assert len(named) == len(set(named)) <= max(2, len(turns))
    assert all(places[0] in named for places in turns)


@pytest.mark.parametrize(
    "text",
    ["Krijg ik reiskostenvergoeding?", "Wat kost taxivervoer?", "Hoeveel kilometers telt de route van mijn kind?"],
)
def test_a_compound_that_begins_with_a_subject_brings_its_place(text: str) -> None:
    assert "Uw gemeente" in where_to_turn(text)


@pytest.mark.parametrize(
    "text", ["Wat staat er op internet?", "Is dat internationaal zo?", "Wat zegt de burgemeester?"]
)
def test_a_word_that_only_begins_or_ends_as_a_subject_brings_no_place(text: str) -> None:
    assert "De school" not in where_to_turn(text)


def test_a_subject_itself_counts_before_a_compound_of_another_one() -> None:
    assert where_to_turn("Is de ouderbijdrage verplicht?").count("•") == 1


def test_a_question_without_a_subject_is_sent_where_the_conversation_was_about() -> None:
    asked, before = "Hoeveel krijg ik als ik mijn kind zelf breng?", "Wie regelt de schooltaxi?"
    assert "Uw gemeente" in where_to_turn(asked, before=before)
    assert "Uw gemeente" not in where_to_turn(asked)
    assert "Uw gemeente" not in where_to_turn("Mijn kind wordt gepest", before=before)
