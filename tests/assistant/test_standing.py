"""The weight of a quote."""

import pytest

from assistant.answer import Standing
from assistant.standing import asks, standing_of
from ingest.document import Block, BlockKind, Role, Speaker


@pytest.mark.parametrize(
    ("quote", "standing"),
    [
        ("Een plan is wettelijk verplicht.", Standing.GELDEND_RECHT),
        ("Het wetsvoorstel regelt dat een plan wettelijk verplicht wordt.", Standing.WETSVOORSTEL),
        ("Ik heb uw Kamer toegezegd dat er een brief komt.", Standing.TOEZEGGING),
        ("Ik wil dat scholen dit gaan doen.", Standing.VOORNEMEN),
        ("Uit het onderzoek blijkt dat ouders tevreden zijn.", Standing.ONDERZOEK),
        ("De bus is rood.", Standing.ONBEKEND),
    ],
)
def test_the_words_of_a_quote_give_its_standing(quote: str, standing: Standing) -> None:
    found, cue = standing_of(quote, role=Role.BEWINDSPERSOON, kind=BlockKind.PARAGRAPH)
    assert found is standing
    assert cue in quote


def test_advice_stays_advice_whatever_it_says() -> None:
    quote = "Een plan is wettelijk verplicht."
    assert standing_of(quote, role=Role.AMBTELIJK, kind=BlockKind.PARAGRAPH)[0] is Standing.AMBTELIJK_ADVIES


def test_a_question_stays_a_question_whatever_it_says() -> None:
    quote = "Klopt het dat een plan wettelijk verplicht is?"
    assert standing_of(quote, role=Role.KAMERLID, kind=BlockKind.QUESTION)[0] is Standing.VRAAG


@pytest.mark.parametrize(
    ("kind", "role", "asked"),
    [
        (BlockKind.QUESTION, Role.ONBEKEND, True),
        (BlockKind.FOOTNOTE, Role.KAMERLID, True),
        (BlockKind.PARAGRAPH, Role.FRACTIE, True),
        (BlockKind.ANSWER, Role.BEWINDSPERSOON, False),
        (BlockKind.PARAGRAPH, Role.AMBTELIJK, False),
    ],
)
def test_those_who_ask_are_told_from_those_who_answer(kind: BlockKind, role: Role, asked: bool) -> None:
    assert asks(Block(kind=kind, start=0, end=1, speaker=Speaker(role=role))) is asked
