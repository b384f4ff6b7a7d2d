from __future__ import annotations

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
