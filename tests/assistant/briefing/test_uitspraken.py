"""What sorts of statements a paper makes."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.answer import Standing
from assistant.briefing.moties import outcome_of
from assistant.briefing.timeline import wanted
from assistant.briefing.uitspraken import Soort, uitspraken_of
from assistant.prove.quotes import quote
from ingest.document import BlockKind, Kamervragen, Role, Speaker
from tests.assistant.made import MEMBER, MINISTER, paper
from tests.assistant.prove.test_toezeggingen import DOES, MADE, MET, NO_DEED, NONE, RECALLED


@pytest.mark.parametrize(
    ("sentence", "sorts"),
    [
        ("Het amendement van het lid Voorbeeld is verworpen.", {Soort.AMENDEMENT}),
        ("De motie van het lid Voorbeeld is verworpen.", {Soort.MOTIE}),
        ("Na het amendement van het lid Voorbeeld volgde een motie.", {Soort.MOTIE, Soort.AMENDEMENT}),
    ],
)
def test_an_amendement_is_never_told_as_a_motie(sentence: str, sorts: set[Soort]) -> None:
    (found,) = uitspraken_of(paper(sentence))
    assert set(found.soorten) == sorts


def test_who_asks_for_amendementen_gets_no_moties() -> None:
    assert wanted("amendementen over de veerboot").soorten == {Soort.AMENDEMENT}


def test_a_question_bears_the_day_on_which_it_was_asked() -> None:
    made = paper(
        "Hoeveel boten varen er?",
        "Er varen 12 boten.",
        kinds=(BlockKind.QUESTION, BlockKind.ANSWER),
        day=date(2024, 3, 28),
    )
    asked = replace(made, kamervragen=Kamervragen(sent=date(2024, 2, 17)))
    assert [one.day for one in uitspraken_of(asked)] == [date(2024, 2, 17), date(2024, 3, 28)]


@pytest.mark.parametrize(
    ("sentence", "is_figure"),
    [
        ("Er varen 12 boten.", True),
        ("Dat is 40 procent van de vloot.", True),
        ("Er zijn drie actielijnen.", False),
        ("De boot vaart.", False),
    ],
)
def test_a_figure_has_digits(sentence: str, is_figure: bool) -> None:
    found = uitspraken_of(paper(sentence))
    assert any(Soort.CIJFER in one.soorten for one in found) is is_figure


def test_how_many_wanted_a_motie_is_told_with_its_outcome() -> None:
    assert outcome_of("De motie over de boten is kamerbreed aangenomen.") == "kamerbreed aangenomen"
    assert outcome_of("De motie over de boten is aangenomen.") == "aangenomen"


@pytest.mark.parametrize("sentence", [*MADE, *RECALLED, *MET, *NONE, *DOES, *NO_DEED])
@pytest.mark.parametrize("speaker", [MINISTER, MEMBER, Speaker(role=Role.ONBEKEND)])
def test_what_a_quote_weighs_never_contradicts_the_list(sentence: str, speaker: Speaker) -> None:
    document = paper(sentence, speaker=speaker)
    listed = any(Soort.TOEZEGGING in one.soorten for one in uitspraken_of(document))
    standing = quote(document, 0, len(sentence), document.blocks[0]).standing
    assert standing in ({Standing.TOEZEGGING, Standing.WETSVOORSTEL} if listed else {*Standing} - {Standing.TOEZEGGING})


def test_a_recalled_promise_bears_the_day_on_which_it_was_made() -> None:
    said = "In het debat van 30 maart 2022 heb ik toegezegd de pont te keuren."
    (recalled,) = uitspraken_of(paper(said, day=date(2024, 3, 28)))
    (made,) = uitspraken_of(paper("Dit jaar keur ik de pont.", day=date(2024, 3, 28)))
    assert (recalled.day, made.day) == (date(2022, 3, 30), date(2024, 3, 28))


def test_a_promise_may_stand_in_a_note() -> None:
    document = paper("De pont vaart.", "1 Ik zal de pont keuren.", kinds=(BlockKind.PARAGRAPH, BlockKind.FOOTNOTE))
    assert [one.soorten for one in uitspraken_of(document)] == [(Soort.TOEZEGGING,)]
