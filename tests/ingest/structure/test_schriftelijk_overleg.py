from __future__ import annotations

from ingest.document import BlockKind, Kind, Role
from tests.ingest.structure.made import OVERLEG, parsed


def test_input_and_replies_are_told_apart() -> None:
    parts = parsed(OVERLEG)
    assert parts.kind is Kind.SCHRIFTELIJK_OVERLEG
    said = [(block.kind, block.place) for block in parts.blocks if block.kind is not BlockKind.HEADING]
    assert said == [
        (BlockKind.QUESTION, "inbreng ABC-fractie"),
        (BlockKind.ANSWER, "reactie op de ABC-fractie"),
        (BlockKind.ANSWER, "reactie op de ABC-fractie"),
        (BlockKind.QUESTION, "inbreng XYZ-fractie"),
        (BlockKind.ANSWER, "reactie op de XYZ-fractie"),
    ]


def test_each_has_its_own_speaker() -> None:
    speakers = {block.kind: block.speaker for block in parsed(OVERLEG).blocks}
    assert speakers[BlockKind.QUESTION].role is Role.FRACTIE
    assert speakers[BlockKind.QUESTION].name == "de XYZ-fractie"
    assert speakers[BlockKind.ANSWER].role is Role.BEWINDSPERSOON


def test_a_reply_hangs_on_the_input_that_it_answers() -> None:
    parts = parsed(OVERLEG)
    last = parts.blocks[-1]
    assert last.context is not None
    assert parts.text[slice(*last.context)].startswith("De leden van de XYZ-fractie")


def test_before_a_separate_part_of_replies_nobody_replies() -> None:
    text = (
        "Verslag van een schriftelijk overleg\n\nI Vragen en opmerkingen uit de fracties\n\n"
        "Vragen en opmerkingen van de leden van de ABC-fractie\n\n"
        "De leden van de ABC-fractie danken de minister.\n\nWij delen de zorgen van de eilanden.\n\n"
        "II Reactie van de minister\n\nIk dank de leden van de ABC-fractie.\n"
    )
    kinds = [block.kind for block in parsed(text).blocks if block.kind in {BlockKind.QUESTION, BlockKind.ANSWER}]
    assert kinds == [BlockKind.QUESTION, BlockKind.QUESTION, BlockKind.ANSWER]
