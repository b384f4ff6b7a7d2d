from __future__ import annotations

from ingest.document import BlockKind
from tests.ingest.structure.made import parsed


def test_notes_of_a_web_page_are_footnotes_and_its_signs_are_furniture() -> None:
    parts = parsed(
        "De boot vaart.1 De haven is dicht.2\n\nX Noot\n1\n\nHet plan.\n\nX Noot\n2\n\nDe krant.\n\nNaar boven\n"
    )
    notes = [parts.text[block.start : block.end] for block in parts.blocks if block.kind is BlockKind.FOOTNOTE]
    assert notes == ["1 Het plan.", "2 De krant."]
    assert [one.why for one in parts.dropped] == ["page furniture"] * 3


def test_the_way_back_to_the_top_is_text_on_a_page_without_notes() -> None:
    parts = parsed("De boot vaart vier keer per dag.\n\nNaar boven\n")
    assert parts.text.endswith("Naar boven")


def test_a_note_whose_mark_is_raised_at_a_figure_hangs_on_its_sentence() -> None:
    parts = parsed("De boot vaart. Er varen er 853.¹ Dat is veel.\n\n1 Telling van de haven.\n")
    (note,) = (block for block in parts.blocks if block.kind is BlockKind.FOOTNOTE)
    assert note.context is not None
    assert parts.text[slice(*note.context)] == "Er varen er 853.¹"


def test_a_surface_is_no_mark() -> None:
    parts = parsed("De steiger is 120 m² groot.\n\n2 Steigers erbij.\n")
    assert all(block.kind is not BlockKind.FOOTNOTE for block in parts.blocks)
