from __future__ import annotations

import pytest

from ingest.structure.shapes import Shape, is_ground, look_of


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
    ],
)
def test_a_line_shows_what_it_starts(line: str, shape: Shape, number: str) -> None:
    look = look_of(line)
    assert (look.shape, look.number) == (shape, number)


@pytest.mark.parametrize(
    "line",
    [
        "Lopende onderhandelingen",
        "Bedrijfsinforma",
        "Bedrijfsinformatie - vertrouwel jk verstrekt",
        "Inspectie - controle - toezicht, Bedrijfsinformatie - vertr",
        "Bedrijfsinformatie - vertrouwelijk verstrektBedrijfsinformatie - vertrouwelijk verstrekt",
        "5.1.2e",
        "5.1.2.e",
        "5.1, tweede lid, onder e",
        "art. 5.1 lid 2 sub e Woo",
        "10.2.e",
        "buiten verzoek",
    ],
)
def test_a_ground_is_known_whole_or_cut_off(line: str) -> None:
    assert is_ground(line)


@pytest.mark.parametrize(
    "line", ["Bedrijf", "5.1", "Lopende onderhandelingen met de reder zijn gestaakt", "Intern", "2.5"]
)
def test_other_words_are_no_ground(line: str) -> None:
    assert not is_ground(line)
