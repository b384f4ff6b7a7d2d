"""Who holds an office."""

from dataclasses import replace

import pytest

from assistant.read.offices import tells_who_holds
from assistant.understand.asked import Asked
from ingest.structure.letter import SIGNATURE_PLACE
from tests.assistant.made import evidence, paper, question


@pytest.mark.parametrize(
    ("asked", "text", "told"),
    [
        ("Wie is de minister van Veren?", "Minister Voorbeeld (Veren) gaf antwoord.", True),
        ("Wie was in 2016 de minister van Veren?", "Dit zei de minister van Veren, A.B. van Voorbeeld.", True),
        ("Wie is de minister van Veren?", "Ik werk samen met de minister van Veren aan een plan.", False),
        ("Wie is nu de minister van Kades?", "Minister Voorbeeld (Veren) gaf antwoord.", False),
        ("Wie beslist over de veerboot?", "De reder beslist.", True),
    ],
)
def test_an_office_is_held_by_who_is_named_with_it(asked: str, text: str, told: bool) -> None:
    assert tells_who_holds(question(asked, Asked.NAME), [evidence(paper(text))]) is told


@pytest.mark.parametrize(("below", "told"), [("An Voorbeeld", True), ("De reder van het veer, C. Ander", True)])
def test_a_signature_names_its_office_above_the_name(below: str, told: bool) -> None:
    document = paper("De minister van Veren,", below)
    signed = replace(document, blocks=tuple(replace(block, place=SIGNATURE_PLACE) for block in document.blocks))
    assert tells_who_holds(question("Wie is de minister van Veren?", Asked.NAME), [evidence(signed)]) is told


def test_the_name_of_another_office_below_is_not_taken_for_it() -> None:
    document = paper("Mede namens de staatssecretaris van Veren,", "De minister van Kades, A. Voorbeeld")
    signed = replace(document, blocks=tuple(replace(block, place=SIGNATURE_PLACE) for block in document.blocks))
    assert not tells_who_holds(question("Wie is de staatssecretaris van Veren?", Asked.NAME), [evidence(signed)])
