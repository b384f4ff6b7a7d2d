"""The weight of a quote."""

import pytest

from assistant.answer import Standing
from assistant.find.sentences import asks
from assistant.prove.standing import standing_of
from ingest.document import Block, BlockKind, Role, Speaker


@pytest.mark.parametrize(
    ("quote", "standing"),
    [
        ("Een plan is wettelijk verplicht.", Standing.GELDEND_RECHT),
        ("Het wetsvoorstel regelt dat een plan wettelijk verplicht wordt.", Standing.WETSVOORSTEL),
        ("Ik wil dat scholen dit gaan doen.", Standing.VOORNEMEN),
        ("Uit het onderzoek blijkt dat ouders tevreden zijn.", Standing.ONDERZOEK),
        ("Het conceptwetsvoorstel gaat in internetconsultatie.", Standing.WETSVOORSTEL),
        ("De regeling is in internetconsultatie geweest.", Standing.VOORNEMEN),
        ("Volgens het ontwerpbesluit moet de pont elk uur varen.", Standing.VOORNEMEN),
        ("Ik ben voornemens de pont te schilderen.", Standing.VOORNEMEN),
        ("Het kabinet wil een tweede pont.", Standing.VOORNEMEN),
        ("De pont vaart naar verwachting in 2027.", Standing.VOORNEMEN),
        ("Uit de enquête komt naar voren dat schippers moe zijn.", Standing.ONDERZOEK),
        ("Op grond van artikel 3 vaart de pont dagelijks.", Standing.GELDEND_RECHT),
        ("Dit is vastgelegd in artikel 12a, tweede lid, van de Pontenwet.", Standing.GELDEND_RECHT),
        ("Ik wil benadrukken dat de pont vaart.", Standing.ONBEKEND),
        ("Reizigers blijken tevreden, zo blijkt uit de praktijk.", Standing.ONBEKEND),
        ("De bus is rood.", Standing.ONBEKEND),
    ],
)
def test_the_words_of_a_quote_give_its_standing(quote: str, standing: Standing) -> None:
    assert standing_of(quote, role=Role.BEWINDSPERSOON, kind=BlockKind.PARAGRAPH) is standing


def test_a_promise_weighs_more_than_an_intention_and_less_than_a_bill() -> None:
    def weighed(quote: str) -> Standing:
        return standing_of(quote, role=Role.BEWINDSPERSOON, kind=BlockKind.PARAGRAPH, promised=True)

    assert weighed("Ik zal de pont schilderen.") is Standing.TOEZEGGING
    assert weighed("Ik zal het wetsvoorstel sturen.") is Standing.WETSVOORSTEL
    assert weighed("Ik zal het ontwerpbesluit sturen.") is Standing.TOEZEGGING


def test_advice_stays_advice_whatever_it_says() -> None:
    quote = "Een plan is wettelijk verplicht."
    assert standing_of(quote, role=Role.AMBTELIJK, kind=BlockKind.PARAGRAPH) is Standing.AMBTELIJK_ADVIES


def test_a_question_stays_a_question_whatever_it_says() -> None:
    quote = "Klopt het dat een plan wettelijk verplicht is?"
    assert standing_of(quote, role=Role.KAMERLID, kind=BlockKind.QUESTION) is Standing.VRAAG


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


def test_what_a_bill_is_to_arrange_is_no_law_though_the_sentence_does_not_say_so() -> None:
    def weighed(quote: str, heading: str = "", before: str = "") -> Standing:
        return standing_of(
            quote, role=Role.BEWINDSPERSOON, kind=BlockKind.PARAGRAPH, headings=(heading,), before=before
        )

    bill, said = "Wetsvoorstel veerponten", "Ik dien een wetsvoorstel in."
    assert weighed("De schipper moet elk uur varen.", bill) is Standing.WETSVOORSTEL
    assert weighed("De schipper moet elk uur varen.", before=said) is Standing.WETSVOORSTEL
    assert weighed("De schipper moet elk uur varen.", "Veerponten") is Standing.ONBEKEND
    made_possible = "Het wordt daardoor niet meer mogelijk om namen van reizigers te delen."
    assert weighed(made_possible, before="Ik pas het wetsvoorstel aan.") is Standing.WETSVOORSTEL
    assert weighed("De pont is groen.", bill) is Standing.ONBEKEND
    assert weighed("Ook zullen de schippers vaker varen.", bill) is Standing.WETSVOORSTEL


def test_what_is_so_now_or_what_others_will_do_is_no_bill_because_the_sentence_before_speaks_of_one() -> None:
    before = "Met een wetsvoorstel alleen varen er morgen niet meer ponten."
    for quote in ("Nu al is er op de rivieren veel mogelijk.", "Ook zullen de inspecteurs een paar ponten bezoeken."):
        standing = standing_of(quote, role=Role.BEWINDSPERSOON, kind=BlockKind.PARAGRAPH, before=before)
        assert standing is Standing.ONBEKEND


def test_when_a_bill_spoken_of_comes_into_force_is_no_law_yet() -> None:
    for quote in ("De inwerkingtreding is gepland op 1 mei.", "Het treedt op 1 mei in werking."):
        for before, standing in (("Het wetsvoorstel ligt klaar.", Standing.WETSVOORSTEL), ("", Standing.ONBEKEND)):
            found = standing_of(quote, role=Role.BEWINDSPERSOON, kind=BlockKind.PARAGRAPH, before=before)
            assert found is standing
