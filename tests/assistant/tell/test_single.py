"""The one value, or the one name, that a question asks for."""

from dataclasses import replace

import pytest

from assistant.tell.single import holds_measure, name_told, value_told
from assistant.understand.asked import Asked
from ingest.document import BlockKind
from tests.assistant.made import evidence, paper, question


@pytest.mark.parametrize(
    ("sentence", "asked", "kind", "told"),
    [
        ("De boot vaart pas vanaf 1 juli 2024.", "Wanneer vaart de boot?", Asked.DATE, "Pas vanaf 1 juli 2024."),
        ("De boot vaart dit najaar weer.", "Wanneer vaart de boot?", Asked.DATE,
         "Dit najaar (geschreven op 21 mei 2024)."),
        ("Sinds 1 mei 2023 vaart de boot tot 1 juli 2024.", "Wanneer vaart de boot?", Asked.DATE, ""),
        ("Sinds 1 mei 2023 vaart de boot tot 1 juli 2024.", "Tot wanneer vaart de boot van 1 mei 2023?", Asked.DATE,
         "Tot 1 juli 2024."),
        ("De pont vaart tussen 1 mei 2023 en 1 juli 2024.", "Tot wanneer vaart de pont van 1 mei 2023?", Asked.DATE,
         "1 juli 2024."),
        ("Een rit duurt maximaal 45 minuten.", "Hoe lang duurt een rit?", Asked.PERIOD, "Maximaal 45 minuten."),
        ("Een rit duurt niet meer dan 45 minuten.", "Hoe lang duurt een rit?", Asked.PERIOD,
         "Niet meer dan 45 minuten."),
        ("Een rit duurt een tot twee uur.", "Hoe lang duurt een rit?", Asked.PERIOD, ""),
        ("Een rit duurt 30-45 minuten.", "Hoe lang duurt een rit?", Asked.PERIOD, ""),
        ("Een rit duurt geen 45 minuten.", "Hoe lang duurt een rit?", Asked.PERIOD, ""),
        ("De boot kost € 3,5 miljoen.", "Wat kost de boot?", Asked.AMOUNT, "€ 3,5 miljoen."),
        ("De boot is voor 2,5 procent vol.", "Hoeveel procent is vol?", Asked.NUMBER, "2,5 procent."),
        ("De boot is voor 2,5 procent vol.", "Welk deel is vol?", Asked.NUMBER, "2,5 procent."),
        ("De boot vaart vóór de begroting van 2027.", "Wanneer vaart de boot?", Asked.DATE, ""),
        ("In de brief van 4 mei 2023 is de boot beloofd.", "Wanneer vaart de boot?", Asked.DATE, ""),
        ("In de brief van 4 mei 2023 staat 1 juli 2024.", "Wanneer vaart de boot?", Asked.DATE, ""),
        ("De boot vaart met 40 man.", "Hoe lang vaart de boot?", Asked.PERIOD, ""),
    ],
)  # fmt: skip
def test_a_value_is_told_with_what_limits_it_where_there_is_just_one(
    sentence: str, asked: str, kind: Asked, told: str
) -> None:
    assert value_told(question(asked, kind), evidence(paper(sentence))) == told


def test_a_time_that_leans_on_a_day_nobody_knows_is_not_told() -> None:
    undated = evidence(paper("De boot vaart dit najaar weer.", day=None))
    assert value_told(question("Wanneer vaart de boot?", Asked.DATE), undated) == ""


def test_a_value_for_each_of_another_thing_is_known() -> None:
    asked = question("Wat kost de boot per passagier?", Asked.AMOUNT)
    assert holds_measure(asked, "Een passagier kost € 3.")
    assert not holds_measure(asked, "De boot kost € 3 miljoen.")
    assert holds_measure(question("Wat kost de boot?", Asked.AMOUNT), "De boot kost € 3 miljoen.")


