"""What sorts of statements a paper makes."""

import pytest

from assistant.briefing.timeline import wanted
from assistant.briefing.uitspraken import Soort, uitspraken_of
from tests.assistant.made import paper


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
