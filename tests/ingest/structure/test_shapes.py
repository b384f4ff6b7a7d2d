from __future__ import annotations

import pytest

from ingest.structure.shapes import Shape, look_of


@pytest.mark.parametrize(
    ("line", "shape", "number"),
    [
        ("Vraag 1", Shape.QUESTION, "1"),
        ("Vraag 3, 4 en 5", Shape.QUESTION, "3, 4 en 5"),
        ("Vragen 3 t/m 6", Shape.QUESTION, "3 t/m 6"),
        ("Antwoord op de vragen 7, 8, en 9:", Shape.ANSWER, "7, 8, en 9"),
        ("Antwoord", Shape.ANSWER, ""),
        ("Vraag naar zorg neemt toe", Shape.TEXT, ""),
        ("Antwoord 5 is nog niet bekend", Shape.TEXT, ""),
        ("• een boot", Shape.ITEM, ""),
        ("o Een boot", Shape.ITEM, ""),
        ("3. Nieuwe steigers", Shape.ITEM, "3"),
        ("b) een boot", Shape.ITEM, "b"),
        ("2º een boot", Shape.ITEM, "2"),
        ("12° C in de haven", Shape.TEXT, ""),
        ("•", Shape.EMPTY_ITEM, ""),
        ("A.B. Voorbeeld", Shape.TEXT, ""),
        ("Inbreng van de leden van de ABC-fractie", Shape.INPUT, "ABC"),
        ("Vragen en opmerkingen van de leden van de GroenLinks-PvdA-fractie", Shape.INPUT, "GroenLinks-PvdA"),
        ("Boten | 3 | 4", Shape.ROW, ""),
        ("[weggelakt: Positie in een proces]", Shape.LABEL, ""),
    ],
)
def test_a_line_shows_what_it_starts(line: str, shape: Shape, number: str) -> None:
    look = look_of(line)
    assert (look.shape, look.number) == (shape, number)