def test_members_are_told_together_with_their_party() -> None:
    asked = question("Welke Kamerleden vroegen om de boot?", Asked.NAME)
    both = evidence(paper("Dit volgt uit vragen van de leden Bruinvis (ABC) en Van der Zee (XYZ) aan de Minister."))
    assert name_told(asked, both) == "Bruinvis (ABC) en Van der Zee (XYZ)."
    apart = evidence(paper("Het lid Bruinvis (ABC) vroeg wat het lid Van der Zee (XYZ) vond."))
    assert name_told(asked, apart) == ""
    parted = evidence(paper("Dit vroegen de leden Bruinvis (ABC) en Van der Zee (XYZ) en lid Tonijn (PQR)."))
    assert name_told(asked, parted) == "", "one of them would be left out"


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Dit volgt uit de motie Bruinvis c.s. over de boot.", "De motie Bruinvis c.s."),
        ("Daarover ging minister Van der Zee.", "Minister Van der Zee."),
        ("Dat volgt uit de motie Bruinvis en de hoge kosten.", "De motie Bruinvis."),
        ("Dat deden Bruinvis en Tuimelaar.", ""),
        ("Dat deed de Vaarbond, met de reders.", ""),  # the question names it
        ("Dat deed niemand.", ""),
        ("Dat deed het platform Varen.nl vorig jaar.", "Varen.nl."),
        ("Dat deed het platform Varen.nl/Tuimelaar vorig jaar.", ""),
    ],
)
def test_a_name_is_told_where_there_is_just_one_that_the_question_does_not_say(sentence: str, told: str) -> None:
    asked = question("Wie vroeg de Vaarbond om de boot?", Asked.NAME)
    assert name_told(asked, evidence(paper(sentence))) == told


def test_a_motie_is_nobody_who_does_anything_but_ask() -> None:
    found = evidence(paper("Dit volgt uit de motie Bruinvis c.s. over de boot."))
    assert name_told(question("Wie let er op de boot?", Asked.NAME), found) == ""


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Wie zitten er in de Bootraad?", ""),
        ("Wie zaten in de Bootraad?", ""),
        ("Wie er zijn vertegenwoordigd?", ""),
        ("Graag een opsomming van wie er in de Bootraad zitten.", ""),
        ("Vertel eens wie er in de Bootraad zit.", "Vaarbond."),
        ("Welke organisaties zitten in de Bootraad?", ""),
        ("Wie zit er in de Bootraad?", "Vaarbond."),
        ("Wie verscheen in de Bootraad?", "Vaarbond."),
        ("Welke organisatie zit in de Bootraad?", "Vaarbond."),
    ],
)
def test_one_name_is_no_answer_to_who_asks_for_several(asked: str, told: str) -> None:
    found = evidence(paper("Daarin zit de Vaarbond namens de reizigers."))
    assert name_told(question(asked, Asked.NAME), found) == told


@pytest.mark.parametrize(
    "sentence",
    [
        "Daarin zitten de Vaarbond en de reders.",
        "Daarin zitten de Vaarbond, reders en schippers.",
        "Daarin zitten schippers en de Vaarbond.",
        "Daarin zit onder andere de Vaarbond.",
        "Daarin zitten partijen zoals de Vaarbond.",
    ],
)
def test_one_name_of_a_row_is_not_told_as_the_whole(sentence: str) -> None:
    assert name_told(question("Wie zit er in de raad?", Asked.NAME), evidence(paper(sentence))) == ""


def test_a_name_with_a_hyphen_that_the_question_says_is_not_told_back() -> None:
    asked = question("Wie werkt er samen in V-AAR?", Asked.NAME)
    assert name_told(asked, evidence(paper("Dankzij V-AAR werken schippers samen."))) == ""


def test_the_mark_of_a_note_is_no_part_of_a_name() -> None:
    sentence = "Daarin zit de Vaarbond7 namens de reizigers."
    made = paper(sentence, "7 De bond van schippers.", kinds=(BlockKind.PARAGRAPH, BlockKind.FOOTNOTE))
    noted = replace(made.blocks[1], number="7", context=(0, len(sentence)))
    asked = question("Wie zit er in de Bootraad?", Asked.NAME)
    assert name_told(asked, evidence(replace(made, blocks=(made.blocks[0], noted)))) == "Vaarbond."
    assert name_told(asked, evidence(paper(sentence))) == "Vaarbond7.", "a name may end with a number"
