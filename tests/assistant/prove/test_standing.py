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
        ("Ik heb uw Kamer toegezegd dat er een brief komt.", Standing.TOEZEGGING),
        ("Ik wil dat scholen dit gaan doen.", Standing.VOORNEMEN),
        ("Uit het onderzoek blijkt dat ouders tevreden zijn.", Standing.ONDERZOEK),
        ("Het conceptwetsvoorstel gaat in internetconsultatie.", Standing.WETSVOORSTEL),
        ("Ik zeg de Kamer toe dat de pont gratis wordt.", Standing.TOEZEGGING),
        ("Ik zal uw Kamer voor de zomer over de pont informeren.", Standing.TOEZEGGING),
        ("Uw Kamer wordt in mei over de pont geïnformeerd.", Standing.TOEZEGGING),
        ("Over de pont informeer ik uw Kamer in mei.", Standing.TOEZEGGING),
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


def test_what_a_bill_is_to_arrange_is_no_law_though_the_sentence_does_not_say_so() -> None:
    def weighed(quote: str, heading: str = "", before: str = "") -> tuple[Standing, str]:
        return standing_of(
            quote, role=Role.BEWINDSPERSOON, kind=BlockKind.PARAGRAPH, headings=(heading,), before=before
        )

    bill, said = "Wetsvoorstel veerponten", "Ik dien een wetsvoorstel in."
    assert weighed("De schipper moet elk uur varen.", bill) == (Standing.WETSVOORSTEL, "")
    assert weighed("De schipper moet elk uur varen.", before=said)[0] is Standing.WETSVOORSTEL
    assert weighed("De schipper moet elk uur varen.", "Veerponten")[0] is Standing.ONBEKEND
    made_possible = "Het wordt daardoor niet meer mogelijk om namen van reizigers te delen."
    assert weighed(made_possible, before="Ik pas het wetsvoorstel aan.")[0] is Standing.WETSVOORSTEL
    assert weighed("De pont is groen.", bill)[0] is Standing.ONBEKEND
    assert weighed("Ook zullen de schippers vaker varen.", bill)[0] is Standing.WETSVOORSTEL


def test_what_is_so_now_or_what_others_will_do_is_no_bill_because_the_sentence_before_speaks_of_one() -> None:
    before = "Met een wetsvoorstel alleen varen er morgen niet meer ponten."
    for quote in ("Nu al is er op de rivieren veel mogelijk.", "Ook zullen de inspecteurs een paar ponten bezoeken."):
        standing, _ = standing_of(quote, role=Role.BEWINDSPERSOON, kind=BlockKind.PARAGRAPH, before=before)
        assert standing is Standing.ONBEKEND


def test_when_a_bill_spoken_of_comes_into_force_is_no_law_yet() -> None:
    for quote in ("De inwerkingtreding is gepland op 1 mei.", "Het treedt op 1 mei in werking."):
        for before, standing in (("Het wetsvoorstel ligt klaar.", Standing.WETSVOORSTEL), ("", Standing.ONBEKEND)):
            found, _ = standing_of(quote, role=Role.BEWINDSPERSOON, kind=BlockKind.PARAGRAPH, before=before)
            assert found is standing
