from __future__ import annotations

import pytest

from ingest.document import BlockKind
from ingest.structure.pointers import only_points
from tests.ingest.structure.made import parsed

ASKED = "Vraag 1\nVaart de boot?\n\nAntwoord 1\nDe boot vaart vier keer per dag.\n\n"
ASKED += "Vraag 2\nOok in het weekeinde?\n\nVraag 3\nEn met storm?\n\nAntwoord 2 en 3\nDan niet.\n\nVraag 4\nZeker?\n\n"


def seen(answer: str) -> tuple[str, ...]:
    blocks = parsed(f"{ASKED}Antwoord 4\n{answer}\n").blocks
    assert blocks[-1].kind is BlockKind.ANSWER
    return blocks[-1].see


@pytest.mark.parametrize(
    ("answer", "places"),
    [
        ("Zie mijn antwoord op vraag 1.", ("antwoord 1",)),
        ("Zie antwoord vraag 1.", ("antwoord 1",)),
        ("Zie antwoord 3.", ("antwoord 2 en 3",)),
        ("Zie het antwoord op de vragen 1 en 2.", ("antwoord 1", "antwoord 2 en 3")),
        ("Zoals aangegeven in antwoord op vraag 1 vaart zij.", ("antwoord 1",)),
        ("Hiervoor verwijs ik u naar de beantwoording van vragen 1 t/m 3.", ("antwoord 1", "antwoord 2 en 3")),
        ("Zie het antwoord op de vorige vraag.", ("antwoord 2 en 3",)),
        ("Zie het antwoord op de eerste vraag.", ("antwoord 1",)),
        ("Zie vraag 2.", ("antwoord 2 en 3",)),
        ("Zie het antwoord op vraag 9.", ()),
        ("Dat staat in het antwoord op vraag 1 van de eerdere vragen van het lid Kaai.", ()),
        ("Zie het antwoord op vraag 4.", ()),
        ("De boot vaart 2 keer.", ()),
        ("Dat schreef ik in het antwoord van 3 mei.", ()),
        ("Zie de antwoorden op vragen 1 en 2 van de eerdere set.", ()),
        ("Er kwam antwoord op 2 vragen.", ()),
    ],
)
def test_an_answer_bears_the_places_that_it_refers_to(answer: str, places: tuple[str, ...]) -> None:
    assert seen(answer) == places


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("Zie het antwoord op vraag 2.", True),
        ("Ja, zie antwoord 2.", True),
        ("Nee. Zie het antwoord op de vragen 2 en 3.", True),
        ("Voor het antwoord op deze vraag verwijs ik u naar mijn antwoord op vraag 2.", True),
        ("Zie het antwoord op vraag 2. De boot vaart vanaf mei ook in de avond.", False),
        ("De boot vaart vier keer, zie het antwoord op vraag 2.", False),
        ("Ja.", False),
        ("Zoals aangegeven in het antwoord op vraag 2.", True),
        ("Zoals aangegeven in het antwoord op vraag 2, is er geen geld.", False),
    ],
)
def test_an_answer_that_only_refers_is_told_from_one_that_says_more(text: str, *, only: bool) -> None:
    assert only_points(text) is only
