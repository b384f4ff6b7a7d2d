"""What a question takes for granted has to be said by the papers, in whatever words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.read.premise import unheard, unsaid
from assistant.understand.asked import Asked
from tests.assistant.made import evidence, paper, question


def _unsaid(asked: str, kind: Asked, *told: str) -> str:
    return unsaid(question(asked, kind), [evidence(paper(one)) for one in told])


@pytest.mark.parametrize(
    ("asked", "kind", "told", "word"),
    [
        ("Waarom is de veerdienst gestopt?", Asked.REASON, "De veerdienst kost 3 miljoen euro.", "gestopt"),
        ("Waarom is de veerdienst gestopt?", Asked.REASON, "De veerdienst is vorig jaar opgeheven.", ""),
        ("Waarom is de veerdienst gestopt?", Asked.REASON, "De boot vaart niet meer, omdat hij lek is.", ""),
        ("Hoeveel boten zijn ingetrokken?", Asked.NUMBER, "Van de 12 boten zijn er 4 goedgekeurd.", "ingetrokken"),
        ("Hoeveel boten zijn ingetrokken?", Asked.NUMBER, "De reders trokken 4 boten in.", ""),
        ("Hoeveel reders gingen failliet?", Asked.NUMBER, "Er zijn 9 reders.", "failliet"),
        ("Hoeveel reders gingen failliet?", Asked.NUMBER, "Er waren 2 faillissementen.", ""),
        ("Welke boete kreeg de reder?", Asked.LIST, "De reder beheert het nummer.", "boete"),
        ("Wanneer is de wet aangenomen?", Asked.DATE, "De wet ligt bij de Raad van State.", "aangenomen"),
        ("Wanneer is de wet aangenomen?", Asked.DATE, "De Kamer stemde op 3 mei voor.", ""),
        ("Wie diende de aangenomen motie in?", Asked.NAME, "De motie is van het lid Voorbeeld.", ""),
        ("Mijn boot is geweigerd, hoe lang duurt bezwaar?", Asked.PERIOD, "Bezwaar duurt 3 weken.", ""),
        ("Ons plan is geweigerd, hoe lang duurt bezwaar?", Asked.PERIOD, "Bezwaar duurt 3 weken.", ""),
        ("Ik las dat de pont is gestopt, wanneer ging dat in?", Asked.DATE, "De pont vaart op 3 mei.", "gestopt"),
        ("Wij horen dat de pont is gestopt, wanneer ging dat in?", Asked.DATE, "De pont vaart op 3 mei.", "gestopt"),
        ("De boot is geweigerd, hoe lang duurt bezwaar?", Asked.PERIOD, "Bezwaar duurt 3 weken.", "geweigerd"),
        ("Mijn boot lag stil, waarom is hij geweigerd?", Asked.REASON, "De boot vaart, omdat hij mag.", "geweigerd"),
        ("Hoeveel mensen trokken er in 2021 aan de bel?", Asked.NUMBER, "In 2021 waren er 4 meldingen.", ""),
    ],
)
def test_what_is_taken_for_granted_has_to_be_said(asked: str, kind: Asked, told: str, word: str) -> None:
    assert _unsaid(asked, kind, told) == word


def test_who_asks_whether_it_is_so_takes_nothing_for_granted() -> None:
    assert _unsaid("Is de veerdienst gestopt?", Asked.YES_NO, "De veerdienst vaart elke dag.") == ""


def test_it_is_enough_that_one_of_the_best_sentences_says_it() -> None:
    told = ("De boot is oud.", "De boot is duur.", "Daarom stopt de boot.", "De boot is blauw.")
    assert _unsaid("Waarom stopt de boot?", Asked.REASON, *told) == ""
    assert _unsaid("Waarom stopt de boot?", Asked.REASON, *told[:2], told[3], told[2]) == "stopt"


def test_a_count_says_it_itself_and_a_reason_may_stand_beside_it() -> None:
    told = paper("De dienst is gestopt. Er varen 4 boten.")
    block = told.blocks[0]
    second = evidence(told)
    second = replace(second, sentence=replace(second.sentence, spans=((block.start + 22, block.end),)))
    assert second.text == "Er varen 4 boten."
    assert unsaid(question("Hoeveel diensten zijn gestopt?", Asked.NUMBER), [second]) == "gestopt"
    assert unsaid(question("Waarom is de dienst gestopt?", Asked.REASON), [second]) == ""


def test_a_name_that_nothing_bears_on_is_told_as_it_was_typed() -> None:
    asked = replace(
        question("Wat zegt de Wet  op de boot van Visser in 2024?"), named=("wet op de boot", "visser", "2024")
    )
    fitting = evidence(paper("Visser vaart."), bears=frozenset({"visser"}))
    assert unheard(asked, [fitting]) == "Wet  op de boot"
    assert unheard(asked, [replace(fitting, bears=frozenset({"visser", "wet op de boot"}))]) == ""


def test_a_name_is_found_whole_and_with_its_accents() -> None:
    fitting = evidence(paper("De boot vaart."))
    assert unheard(replace(question("Hoe is het in België geregeld?"), named=("belgie",)), [fitting]) == "België"
    assert unheard(replace(question("Wat doet de D66-fractie?"), named=("d66",)), [fitting]) == "D66"
    assert unheard(replace(question("Wat wil de PO-Raad?"), named=("po-raad",)), [fitting]) == "PO-Raad"
    assert unheard(replace(question("Wordt de boot op het wo gebruikt?"), named=("wo",)), [fitting]) == "wo"
