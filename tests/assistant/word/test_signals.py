"""No small word that turns, limits or strengthens what a sentence says comes or goes unseen."""

import pytest

from assistant.word.proof import Fault, fault_of
from assistant.word.signals import Signal, counted, denials
from tests.assistant.made import paper
from tests.assistant.word.test_proof import line

# Without one group of small words each pair passes, or fails for another reason than this.
TURNED = [
    ("De bus komt nauwelijks op maandag.", "De bus komt op maandag."),
    ("De bus komt niet op maandag.", "De bus komt nooit op maandag."),
    ("De bus komt vooral op maandag.", "De bus komt op maandag."),
    ("De bus rijdt alleen op maandag.", "De bus rijdt op maandag."),
    ("De bus komt soms te laat.", "De bus komt te laat."),
    ("De bus komt vaak te laat.", "De bus komt te laat."),
    ("De bus komt vaak te laat.", "De bus komt meestal te laat."),
    ("De bus komt te laat.", "De bus komt altijd te laat."),
    ("Bussen komen te laat.", "Alle bussen komen te laat."),
    ("De bus rijdt niet.", "De bus rijdt nog niet."),
    ("De bus rijdt in de nacht.", "De bus rijdt nog in de nacht."),
    ("De bus rijdt in de nacht.", "De bus rijdt al in de nacht."),
    ("De bus rijdt in de zomer.", "De bus rijdt opnieuw in de zomer."),
    ("De bus rijdt pas in de zomer.", "De bus rijdt in de zomer."),
    ("De bus rijdt tijdelijk in de nacht.", "De bus rijdt in de nacht."),
    ("De bus rijdt voordat de tram stopt.", "De bus rijdt nadat de tram stopt."),
    ("De bus rijdt nadat de tram stopt.", "De bus rijdt voordat de tram stopt."),
    ("De bus rijdt totdat de tram stopt.", "De bus rijdt."),
    ("Ouders krijgen een bus nu de tram stopt.", "Ouders krijgen een bus tot de tram stopt."),
    ("Ouders mogen een bus krijgen.", "Ouders krijgen een bus."),
    ("De bus rijdt naar Nergendam.", "De bus rijdt onder andere naar Nergendam."),
    ("De bus krijgt geld.", "De bus krijgt meer geld."),
    ("De ritten duren gemiddeld 40 minuten.", "De ritten duren 40 minuten."),
    ("De ritten duren ongeveer 40 minuten.", "De ritten duren ruim 40 minuten."),
    ("De ritten duren ongeveer 40 minuten.", "De ritten duren bijna 40 minuten."),
    ("De ritten duren 40 minuten.", "De ritten duren hooguit 40 minuten."),
    ("De ritten duren 40 minuten.", "De ritten duren minstens 40 minuten."),
    ("De ouders betalen jaarlijks 40 euro.", "De ouders betalen 40 euro."),
    ("Chauffeurs moeten een gordel dragen.", "Chauffeurs zijn verplicht een gordel te dragen."),
    ("Een gordel is goed en nodig.", "Een gordel is goed."),
    ("Een gordel is waarschijnlijk goed.", "Een gordel is goed."),
    ("Ouders die de bus nemen hoeven die niet te betalen.", "Ouders nemen de bus niet."),
    ("De bus is volgens ouders te duur.", "De bus is te duur."),
    ("De wethouder is er.", "De wethouder is er tegen."),
    ("De wethouder rijdt de bus.", "De wethouder rijdt zelf de bus."),
    ("De bus komt laat en ouders klagen.", "De bus komt laat, dus ouders klagen."),
]


@pytest.mark.parametrize(("told", "claim"), TURNED)
def test_a_small_word_neither_comes_nor_goes(told: str, claim: str) -> None:
    of = paper(told)
    assert fault_of(told, [line(0, of)], {of.identifier: of}) is None
    assert fault_of(claim, [line(0, of)], {of.identifier: of}) is Fault.TURNED


def test_a_word_that_compares_hides_no_need_not() -> None:
    """Taken out, it left two spaces, between which "hoeven … niet" was not found: the sentence said no twice."""
    told = "Ouders hoeven net zo lang als nu niet te betalen."
    assert (counted(told).get(Signal.NEED_NOT), denials(told)) == (1, 0)
    of = paper(told)
    assert fault_of("Ouders hoeven niet te betalen.", [line(0, of)], {of.identifier: of}) is not Fault.TURNED


def test_no_longer_than_is_no_denial() -> None:
    assert [denials(text) for text in ("De rit duurt niet langer dan een uur.", "Hij rijdt niet.")] == [0, 1]
