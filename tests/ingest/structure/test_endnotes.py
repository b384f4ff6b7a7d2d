from __future__ import annotations

import pytest

from ingest.document import BlockKind, Role
from tests.ingest.structure.made import parsed

LETTER = "Vraag 1\n\nVaart de boot? 1)\n\nAntwoord 1\n\nJa, elke dag.1\n\n1 Vaarplan.\n\nVraag 2\n\nHoe vaak? 2)\n\n"
LETTER += "Antwoord 2\n\nTwee keer.\n\n1) De krant van het eiland.\n\n2) De krant van de wal."


def test_notes_at_the_end_hang_on_the_marks_with_a_bracket() -> None:
    """The footnote 1 of the answer and the note 1) of the question are two."""
    parts = parsed(LETTER)
    notes = [block for block in parts.blocks if block.kind is BlockKind.FOOTNOTE]
    hosts = [parts.text[slice(*note.context)] for note in notes if note.context]
    assert [note.place for note in notes] == ["voetnoot 1", "voetnoot 1", "voetnoot 2"]
    assert [host.split()[0] for host in hosts] == ["Ja,", "Vaart", "Hoe"]
    assert [note.speaker.role for note in notes] == [Role.BEWINDSPERSOON, Role.KAMERLID, Role.KAMERLID]
    assert [note.path for note in notes] == [("Antwoord 1",), ("Vraag 1",), ("Vraag 2",)]


def test_a_numbered_list_that_no_mark_calls_for_stays_a_list() -> None:
    parts = parsed("Vraag 1\nWat doet u?\n\nAntwoord 1\nTwee dingen:\n1) varen;\n2) meren.\n")
    assert BlockKind.FOOTNOTE not in {block.kind for block in parts.blocks}


LETTER_TO_THE_KAMER = """Geachte voorzitter,

Het lid Proef vroeg naar de boot.(1) Zij vaart vier keer per dag (zie (2) hieronder).

Het aandeel van de bussen is 58%.(2)

De Minister van Verkeer,
A.B. Voorbeeld

-----
(1) Verslag van 3 mei.
(2) Bron: reder. De gemeente telt anders,
    namelijk per week.
"""


@pytest.mark.parametrize(("opens", "closes"), [("(", ")"), ("[", "]")])
def test_notes_in_brackets_below_a_letter_hang_on_their_marks(opens: str, closes: str) -> None:
    text = LETTER_TO_THE_KAMER
    for number in "12":
        text = text.replace(f"({number})", f"{opens}{number}{closes}")
    parts = parsed(text)
    notes = [block for block in parts.blocks if block.kind is BlockKind.FOOTNOTE]
    hosts = [parts.text[slice(*note.context)] for note in notes if note.context]
    assert [note.place for note in notes] == ["voetnoot 1", "voetnoot 2"]
    assert [host.split()[:2] for host in hosts] == [["Het", "lid"], ["Het", "aandeel"]]
    assert BlockKind.HEADING not in {block.kind for block in parts.blocks}


def test_a_list_below_a_letter_that_speaks_of_its_items_stays_a_list() -> None:
    parts = parsed("Geachte heer Proef,\n\nVoor punt (1) is geld, voor (2) niet. Wij doen:\n\n(1) varen;\n(2) meren.\n")
    assert BlockKind.FOOTNOTE not in {block.kind for block in parts.blocks}


@pytest.mark.parametrize("space", ["", " "])
def test_a_square_mark_may_stand_off_its_word(space: str) -> None:
    parts = parsed(
        f"Geachte voorzitter,\n\nDe boot vaart.{space}[1] Dat is goed.\n\nDe minister van Water,\nA. Voorbeeld\n\n"
        "-----\n[1] Dienstregeling.\n"
    )
    (note,) = (block for block in parts.blocks if block.kind is BlockKind.FOOTNOTE)
    assert note.context is not None
    assert parts.text[slice(*note.context)].startswith("De boot vaart.")


@pytest.mark.parametrize(("second", "notes"), [("?2", ["voetnoot 1", "voetnoot 2"]), ("?", [])])
def test_notes_in_square_brackets_hang_on_marks_without_them(second: str, notes: list[str]) -> None:
    parts = parsed(
        f"Vraag 1\n\nVaart de boot?1\n\nVraag 2\n\nHoe vaak{second}\n\nAntwoord 1 en 2\n\nElke dag.\n\n"
        "[1] De krant van het eiland.\n\n[2] De krant van de wal.\n"
    )
    found = [block for block in parts.blocks if block.kind is BlockKind.FOOTNOTE]
    assert [note.place for note in found] == notes
    assert [parts.text[slice(*note.context)] for note in found if note.context] == ["Vaart de boot?1", "Hoe vaak?2"][
        : len(notes)
    ]


def test_a_run_of_figures_too_long_for_a_number_is_no_mark() -> None:
    parts = parsed(f"Geachte voorzitter,\n\nDe boot1 draagt nummer a{'1' * 5000}.\n\n[1] De krant.\n")
    (note,) = (block for block in parts.blocks if block.kind is BlockKind.FOOTNOTE)
    assert note.context is not None
    assert parts.text[slice(*note.context)].startswith("De boot1")
